using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.Protocol.AdaptiveCards;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>The form of an account: one medium, one account, one form (asaka-annex-4).</summary>
internal static class AccountFormCard
{
    private static readonly AccountState[] States = Enum.GetValues<AccountState>();

    /// <param name="problems">Why it was not finalised; empty for a fresh form.</param>
    /// <param name="basis">The clause the rule for names rests on, as readers know it.</param>
    public static AdaptiveCard For(AccountForm form, Pack pack, IReadOnlyList<string> problems, string basis) => CardParts.Card(
        [
            CardParts.Title(form.AccountId.Length == 0 ? "アカウントの登録" : "アカウントの変更"),
            .. problems.Count == 0 ? [] : new CardElement[] { CardParts.Notice(NoticeKind.Attention, "まだ確定していません。次のことを直してください。") },
            .. problems.Select(problem => CardParts.Line($"・{problem}")),
            .. problems.Count == 0 ? [] : AccountParts.Basis(basis),
            CardParts.Remark("媒体ごと、アカウントごとに一枚です。パスワードは入力しないでください。"),
            Section(form, pack),
            new TextInput("発信情報（必須）") { Id = AccountFields.Information, Value = form.Information, MaxLength = RegisteredAccount.MaxText },
            new TextInput("利用目的（必須）") { Id = AccountFields.Purpose, Value = form.Purpose, MaxLength = RegisteredAccount.MaxText },
            new ChoiceSetInput("種類（必須）", [.. Media(pack).Select(medium => new Choice(medium.Display(), medium.ToString()))]) { Id = AccountFields.Medium, Value = Value(form.Medium), Style = "compact", Placeholder = "一つ選んでください" },
            new ChoiceSetInput("区分（必須）", [.. Kinds(pack)]) { Id = AccountFields.Kind, Value = form.Kind, Style = "compact" },
            new TextInput("アカウント名（必須）") { Id = AccountFields.Name, Value = form.Name, MaxLength = RegisteredAccount.MaxName },
            new TextInput("ID（@…。なければ空欄）") { Id = AccountFields.Handle, Value = form.Handle, MaxLength = RegisteredAccount.MaxHandle },
            new TextInput("登録URL") { Id = AccountFields.Url, Value = form.Url, Style = "Url", MaxLength = RegisteredAccount.MaxUrl, Placeholder = "https://" },
            new TextInput("運用方針のURL（公開していれば）") { Id = AccountFields.PolicyUrl, Value = form.PolicyUrl, Style = "Url", MaxLength = RegisteredAccount.MaxUrl, Placeholder = "https://" },
            new ChoiceSetInput("状態（必須）", [.. States.Select(state => new Choice(OfficialAccount.InJapanese(state), state.ToString()))]) { Id = AccountFields.State, Value = form.State, Style = "compact" },
            new TextInput("名前の例外の理由（所属名を入れないとき）") { Id = AccountFields.Reason, Value = form.Reason, MaxLength = AccountRecord.MaxReason },
        ],
        "アカウントの登録",
        [
            new ExecuteAction("確定する", AccountVerbs.Save, new() { [AccountFields.Account] = form.AccountId, [AccountFields.Stamp] = form.Stamp }) { Style = "positive" },
            AccountParts.ListButton,
        ]);

    private static CardElement Section(AccountForm form, Pack pack) => pack.Organisation.Sections.Count == 0
        ? new TextInput("開設所属（必須）") { Id = AccountFields.Section, Value = form.Section, MaxLength = RegisteredAccount.MaxName }
        : new ChoiceSetInput("開設所属（必須）", [.. pack.Organisation.Sections.Select(one => new Choice(one, one))]) { Id = AccountFields.Section, Value = Value(form.Section), Style = "compact", Placeholder = "選んでください" };

    private static IEnumerable<Medium> Media(Pack pack) => pack.Media.Count > 0 ? pack.Media.Select(policy => policy.Medium).Append(Medium.Other).Distinct() : Enum.GetValues<Medium>();

    private static IEnumerable<Choice> Kinds(Pack pack) => (pack.Approval?.Routes ?? []).Select(route => new Choice(route.Name.Ja, route.Kind.ToString()));

    private static string? Value(string text) => text.Length > 0 ? text : null;
}
