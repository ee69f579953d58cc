using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Guidelines;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Answers;

/// <summary>
/// An answer with its place in the guideline: our short words first, then the quotation with edition and printed clause, and what leads on.
/// Fields and other organisations' examples are folded.
/// </summary>
internal static class AnswerCard
{
    private const string Wrong = "wrong", Examples = "examples";

    private const int MaxQuote = 400;

    private const int MaxRelated = 2;

    /// <summary>A longer answer is a paragraph below a heading of its own.</summary>
    private const int LongestHeading = 60;

    public static AdaptiveCard For(Question question, Answer answer, GuidelineLibrary library, IReadOnlyList<Phone> phones)
    {
        var language = question.Language;
        return CardParts.Card(
            [
                .. Said(question, answer, language),
                .. answer.Trouble is null
                    ? Array.Empty<AdaptiveElement>()
                    : [CardParts.Notice(NoticeKind.Attention, HappeningNow(language))],
                .. answer.Citations.Take(1).Select(citation => Quotation(citation, language)),
                .. answer.Settings.Select(setting =>
                    CardParts.Field(
                        language.Say("設定値（ガイドラインの文言ではありません）", "The organisation's own setting, not guideline text"),
                        setting.Text
                    )
                ),
                .. Further(answer, language),
                .. answer.Found ? Array.Empty<AdaptiveElement>() : Phones(phones, language),
                .. Next(answer, library, language),
                .. Judging(question, answer, phones, language),
            ],
            answer.Text,
            language: language);
    }

    /// <summary>Document, edition, printed clause and heading.</summary>
    public static string Place(Citation citation) => $"{DocumentOf(citation)} {Within(citation)}";

    private static string DocumentOf(Citation citation) => $"{citation.Title}{(citation.Edition is { } edition ? $"（{edition}）" : "")}";

    private static string Within(Citation citation) => $"{citation.Clause}{(citation.Heading.Length > 0 ? $"「{citation.Heading}」" : "")}";

    /// <summary>The heading says the answer where it fits; what was asked stands below it, small enough to be passed over.</summary>
    private static IEnumerable<AdaptiveElement> Said(Question question, Answer answer, CardLanguage language)
    {
        var lines = answer.Text.Split('\n');
        var isHeading = answer.Found && lines is [{ Length: <= LongestHeading }];
        yield return CardParts.Title(isHeading ? Unmarked(lines[0])
            : answer.Found ? language.Say("回答", "Answer") : language.Say("ガイドラインに記載が見つかりません", "Not in the guideline"));
        yield return CardParts.Line(
            new AdaptiveTextRun { Text = language.Say("ご質問　", "You asked: "), IsSubtle = true },
            new AdaptiveTextRun { Text = question.Text }
        );
        if (isHeading) yield break;
        foreach (var line in lines) yield return CardParts.Line(line);
    }

    /// <summary>A heading is read as Markdown; the line may quote a document.</summary>
    private static string Unmarked(string line) =>
        line.Replace("*", "＊", StringComparison.Ordinal)
            .Replace("_", "＿", StringComparison.Ordinal)
            .Replace("[", "［", StringComparison.Ordinal)
            .Replace("]", "］", StringComparison.Ordinal);

    private static AdaptiveContainer Quotation(Citation citation, CardLanguage language)
    {
        var items = new List<AdaptiveElement>();
        if (citation.Quote.Length > 0)
        {
            if (language == CardLanguage.En)
                items.Add(CardParts.Line(new AdaptiveTextRun { Text = "Original text (Japanese):", IsSubtle = true }));
            items.AddRange(
                ShortText.Shorten(citation.Quote, MaxQuote).Split('\n').Select(line => CardParts.Line(line.Length > 0 ? line : "\u00a0"))
            );
        }

        items.Add(CardParts.Line(
            new AdaptiveTextRun { Text = language.Say("出典　", "Source: "), IsSubtle = true, Size = AdaptiveTextSize.Small },
            new AdaptiveTextRun { Text = Place(citation), Size = AdaptiveTextSize.Small }));
        return new() { Items = items, Style = AdaptiveContainerStyle.Emphasis, Spacing = AdaptiveSpacing.Medium };
    }

