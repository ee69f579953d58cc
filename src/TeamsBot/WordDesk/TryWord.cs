using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.OwnWords;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.WordDesk;

/// <summary>
/// A member of the desk adds or changes an entry: it is tried on the last posts and kept as a version that takes part in nothing yet. What
/// cannot be used is refused with its reason and nothing typed is lost.
/// </summary>
internal sealed class TryWord(BotDbContext db, WordsTurns turns, WordTrial trial, ClauseNames clauses)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turns.DeskMember(turn) is not { } member) return WordsTurns.NotDesk;
        var form = WordingForm.Read(turn.Action!);
        var isNew = turn.Action!["entry"].Length == 0;
        var entry = isNew ? null : await turns.FindAsync(turn, cancellationToken);
        if (!isNew && entry is null) return WordsTurns.NotFound;

        var tried = await trial.RunAsync(form.Content, turn.Actor!.TenantId, cancellationToken);
        if ((Problem(form) ?? tried.Refusal) is { } problem)
        {
            var notice = CardParts.Notice(NoticeKind.Attention, problem);
            return entry is null
                ? Reply.Show(WordingForm.New(form, notice))
                : await turns.ShowAsync(turn, entry, notice, form, cancellationToken);
        }

        if (entry is null)
        {
            entry = WordingEntry.Propose(Guid.CreateVersion7(turns.Now), turn.Actor.TenantId, form.Content, member, form.Reason, turns.Now);
            db.WordingEntries.Add(entry);
        }
        else if (entry.Revise(WordsTurns.Seen(turn), form.Content, member, form.Reason, turns.Now) is { } refusal)
        {
            return await turns.RefuseAsync(turn, entry, refusal, form, cancellationToken);
        }

        return await turns.DoneAsync(turn, entry, "words.try",
            new { version = entry.LatestVersion, content = form.Content, reason = form.Reason, posts = tried.Posts, hits = tried.Hits },
            "試しました。まだ点検には使われていません。結果をお確かめのうえ「有効にする」を押してください。", cancellationToken);
    }

    private string? Problem(WordingForm form)
    {
        if (form.Reason.Length == 0) return "登録・変更の理由を入力してください。あとから経緯が分かるように残します。";
        if (form.Reason.Length > WordingEntry.MaxReason) return "登録・変更の理由は200字までで入力してください。";
        return form.Content.Clause.Length > 0 && clauses.Of([form.Content.Clause]).Length == 0
            ? $"「{form.Content.Clause}」という条項は登録されていません。条項の番号を確かめるか、空欄にしてください。"
            : null;
    }
}
