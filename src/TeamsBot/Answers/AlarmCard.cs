using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Guidelines;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Answers;

/// <summary>
/// The answer to a call for help: whom to phone, then what to do in the next quarter of an hour, in order and each with its place; folded,
/// what comes later, the clauses word for word and what else it may be. It has no button that opens a case while there are none.
/// </summary>
internal static class AlarmCard
{
    private const string Quotes = "quotes", Other = "other";

    private const int KindsInARow = 3;

    /// <summary>Together with the rest far below what a card may weigh; a clause is rarely longer than a tenth of it.</summary>
    private const int MostQuoted = 3_000;

    /// <summary>Of the same card beside a long call; each button for another kind then carries only the beginning of the text.</summary>
    private const int LeastQuoted = 600, LeastCarried = 100;

    /// <param name="question">Kept, so that it can be passed on to the desk; null where nothing is.</param>
    /// <param name="sent">To whom it was sent and when; then there is nothing left to send.</param>
    /// <param name="isHeard">It has reached somebody; otherwise the sentence is a warning.</param>
    public static AdaptiveCard For(AlarmCall call, Question? question, string? sent = null, bool isHeard = true)
    {
        var full = Draw(call, question, sent, isHeard, isShort: false);
        return CardSize.Fits(full) ? full : Draw(call, question, sent, isHeard, isShort: true);
    }

    private static AdaptiveCard Draw(AlarmCall call, Question? question, string? sent, bool isHeard, bool isShort)
    {
        var language = call.Language;
        var title = call.Kind is { } kind
            ? language.Say($"{KindName(kind, language)}：最初の15分", $"{KindName(kind, language)}: the first 15 minutes")
            : language.Say("何が起きていますか", "What is happening?");
        var hasSteps = call.Steps is { Steps.Count: > 0 };
        return CardParts.Card(
            [
                Alert(title),
                .. PhoneLines(call),
                .. sent is null ? [NotTold(call, question)] : Array.Empty<AdaptiveElement>(),
                .. call.HidSecret ? [CardParts.Notice(NoticeKind.Attention, SecretSeen(language))] : Array.Empty<AdaptiveElement>(),
                .. Steps(call),
                .. sent is not null ? [CardParts.Notice(isHeard ? NoticeKind.Done : NoticeKind.Attention, sent)]
                    : question is null ? [] : new AdaptiveElement[] { ToDesk(question, call.Kind, language) },
                .. hasSteps ? [Folds(call.Steps!, language)] : Array.Empty<AdaptiveElement>(),
                .. hasSteps && call.Steps!.Later.Count > 0
                    ? [AlarmStepLines.Later(call.Steps, language)]
                    : Array.Empty<AdaptiveElement>(),
                .. hasSteps && call.Steps!.Quotes.Count > 0
                    ? [QuoteFold(call.Steps, isShort ? LeastQuoted : MostQuoted)]
                    : Array.Empty<AdaptiveElement>(),
                OtherFold(call, question, isFolded: hasSteps, isShort ? ShortText.Shorten(call.Text, LeastCarried) : call.Text),
            ],
            Summary(title, call),
            language: language);
    }

    /// <summary>The kind in a word or two, as the pack files' list has it.</summary>
    private static string KindName(TroubleKind kind, CardLanguage language) =>
        language == CardLanguage.En ? Capital(Runbook.Kinds.InEnglish(kind)) : Runbook.Kinds.InJapanese(kind);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Summary(string title, AlarmCall call)
    {
        var first = call.Steps is { Steps: [var step, ..] } ? step.Words : "";
        return string.Join(
            call.Language.Say("。", ". "),
            ((string[])[title, first, string.Join('、', call.Phones)]).Where(part => part.Length > 0)
        );
    }

    private static AdaptiveTextBlock Alert(string title)
    {
        var heading = CardParts.Title(title);
        heading.Color = AdaptiveTextColor.Attention;
        return heading;
    }

    public static IEnumerable<AdaptiveElement> PhoneLines(AlarmCall call) => call.Phones.Select((phone, at) => CardParts.Line(
        new AdaptiveTextRun { Text = at == 0 ? call.Language.Say("電話　", "Phone ") : call.Language.Say("　　　", "and "), IsSubtle = true },
        new AdaptiveTextRun { Text = phone.ToString(), Weight = AdaptiveTextWeight.Bolder }));

    /// <summary>A card with steps on it looks as if somebody knew of it by now.</summary>
    private static AdaptiveRichTextBlock NotTold(AlarmCall call, Question? question)
    {
        var language = call.Language;
        var how = (call.Phones.Count > 0, question is not null) switch
        {
            (true, true) => language.Say("電話するか、下の「担当課に送る」を押してください。", "Phone, or press \"Send it to the desk\" below."),
            (true, false) => language.Say("電話で知らせてください。", "Please phone."),
            (false, true) => language.Say("下の「担当課に送る」を押してください。", "Press \"Send it to the desk\" below."),
            _ => language.Say("所属長に知らせてください。", "Please tell your head of section."),
        };
        return CardParts.Line(new AdaptiveTextRun
        {
            Text = language.Say("この画面を開いただけでは、担当課にはまだ連絡されていません。", "The desk has not been told yet: opening this card tells nobody. ") + how,
            Weight = AdaptiveTextWeight.Bolder,
        });
    }

