using System.Globalization;
using System.Text.Json.Nodes;
using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>Everything a card of a draft shows, gathered before it is drawn, so that drawing reads nothing.</summary>
/// <param name="Account">The account it goes to, as people call it with its medium; null while none is chosen.</param>
/// <param name="Length">What the medium leaves, for example <c>残り42字（X）</c>; null where the medium sets no limit.</param>
/// <param name="Accounts">What the author may choose from.</param>
/// <param name="Classes">The organisation's classes of information; empty where its guideline knows none.</param>
/// <param name="ClassNeedsHead">The chosen class goes out only with the head's written reason.</param>
internal sealed record DraftView(
    Draft Draft,
    string? Account,
    string? Length,
    IReadOnlyList<AdaptiveChoice> Accounts,
    IReadOnlyList<AdaptiveChoice> Classes,
    bool ClassNeedsHead,
    DateTimeOffset Now)
{
    /// <summary>Of the person it is drawn for.</summary>
    public CardLanguage Language { get; init; } = CardLanguage.Ja;

    /// <summary>What has to be known of the account: that it is being closed, that its medium changed.</summary>
    public IReadOnlyList<string> AccountNotes { get; init; } = [];

    /// <summary>Ranges approved ahead, and how the draft stands to them.</summary>
    public StandingView Standing { get; init; } = StandingView.None;

    /// <summary>What this organisation's guideline asks of writers and approvers on the way.</summary>
    public IReadOnlyList<ApprovalGate> Gates { get; init; } = [];

    /// <summary>What the second member of staff ticks; null where the pack names nothing.</summary>
    public ReviewChecklist? Checklist { get; init; }

    /// <summary>The class goes out without more ado, and needs no line.</summary>
    public bool IsPlainClass { get; init; }

    /// <summary>What an address of a post of this account looks like; empty where nobody can say.</summary>
    public string PostExample { get; init; } = "";

    /// <summary>Addresses of this medium do not say whose post it is: the reporter is asked from the start.</summary>
    public bool AsksOwner { get; init; }

    /// <summary>Whom to call: the desk with its number; empty where the pack names none.</summary>
    public string HelpDesk { get; init; } = "";

    /// <summary>Who is told of a post that differs, by name.</summary>
    public string ToldOfDifference { get; init; } = "";

    /// <summary>
    /// Who will be asked when the draft is handed in as it stands; null where no account is chosen or it can no longer be handed in.
    /// </summary>
    public AskedView? Asked { get; init; }

    /// <summary>
    /// The class that handing in declares: the chosen one, before that the first that may be posted; null where the organisation has none.
    /// </summary>
    public DraftClass? Declares { get; init; }

    /// <summary>What the author had typed when a press was refused; null on every other card.</summary>
    public AuthorInput? Typed { get; init; }

    /// <summary>Why nothing may be posted to the account just now; null where it may, and while nobody is about to.</summary>
    public string? Stopped { get; init; }

    /// <summary>What a refused press about a post under another account brought along.</summary>
    public StrayInput? Stray { get; init; }

    /// <summary>Accounts of our own under which it was posted by mistake, by the ordinal of the report.</summary>
    public IReadOnlyDictionary<int, string> StrayAccounts { get; init; } = new Dictionary<int, string>();

    /// <summary>The reader may say what became of a post under another account: who posts, and who was called about it.</summary>
    public bool MaySettleStrays { get; init; }

    /// <summary>The account is the one of the author's last post and nobody has looked at it yet: it says so where it stands.</summary>
    public bool IsAccountPreset { get; init; }

    /// <summary>The words of the text by which it is for the account's medium; empty where it names none.</summary>
    public string NamedMedium { get; init; } = "";

    /// <summary>How many follow the account, with the day of the count.</summary>
    public string Reach { get; init; } = "";

    /// <summary>
    /// What every button of a draft's card carries: which draft, which text, which state. All of it is checked against the database.
    /// </summary>
    public JsonObject Data(params (string Key, string Value)[] more)
    {
        var data = new JsonObject
        {
            ["draft"] = Draft.Number.ToString(CultureInfo.InvariantCulture),
            ["stamp"] = Draft.Stamp.ToString(CultureInfo.InvariantCulture),
            ["revision"] = Draft.Current.Number.ToString(CultureInfo.InvariantCulture),
            ["hash"] = Draft.CurrentHash,
        };
        foreach (var (key, value) in more) data[key] = value;
        return data;
    }

    /// <summary>
    /// How much of a long draft its cards show: 0 most, <see cref="Least"/> least. Raised until the card fits (protocol.md 3.10).
    /// </summary>
    public int Detail { get; init; }

    public const int Least = 4;

    public int MaxText => Detail switch { 0 or 1 => 1_500, 2 => 800, 3 => 500, _ => 200 };

    public int MaxLines => Detail switch { 0 => 60, 1 => 40, 2 => 30, 3 => 20, _ => 10 };

    public int MaxFindings => Detail switch { 0 => 10, 1 => 6, 2 => 5, 3 => 3, _ => 2 };

    /// <summary>
    /// Longest text whose editor stands on the card beside everything else, in UTF-16 units; a longer one is edited on a card of its own.
    /// </summary>
    public int MaxEdited => MaxText;

    /// <summary>Draws a card, with less detail where it would be too large for a message.</summary>
    public AdaptiveCard Fitting(Func<DraftView, AdaptiveCard> draw)
    {
        var card = draw(this);
        // A short draft with few findings always fits; asking the serializer each time would cost more than drawing.
        if (
            Draft.Current.Text.Length < 300
            && Draft.Current.Findings.Count < 4
            && Draft.Current.Facts.Count < 20
            && Draft.Pictures.Count == 0
            && Draft.LastSubmitted is null
            && Draft.Report is null
        )
            return card;
        return Detail == Least || CardSize.FitsMessage(card) ? card : (this with { Detail = Detail + 1 }).Fitting(draw);
    }

    /// <summary>The account's medium posts nothing without a picture or a video, and there is none [asaka-3-3-3-1].</summary>
    public bool WantsPicture { get; init; }

    public string ClassName =>
        Classes.FirstOrDefault(choice => choice.Value == Draft.InformationClass)?.Title ?? Language.Say("未選択", "not chosen");
}

/// <summary>
/// Who is asked, by name: any one of the reviewers, then the one who decides. <see cref="Problem"/> says why nobody can be.
/// </summary>
internal sealed record AskedView(IReadOnlyList<string> Reviewers, string? Final, string? Problem = null);
