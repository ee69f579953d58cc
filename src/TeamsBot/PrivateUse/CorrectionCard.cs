using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.PrivateUse;

/// <summary>The way from a deleted post to its correction: what to do, the field for the text, what was found in it, and the end.</summary>
internal static class CorrectionCard
{
    private const int MaxFindings = 6;

    /// <param name="isComplete">The text just checked names the error and puts it right.</param>
    /// <param name="text">What was typed, carried back to its writer because nobody keeps it.</param>
    public static AdaptiveCard For(
        OwnCorrection correction,
        string text,
        IReadOnlyList<Finding> findings,
        Func<Finding, string> basis,
        DateTimeOffset now,
        string? problem = null,
        bool isChecked = false,
        bool isComplete = false
    )
    {
        var full = Draw(correction, text, findings, basis, now, problem, isChecked, isComplete);
        return CardSize.Fits(full) ? full : Draw(correction, "", findings, basis, now, problem, isChecked, isComplete);
    }

    public static AdaptiveCard Closed(OwnCorrection correction, DateTimeOffset now) => CardParts.Card(
        [
            CardParts.Title("対応を終えました"),
            CardParts.Notice(NoticeKind.Done, "訂正・お詫びまで済ませたことを記録しました。文章は保存していません。"),
            CardParts.Field("始めた日時", JapaneseTime.Format(correction.OpenedAt, now)),
        ],
        "投稿の訂正");

    private static AdaptiveCard Draw(
        OwnCorrection correction,
        string text,
        IReadOnlyList<Finding> findings,
        Func<Finding, string> basis,
        DateTimeOffset now,
        string? problem,
        bool isChecked,
        bool isComplete
    ) =>
        CardParts.Card(
            [
                CardParts.Title("消した投稿の訂正"),
                .. Notice(correction, problem, isChecked, isComplete, findings.Count > 0),
                CardParts.Remark(
                    $"{JapaneseTime.Format(correction.OpenedAt, now)}から対応中です。このやり取りはあなただけに表示し、文章は保存しません。"
                ),
                .. findings
                    .OrderByDescending(finding => finding.Severity)
                    .Take(MaxFindings)
                    .SelectMany(finding => PrivateCard.Finding(finding, basis(finding))),
                new AdaptiveTextInput
                {
                    Label = "訂正・お詫びの文",
                    Id = PrivateFields.Text,
                    Value = text,
                    IsMultiline = true,
                    MaxLength = PrivateInput.MaxLength,
                },
                CardParts.Remark(
                    "どの投稿の、何が誤りで（または、誰を傷つけ）、正しくはどうかを書きます。迷うときは、投稿する前に上司などに相談してください。"
                ),
            ],
            "投稿の訂正",
            [
                Buttons.Execute(
                    "文を点検する",
                    PrivateUseFeature.CorrectionCheckVerb,
                    style: correction.PassedAt is null ? "positive" : null
                ),
                Buttons.Execute(
                    "投稿したので終える",
                    PrivateUseFeature.CorrectionCloseVerb,
                    style: correction.PassedAt is null ? null : "positive",
                    takesInputs: false,
                    isEnabled: correction.PassedAt is not null
                ),
            ]
        );

    private static IEnumerable<AdaptiveElement> Notice(
        OwnCorrection correction,
        string? problem,
        bool isChecked,
        bool isComplete,
        bool hasFindings
    )
    {
        if (problem is not null) yield return CardParts.Notice(NoticeKind.Attention, problem);
        else if (isChecked && !isComplete) yield return CardParts.Notice(NoticeKind.Attention, "書き足りない点があります。直して、もう一度点検してください。");
        else if (isChecked && hasFindings)
            yield return CardParts.Notice(
                NoticeKind.Done,
                "必要なことが書かれています。下の点も確かめてから投稿し、「投稿したので終える」を押してください。"
            );
        else if (isChecked) yield return CardParts.Notice(NoticeKind.Done, "必要なことが書かれています。投稿したら「投稿したので終える」を押してください。");
        else if (correction.PassedAt is null)
            yield return CardParts.Notice(
                NoticeKind.Info,
                "削除だけで終わりにせず、何が誤りだったかを伝え、必要ならお詫びをしましょう。下に文を書いて点検してください。"
            );
    }
}