    private static IEnumerable<AdaptiveElement> Steps(AlarmCall call)
    {
        var language = call.Language;
        if (call.Steps is { Steps.Count: > 0 } known) return AlarmStepLines.Of(known, language);
        return
        [
            CardParts.Line(
                call.Kind is null
                    ? language.Say(
                        "画面・URL・時刻を残し、電話で知らせてください。近いものを選ぶと、すぐにすることを出します。",
                        "Keep the screen, URL and time, and phone. Choose what comes nearest to see what to do."
                    )
                    : language.Say(
                        "方針にこの場合の手順はありません。画面・URL・時刻を残し、電話で相談してください。",
                        "The guideline has no steps for this. Keep the screen, URL and time, and ask by phone."
                    )
            ),
        ];
    }

    /// <summary>Opening one closes the others; on a phone there is room for one.</summary>
    private static AdaptiveActionSet Folds(AlarmSteps steps, CardLanguage language)
    {
        (string Id, string Title, bool IsThere)[] folds =
        [
            (AlarmStepLines.LaterFold, language.Say("続きの手順を見る", "See what comes later"), steps.Later.Count > 0),
            (Quotes, language.Say("条文を見る", "Read the clauses"), steps.Quotes.Count > 0),
            (Other, language.Say("これは違う", "Something else"), true),
        ];
        var there = folds.Where(fold => fold.IsThere).ToList();
        return CardParts.Row(
            AdaptiveSpacing.Medium, there.Select(fold => CardParts.Unfold(fold.Title, fold.Id, there.Select(other => other.Id))));
    }

    private static AdaptiveContainer QuoteFold(AlarmSteps steps, int most)
    {
        var left = most;
        var items = new List<AdaptiveElement>();
        foreach (var quote in steps.Quotes)
        {
            if (left <= 0) break;
            var text = ShortText.Shorten(quote.Quote, left);
            left -= text.Length;
            items.AddRange(text.Split('\n').Where(line => line.Trim().Length > 0).Select(line => CardParts.Line(line.Trim())));
            items.Add(
                CardParts.Line(
                    new AdaptiveTextRun
                    {
                        Text = AnswerCard.Place(quote),
                        IsSubtle = true,
                        Size = AdaptiveTextSize.Small,
                    }
                )
            );
        }

        return new()
        {
            Id = Quotes,
            IsVisible = false,
            Items = items,
            Style = AdaptiveContainerStyle.Emphasis,
            Spacing = AdaptiveSpacing.Small,
        };
    }

    private static AdaptiveContainer OtherFold(AlarmCall call, Question? question, bool isFolded, string carried)
    {
        var language = call.Language;
        var kinds = Enum.GetValues<TroubleKind>()
            .Where(kind => kind != call.Kind)
            .Select(kind => (Name: KindName(kind, language), Kind: kind));
        // Whoever gave a password away looks for this word; what is to be done is the same as after a hijack.
        if (call.Kind != TroubleKind.Hijack) kinds = kinds.Append((language.Say("フィッシング", "Phishing"), TroubleKind.Hijack));
        var buttons = kinds.Select(kind =>
            Buttons.Execute(kind.Name, AnswerVerbs.Alarm, Data(carried, kind.Kind, question), takesInputs: false));
        return new()
        {
            Id = Other,
            IsVisible = !isFolded,
            Items =
            [
                CardParts.Line(
                    new AdaptiveTextRun { Text = language.Say("受け取った文　", "You wrote "), IsSubtle = true },
                    new AdaptiveTextRun { Text = ShortText.Shorten(call.Text, AskBackCard.MostShown) }
                ),
                .. buttons.Chunk(KindsInARow).Select(some => Row(some)),
                .. call.DraftVerb is { } draft
                    ?
                    [
                        Row(
                            Buttons.Execute(
                                language.Say("投稿の下書きにする", "Make it a draft post"),
                                draft,
                                new JsonObject { [AnswerFields.Text] = call.Text },
                                takesInputs: false
                            )
                        ),
                    ]
                    : Array.Empty<AdaptiveElement>(),
                Row(
                    Buttons.Execute(
                        language.Say("ガイドラインへの質問として調べる", "Look it up in the guideline"),
                        AnswerVerbs.Ask,
                        new JsonObject { [AnswerFields.Text] = call.Text },
                        takesInputs: false
                    )
                ),
            ],
            Spacing = AdaptiveSpacing.Medium,
        };
    }

    private static AdaptiveActionSet ToDesk(Question question, TroubleKind? kind, CardLanguage language)
    {
        var data = new JsonObject { [AnswerFields.Question] = question.Id.ToString("N") };
        if (kind is { } known) data[AnswerFields.Kind] = known.ToString();
        // What to do next, before anything that is only looked at.
        return CardParts.Row(
            AdaptiveSpacing.Medium,
            Buttons.Execute(
                language.Say("担当課に送る", "Send it to the desk"),
                AnswerVerbs.SendCall,
                data,
                style: "positive",
                takesInputs: false
            )
        );
    }

    private static AdaptiveActionSet Row(params AdaptiveAction[] actions) =>
        new() { Actions = [.. actions], Spacing = AdaptiveSpacing.Small };

    public static JsonObject Data(string text, TroubleKind? kind, Question? question)
    {
        var data = new JsonObject { [AnswerFields.Text] = text };
        if (kind is { } known) data[AnswerFields.Kind] = known.ToString();
        if (question is not null) data[AnswerFields.Question] = question.Id.ToString("N");
        return data;
    }

    private static string SecretSeen(CardLanguage language) => language.Say(
        "パスワードとみられる部分を伏せました。送ったメッセージを削除し、そのパスワードを変更してください。",
        "What looked like a password was hidden. Delete the message you sent and change that password.");
}
