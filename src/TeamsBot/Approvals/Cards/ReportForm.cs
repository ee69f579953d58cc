using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The report of a post: its address, and the text only where the poster wants it compared. What was typed comes back with a refusal.
/// </summary>
internal static class ReportForm
{
    private const string ComparePart = "compare";

    /// <summary>A longer text is not put back into the card, which could not hold it: it is pasted again.</summary>
    public const int MaxKept = 2_000;

    public static IEnumerable<AdaptiveElement> For(DraftView view, AdaptiveContainer? notice, PostInput typed, params AdaptiveAction[] more)
    {
        var say = view.Language;
        foreach (var field in Address(view, typed)) yield return field;
        if (!typed.IsComparing) yield return ReviewParts.Folded(ComparePart, false, [TextField(view, typed)]);
        else yield return TextField(view, typed);
        if (notice is not null) yield return notice;
        if (typed.IsOfOther) yield return WrongAccount(view);
        yield return ReviewParts.Primary(
            Buttons.Execute(say.Say("投稿を報告する", "Report the post"), ApprovalVerbs.Posted, Data(view, typed), style: "positive")
        );
        AdaptiveAction[] compare = typed.IsComparing
            ? []
            : [ReviewParts.Unfold(say.Say("投稿文も照合する", "Compare the text as well"), ComparePart)];
        if (compare.Length + more.Length > 0)
            yield return new AdaptiveActionSet { Actions = [.. compare, .. more], Spacing = AdaptiveSpacing.Small };
    }

    /// <summary>The button says which address its presser was asked about: of another one they are asked anew.</summary>
    public static JsonObject Data(DraftView view, PostInput typed) =>
        typed.IsUsed ? view.Data((ApprovalFields.UrlSeen, typed.Url)) : view.Data();

    /// <summary>The way on for whoever finds that the post went out from another account.</summary>
    public static AdaptiveActionSet WrongAccount(DraftView view) => CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
        view.Language.Say("違うアカウントに投稿した", "Posted from another account"), ApprovalVerbs.WrongAccount, view.Data(), style: "destructive"));

    /// <summary>The address, and the tick where an address of this medium does not say whose post it is.</summary>
    public static IEnumerable<AdaptiveElement> Address(DraftView view, PostInput typed)
    {
        var say = view.Language;
        yield return new AdaptiveTextInput
        {
            Label = say.Marked(typed.Missing is PostField.Url, say.Say("投稿のURL", "Address of the post"), typed.Url),
            Id = ApprovalFields.PostedUrl,
            Value = typed.Url,
            Style = AdaptiveTextInputStyle.Url,
            MaxLength = PostAddress.MaxLength,
            Placeholder = view.PostExample,
            Spacing = AdaptiveSpacing.Small,
        };
        if (!typed.AsksOwner && !view.AsksOwner) yield break;
        yield return GateSection.Tick(
            ApprovalFields.PostedOurs,
            say.MarkedTick(
                typed.Missing is PostField.Owner,
                say.Say($"この投稿は{view.Account}のアカウントのものです", $"This post is by the account {view.Account}")
            ),
            typed.IsOurs
        );
    }

    /// <param name="isNeeded">Nothing but the text can answer here; elsewhere it may stay empty until a press asked for it.</param>
    public static AdaptiveTextInput TextField(DraftView view, PostInput typed, bool isNeeded = false) => new()
    {
        Label = view.Language.Marked(
            typed.Missing is PostField.Text,
            isNeeded || typed.Missing is PostField.Text
                ? view.Language.Say(
                    "いま投稿されている文（承認文と同じかを確かめます）",
                    "Text as it is posted now (compared with the approved one)"
                )
                : view.Language.Say(
                    "投稿した文（任意。承認文と同じかを確かめます）",
                    "Text as posted (optional; compared with the approved one)"
                ),
            typed.Text
        ),
        Id = ApprovalFields.PostedText,
        Value = typed.Text.Length <= MaxKept ? typed.Text : "",
        IsMultiline = true,
        MaxLength = Revision.MaxLength,
    };
}

internal enum PostField
{
    Url,
    Owner,
    Text,
    Reason,
}

/// <summary>What a poster had typed, kept when the report could not be taken.</summary>
/// <param name="AsksOwner">The address does not say whose post it is.</param>
/// <param name="Missing">The field that held the report back.</param>
internal sealed record PostInput(
    string Url = "",
    string Text = "",
    bool IsOurs = false,
    string Reason = "",
    bool AsksOwner = false,
    PostField? Missing = null
)
{
    /// <summary>A correction came without its reason.</summary>
    public bool LacksReason { get; init; }

    /// <summary>The address is of a post by another account.</summary>
    public bool IsOfOther { get; init; }

    /// <summary>Another draft was reported with the address.</summary>
    public bool IsUsed { get; init; }

    /// <summary>What of it cannot stay in a field, to be given back in words.</summary>
    public string Words =>
        string.Join('\n', ((string[])[Url, ShortText.Cut(Text, ReportForm.MaxKept)]).Where(part => part.Length > 0));

    public bool IsTyped => Missing is not null || Url.Length > 0 || Text.Length > 0;

    public bool IsComparing => Text.Length > 0 || Missing is PostField.Text;

    public static PostInput Of(CardAction action) => new(
        ShortText.Cut(action[ApprovalFields.PostedUrl].Trim(), PostAddress.MaxLength + 1),
        ShortText.Cut(action[ApprovalFields.PostedText], Revision.MaxLength),
        action[ApprovalFields.PostedOurs] == "true",
        TypedText.Of(action[ApprovalFields.UrlReason], GateAnswers.MaxLine));

    public static PostInput Of(PostedReport report) =>
        new(report.Url, report.Text, report.Account == AccountProof.ByReporter, AsksOwner: report.Account == AccountProof.ByReporter);
}
