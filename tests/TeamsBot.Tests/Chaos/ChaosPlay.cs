using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Reminders;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Chaos;

/// <summary>
/// Four people at their work while everything fails around them: they paste, hand in, return, approve, report, press old cards and forget
/// what has to be ticked. Afterwards, with everything in order, each draft is brought to its end by those who wait for it.
/// </summary>
internal sealed class ChaosPlay(ChaosWorld world, Ledger ledger, Faults faults, Random random)
{
    private const int MostDrafts = 5;

    private readonly List<(string Text, JsonObject Activity)> unheard = [];
    private int pasted;

    public async Task StormAsync(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            if (world.IsDead) await world.KillAsync(faults.Ending());
            switch (random.Next(10))
            {
                case < 3:
                    await faults.NextAsync();
                    break;
                case 3:
                    await PasteAsync();
                    break;
                default:
                    await ActAsync();
                    break;
            }

            if (random.Next(6) == 0) faults.Release();
            if (random.Next(25) == 0) world.Connector.Clear();
            await world.BreatheAsync(TimeSpan.FromSeconds(random.Next(1, 12)));
        }
    }

    /// <summary>Nobody works for so long that what waits expires. Ends on a working day in the morning.</summary>
    public async Task PassWeeksAsync(DateTimeOffset until)
    {
        await CeaseAsync();
        world.Time.Advance(until - world.Time.GetUtcNow());
        await world.Bot.Services.GetRequiredService<ReminderSweep>().SweepAsync(default);
        await world.SettleAsync();
    }

    /// <summary>Each who waits for a draft has a card that works: all of them are brought to their end with it.</summary>
    public async Task FinishAsync()
    {
        await CeaseAsync();
        while (unheard.Count > 0) await DeliverAsync();
        for (var round = 0; round < 24; round++)
        {
            await world.SettleAsync();
            var open = (await world.DraftsAsync()).Where(draft => draft.Status != DraftStatus.Posted).ToList();
            if (open.Count == 0)
            {
                // A card that somebody may have been writing in stands as it was until then (docs/adr/0015).
                world.Time.Advance(CardInHand.LeftAlone);
                for (var passed = 0; passed < 6; passed++) await world.BreatheAsync(TimeSpan.FromSeconds(20));
                await world.SettleAsync();
                return;
            }

            foreach (var draft in open) await FinishAsync(draft);
        }

        var left = (await world.DraftsAsync()).Where(draft => draft.Status != DraftStatus.Posted);
        var how = left.Select(one => $"No.{one.Number} {one.Status}: {LastCard(one)}");
        throw new ShouldAssertException($"Not brought to an end: {string.Join(", ", how)}");
    }

    /// <summary>What its author has of it in the end, where the play presses on and on.</summary>
    private string LastCard(Draft draft) =>
        DraftMail.CardsOf(world.Author, draft.Number) is [.., { Card: { } card }] ? BotHost.Words(card) : "no card";

    private async Task FinishAsync(Draft draft)
    {
        var waiting = draft.OpenReviews.FirstOrDefault() is { } review
            ? world.People.Single(client => PersonId.IsSame(client.Person.ObjectId, review.ReviewerId))
            : world.Author;
        var where = $"No.{draft.Number} {draft.Status} with {waiting.Person.Name}";
        var cards = DraftMail.CardsOf(waiting, draft.Number);
        if (cards.Count == 0)
        {
            // Handed over in a list only: its button opens the card below.
            (await DraftMail.OpenFromListAsync(waiting, draft.Number)).ShouldBeTrue($"{where}: no card\n{await world.MailOfAsync(waiting)}");
            return;
        }

        var press = Press.Forward(cards[^1].Card!.Value, draft);
        // What stands there is the line of an earlier round; the new request came in a list.
        if (press is null && await DraftMail.OpenFromListAsync(waiting, draft.Number)) return;
        press.ShouldNotBeNull($"{where}: nothing to press on {BotHost.Words(cards[^1].Card!.Value)}");
        (await PressAsync(waiting, draft, cards[^1], press)).ShouldBeTrue($"{where}: 「{press.Title}」 was not answered");
    }

    private async Task CeaseAsync()
    {
        faults.Cease();
        await world.KillAsync(new Interruption());
        // A clock that was put right is believed after a while.
        for (var passed = 0; passed < 36; passed++) await world.BreatheAsync(TimeSpan.FromSeconds(20));
    }

    private async Task PasteAsync()
    {
        if (unheard.Count > 0)
        {
            await DeliverAsync();
            return;
        }

        if (pasted == MostDrafts) return;
        var text = KillWorld.TextOf(++pasted);
        var said = await world.Author.SayAsync("下書き\n" + text);
        if (said.Answer!.IsAccepted) await ledger.NoteTextAsync(text);
        else unheard.Add((text, JsonObject.Create(said.Message.Activity)!));
    }

    /// <summary>What was not taken is delivered again, under its id.</summary>
    private async Task DeliverAsync()
    {
        var (text, activity) = unheard[0];
        if (!(await world.Author.DeliverAsync((JsonObject)activity.DeepClone())).IsAccepted) return;
        unheard.RemoveAt(0);
        await ledger.NoteTextAsync(text);
    }

    /// <summary>Somebody, by chance, does something that one of their cards offers; now and then on a card that is out of date.</summary>
    private async Task ActAsync()
    {
        var (people, drafts) = (world.People.ToArray(), (await world.DraftsAsync()).ToArray());
        random.Shuffle(people);
        random.Shuffle(drafts);
        foreach (var client in people)
        {
            foreach (var draft in drafts)
            {
                if (DraftMail.CardsOf(client, draft.Number) is not { Count: > 0 } cards) continue;
                var message = random.Next(8) == 0 ? cards[random.Next(cards.Count)] : cards[^1];
                if (Press.Any(message.Card!.Value, draft, random) is not { } press) continue;
                await PressAsync(client, draft, message, press);
                return;
            }
        }
    }

    private async Task<bool> PressAsync(TeamsClient client, Draft draft, ChatMessage message, Press press) =>
        await ledger.NoteAsync(client, draft.Number, press, await client.PressAsync(message, press.Title, press.Inputs));
}
