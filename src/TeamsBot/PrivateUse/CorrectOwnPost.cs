using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Checks;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.PrivateUse;

/// <summary>
/// 「消した」: walks somebody from a deleted post to a correction that says what was wrong [private-3-3-2a]. In the 1:1 chat only.
/// </summary>
internal sealed class CorrectOwnPost(BotDbContext db, PackChecks checks, ClauseNames clauses, AuditTrail audit, TimeProvider time)
{
    /// <summary>What a correction must show before the matter can be closed.</summary>
    private const string ShapeRule = "correction-shape";

    /// <summary>Opens the matter, or shows the one that is open.</summary>
    public async Task<Reply> HandleDeleted(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal) return Reply.Say("この操作は、このボットとの1対1のチャットだけで使えます。");
        var correction = await OpenAsync(turn, cancellationToken);
        if (correction is null)
        {
            correction = OwnCorrection.Open(turn.Actor!.TenantId, turn.Actor.ObjectId, time.GetUtcNow());
            db.OwnCorrections.Add(correction);
            audit.Record(turn.Actor, "private.correction.open", Subject(correction));
        }

        return Reply.Show(CorrectionCard.For(correction, "", [], Basis, time.GetUtcNow()));
    }

    public async Task<Reply> HandleCheck(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal || await OpenAsync(turn, cancellationToken) is not { } correction) return Nothing;
        var (now, text) = (time.GetUtcNow(), turn.Action![PrivateFields.Text].Trim());
        if (text.Length is 0 or > PrivateInput.MaxLength)
            return Reply.ShowPrivately(
                CorrectionCard.For(
                    correction,
                    "",
                    [],
                    Basis,
                    now,
                    text.Length == 0 ? "訂正・お詫びの文を入力してください。" : "文章は10,000字までです。"
                )
            );

        var findings = ContentChecker.Check(text, checks.ContextFor(null, now, null) with { Private = true, IsCorrection = true })
            .Where(finding => finding.Severity > Severity.Hint).ToList();
        var hasShape = !findings.Exists(finding => finding.RuleId == ShapeRule || finding.Severity == Severity.Stop);
        if (hasShape && correction.PassedAt is null)
        {
            correction.Passed(now);
            audit.Record(turn.Actor, "private.correction.passed", Subject(correction));
        }

        // To an older client the card goes through the outbox, which keeps it until it is delivered; then the text is not put on it again.
        return Reply.ShowPrivately(
            CorrectionCard.For(correction, turn.IsInvoke ? text : "", findings, Basis, now, isChecked: true, isComplete: hasShape)
        );
    }

    /// <summary>The button is drawn only once a correction passed; a card made by hand gets the same answer as an early press.</summary>
    public async Task<Reply> HandleClose(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal || await OpenAsync(turn, cancellationToken) is not { } correction) return Nothing;
        if (!correction.Close(time.GetUtcNow()))
            return Reply.Show(CorrectionCard.For(correction, "", [], Basis, time.GetUtcNow(), "訂正・お詫びの文の点検がまだです。削除しただけでは終えられません。"));
        audit.Record(turn.Actor, "private.correction.close", Subject(correction));
        return Reply.Show(CorrectionCard.Closed(correction, time.GetUtcNow()));
    }

    private static Reply Nothing => Reply.Say("対応中の投稿はありません。投稿を消したときは「消した」と送ってください。");

    private string Basis(Finding finding) => clauses.Of(finding.Clauses);

    private static string Subject(OwnCorrection correction) => $"correction:{correction.Id:N}";

    private Task<OwnCorrection?> OpenAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (tenant, owner) = (turn.Actor!.TenantId, turn.Actor.ObjectId);
        return db.OwnCorrections.Where(one => one.TenantId == tenant && one.OwnerId == owner && one.ClosedAt == null)
            .OrderByDescending(one => one.OpenedAt).FirstOrDefaultAsync(cancellationToken);
    }
}
