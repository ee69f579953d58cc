using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Turns;

namespace TeamsBot.Welcome;

/// <summary>Says hello once per installation, shows the help, and answers what nobody else understood.</summary>
internal sealed class Greet(BotDbContext db, Pack pack, PersonLanguage languages, OutboxWriter outbox, IEnumerable<MenuEntry> menu)
{
    private const int MaxGuesses = 3;

    /// <summary>Longest text repeated on the card of guesses.</summary>
    private const int MaxEcho = 100;

    private readonly IReadOnlyList<MenuEntry> entries = [.. menu];

    /// <summary>
    /// Installation events repeat (protocol.md 3.4); the stored conversation remembers that it was greeted. One of them may say the
    /// client's language and the other not, in either order: what comes second changes the greeting in its place, so that both orders end
    /// in the same card.
    /// </summary>
    public async Task<Reply> HandleInstalled(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.FindAsync(
            [turn.Conversation.TenantId.ToLowerInvariant(), ThreadTarget.Channel(turn.Conversation.ConversationId)], cancellationToken);
        if (conversation is not { IsReachable: true }) return Reply.None;
        var (isFirst, language) = (conversation.TryWelcome(), languages.Of(turn));
        if (!isFirst && !(language == CardLanguage.En && languages.IsToldFirst(turn))) return Reply.None;
        var card = WelcomeCard.First(pack, entries, language, isPersonal: turn.IsPersonal);
        outbox.Show(Address.Of(turn), $"welcome:{conversation.Installs}", isFirst ? 1 : 2, card, card.FallbackText ?? "", isAnswer: true);
        return Reply.None;
    }

    /// <summary>「英語」「日本語」, typed or pressed: from now on, whatever language they write or paste.</summary>
    public async Task<Reply> HandleLanguage(ParsedTurn turn, CardLanguage language, CancellationToken cancellationToken)
    {
        await languages.ChooseAsync(turn, language, cancellationToken);
        return Reply.Say(language.Say(
            "これからカードとお知らせを日本語で表示します。下書きの本文は変わりません。",
            "From now on cards and messages are in English. The texts of drafts stay as they are. Type \"japanese\" to change back."));
    }

    public Task<Reply> HandleHelp(ParsedTurn turn, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Show(WelcomeCard.Help(pack, entries, languages.Of(turn))));

    /// <summary>The three nearest guesses (architecture.md 4); never "not understood" alone.</summary>
    public Task<Reply> HandleUnknown(ParsedTurn turn, CancellationToken cancellationToken) =>
        Task.FromResult(Unknown(turn, languages.Of(turn)));

    private Reply Unknown(ParsedTurn turn, CardLanguage language)
    {
        if (turn.Action is not null)
        {
            return Reply.Say(language.Say(
                "このボタンは今の版では使えません。「一覧」から開き直してください。",
                "This button belongs to another version. Please open the card again from 'list'."));
        }

        var text = turn.Text.Trim();
        if (text.Length == 0)
        {
            return Reply.Say(language.Say(
                "本文がありません。投稿する文章を、文字で送ってください。画像だけでは確認できません。",
                "There is no text. Please send the post's text as letters; a picture alone cannot be checked."));
        }

        if (CredentialMask.Mask(text).Seen)
        {
            return Reply.Say(language.Say(
                "パスワードや暗証番号は送らないでください。このボットは預かりません。送ったメッセージを削除し、そのパスワードを変更してください。",
                "Please never send passwords or codes; this bot keeps none. Delete the message you sent and change that password."));
        }

        if (Courtesy.Is(text))
            return Reply.Say(
                language.Say(
                    "はい。ご用があれば、いつでも文章や質問を送ってください。",
                    "You are welcome. Send a text or a question at any time."
                )
            );
        var urgent = entries.Where(entry => entry.ComesFirstFor is { } speaksOf && speaksOf(TurnRouter.Fold(text))).ToList();
        var guesses = urgent.Concat(NearestCommands.Of(text, entries).Except(urgent)).Take(MaxGuesses).ToList();
        return Reply.Show(WelcomeCard.Guesses(ShortText.Shorten(text, MaxEcho), guesses, language, urgent.Count > 0 ? pack : null));
    }
}
