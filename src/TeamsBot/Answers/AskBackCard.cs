using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Answers;

/// <summary>A text that is a call for help or a post: which of both only its writer knows. The text goes with either button.</summary>
internal static class AskBackCard
{
    /// <summary>Enough to recognise one's own text by; the buttons carry all of it.</summary>
    public const int MostShown = 200;

    /// <param name="asksSomething">It is a question; then the other reading is one about a rule, and not a post.</param>
    public static AdaptiveCard For(AlarmCall call, bool asksSomething)
    {
        var language = call.Language;
        var title = language.Say("どちらですか", "Which of the two?");
        var help = TroubleTalk.Title(language);
        var post = language.Say("住民に知らせる投稿", "A post for residents");
        var ask = language.Say("ガイドラインへの質問", "A question about the guideline");
        var isPost = call.DraftVerb is not null && !asksSomething;
        var text = new JsonObject { [AnswerFields.Text] = call.Text };
        return CardParts.Card(
            [
                CardParts.Title(title),
                new AdaptiveContainer
                {
                    Items =
                    [
                        .. ShortText
                            .Shorten(call.Text, MostShown)
                            .Split('\n')
                            .Select(line => CardParts.Line(line.Length > 0 ? line : "\u00a0")),
                    ],
                    Style = AdaptiveContainerStyle.Emphasis,
                    Spacing = AdaptiveSpacing.Small,
                },
                Button(
                    Buttons.Execute(
                        help,
                        AnswerVerbs.Alarm,
                        AlarmCard.Data(call.Text, call.Kind, null),
                        style: "positive",
                        takesInputs: false
                    )
                ),
                CardParts.Remark(language.Say("すぐにすることと電話番号を出します。", "Shows what to do at once and whom to phone.")),
                Button(
                    isPost
                        ? Buttons.Execute(post, call.DraftVerb!, text, takesInputs: false)
                        : Buttons.Execute(ask, AnswerVerbs.Ask, text, takesInputs: false)
                ),
                CardParts.Remark(
                    isPost
                        ? language.Say("この文で下書きを作り、点検します。", "Makes a draft of this text and checks it.")
                        : language.Say("決まりの中から答えを探します。", "Looks for the answer in the rules.")
                ),
                .. AlarmCard.PhoneLines(call),
            ],
            $"{title}：{help}／{(isPost ? post : ask)}",
            language: language);
    }

    private static AdaptiveActionSet Button(AdaptiveAction action) => new() { Actions = [action], Spacing = AdaptiveSpacing.Medium };
}
