using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.PrivateUse;

/// <summary>
/// The form and the result of a private check. Both carry what was typed back to its writer, because nobody else keeps it.
/// </summary>
internal static class PrivateCard
{
    /// <summary>
    /// How much is drawn, fullest first: findings, and whether the text is carried back. The first that fits the limit of a card is shown
    /// (protocol.md 3.10).
    /// </summary>
    private static readonly (int Findings, bool WithText)[] Details = [(12, true), (12, false), (6, false), (3, false)];

    public static AdaptiveCard Form(PrivateInput input, string? problem = null) => Fitting(shown => FormOf(shown, problem), input);

    private static AdaptiveCard FormOf(PrivateInput input, string? problem) => CardParts.Card(
        [
            CardParts.Title("私的点検"),
            .. problem is null ? [] : new AdaptiveElement[] { CardParts.Notice(NoticeKind.Attention, problem) },
            CardParts.Remark("結果はあなただけに表示します。文章は保存しません（どの点検に当たったかの記録だけが残ります）。"),
            .. Fields(input),
        ],
        "私的点検",
        [Buttons.Execute("点検する", PrivateUseFeature.CheckVerb, style: "positive")]);

    /// <summary>The pause is not over; nothing is checked, so that the pause is one.</summary>
    public static AdaptiveCard TooEarly(PrivateInput input, DateTimeOffset until, DateTimeOffset now) =>
        Fitting(shown => TooEarlyOf(shown, until, now), input);

