using System.Globalization;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>What the form is drawn from.</summary>
/// <param name="Account">Null for a blank form.</param>
/// <param name="Number">The version it was opened on; 0 where there is none.</param>
/// <param name="Gaps">Why it was not finalised; empty for a fresh form.</param>
internal sealed record PolicyFormView(PolicySheet Sheet, OfficialAccount? Account, int Number, IReadOnlyList<PolicyGap> Gaps)
{
    /// <summary>Why it was not taken although nothing is missing, or what was done beside it.</summary>
    public string? Notice { get; init; }

    public bool Lacks(string field) => Gaps.Any(gap => gap.Field == field);
}

/// <summary>
/// The policy form: the ten rows in their printed order in three steps, of which one is unfolded, so that a phone shows one at a time. All
/// fields travel with every button.
/// </summary>
internal sealed class PolicyFormCard(Pack pack, PolicyRules rules, ClauseNames clauses)
{
    private static readonly string[] Steps = ["polStep1", "polStep2", "polStep3"];

    private static readonly string[] StepTitles = ["① 所属・内容", "② アカウント", "③ 時間・返信・確認"];

    public AdaptiveCard For(PolicyFormView view)
    {
        var inputs = new PolicyInputs(view);
        IReadOnlyList<AdaptiveElement>[] parts = [First(view, inputs), Second(inputs), Third(view, inputs)];
        var open = view.Gaps.Count == 0 ? 0 : view.Gaps.Min(gap => PolicySteps.Of(gap.Field));
        return CardParts.Card(
            [
                CardParts.Title("運用ポリシー"),
                .. view.Account is { } account
                    ? [CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(account), Weight = AdaptiveTextWeight.Bolder })]
                    : Array.Empty<AdaptiveElement>(),
                CardParts.Remark("媒体ごと、アカウントごとに一枚です。①から③を順に開いて入力してください。パスワードは入力しないでください。"),
                CardParts.Row(AdaptiveSpacing.Small, StepTitles.Select((title, at) => CardParts.Unfold(title, Steps[at], Steps))),
                .. parts.Select((items, at) => CardParts.Fold(
                    Steps[at], at == open, [CardParts.Heading(StepTitles[at]), .. Lacks(view, at), .. items])),
                // Beside the button: what stands at the top of a form is out of sight on a phone.
                .. Outcome(view),
            ],
            "運用ポリシー",
            [.. Actions(view)]);
    }

    private List<AdaptiveElement> First(PolicyFormView view, PolicyInputs inputs) =>
    [
        inputs.Text(PolicyFields.Department, Must("部", "開設所属")),
        inputs.Text(PolicyFields.Section, "課（必須）"),
        .. inputs.Confirm(PolicyFields.SectionConfirmed, "一覧にない課名のままでよい"),
        inputs.Text(PolicyFields.Information, "発信情報（必須）", isLong: true),
        .. pack.ContentCategories is { Items: { Count: > 0 } items }
            ? [inputs.Choices(PolicyFields.Topics, "発信情報の区分（選んだ区分だけを発信する）", items.Select(item => (item, item)))]
            : Array.Empty<AdaptiveElement>(),
        .. pack.AccountDuties?.PolicyForm?.Purposes is { Count: > 0 } purposes
            ? [inputs.Choices(PolicyFields.Purposes, "利用目的（選ぶ）", purposes.Select(purpose => (purpose.Say, purpose.Say)))]
            : Array.Empty<AdaptiveElement>(),
        inputs.Text(PolicyFields.Purpose, "利用目的（必須）", isLong: true),
        .. inputs.Confirm(PolicyFields.PurposeConfirmed, "この利用目的のままでよい"),
        .. Wanted(view, inputs, "対象者", PolicyFields.Audience),
    ];

    private List<AdaptiveElement> Second(PolicyInputs inputs) =>
    [
        inputs.Choices(PolicyFields.Media, "利用するソーシャルメディアの種類（一つ・必須）", Media.Select(medium => (medium.Display(), medium.ToString()))),
        inputs.Text(PolicyFields.MediumName, "「その他」のときの名称"),
        inputs.Text(PolicyFields.Name, "アカウント（必須）"),
        inputs.Text(PolicyFields.Handle, "ID（@…。なければ空欄）"),
        inputs.Text(PolicyFields.Url, Must("登録URL", "登録URL")),
        inputs.Date(PolicyFields.From, Must("運用期間の始まり", "運用期間")),
        inputs.Date(PolicyFields.To, Must("運用期間の終わり", "運用期間")),
    ];

    private List<AdaptiveElement> Third(PolicyFormView view, PolicyInputs inputs) =>
    [
        inputs.Choices(
            PolicyFields.Days, Must("運用時間：曜日", "運用時間"), Week.Select(day => (PolicySheet.NameOf(day), day.ToString()))),
        inputs.Time(PolicyFields.Opens, Must("始まりの時刻", "運用時間")),
        inputs.Time(PolicyFields.Closes, Must("終わりの時刻", "運用時間")),
        inputs.Tick(PolicyFields.Holidays, "祝日を除く（年末年始は必ず除きます）"),
        inputs.Text(PolicyFields.Except, "ほかに除く日"),
        inputs.One(
            PolicyFields.Replies, Must("投稿に対する返信", "投稿に対する返信"),
            [("返信しない", PolicyFields.NoReplies), ("必要に応じて返信する", PolicyFields.RepliesAsNeeded)]),
        .. inputs.Confirm(PolicyFields.RepliesConfirmed, "交流が目的でも返信しない、でよい"),
        .. PolicyLabels.Handling.Any(rules.Wants) || pack.AccountDuties?.PolicyForm?.Purposes.Any(purpose => purpose.TwoWay) == true
            ? [inputs.Text(PolicyFields.Handling, Must("受けた投稿や意見の扱い", PolicyLabels.Handling), isLong: true)]
            : Array.Empty<AdaptiveElement>(),
        .. PolicyLabels.Further.SelectMany(further => Wanted(view, inputs, further.Label, further.Field)),
        inputs.Tick(PolicyFields.MembersOnly, "登録した人だけが読める"),
        inputs.Text(PolicyFields.Remarks, "備考", isLong: true),
        inputs.Tick(PolicyFields.Rule, $"{PolicyLabels.RuleOf(pack)}を確認した（必須）"),
        .. pack.AccountDuties?.PolicyForm?.Ticks is { Count: > 0 } ticks
            ? [inputs.Choices(
                PolicyFields.Ticks, "次のことを確かめた（全て・必須）", ticks.Select((tick, at) => (TickTitle(tick), PolicyLabels.TickOf(at))))]
            : Array.Empty<AdaptiveElement>(),
    ];

    private string TickTitle(PolicyTick tick) =>
        clauses.OwnOf(tick.Basis.Cite) is { Length: > 0 } basis ? $"{tick.Say}（{basis}）" : tick.Say;

    private IEnumerable<AdaptiveElement> Wanted(PolicyFormView view, PolicyInputs inputs, string label, string field) =>
        rules.Wants(label) || view.Sheet[field].Length > 0 ? [inputs.Text(field, Must(label, label))] : [];

    /// <summary>Says that a field must be filled in, where the guideline wants one of the printed rows.</summary>
    private string Must(string label, params IEnumerable<string> rows) => rows.Any(rules.Wants) ? $"{label}（必須）" : label;

    private static IEnumerable<AdaptiveElement> Outcome(PolicyFormView view)
    {
        if (view.Notice is { } notice) yield return CardParts.Notice(NoticeKind.Info, notice);
        if (view.Gaps.Count == 0) yield break;
        var steps = view.Gaps.CountBy(gap => PolicySteps.Of(gap.Field)).OrderBy(step => step.Key)
            .Select(step => string.Create(CultureInfo.InvariantCulture, $"{StepTitles[step.Key][..1]} {step.Value}件"));
        yield return CardParts.Notice(NoticeKind.Attention, $"まだ確定していません。直すところ：{string.Join("、", steps)}。番号のボタンで開いて直してください。");
    }

    /// <summary>What this step lacks, in the step itself: under another one it would be read as that one's.</summary>
    private static IEnumerable<AdaptiveElement> Lacks(PolicyFormView view, int step) => view.Gaps
        .Where(gap => PolicySteps.Of(gap.Field) == step)
        .Select(gap => CardParts.Line(new AdaptiveTextRun { Text = $"・{gap.Message}", Color = AdaptiveTextColor.Attention }));

    private IEnumerable<AdaptiveAction> Actions(PolicyFormView view)
    {
        var data = view.Account is { } account ? PolicyCard.Data(account, view.Number) : PolicyCard.Data(null, 0);
        var title = $"{ShortText.Shorten(PolicyLabels.RuleOf(pack), 24)}を確認して確定する";
        yield return Buttons.Execute(title, AccountVerbs.PolicySave, data, style: "positive");
        if (view.Sheet.Media.Count > 1)
            yield return Buttons.Execute("二枚に分ける", AccountVerbs.PolicySplit, data.DeepClone().AsObject());
        if (view.Account is { } known)
            yield return Buttons.Execute("アカウントを見る", AccountVerbs.Open, AccountParts.Data(known), takesInputs: false);
    }

    private IEnumerable<Medium> Media => pack.Media.Count > 0
        ? pack.Media.Select(policy => policy.Medium).Append(Medium.Other).Distinct() : Enum.GetValues<Medium>();

    private static IEnumerable<DayOfWeek> Week => Enum.GetValues<DayOfWeek>().OrderBy(day => ((int)day + 6) % 7);
}
