using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals;

/// <summary>The author saves text and settings and has them checked again; or lets the bot put right what it is sure of.</summary>
internal sealed class CheckDraft(DraftTurns turns, DraftChecks checks, DraftViews views, Pack pack)
{
    public async Task<Reply> Handle(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (await SaveAsync(turn, draft, cancellationToken) is { } refusal) return turns.Refuse(turn, draft, refusal);
        return turns.Done(turn, draft, "draft.check", Proof(draft), "保存して、もう一度チェックしました。", NoticeKind.Info);
    }

    /// <summary>Puts the sure replacements into the text. The result is a new revision that nobody has seen yet; the card shows what was changed.</summary>
    public async Task<Reply> HandleFix(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (await SaveAsync(turn, draft, cancellationToken) is { } refusal) return turns.Refuse(turn, draft, refusal);
        var (text, changed) = Replace(draft.Current);
        if (changed.Count == 0) return turns.Show(turn, draft, CardParts.Notice(NoticeKind.Info, "自動で直せる箇所はありません。"));
        if (draft.Revise(turn.Actor!.ObjectId, text, turns.Now) is { } cannot) return turns.Refuse(turn, draft, cannot);
        await checks.CheckAsync(draft, cancellationToken);
        return turns.Done(turn, draft, "draft.fix", Proof(draft), $"{string.Join("、", changed)} と直しました。");
    }

    /// <summary>Takes text, settings and answers from the card and checks again. Also the first half of handing in.</summary>
    public async Task<Refusal?> SaveAsync(TurnContext turn, Draft draft, CancellationToken cancellationToken)
    {
        var (actor, action) = (turn.Actor!.ObjectId, turn.Action!);
        if (!draft.IsAuthor(actor)) return Refusal.NotAuthor;
        if (!DraftTurns.IsCurrent(turn, draft)) return Refusal.OldRevision;
        var (plan, planProblem) = DraftInput.Plan(action, draft, pack, views.Open(draft));
        if (draft.Plan(actor, plan, turns.Now) is { } refusal) return refusal;
        if (action.Data.TryGetValue(ApprovalFields.Text, out var text) && draft.Revise(actor, text, turns.Now) is { } cannot) return cannot;
        await checks.CheckAsync(draft, cancellationToken);
        draft.Answer(DraftInput.Answers(action));
        return planProblem;
    }

    private static object Proof(Draft draft) => new
    {
        revision = draft.Current.Number,
        hash = draft.CurrentHash,
        account = draft.AccountId,
        findings = draft.Current.Findings.Select(finding => $"{finding.RuleId}:{finding.Severity}").ToArray(),
    };

    private static (string Text, IReadOnlyList<string> Changed) Replace(Revision revision)
    {
        var text = revision.Text;
        var changed = new List<string>();
        var end = text.Length;
        foreach (var finding in revision.Findings.Where(finding => finding is { Replacement: not null, Start: not null, End: not null }).OrderByDescending(finding => finding.Start))
        {
            // From the end backwards, so that earlier places stay where they are; of two that overlap the later one wins.
            if (finding.End > end) continue;
            text = string.Concat(text.AsSpan(0, finding.Start!.Value), finding.Replacement, text.AsSpan(finding.End!.Value));
            end = finding.Start.Value;
            changed.Insert(0, $"「{finding.Quote}」を「{finding.Replacement}」");
        }

        return (text, changed);
    }
}