    private static AdaptiveCard TooEarlyOf(PrivateInput input, DateTimeOffset until, DateTimeOffset now) => CardParts.Card(
        [
            CardParts.Title("少し時間をおいてください"),
            CardParts.Notice(
                NoticeKind.Attention,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"あと{Math.Ceiling((until - now).TotalMinutes)}分で、もう一度点検できます（{JapaneseTime.Format(until, now)}から）。"
                )
            ),
            .. Fields(input),
        ],
        "私的点検",
        [Button("読み直した（もう一度点検する）", until, input.WasAsked)]);

    /// <param name="coolUntil">From when a text that needs a pause may be checked again.</param>
    /// <param name="basis">The clauses of a finding as readers know them.</param>
    /// <param name="said">What became of a picture; null for nothing.</param>
    public static AdaptiveCard Result(
        PrivateInput input,
        PrivateVerdict verdict,
        IReadOnlyList<Finding> findings,
        Func<Finding, string> basis,
        DateTimeOffset coolUntil,
        DateTimeOffset now,
        (NoticeKind Kind, string Text)? said = null
    )
    {
        var cards = Details.Select(detail =>
            Result(detail.WithText ? input : input with { Text = "" }, verdict, findings, detail.Findings, basis, coolUntil, now, said)
        );
        return cards.FirstOrDefault(CardSize.Fits) ?? cards.Last();
    }

    /// <summary>A text too long to be carried back beside its fields is left out; its writer has it.</summary>
    private static AdaptiveCard Fitting(Func<PrivateInput, AdaptiveCard> card, PrivateInput input) =>
        card(input) is var full && CardSize.Fits(full) ? full : card(input with { Text = "" });

    private static AdaptiveCard Result(
        PrivateInput input,
        PrivateVerdict verdict,
        IReadOnlyList<Finding> findings,
        int most,
        Func<Finding, string> basis,
        DateTimeOffset coolUntil,
        DateTimeOffset now,
        (NoticeKind Kind, string Text)? said
    ) =>
        CardParts.Card(
            [
                CardParts.Title(Heading(verdict)),
                CardParts.Notice(
                    verdict == PrivateVerdict.Ok ? NoticeKind.Done
                        : verdict is PrivateVerdict.Unread or PrivateVerdict.PictureOnly ? NoticeKind.Info
                        : NoticeKind.Attention,
                    Next(verdict)
                ),
                .. said is { } notice ? [CardParts.Notice(notice.Kind, notice.Text)] : Array.Empty<AdaptiveElement>(),
                .. findings
                    .OrderByDescending(finding => finding.Severity)
                    .Take(most)
                    .SelectMany(finding => Finding(finding, basis(finding))),
                .. findings.Count > most
                    ? [CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"ほか{findings.Count - most}件。"))]
                    : Array.Empty<AdaptiveElement>(),
                .. PrivatePicturesSection.For(
                    input,
                    picture =>
                        Data(CoolUntil(input, verdict, coolUntil), AsksConsent(verdict, input), (PrivateFields.PictureChosen, picture)),
                    now
                ),
                .. AsksConsent(verdict, input) ? Consent(input) : [],
                .. verdict is PrivateVerdict.Unread
                    ?
                    [
                        new AdaptiveToggleInput
                        {
                            Title = "投稿する前に、もう一度読み直した",
                            Wrap = true,
                            Id = PrivateFields.Read,
                            Value = "false",
                            ValueOn = "true",
                            ValueOff = "false",
                        },
                    ]
                    : Array.Empty<AdaptiveElement>(),
                .. verdict is not (PrivateVerdict.Ok or PrivateVerdict.PictureOnly) && input.Text.Length == 0
                    ? [CardParts.Remark("文章は保存していません。もう一度点検するときは、下の欄に貼り付けてください。")]
                    : Array.Empty<AdaptiveElement>(),
                .. verdict == PrivateVerdict.Ok ? [] : Fields(input),
            ],
            "私的点検の結果",
            verdict == PrivateVerdict.Ok ? null : [Action(input, verdict, coolUntil)]
        );

    private static AdaptiveExecuteAction Action(PrivateInput input, PrivateVerdict verdict, DateTimeOffset coolUntil) => verdict switch
    {
        PrivateVerdict.CoolOff => Button("読み直した（もう一度点検する）", coolUntil, AsksConsent(verdict, input)),
        PrivateVerdict.Unread => Button("確認を終える", input.CoolUntil, AsksConsent(verdict, input)),
        _ => Button("もう一度点検する", input.CoolUntil, AsksConsent(verdict, input)),
    };

    /// <summary>Once asked, the question stays on the card with its answer.</summary>
    private static bool AsksConsent(PrivateVerdict verdict, PrivateInput input) =>
        verdict == PrivateVerdict.AskConsent || input.WasAsked || input.Consent.Length > 0;

    private static DateTimeOffset? CoolUntil(PrivateInput input, PrivateVerdict verdict, DateTimeOffset coolUntil) =>
        verdict == PrivateVerdict.CoolOff ? coolUntil : input.CoolUntil;

    private static AdaptiveExecuteAction Button(string title, DateTimeOffset? coolUntil, bool asked) =>
        Buttons.Execute(title, PrivateUseFeature.CheckVerb, Data(coolUntil, asked), style: "positive");

    private static JsonObject Data(DateTimeOffset? coolUntil, bool asked, params (string Key, string Value)[] more)
    {
        var data = new JsonObject();
        if (coolUntil is { } until) data["coolUntil"] = until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        if (asked) data["asked"] = "true";
        foreach (var (key, value) in more) data[key] = value;
        return data;
    }

    private static string Heading(PrivateVerdict verdict) => verdict switch
    {
        PrivateVerdict.DoNotPost => "投稿しない",
        PrivateVerdict.AskConsent => "同意を確かめてください",
        PrivateVerdict.CoolOff => "少し時間をおいてください",
        PrivateVerdict.Reconsider => "見直してください",
        PrivateVerdict.PictureOnly => "画像を点検しました",
        PrivateVerdict.Unread => "未読",
        PrivateVerdict.Ok => "OK",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    private static string Next(PrivateVerdict verdict) => verdict switch
    {
        PrivateVerdict.DoNotPost => "このままでは投稿しないでください。下の項目を直すか、同意を得てから、もう一度点検してください。",
        PrivateVerdict.AskConsent => "ほかの人の写真や情報があります。誰から、いつ同意を得たかを答えてください。",
        PrivateVerdict.CoolOff => "10分おいてから読み直してください。10分たつと、下のボタンでもう一度点検できます。",
        PrivateVerdict.Reconsider => "気になる点があります。直すかどうかはあなたが決めてください。",
        PrivateVerdict.PictureOnly => "画像に撮影場所の情報はありません。文章は点検していません。点検するときは、下の欄に貼り付けてください。",
        PrivateVerdict.Unread => "点検で大きな問題は見つかりませんでした。もう一度読み直したら、印を付けてください。",
        PrivateVerdict.Ok => "読み直しまで終わりました。投稿するかどうかはあなたが決めてください。",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    /// <summary>One finding as private checks show it.</summary>
    public static IEnumerable<AdaptiveElement> Finding(Finding finding, string basis)
    {
        yield return CardParts.Line(
            new AdaptiveTextRun { Text = $"［{Word(finding.Severity)}］", Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = finding.Category.Label, Weight = AdaptiveTextWeight.Bolder }
        );
        yield return CardParts.Line(finding.Message);
        if (finding.Suggestion is { } suggestion)
            yield return CardParts.Line(new AdaptiveTextRun { Text = $"→ {suggestion}", Color = AdaptiveTextColor.Good });
        if (basis.Length > 0)
            yield return CardParts.Line(
                new AdaptiveTextRun
                {
                    Text = $"根拠：{basis}",
                    IsSubtle = true,
                    Size = AdaptiveTextSize.Small,
                }
            );
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Stop => "投稿しない",
        Severity.Hint => "助言",
        _ => "注意",
    };

    private static IEnumerable<AdaptiveElement> Consent(PrivateInput input) =>
    [
        CardParts.Heading("写っている人・書かれている人の同意"),
        new AdaptiveChoiceSetInput
        {
            Label = "同意を得ていますか",
            Choices =
            [
                new AdaptiveChoice { Title = "はい", Value = PrivateInput.Yes },
                new AdaptiveChoice { Title = "いいえ", Value = PrivateInput.No },
                new AdaptiveChoice
                {
                    Title = "ぼかしや切り抜きで、写っている人が誰か分からないようにした", Value = PrivateInput.Unrecognisable,
                },
            ],
            Wrap = true,
            Id = PrivateFields.Consent,
            Value = input.Consent.Length > 0 ? input.Consent : null,
            Style = AdaptiveChoiceInputStyle.Expanded,
        },
        new AdaptiveTextInput
        {
            Label = "誰から（保存しません）", Id = PrivateFields.ConsentWho, Value = input.ConsentWho, MaxLength = PrivateInput.MaxWho,
        },
        new AdaptiveDateInput { Label = "いつ", Id = PrivateFields.ConsentOn, Value = input.ConsentOn.Length > 0 ? input.ConsentOn : null },
    ];

    private static IEnumerable<AdaptiveElement> Fields(PrivateInput input) =>
    [
        new AdaptiveTextInput
        {
            Label = "投稿する文章", Id = PrivateFields.Text, Value = input.Text, IsMultiline = true, MaxLength = PrivateInput.MaxLength,
        },
        new AdaptiveToggleInput
        {
            Title = "ほかの人が写った写真を付ける", Wrap = true, Id = PrivateFields.PhotoOfOthers, Value = input.PhotoOfOthers ? "true" : "false",
            ValueOn = "true", ValueOff = "false",
        },
        new AdaptiveToggleInput
        {
            Title = "友だちなど、一部の人だけに公開する", Wrap = true, Id = PrivateFields.LimitedAudience,
            Value = input.LimitedAudience ? "true" : "false", ValueOn = "true", ValueOff = "false",
        },
        new AdaptiveTextInput
        {
            Label = "所属が分かる言葉：事務所、共演者など（この点検だけに使い、保存しません）", Id = PrivateFields.TraceWords, Value = input.TraceWords,
            MaxLength = PrivateInput.MaxTraceWords,
        },
    ];
}
