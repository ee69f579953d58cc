using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Commands;
using TeamsBot.LocalTeams;
using TeamsBot.Outbox;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Chaos;

/// <summary>At the end ledger, database, audit chain and chats tell the same.</summary>
internal static class Proof
{
    public static async Task ShouldAgreeAsync(ChaosWorld world, Ledger ledger, string seed)
    {
        var verdict = await world.Bot.ReadAsync(db => AuditVerifier.VerifyAsync(db, ledger.Ends, default, AuditCommand.Kinds));
        verdict.Broken.ShouldBeNull(seed);
        verdict.Differences.ShouldBeEmpty(seed);
        var drafts = await world.DraftsAsync();
        drafts.Select(draft => draft.Revisions[0].Text).Order(StringComparer.Ordinal)
            .ShouldBe(ledger.Texts.Order(StringComparer.Ordinal), $"{seed}: each text that was taken is one draft");
        foreach (var draft in drafts)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"{seed}, No.{draft.Number}");
            var actions = await world.Bot.ReadAsync(db => db.AuditEntries.Where(entry => entry.Subject == $"draft:{draft.Number}")
                .OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync());
            var story = DraftStory.Of(actions, where);
            draft.Status.ShouldBe(DraftStatus.Posted, where);
            story.Status.ShouldBe(draft.Status, where);
            foreach (var client in world.People) ShouldBeTrue(client, draft.Number, story, where);
            // Whoever reports without having taken the text gets none.
            if (actions.Contains("draft.handOut"))
                world.Author.Chat.FromBot.ShouldContain(message => message.Text == draft.Current.Text, $"{where}: the text to post");
        }

        await ShouldHaveEndedAsync(world, seed);
    }

    /// <summary>In no version of any card was somebody told what never was, and the newest card tells the end.</summary>
    private static void ShouldBeTrue(TeamsClient client, int number, DraftStory story, string where)
    {
        foreach (var message in client.Chat.FromBot)
        {
            foreach (var version in message.History)
            {
                if ((message with { History = [version] }).Card is { } card && CardState.IsOf(card, number) && !DraftMail.IsList(card) && Told.StatusOf(card) is { } told)
                    story.Reached.ShouldContain(told, $"{where}: {client.Person.Name} was told {BotHost.Words(card)}");
            }
        }

        if (DraftMail.CardsOf(client, number) is [.., var last] && Told.StatusOf(last.Card!.Value) is { } end)
            end.ShouldBe(DraftStatus.Posted, $"{where}: {client.Person.Name} reads {BotHost.Words(last.Card!.Value)}");
    }

    /// <summary>No card was given up, and a text only where it may have arrived twice already.</summary>
    private static async Task ShouldHaveEndedAsync(ChaosWorld world, string seed)
    {
        var now = world.Time.GetUtcNow();
        var rows = await world.Bot.ReadAsync(db => db.OutboxMessages.AsNoTracking().ToListAsync());
        rows.Where(row => row.Status == OutboxStatus.Unreachable
                || (row.Status == OutboxStatus.Pending && (row.NotBefore ?? now) <= now)
                || (row.Status == OutboxStatus.Dead && (row.Kind != OutboxKind.Text || row.Doubts < 2)))
            .Select(row => $"{row.Status} {row.CardKey} {row.LastFailure}").ShouldBeEmpty(seed);
    }

    /// <summary>
    /// What stands in a chat more than once, letter for letter. An upper bound: two rows that happen to say the same count too.
    /// </summary>
    public static (int Posted, int Doubled) Count(ChaosWorld world)
    {
        var posted = world.People.SelectMany(client => client.Chat.FromBot)
            .Select(message => $"{message.ChatId} {message.History[0].Activity.GetRawText()}").ToList();
        return (posted.Count, posted.Count - posted.Distinct(StringComparer.Ordinal).Count());
    }
}
