using System.Globalization;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>
/// Sees to it that there is a task wherever the own site's list differs from the register; about an account that has just been stopped it
/// is told only once the stop has lasted.
/// </summary>
internal sealed class SiteListDuty(SiteList list, TaskBook book, TaskTelling telling, TaskDays office, TimeProvider time)
{
    public async Task EnsureAsync(Actor by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = (await book.OpenOfAsync(by.TenantId, "", cancellationToken)).FirstOrDefault(list.IsAsked);
        if (!list.WillDiffer)
        {
            await DropAsync(known, by, cancellationToken);
            return;
        }

        // What was asked for is undone, and what is left will differ only once its stop has lasted: the task that was told ends with its
        // next look, and nobody would be asked for the other one.
        if (known is { Calls: > 0 } && list.Difference.IsEmpty)
        {
            await DropAsync(known, by, cancellationToken);
            known = null;
        }

        // What was put back and differs again is a task of its own.
        var cause = string.Create(CultureInfo.InvariantCulture, $"{list.Cause} {now.ToUnixTimeMilliseconds()}");
        var task = known ?? await book.RaiseAsync(
            new TaskCause(by.TenantId, SiteList.Key, "", SectionOfEditors, cause), null, by, cancellationToken);
        if (task.Calls > 0) return;
        if (list.Difference.IsEmpty) book.LookAt(task, list.DiffersAt);
        else if (known is not null) book.LookAt(task, now);
    }

    /// <summary>The account is as it was: nobody has to change the list any more.</summary>
    private async Task DropAsync(DatedTask? task, Actor by, CancellationToken cancellationToken)
    {
        if (task is null) return;
        book.Drop(task, by, "noCause");
        telling.Show(task, await office.OfAsync(by.TenantId, cancellationToken), by);
    }

    private string SectionOfEditors => list.Editors.Select(person => person.Section).FirstOrDefault() ?? "";
}
