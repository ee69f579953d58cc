using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Checks.WordBooks;
using TeamsBot.OwnWords;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.WordDesk;

/// <summary>The fields of an entry as they were typed, kept through every refusal.</summary>
internal sealed record WordingForm(WordingContent Content, string Reason)
{
    public static WordingForm Empty { get; } = new(new WordingContent(WordingKind.Word, "", "", Severity.Warn, "", "", "", ""), "");

    /// <summary>The desk may warn and hold back; what must never go out at all (止め) is for the rules of the program.</summary>
    private static readonly Severity[] Severities = [Severity.Hint, Severity.Warn, Severity.Block];

    private static readonly (WordingKind Kind, string Word)[] Kinds =
    [
        (WordingKind.Word, "語・言い回し"),
        (WordingKind.OfficialName, "正式名称"),
        (WordingKind.Pattern, "パターン（正規表現）"),
        (WordingKind.Facility, "施設"),
        (WordingKind.SensitiveDate, "配慮する日"),
    ];

    public static string WordOf(WordingKind kind) => Kinds.First(known => known.Kind == kind).Word;

    public static string WordOf(Severity severity) => RulePolicy.Levels.InJapanese(severity);

    /// <summary>The day as staff write it, <c>3月11日</c>; as it was typed where it is none.</summary>
    public static string DayOf(WordingContent content) =>
        content.DayOf() is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日") : content.Day;

    /// <summary>
    /// What the card brings. A kind or weight that is none of the choices counts as the usual one, because a card can be edited by hand.
    /// </summary>
    public static WordingForm Read(CardAction action)
    {
        var kind = Chosen.Of<WordingKind>(action[WordsFields.Kind]) ?? WordingKind.Word;
        var severity =
            Chosen.Of<Severity>(action[WordsFields.Severity]) is { } weight && Severities.Contains(weight) ? weight : Severity.Warn;
        return new WordingForm(
            new WordingContent(
                kind,
                Field(WordsFields.Text),
                kind == WordingKind.SensitiveDate ? Field(WordsFields.Day).Replace('/', '-') : "",
                severity,
                kind == WordingKind.Facility ? "" : Field(WordsFields.Instead),
                Field(WordsFields.Except),
                Field(WordsFields.Clause),
                Field(WordsFields.Note),
                kind == WordingKind.Facility ? Field(WordsFields.Address) : "",
                kind == WordingKind.Facility ? Field(WordsFields.Phone) : ""
            ),
            Field(WordsFields.Reason)
        );
        string Field(string name) => TypedText.Of(action[name], PatternGuard.MaxLength + 1);
    }

    public IEnumerable<AdaptiveElement> Fields() =>
    [
        new AdaptiveChoiceSetInput
        {
            Label = "種類",
            Choices = [.. Kinds.Select(kind => new AdaptiveChoice { Title = kind.Word, Value = kind.Kind.ToString() })],
            Wrap = true,
            Id = WordsFields.Kind,
            Value = Content.Kind.ToString(),
            Style = AdaptiveChoiceInputStyle.Compact,
        },
        new AdaptiveTextInput
        {
            Label = "語（施設では正式名称、配慮する日では日の名前）",
            Id = WordsFields.Text,
            Value = Content.Text,
            MaxLength = 200,
        },
        new AdaptiveTextInput
        {
            Label = "言い換え・正式名称（配慮する日では、していただきたいこと）",
            Id = WordsFields.Instead,
            Value = Content.Instead,
            MaxLength = WordingContent.MaxText,
        },
        new AdaptiveTextInput
        {
            Label = "住所（施設だけ。例 〒351-8501 朝霞市本町1-1-1）",
            Id = WordsFields.Address,
            Value = Content.Address,
            MaxLength = WordingContent.MaxText,
        },
        new AdaptiveTextInput
        {
            Label = "電話番号（施設だけ。例 048-463-1111）",
            Id = WordsFields.Phone,
            Value = Content.Phone,
            MaxLength = WordingContent.MaxPhone,
        },
        new AdaptiveTextInput
        {
            Label = "月と日（配慮する日だけ。例 03-11）",
            Id = WordsFields.Day,
            Value = Content.Day,
            MaxLength = 5,
        },
        new AdaptiveChoiceSetInput
        {
            Label = "重さ",
            Choices = [.. Severities.Select(severity => new AdaptiveChoice { Title = WordOf(severity), Value = severity.ToString() })],
            Wrap = true,
            Id = WordsFields.Severity,
            Value = Content.Severity.ToString(),
            Style = AdaptiveChoiceInputStyle.Compact,
        },
        new AdaptiveTextInput
        {
            Label = "例外：この語を含んでいてもよい語（、で区切る）",
            Id = WordsFields.Except,
            Value = Content.Except,
            MaxLength = WordingContent.MaxNote,
        },
        new AdaptiveTextInput
        {
            Label = "根拠の条項の番号（例 asaka-6-2-2b。なければ空欄）",
            Id = WordsFields.Clause,
            Value = Content.Clause,
            MaxLength = 40,
        },
        new AdaptiveTextInput
        {
            Label = "起案者への説明（空欄なら決まった文）",
            Id = WordsFields.Note,
            Value = Content.Note,
            MaxLength = WordingContent.MaxNote,
        },
        new AdaptiveTextInput
        {
            Label = "登録・変更の理由（必須）",
            Id = WordsFields.Reason,
            Value = Reason,
            MaxLength = WordingEntry.MaxReason,
        },
    ];

    /// <summary>The form of an entry that does not exist yet.</summary>
    public static AdaptiveCard New(WordingForm typed, AdaptiveContainer? notice = null) =>
        CardParts.Card(
            [
                CardParts.Title("用語を加える"),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                CardParts.Remark("まず過去の投稿で試します。「有効にする」を押すまで、点検には使われません。"),
                .. typed.Fields(),
            ],
            "用語を加える",
            [
                Buttons.Execute("過去の投稿で試す", WordsVerbs.Try, style: "positive"),
                Buttons.Execute("用語の一覧", WordsVerbs.List, new JsonObject(), takesInputs: false),
            ]
        );
}
