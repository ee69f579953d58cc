using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Chaos;

/// <summary>
/// What was acknowledged to whom. Each acknowledgement is looked up in the trail at once, and the trail's end of that moment is kept: at
/// the end of the play all of these ends must still lie on the chain, or something acknowledged was lost.
/// </summary>
internal sealed class Ledger(ChaosWorld world, string seed)
{
    private readonly Dictionary<long, string> ends = [];

    public IReadOnlyDictionary<long, string> Ends => ends;

    /// <summary>The texts that the bot took, each once.</summary>
    public List<string> Texts { get; } = [];

    public int Acknowledged { get; private set; }

    /// <summary>Presses that got no answer, or one that says that it did not work.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Writes down an answer; false where nothing was acknowledged.</summary>
    public async Task<bool> NoteAsync(TeamsClient client, int number, Press press, BotAnswer answer)
    {
        var shown = answer.Status == 200 ? answer.ToCardAnswer() : null;
        if (shown is not { Kind: CardAnswerKind.Card, Card: { } card })
        {
            Unanswered++;
            return false;
        }

        Acknowledged++;
        var entries = await world.Bot.ReadAsync(db => db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Subject == $"draft:{number}").OrderBy(entry => entry.Sequence).ToListAsync());
        var where = $"{seed}, {client.Person.Name} 「{press.Title}」 No.{number}";
        var story = DraftStory.Of(entries.Select(entry => entry.Action), where);
        if (Told.StatusOf(card) is { } told) story.Reached.ShouldContain(told, $"{where}: told what never was");
        var words = BotHost.Words(card);
        foreach (var (sentence, action) in Press.Receipts.Where(one => words.Contains(one.Sentence, StringComparison.Ordinal)))
            entries.ShouldContain(entry => entry.Action == action && PersonId.IsSame(entry.ActorObjectId, client.Person.ObjectId),
                $"{where}: {sentence}");
        await KeepEndAsync();
        return true;
    }

    public async Task NoteTextAsync(string text)
    {
        Texts.Add(text);
        Acknowledged++;
        await KeepEndAsync();
    }

    private async Task KeepEndAsync()
    {
        if (await world.Bot.ReadAsync(db => db.AuditHeads.AsNoTracking().SingleOrDefaultAsync()) is { } head)
            ends[head.Sequence] = head.Hash;
    }
}
