using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Guidelines;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Answers;

/// <summary>An answer with its place in the guideline: our short words, the quotation, edition and printed clause, further places, and what leads on.</summary>
internal static class AnswerCard
{
    private const int MaxQuote = 400;

    private const int MaxRelated = 2;

    public static AdaptiveCard For(Question question, Answer answer, GuidelineLibrary library)
    {
        var words = new AnswerWords(answer.Language);
        return CardParts.Card(
            [
                CardParts.Line(new AdaptiveTextRun { Text = $"{words.Question}　", IsSubtle = true }, new AdaptiveTextRun { Text = question.Text }),
                .. answer.Trouble is not null ? [CardParts.Notice(NoticeKind.Attention, words.IncidentFirst)] : Array.Empty<AdaptiveElement>(),
                CardParts.Heading(answer.Found ? words.Answer : words.NotFound),
                .. answer.Text.Split('\n').Select(line => CardParts.Line(line)),
                .. answer.Citations.Take(1).SelectMany(citation => Quotation(citation, words)),
                .. Settings(answer, words),
                .. Further(answer, words),
            ],
            answer.Text,
            [.. Actions(question, answer, library, words)]);
    }

    private static IEnumerable<AdaptiveElement> Quotation(Citation citation, AnswerWords words)
    {
        if (citation.Quote.Length > 0)
        {
            yield return CardParts.Heading(words.Quotation);
            var quote = ShortText.Shorten(citation.Quote, MaxQuote);
            yield return new AdaptiveContainer
            {
                Items = [.. quote.Split('\n').Select(line => new AdaptiveRichTextBlock
                {
                    Inlines = [new AdaptiveTextRun { Text = line.Length > 0 ? line : " " }], Spacing = AdaptiveSpacing.None,
                })],
                Style = AdaptiveContainerStyle.Emphasis, Spacing = AdaptiveSpacing.Small,
            };
        }

        yield return CardParts.Field(words.Source, Place(citation));
    }

    /// <summary>Document, edition, printed clause and heading.</summary>
    public static string Place(Citation citation) => $"{DocumentOf(citation)} {Within(citation)}";

    private static string DocumentOf(Citation citation) => $"{citation.Title}{(citation.Edition is { } edition ? $"（{edition}）" : "")}";

    private static string Within(Citation citation) => $"{citation.Clause}{(citation.Heading.Length > 0 ? $"「{citation.Heading}」" : "")}";

    private static IEnumerable<AdaptiveElement> Settings(Answer answer, AnswerWords words) =>
        answer.Settings.Select(setting => CardParts.Field(words.Setting, setting.Text));

    private static IEnumerable<AdaptiveElement> Further(Answer answer, AnswerWords words)
    {
        if (answer.Citations.Count > 1) yield return CardParts.Heading(words.Further);
        // A document's title is long; the source above has just said it, and examples say theirs once.
        foreach (var citation in answer.Citations.Skip(1))
        {
            var place = DocumentOf(citation) == DocumentOf(answer.Citations[0]) ? Within(citation) : Place(citation);
            yield return CardParts.Line(new AdaptiveTextRun { Text = $"・{place}", Size = AdaptiveTextSize.Small });
        }

        if (answer.Examples.Count > 0) yield return CardParts.Heading(words.Examples);
        foreach (var document in answer.Examples.GroupBy(DocumentOf))
        {
            yield return CardParts.Line(new AdaptiveTextRun { Text = $"・{document.Key} {string.Join("、", document.Select(Within))}", Size = AdaptiveTextSize.Small });
        }
    }

    private static IEnumerable<AdaptiveAction> Actions(Question question, Answer answer, GuidelineLibrary library, AnswerWords words)
    {
        foreach (var clause in answer.RelatedQuestions.Take(MaxRelated))
        {
            if (library.FindClause(clause) is { Row.Ask: var ask } && ask.In(answer.Language) is { Length: > 0 } title)
            {
                yield return Buttons.Execute(title, AnswerVerbs.Clause, new JsonObject { ["clause"] = clause });
            }
        }

        if (answer.Trouble is { } runbook) yield return Buttons.Execute(words.StartIncident, AnswerVerbs.Incident, new JsonObject { ["kind"] = runbook.ToString() });
        if (answer.Found)
        {
            yield return Buttons.Execute(words.Useful, AnswerVerbs.Feedback, Data(question, ("useful", "true")));
            yield return Buttons.Execute(words.Wrong, AnswerVerbs.Feedback, Data(question, ("useful", "false")));
        }

        yield return Buttons.Execute(words.ToDesk, AnswerVerbs.Forward, Data(question));
    }

    private static JsonObject Data(Question question, params (string Key, string Value)[] more)
    {
        var data = new JsonObject { ["question"] = question.Id.ToString("N") };
        foreach (var (key, value) in more) data[key] = value;
        return data;
    }
}

internal static class AnswerVerbs
{
    public const string Ask = "answers.ask";
    public const string Clause = "answers.clause";
    public const string Feedback = "answers.feedback";
    public const string Forward = "answers.forward";
    public const string DeskReply = "answers.deskReply";
    public const string Incident = "answers.incident";
    public const string Unanswered = "answers.unanswered";
}

/// <summary>The words of the answer card in the asker's language.</summary>
internal sealed record AnswerWords(AnswerLanguage Language)
{
    public string Question => In("質問", "Question");

    public string Answer => In("回答", "Answer");

    public string NotFound => In("ガイドラインに記載が見つかりません", "Not in the guideline");

    public string Quotation => In("ガイドラインの記載", "What the guideline says (in Japanese)");

    public string Source => In("出典", "Source");

    public string Setting => In("設定値（ガイドラインの文言ではありません）", "Organisation's own setting, not guideline text");

    public string Further => In("関連する箇所", "See also");

    public string Examples => In("他団体の例（所属する組織のガイドラインではありません）", "Examples of other organisations, not your own guideline");

    public string IncidentFirst => In("いま起きている場合は、まず証拠（画面・URL・時刻）を残し、所属長に知らせてください。", "If it is happening now, first keep evidence (screen, URL, time) and tell your head of section.");

    public string StartIncident => In("対応を始める", "Start the response");

    public string Useful => In("役に立った", "Helpful");

    public string Wrong => In("違う", "Not what I asked");

    public string ToDesk => In("担当課へ質問", "Ask the desk");

    public string NoIncidentYet => In(
        "対応の進行管理はまだ使えません。回答の手順に沿って進め、所属長と担当課に連絡してください。",
        "Guided response is not available yet. Please follow the steps in the answer and tell your head of section and the desk.");

    private string In(string ja, string en) => Language == AnswerLanguage.En ? en : ja;
}
