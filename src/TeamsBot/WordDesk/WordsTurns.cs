using System.Globalization;
using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.OwnWords;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.WordDesk;

/// <summary>
/// What the use cases of the word book have in common: who may, which entry, which state of it the card showed, and the answer.
/// </summary>
internal sealed class WordsTurns(BotDbContext db, PeopleDirectory people, AuditTrail audit, WordTrial trial, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The member of the desk who acts, or null for anybody else; a try of somebody else is written down.</summary>
    public WordingAuthor? DeskMember(ParsedTurn turn)
    {
        if (people.Find(turn.Actor!) is { } person && person.Has(Role.Desk)) return new WordingAuthor(person.ObjectId, person.Name);
        audit.Record(
            turn.Actor,
            "words.refused",
            Subject(turn.Action?["entry"] ?? ""),
            new { verb = turn.Action?.Verb ?? WordsVerbs.List }
        );
        return null;
    }

    public static Reply NotDesk => Reply.Say("用語を見たり変えたりできるのは、広報担当の方です。加えたい語があるときは、広報担当へお知らせください。");

    /// <summary>The entry a button names, or null.</summary>
    public async Task<WordingEntry?> FindAsync(ParsedTurn turn, CancellationToken cancellationToken) =>
        Guid.TryParseExact(turn.Action!["entry"], "N", out var id)
            ? await db.FindWordingAsync(id, turn.Actor!.TenantId, cancellationToken)
            : null;

    public static Reply NotFound => Reply.Say("この語は見つかりません。「用語」から開き直してください。");

    /// <summary>The state of the entry that the card was drawn from; one that was never drawn for anything else.</summary>
    public static long Seen(ParsedTurn turn) =>
        long.TryParse(turn.Action!["stamp"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;

    public static int Number(ParsedTurn turn) =>
        int.TryParse(turn.Action!["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>Writes down what was done, and shows the entry as it stands now.</summary>
    public async Task<Reply> DoneAsync(
        ParsedTurn turn,
        WordingEntry entry,
        string action,
        object details,
        string said,
        CancellationToken cancellationToken
    )
    {
        audit.Record(turn.Actor, action, Subject(entry.Id.ToString("N")), details);
        return await ShowAsync(turn, entry, CardParts.Notice(NoticeKind.Done, said), null, cancellationToken);
    }

    public async Task<Reply> RefuseAsync(
        ParsedTurn turn,
        WordingEntry entry,
        WordingRefusal refusal,
        WordingForm? typed,
        CancellationToken cancellationToken
    ) => await ShowAsync(turn, entry, CardParts.Notice(NoticeKind.Attention, Sentence(refusal, entry)), typed, cancellationToken);

    /// <summary>The card of the entry with the trial of its newest version, while that is not in effect.</summary>
    public async Task<Reply> ShowAsync(
        ParsedTurn turn,
        WordingEntry entry,
        AdaptiveContainer? notice,
        WordingForm? typed,
        CancellationToken cancellationToken
    )
    {
        var tried =
            entry.ActiveVersion == entry.LatestVersion
                ? null
                : await trial.RunAsync(entry.Latest.Content, entry.TenantId, cancellationToken);
        return Reply.Show(WordCard.For(entry, StampAfter(entry), tried, Now, notice, typed));
    }

    public static string Subject(string id) => $"wording:{id}";

    /// <summary>The stamp the card must carry: saving a change adds one (see <see cref="BotDbContext"/>).</summary>
    private long StampAfter(WordingEntry entry)
    {
        db.ChangeTracker.DetectChanges();
        return db.Entry(entry).State == EntityState.Modified ? entry.Version + 1 : entry.Version;
    }

    private string Sentence(WordingRefusal refusal, WordingEntry entry) => refusal switch
    {
        WordingRefusal.Conflict =>
            $"カードを開いたあとに、{entry.ChangedBy}さんがこの語を変えました（{JapaneseTime.Format(entry.ChangedAt, Now)}）。いまの内容をお確かめのうえ、もう一度操作してください。"
                + $"入力した内容は残しています。",
        WordingRefusal.ReasonMissing => "理由を入力してください。あとから経緯が分かるように残します。",
        WordingRefusal.NoSuchVersion => "その版は選べません。いまの内容をお確かめください。",
        WordingRefusal.Nothing => "すでにその状態です。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };
}
