using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The foot of the card of a draft that is being written: why the last press was refused, with the fields it lacks, and below it the
/// button.
/// </summary>
internal static class SubmitSection
{
    /// <param name="refusal">Why not; its fields (<see cref="AuthorInput.Gaps"/>) are drawn here and nowhere else on the card.</param>
    public static IEnumerable<AdaptiveElement> For(DraftView view, AdaptiveContainer? refusal)
    {
        var (draft, language) = (view.Draft, view.Language);
        if (refusal is not null) yield return Refusal(view, refusal);
        else if (Open(draft) is > 0 and var open)
        {
            yield return CardParts.Notice(NoticeKind.Info, draft.IsLiftAsked
                ? language.Say(
                    "所属長に例外の判断を依頼しています。認められると、確認に回せます。",
                    "The head was asked for an exception. Once it is granted, the draft can be sent for review."
                )
                : language.Say(
                    string.Create(CultureInfo.InvariantCulture, $"このままでは確認に回せません。「要修正」が{open}件あります。"),
                    string.Create(CultureInfo.InvariantCulture, $"To be fixed before review: {open}.")
                ));
        }

        if (AsksHead(view) && !Lacks(view, SubmitGap.LiftReason)) yield return LiftSection.Reason(view);
        yield return CardParts.Row(AdaptiveSpacing.Medium, Button(view));
    }

    /// <summary>Whether the field for it stands in the refusal, and so nowhere else on the card.</summary>
    public static bool Lacks(DraftView view, SubmitGap gap) => view.Typed?.Gaps.Contains(gap) == true;

    /// <summary>The press declares the class of information, so the button names it.</summary>
    public static AdaptiveExecuteAction Button(DraftView view)
    {
        var (draft, language, known) = (view.Draft, view.Language, view.Declares);
        if (AsksHead(view)) return LiftSection.Button(view, style: "positive");
        if (Lacks(view, SubmitGap.Unchanged))
        {
            (string, string)[] same =
            [
                (ApprovalFields.Unchanged, "true"),
                .. known is null ? [] : new[] { (ApprovalFields.Declares, known.Id) },
            ];
            return Buttons.Execute(language.Say("変えずに再申請する", "Send again unchanged"), ApprovalVerbs.Submit, view.Data(same));
        }

        var isAgain = draft.Current.SubmittedAt is not null || draft.LastSubmitted is not null;
        var title = known is null
            ? isAgain ? language.Say("再申請する", "Send again") : language.Say("確認に回す", "Send for review")
            : isAgain ? language.Say($"{known.Name.Ja}として再申請する", $"Send again as {known.Name.En}")
            : language.Say($"{known.Name.Ja}として確認に回す", $"Send for review as {known.Name.En}");
        // One button is the primary one: a fix that is one press away comes before handing in.
        var style = Open(draft) > 0 && FixSection.Button(view) is not null ? null : "positive";
        return Buttons.Execute(
            title,
            ApprovalVerbs.Submit,
            view.Data([.. known is null ? [] : new[] { (ApprovalFields.Declares, known.Id) }, .. Anew(view)]),
            style: style
        );
    }

    /// <summary>What holds the draft back is mended elsewhere: the same press afterwards is another one, however soon it comes.</summary>
    private static (string, string)[] Anew(DraftView view) => Lacks(view, SubmitGap.Policy)
        ? [(ApprovalFields.HeldAt, view.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))]
        : [];

    private static AdaptiveExecuteAction Policy(DraftView view) => Buttons.Execute(
        view.Language.Say("運用ポリシーを読む", "Read the policy"),
        AccountDoors.Policy,
        new JsonObject { [AccountDoors.Account] = view.Draft.AccountId, [AccountDoors.Apart] = "true" },
        takesInputs: false);

    /// <summary>Findings that hold the draft back and that nobody let pass.</summary>
    public static int Open(Draft draft) => draft.Current.LiftedBy is not null
        ? draft.Current.Findings.Count(finding => finding.Severity == Severity.Stop)
        : draft.Current.Findings.Count(finding => finding.Severity >= Severity.Block);

    /// <summary>The class goes out only with the head's reason, so that asking is the next thing to do.</summary>
    public static bool AsksHead(DraftView view) => view.ClassNeedsHead && LiftSection.CanAsk(view);

    private static AdaptiveContainer Refusal(DraftView view, AdaptiveContainer said)
    {
        var gaps = view.Typed?.Gaps ?? [];
        List<AdaptiveElement> items = [.. said.Items];
        foreach (var gap in gaps) items.AddRange(Fields(view, gap));
        return new AdaptiveContainer { Items = items, Style = AdaptiveContainerStyle.Attention, Spacing = AdaptiveSpacing.Medium };
    }

    private static IEnumerable<AdaptiveElement> Fields(DraftView view, SubmitGap gap) => gap switch
    {
        SubmitGap.Account => [DraftForm.Account(view, isMissing: true)],
        SubmitGap.InformationClass => DraftForm.InformationClass(view, isMissing: true),
        SubmitGap.Time => DraftForm.Time(view, isMissing: true),
        SubmitGap.Answers => Unanswered(view).Select(row => FindingsSection.Answer(view, row.Finding, row.At, isMissing: true)),
        SubmitGap.LiftReason =>
        [
            LiftSection.Reason(view, isMissing: true),
            .. AsksHead(view) ? [] : new AdaptiveElement[] { CardParts.Row(AdaptiveSpacing.Small, LiftSection.Button(view)) },
        ],
        SubmitGap.Policy => [CardParts.Row(AdaptiveSpacing.Small, Policy(view))],
        SubmitGap.Text or SubmitGap.Unchanged => [],
        SubmitGap.Dismissal => DismissSection.Fields(view),
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, null),
    };

    private static IEnumerable<(DraftFinding Finding, int At)> Unanswered(DraftView view)
    {
        var open = view.Draft.Unanswered.ToHashSet();
        return FindingsSection.Numbered(view).Where(row => open.Contains(row.Finding));
    }
}
