using System.Buffers;
using System.Text;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>Handles one turn. Changes tracked entities and returns a reply; it neither saves nor sends.</summary>
public delegate Task<Reply> TurnHandler(IServiceProvider services, ParsedTurn turn, CancellationToken cancellationToken);

/// <summary>
/// Finds the handler of a turn: buttons by verb, typed commands by their first words, installation events, other text by questions asked in
/// order. Two routes with one name stop the start, because which of them wins would depend on the order of registration.
/// </summary>
public sealed class TurnRouter
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\u3000\u00A0\r\n");

    private readonly Dictionary<string, TurnHandler> actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Command> commands = new(StringComparer.Ordinal);
    private readonly List<TextRoute> texts = [];
    private readonly Dictionary<string, TurnHandler> events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TurnHandler> invokes = new(StringComparer.Ordinal);
    private TurnHandler? otherwise;

    /// <summary>All typed command words, for guesses and for the manifest's test.</summary>
    public IReadOnlyCollection<string> CommandWords => commands.Keys;

    /// <summary>A button's verb, for example <c>approvals.decide</c>.</summary>
    public TurnRouter OnAction(string verb, TurnHandler handler) => Add(actions, verb, handler, "action");

    /// <summary>
    /// A typed command in every spelling people use; matching ignores case and width. What follows the word is the argument.
    /// </summary>
    /// <param name="takes">
    /// Whether what follows is meant for the command. Where it is not, the word only happens to begin a text, and the whole text goes on to
    /// the text routes. Default: everything is.
    /// </param>
    public TurnRouter OnCommand(IEnumerable<string> words, TurnHandler handler, Func<string, bool>? takes = null)
    {
        foreach (var word in words) Add(commands, Fold(word), new Command(handler, takes), "command");
        return this;
    }

    /// <summary>Text that is no command. The first registered route that accepts the turn gets it.</summary>
    /// <param name="isSpoken">The sender speaks to the bot in it, as with a command; a text meant for others is not in the sender's own
    /// voice.</param>
    public TurnRouter OnText(string name, Func<ParsedTurn, bool> accepts, TurnHandler handler, bool isSpoken = false) =>
        Add(new(name, accepts, handler, isSpoken, TextRank.AfterCommands));

    /// <summary>
    /// Text that is said to the bot from its first to its last word, as a command is, in more forms than a list of words holds. Comes
    /// before a call for help, which a text of a few words may resemble.
    /// </summary>
    public TurnRouter OnWholeText(string name, Func<ParsedTurn, bool> accepts, TurnHandler handler) =>
        Add(new(name, accepts, handler, IsSpoken: true, TextRank.Whole));

    /// <summary>Text that comes before every command and every other text: somebody needs help at once. It is spoken to the bot.</summary>
    public TurnRouter OnUrgentText(string name, Func<ParsedTurn, bool> accepts, TurnHandler handler) =>
        Add(new(name, accepts, handler, IsSpoken: true, TextRank.Urgent));

    /// <summary>An activity of another type, for example <c>installationUpdate</c>.</summary>
    public TurnRouter OnEvent(string type, TurnHandler handler) => Add(events, type, handler, "event");

    /// <summary>
    /// An invoke that is no card's button, for example <c>fileConsent/invoke</c>. It is answered 200 without a body; what the handler
    /// replies is said as a message.
    /// </summary>
    public TurnRouter OnInvoke(string name, TurnHandler handler) => Add(invokes, name, handler, "invoke");

    /// <summary>Text that nobody took, and verbs nobody knows: an old card must never dead-end (protocol.md 4.3).</summary>
    public TurnRouter Otherwise(TurnHandler handler)
    {
        if (otherwise is not null) throw new InvalidOperationException("Two routes want what nobody else takes.");
        otherwise = handler;
        return this;
    }

    /// <summary>The handler of this turn, or null where the activity asks for nothing.</summary>
    public TurnHandler? Find(ParsedTurn turn) => Find(turn, out _);

    /// <param name="isSpoken">Whether the sender speaks to the bot in it: a command, a question, a call for help; not a button and not a
    /// text meant for others.</param>
    public TurnHandler? Find(ParsedTurn turn, out bool isSpoken)
    {
        isSpoken = false;
        if (turn.Action is { } action) return actions.GetValueOrDefault(action.Verb) ?? otherwise;
        if (turn.IsInvoke) return turn.Activity.Name is { } name ? invokes.GetValueOrDefault(name) : null;
        if (turn.Activity.Type != ActivityTypes.Message) return events.GetValueOrDefault(turn.Activity.Type);
        var first = TextOf(TextRank.Whole, turn) ?? TextOf(TextRank.Urgent, turn);
        var command = first is null ? FindCommand(turn.Text) : null;
        var text = first ?? (command is null ? TextOf(TextRank.AfterCommands, turn) : null);
        isSpoken = command is not null || text is null or { IsSpoken: true };
        return command?.Handler ?? text?.Handler ?? otherwise;
    }

    /// <summary>
    /// What follows the command word, as typed; the whole text where it starts with none. On a line of its own below the word it keeps its
    /// indent.
    /// </summary>
    public string ArgumentOf(string text) => FindCommand(text) is { } command ? Behind(text, command.Length) : text;

    /// <summary>The command word a text begins with, as typed; empty where it begins with none.</summary>
    public string CommandOf(string text) => FindCommand(text) is { } command ? text[..command.Length].Trim() : "";

    /// <summary>Brings a typed word to the form commands are compared in: compatibility width, lower case.</summary>
    public static string Fold(string word) => Normal(word.Trim()).ToLowerInvariant();

    /// <summary>
    /// A text in compatibility width, whatever was sent: U+FFFE, which <see cref="string.Normalize(NormalizationForm)"/> refuses, becomes
    /// the replacement character.
    /// </summary>
    public static string Normal(string text) => text.Replace('\ufffe', '\ufffd').Normalize(NormalizationForm.FormKC);

    private TextRoute? TextOf(TextRank rank, ParsedTurn turn) => texts.Find(route => route.Rank == rank && route.Accepts(turn));

    private (TurnHandler Handler, int Length)? FindCommand(string text)
    {
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOfAny([' ', '\u3000', '\n', '\r', '\t']);
        var word = Known((end < 0 ? line : line[..end]).ToString(), isAll: end < 0);
        if (word.Length is 0 or > 64 || !commands.TryGetValue(Fold(word), out var command)) return null;
        var length = text.Length - line.Length + word.Length;
        return command.Takes is not { } takes || takes(Said(text, length)) ? (command.Handler, length) : null;
    }

    /// <summary>
    /// The word itself; of a text that is nothing else also without the full stop or the number behind it: Japanese keyboards write
    /// 「一覧。」 and 「履歴１」 without a blank.
    /// </summary>
    private string Known(string word, bool isAll)
    {
        if (!isAll || word.Length > 64 || commands.ContainsKey(Fold(word))) return word;
        var bare = word.TrimEnd('。', '．', '.', '、', '！', '!', '？', '?', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
            '０', '１', '２', '３', '４', '５', '６', '７', '８', '９');
        return bare.Length > 0 && commands.ContainsKey(Fold(bare)) ? bare : word;
    }

    /// <summary>As <see cref="Behind"/>, with the line break before it where it does not stand on the line of the word.</summary>
    private static string Said(string text, int length) =>
        text.AsSpan(length).TrimStart(" \t\u3000\u00A0\r").StartsWith('\n') && Behind(text, length) is { Length: > 0 } below
            ? "\n" + below
            : Behind(text, length);

    private static string Behind(string text, int length)
    {
        var rest = text[length..].TrimEnd();
        var begin = rest.AsSpan().IndexOfAnyExcept(Blanks);
        if (begin < 0) return "";
        var line = rest.LastIndexOf('\n', begin);
        return rest[(line < 0 ? begin : line + 1)..];
    }

    private sealed record Command(TurnHandler Handler, Func<string, bool>? Takes);

    private TurnRouter Add(TextRoute route)
    {
        if (texts.Exists(other => other.Name == route.Name))
            throw new InvalidOperationException($"Two text routes are named '{route.Name}'.");
        texts.Add(route);
        return this;
    }

    private TurnRouter Add<T>(Dictionary<string, T> routes, string name, T handler, string kind)
    {
        if (!routes.TryAdd(name, handler)) throw new InvalidOperationException($"Two {kind} routes are named '{name}'.");
        return this;
    }

    private sealed record TextRoute(string Name, Func<ParsedTurn, bool> Accepts, TurnHandler Handler, bool IsSpoken, TextRank Rank);

    /// <summary>Which texts are asked first.</summary>
    private enum TextRank
    {
        Whole,
        Urgent,
        AfterCommands,
    }
}
