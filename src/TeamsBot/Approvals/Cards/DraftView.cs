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

    /// <summary>Ranges approved ahead, and how the draft stands to them.</summary>
    public StandingView Standing { get; init; } = StandingView.None;

    /// <summary>What this organisation's guideline asks of writers and approvers on the way.</summary>
    public IReadOnlyList<ApprovalGate> Gates { get; init; } = [];

    /// <summary>How many follow the account, with the day of the count.</summary>
    public string Reach { get; init; } = "";

    /// <summary>What every button of a draft's card carries: which draft, which text, which state. All of it is checked against the database.</summary>
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

    /// <summary>How much of a long draft its cards show: 0 most, <see cref="Least"/> least. Raised until the card fits (protocol.md 3.10).</summary>
    public int Detail { get; init; }

    public const int Least = 2;

    public int MaxText => Detail switch { 0 => 1_500, 1 => 800, _ => 300 };

    public int MaxLines => Detail switch { 0 => 60, 1 => 30, _ => 12 };

    public int MaxFindings => Detail switch { 0 => 12, 1 => 6, _ => 3 };

    /// <summary>Draws a card, with less detail where it would be too large for a message.</summary>
    public AdaptiveCard Fitting(Func<DraftView, AdaptiveCard> draw)
    {
        var card = draw(this);
        // A short draft with few findings always fits; asking the serializer each time would cost more than drawing.
        if (Draft.Current.Text.Length < 500 && Draft.Current.Findings.Count < 5 && Draft.Pictures.Count == 0) return card;
        return Detail == Least || CardSize.Fits(card) ? card : (this with { Detail = Detail + 1 }).Fitting(draw);
    }

    /// <summary>The account's medium posts nothing without a picture or a video, and there is none [asaka-3-3-3-1].</summary>
    public bool WantsPicture { get; init; }

    public string ClassName => Classes.FirstOrDefault(choice => choice.Value == Draft.InformationClass)?.Title ?? "未選択";
}
