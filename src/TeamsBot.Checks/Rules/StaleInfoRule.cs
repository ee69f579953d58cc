using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Still calls for applications although the writer's own event is past its deadline on the day of posting, or a post of the account said
/// it is full [asaka-7-1-ex2-3]. A deadline printed in the text is judged by date-past.
/// </summary>
internal sealed partial class StaleInfoRule : IRule
{
    public RuleInfo About { get; } = new("stale-info", Category.DatePast, Severity.Block, "asaka-7-1-ex2-3", "asaka-6-2-3");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (Call().Match(draft.Normal) is not { Success: true } call || Closed().IsMatch(draft.Normal)) yield break;
        var span = draft.At(call);
        var full = context
            .History.Where(post => post.SameAccount && Closed().IsMatch(post.Text) && Similarity.SharesSubject(draft.Original, post.Text))
            .MaxBy(post => post.PostedAt);
        if (full is not null)
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」とありますが、{JapaneseDate.PrintShort(JapanTime.DateOf(full.PostedAt))}の投稿で受付の終了をお知らせしています。募集の状況を確認してください。"
            );
        else if (
            context.Event is { Kind: EventKind.Application, Deadline: { } deadline }
            && deadline < context.PostedOn
            && !draft.Dates(context.PostedOn).Any(mention => mention.Date == deadline)
        )
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」とありますが、申込締切の{JapaneseDate.PrintShort(deadline)}を過ぎています。募集の状況を確認してください。"
            );
    }

    [GeneratedRegex("募集中|募集しています|募集しており|受付中|受け付けています|受け付けております|お申し?込みください", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Call();

    [GeneratedRegex("満員|定員に達し|定員となり|キャンセル待ち|(?:受付|募集)(?:は|を)?(?:終了|締め切)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Closed();
}
