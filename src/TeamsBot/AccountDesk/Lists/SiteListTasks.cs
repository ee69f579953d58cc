using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Tasks;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>The task that the own site's list follows the register; its card shows the difference as it stands.</summary>
internal sealed class SiteListTasks(SiteList list, TaskCatalogue catalogue) : ITaskKind
{
    public bool Has(string key) => key == SiteList.Key;

    public bool IsNeeded(DatedTask task) => list.IsWanted && list.IsAsked(task) && !list.Difference.IsEmpty;

    public IReadOnlyList<Person> InCharge(DatedTask task) => list.Editors;

    public IReadOnlyList<Person> Takers(DatedTask task) => [.. list.Editors.Where(person => !person.Is(task.HandedToId ?? ""))];

    public string AboutOf(DatedTask task) => "公開一覧";

    public AdaptiveCard Card(DatedTask task, TaskReader reader, AdaptiveContainer? notice = null)
    {
        var row = catalogue.Of(task.Key);
        var title = TaskWords.Heading(task, row, reader);
        return CardParts.Card(
            [
                CardParts.Title(title),
                .. AccountParts.Notice(notice),
                CardParts.Field(reader.Language.Say("期限", "Due"), TaskWords.Due(task, reader)),
                .. task.IsOpen ? PublicListCard.Differences(list.Difference, reader.Language) : [],
                .. task.IsOpen
                    ? [CardParts.Row(
                        AdaptiveSpacing.Small,
                        PublicListCard.Listed(list.Stamp, reader.Language))]
                    : Array.Empty<AdaptiveElement>(),
                .. TaskParts.Ways(task, row, Takers(task), reader),
            ],
            title,
            language: reader.Language);
    }

    public TaskForm Read(DatedTask task, Protocol.Inbound.CardAction action) =>
        TaskForm.Read(action, TaskParts.Chosen, [.. TaskParts.Written]);
}
