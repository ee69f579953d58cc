using TeamsBot.Accounts;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>The form of an account: one medium, one account, one form (asaka-annex-4).</summary>
internal static class AccountFormCard
{
    /// <summary>Nobody chooses 開設準備中: it is where an application leads to. Ends and stops have their own ways.</summary>
    private static readonly AccountState[] States = [AccountState.Running, AccountState.Dormant, AccountState.Closed];

    /// <param name="problems">Why it was not finalised; empty for a fresh form.</param>
    /// <param name="basis">The clause the rule for names rests on, as readers know it.</param>
    /// <param name="asks">Which fields the medium and the guideline make necessary.</param>
    public static AdaptiveCard For(
        AccountForm form,
        Pack pack,
        IReadOnlyList<string> problems,
        string basis,
        FormAsks asks = default
    ) => CardParts.Card(
        [
            CardParts.Title(Title(form)),
            CardParts.Remark("媒体ごと、アカウントごとに一枚です。パスワードは入力しないでください。"),
            Section(form, pack),
            new AdaptiveTextInput
            {
                Label = "発信情報（必須）", Id = AccountFields.Information, Value = form.Information, MaxLength = RegisteredAccount.MaxText,
            },
            new AdaptiveTextInput
            {
                Label = "利用目的（必須）", Id = AccountFields.Purpose, Value = form.Purpose, MaxLength = RegisteredAccount.MaxText,
            },
            new AdaptiveChoiceSetInput
            {
                Label = "種類（必須）",
                Choices = [.. Media(pack).Select(medium => new AdaptiveChoice { Title = medium.Display(), Value = medium.ToString() })],
                Wrap = true, Id = AccountFields.Medium, Value = Value(form.Medium), Style = AdaptiveChoiceInputStyle.Compact,
                Placeholder = "一つ選んでください",
            },
            new AdaptiveChoiceSetInput
            {
                Label = "区分（必須）", Choices = [.. Kinds(pack)], Wrap = true, Id = AccountFields.Kind, Value = form.Kind,
                Style = AdaptiveChoiceInputStyle.Compact,
            },
            new AdaptiveTextInput
            {
                Label = "アカウント名（必須）", Id = AccountFields.Name, Value = form.Name, MaxLength = RegisteredAccount.MaxName,
            },
            new AdaptiveTextInput
            {
                Label = "ID（@…。なければ空欄）", Id = AccountFields.Handle, Value = form.Handle, MaxLength = RegisteredAccount.MaxHandle,
            },
            new AdaptiveTextInput
            {
                Label = "登録URL", Id = AccountFields.Url, Value = form.Url, Style = AdaptiveTextInputStyle.Url,
                MaxLength = RegisteredAccount.MaxUrl, Placeholder = "https://",
            },
            new AdaptiveTextInput
            {
                Label = "運用方針のURL（公開していれば）", Id = AccountFields.PolicyUrl, Value = form.PolicyUrl, Style = AdaptiveTextInputStyle.Url,
                MaxLength = RegisteredAccount.MaxUrl, Placeholder = "https://",
            },
            .. asks.Budget ? [Budget(form)] : Array.Empty<AdaptiveElement>(),
            .. asks.Listing ? [Listing(form)] : Array.Empty<AdaptiveElement>(),
            .. form.IsApplication ? [] : new[] { State(form) },
            new AdaptiveTextInput
            {
                Label = "名前の例外の理由（所属名を入れないとき）", Id = AccountFields.Reason, Value = form.Reason, MaxLength = AccountRecord.MaxReason,
            },
            // Beside the button: what stands at the top of a form is out of sight on a phone.
            .. problems.Count == 0 ? [] : new AdaptiveElement[] { CardParts.Notice(NoticeKind.Attention, NotYet(form)) },
            .. problems.Select(problem => CardParts.Line($"・{problem}")),
            .. problems.Count == 0 ? [] : AccountParts.Basis(basis),
        ],
        Title(form),
        [
            form.IsApplication && form.AccountId.Length == 0
                ? Buttons.Execute("開設を申請する", AccountVerbs.Apply, style: "positive")
                : Buttons.Execute(
                    "確定する",
                    AccountVerbs.Save,
                    new() { [AccountFields.Account] = form.AccountId, [AccountFields.Stamp] = form.Stamp },
                    style: "positive"
                ),
            AccountParts.ListButton,
        ]);

    private static string NotYet(AccountForm form) =>
        form.IsApplication ? "まだ申請していません。次のことを直してください。" : "まだ確定していません。次のことを直してください。";

    private static string Title(AccountForm form) => (form.AccountId.Length, form.IsApplication) switch
    {
        (0, true) => "アカウントの開設の申請",
        (0, false) => "アカウントの登録",
        _ => "アカウントの変更",
    };

    private static AdaptiveChoiceSetInput State(AccountForm form) => new()
    {
        Label = "状態（必須）",
        Choices = [.. States.Select(state => new AdaptiveChoice { Title = OfficialAccount.InJapanese(state), Value = state.ToString() })],
        Wrap = true, Id = AccountFields.State, Value = form.State, Style = AdaptiveChoiceInputStyle.Compact,
    };

    private static AdaptiveTextInput Budget(AccountForm form) => new()
    {
        Label = "費用の予算科目（必須。無償の分は使われています）", Id = AccountFields.Budget, Value = Value(form.Budget),
        MaxLength = RegisteredAccount.MaxText,
    };

    private static AdaptiveTextInput Listing(AccountForm form) => new()
    {
        Label = "アカウントを掲載した公式ホームページのページ（運用中なら必須）", Id = AccountFields.Listing, Value = Value(form.Listing),
        Style = AdaptiveTextInputStyle.Url, MaxLength = RegisteredAccount.MaxUrl, Placeholder = "https://",
    };

    private static AdaptiveElement Section(AccountForm form, Pack pack) => pack.Organisation.Sections.Count == 0
        ? new AdaptiveTextInput
        {
            Label = "開設所属（必須）", Id = AccountFields.Section, Value = form.Section, MaxLength = RegisteredAccount.MaxName,
        }
        : new AdaptiveChoiceSetInput
        {
            Label = "開設所属（必須）", Choices = [.. pack.Organisation.Sections.Select(one => new AdaptiveChoice { Title = one, Value = one })],
            Wrap = true, Id = AccountFields.Section, Value = Value(form.Section), Style = AdaptiveChoiceInputStyle.Compact,
            Placeholder = "選んでください",
        };

    private static IEnumerable<Medium> Media(Pack pack) =>
        pack.Media.Count > 0 ? pack.Media.Select(policy => policy.Medium).Append(Medium.Other).Distinct() : Enum.GetValues<Medium>();

    private static IEnumerable<AdaptiveChoice> Kinds(Pack pack) => (pack.Approval?.Routes ?? []).Select(route => new AdaptiveChoice
    {
        Title = route.Name.Ja, Value = route.Kind.ToString(),
    });

    private static string? Value(string text) => text.Length > 0 ? text : null;
}
