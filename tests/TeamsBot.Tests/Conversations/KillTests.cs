using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The process is ended at every commit and at every call of the main job, each once; started again on the same file it brings the draft to
/// the same end. Teams outlives the bot and delivers again what was not answered.
/// </summary>
public sealed class KillTests
{
    /// <summary>Far more moments than the scenario has: the loop ends when one passes without a kill.</summary>
    private const int Enough = 200;

    [Theory]
    [InlineData(Moment.BeforeCommit)]
    [InlineData(Moment.AfterCommit)]
    [InlineData(Moment.BeforeSend)]
    [InlineData(Moment.AfterSend)]
    public async Task Killed_at_any_moment_the_draft_still_ends_posted_once_and_on_every_card(Moment moment)
    {
        await using var world = await KillWorld.StartAsync();
        var kills = 0;
        for (var number = 1; number <= Enough; number++)
        {
            await world.RestartAsync(new Interruption(moment, number));
            var wasKilled = await world.PlayAsync(number);
            await ProveAsync(world, number);
            if (!wasKilled) break;
            kills = number;
        }

        // Five turns and their messages: fewer kills would mean that the moments are not met.
        kills.ShouldBeInRange(10, Enough - 1);
        (await world.Bot.ReadAsync(db => AuditVerifier.VerifyAsync(db, null, default))).IsWhole.ShouldBeTrue();
    }

    private static async Task ProveAsync(KillWorld world, int number)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"kill {number}");
        (await world.Bot.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(number, at);
        (await world.Bot.ReadAsync(db => db.FindDraftAsync(number, Scenario.TenantId, default)))!.Status.ShouldBe(DraftStatus.Posted, at);
        (
            await world.Bot.ReadAsync(db =>
                db.AuditEntries.Where(entry => entry.Subject == $"draft:{number}")
                    .OrderBy(entry => entry.Sequence)
                    .Select(entry => entry.Action)
                    .ToListAsync()
            )
        )
            .ShouldBe(["draft.start", "draft.submit", "draft.approve", "draft.approve", "draft.handOut", "draft.posted"], at);
        foreach (var client in world.People)
        {
            // A first card that may have arrived is sent once more, never twice; the one that counts shows the end.
            var cards = KillWorld.CardsOf(client, number);
            cards.Count(card => CardState.Words(card.Card!.Value).StartsWith("投稿済", StringComparison.Ordinal)).ShouldBeInRange(1, 2, at);
            // The author also has the message of the approval.
            cards.Count.ShouldBeInRange(1, client.Person == world.Author.Person ? 4 : 2,
                $"{at}: {client.Person.Name} {string.Join(" / ", cards.Select(card => BotHost.Words(card.Card!.Value)))}");
            BotHost.Words(cards[^1].Card!.Value).ShouldStartWith("投稿済", customMessage: at);
        }

        world.Author.Chat.FromBot.Count(message => message.Text == KillWorld.TextOf(number)).ShouldBeInRange(1, 2, at);
    }
}
