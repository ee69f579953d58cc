using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>The author saves text and settings and has them checked again; or lets the bot put right what it is sure of.</summary>
internal sealed class CheckDraft(DraftTurns turns, DraftChecks checks, DraftViews views, AuthorReplies replies, Pack pack)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var (stamp, typed, language) = (draft.Stamp, AuthorInput.Of(turn.Action!, draft), turns.Language(turn));
        if (await SaveAsync(turn, draft, cancellationToken) is { } refusal)
            return replies.Refuse(turn, draft, refusal, stamp, Proof(draft), typed);
        // What holds it back at handing in is said while the field is before the eyes; everything is saved all the same.
        if (draft.PlannedAt <= turns.Now) return replies.Keep(turn, draft, Refusal.PlannedTimePast, Proof(draft), typed);
        return turns.Done(
            turn,
            draft,
            "draft.check",
            Proof(draft),
            language.Say("保存して、もう一度点検しました。", "Saved and checked again."),
            NoticeKind.Info
        );
    }

    /// <summary>
    /// Puts the sure replacements into the text. The result is a new revision that nobody has seen yet; the card shows what was changed.
    /// </summary>
    public async Task<Reply> HandleFix(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var (stamp, revision, typed) = (draft.Stamp, draft.Current.Number, AuthorInput.Of(turn.Action!, draft));
        var language = turns.Language(turn);
        if (await SaveAsync(turn, draft, cancellationToken) is { } refusal)
            return replies.Refuse(turn, draft, refusal, stamp, Proof(draft), typed);
        // A field names a place in the text it was drawn for; in another text the place is another.
        var fills = draft.Current.Number == revision ? DraftInput.Fills(turn.Action!) : new Dictionary<string, string>();
        var findings = await checks.CheckAsync(draft, cancellationToken);
        var made = Fixes.Apply(
            draft.Current.Text,
            findings.Select(finding =>
                finding with
                {
                    Replacement = fills.GetValueOrDefault(DraftFinding.KeyOf(finding), finding.Replacement!),
                }
            )
        );
        if (made.Applied.Count == 0)
        {
            return turns.Done(turn, draft, "draft.check", Proof(draft), language.Say(
                "保存しました。書き換える内容が入力されていません。", "Saved. There is nothing to write into the text."), NoticeKind.Info);
        }

        if (draft.Revise(turn.Actor!.ObjectId, made.Text, turns.Now) is { } cannot)
            return replies.Refuse(turn, draft, cannot, stamp, Proof(draft), typed);
        await checks.CheckAsync(draft, cancellationToken);
        return turns.Done(
            turn,
            draft,
            "draft.fix",
            Proof(draft),
            FixedWords.Of([.. made.Applied.Select(fix => (fix.Before, fix.After))], language)
        );
    }

    /// <summary>Takes text, settings and answers from the card and checks again. Also the first half of handing in.</summary>
    public async Task<Refusal?> SaveAsync(ParsedTurn turn, Draft draft, CancellationToken cancellationToken)
    {
        var (actor, action) = (turn.Actor!.ObjectId, turn.Action!);
        if (!draft.IsAuthor(actor)) return Refusal.NotAuthor;
        if (!DraftTurns.IsCurrent(turn, draft)) return Refusal.OldRevision;
        if (AuthorInput.IsEmptied(action)) return Refusal.NoText;
        var (plan, planProblem) = DraftInput.Plan(action, draft, pack, views.Open(draft), turns.Now);
        if (draft.Plan(actor, plan, turns.Now) is { } refusal) return refusal;
        if (
            action.Data.TryGetValue(ApprovalFields.Text, out var text)
            && draft.Revise(actor, CredentialMask.Mask(text).Text, turns.Now) is { } cannot
        )
            return cannot;
        if (draft.Describe(actor, PictureInput.Read(action, draft), PictureInput.ReadHasVideo(action, draft), turns.Now) is { } no)
            return no;
        await checks.CheckAsync(draft, cancellationToken);
        draft.Answer(DraftInput.Answers(action));
        return planProblem;
    }

    public static object Proof(Draft draft) => new
    {
        revision = draft.Current.Number,
        hash = draft.CurrentHash,
        account = draft.AccountId,
        findings = draft.Current.Findings.Select(finding => $"{finding.RuleId}:{finding.Severity}").ToArray(),
    };
}