    private static IEnumerable<AdaptiveElement> Further(Answer answer, CardLanguage language)
    {
        // A document's title is long; the source above has just said it.
        var places = answer
            .Citations.Skip(1)
            .Select(citation => DocumentOf(citation) == DocumentOf(answer.Citations[0]) ? Within(citation) : Place(citation))
            .ToList();
        if (places.Count > 0)
            yield return CardParts.Line(
                new AdaptiveTextRun
                {
                    Text = $"{language.Say("関連する箇所　", "See also: ")}{string.Join('、', places)}",
                    IsSubtle = true,
                    Size = AdaptiveTextSize.Small,
                }
            );
        if (answer.Examples.Count == 0) yield break;
        yield return Row(Toggle(language.Say("他団体の例を見る", "Examples of other organisations"), Examples));
        yield return new AdaptiveContainer
        {
            Id = Examples, IsVisible = false, Spacing = AdaptiveSpacing.Small,
            Items =
            [
                CardParts.Remark(
                    language.Say(
                        "他団体の例です。所属する組織の根拠にはなりません。",
                        "What others have set; no basis for your own organisation."
                    )
                ),
                .. answer
                    .Examples.GroupBy(DocumentOf)
                    .Select(document =>
                        CardParts.Line(
                            new AdaptiveTextRun
                            {
                                Text = $"・{document.Key} {string.Join('、', document.Select(Within))}",
                                Size = AdaptiveTextSize.Small,
                            }
                        )
                    ),
            ],
        };
    }

    private static IEnumerable<AdaptiveElement> Phones(IReadOnlyList<Phone> phones, CardLanguage language) =>
        phones
            .Take(1)
            .Select(phone =>
                CardParts.Line(
                    new AdaptiveTextRun { Text = language.Say("相談先　", "Ask "), IsSubtle = true },
                    new AdaptiveTextRun { Text = phone.ToString(), Weight = AdaptiveTextWeight.Bolder }
                )
            );

    private static IEnumerable<AdaptiveElement> Next(Answer answer, GuidelineLibrary library, CardLanguage language)
    {
        var asks = answer
            .RelatedQuestions.Select(clause =>
                (Clause: clause, Ask: library.FindClause(clause) is { Row.Ask: var ask } ? language.Say(ask.Ja, ask.En) : "")
            )
            .Where(next => next.Ask.Length > 0)
            .Take(MaxRelated)
            .ToList();
        if (asks.Count > 0) yield return CardParts.Heading(language.Say("続けて聞く", "Ask next"));
        foreach (var (clause, ask) in asks)
            yield return Row(Buttons.Execute(ask, AnswerVerbs.Clause, Data(clause, language), takesInputs: false));
    }

    private static IEnumerable<AdaptiveElement> Judging(
        Question question,
        Answer answer,
        IReadOnlyList<Phone> phones,
        CardLanguage language
    )
    {
        var row = Row(
        [
            .. answer.Found
                ?
                [
                    Buttons.Execute(
                        language.Say("役に立った", "This helped"),
                        AnswerVerbs.Feedback,
                        Data(question, "true"),
                        takesInputs: false
                    ),
                ]
                : Array.Empty<AdaptiveAction>(),
            Toggle(answer.Found ? language.Say("違う・足りない", "Not what I need") : language.Say("担当課へ質問", "Ask the desk"), Wrong),
        ]);
        row.Spacing = AdaptiveSpacing.Medium;
        yield return row;
        yield return new AdaptiveContainer
        {
            Id = Wrong, IsVisible = false, Spacing = AdaptiveSpacing.Medium,
            Items =
            [
                new AdaptiveTextInput
                {
                    Id = AnswerFields.Wanted,
                    IsMultiline = true,
                    MaxLength = Question.MaxLength,
                    Label = language.Say(
                        "何が知りたかったか（任意。担当課に届きます）",
                        "What did you want to know? (optional; goes to the desk)"
                    ),
                },
                Row(Buttons.Execute(language.Say("担当課へ送る", "Send to the desk"), AnswerVerbs.Forward, Data(question))),
                .. phones
                    .Take(1)
                    .Select(phone =>
                        CardParts.Line(
                            new AdaptiveTextRun
                            {
                                Text = language.Say($"急ぐときは{phone}", $"If urgent: {phone}"),
                                IsSubtle = true,
                                Size = AdaptiveTextSize.Small,
                            }
                        )
                    ),
            ],
        };
    }

    private static string HappeningNow(CardLanguage language) => language.Say(
        "いま起きている場合は、まず証拠（画面・URL・時刻）を残し、所属長に知らせてください。",
        "If it is happening now, first keep evidence (screen, URL, time) and tell your head of section.");

    private static AdaptiveToggleVisibilityAction Toggle(string title, string id) =>
        new() { Title = title, TargetElements = [new AdaptiveTargetElement { ElementId = id }] };

    private static AdaptiveActionSet Row(params AdaptiveAction[] actions) =>
        new() { Actions = [.. actions], Spacing = AdaptiveSpacing.Small };

    private static JsonObject Data(string clause, CardLanguage language)
    {
        var data = new JsonObject { ["clause"] = clause };
        if (language != CardLanguage.Ja) data[AnswerFields.Language] = language.ToString();
        return data;
    }

    private static JsonObject Data(Question question, string? useful = null)
    {
        var data = new JsonObject { [AnswerFields.Question] = question.Id.ToString("N") };
        if (useful is not null) data[AnswerFields.Useful] = useful;
        return data;
    }
}
