using System.Globalization;
using TeamsBot.Accounts;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks.Profiles;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>One account of the register: what is known of it, what is still missing, and what its people may do.</summary>
internal static class AccountCard
{
    private const int MaxDevices = 8;

    public static AdaptiveCard For(AccountView view, DateTimeOffset now, AdaptiveContainer? notice = null)
    {
        var account = view.Account;
        return CardParts.Card(
            [
                CardParts.Title("アカウント"),
                CardParts.Line(
                    new AdaptiveTextRun
                    {
                        Text = AccountRegister.Display(account),
                        Weight = AdaptiveTextWeight.Bolder,
                        Size = AdaptiveTextSize.Medium,
                    }
                ),
                .. AccountParts.Notice(notice),
                CardParts.Field("所管", account.Section),
                CardParts.Field("状態", account.StateInJapanese),
                .. Optional("停止の理由", account.StoppedFor),
                .. Optional("廃止する日", account.ClosesOn is { } day ? JapaneseTime.Format(day, 0) : null),
                .. Optional("登録URL", account.Url),
                .. Optional("目的", account.Purpose),
                .. Optional("運用方針", account.PolicyUrl),
                .. Optional("返信", account.ReplyMode is { } mode ? OfficialAccount.InJapanese(mode) : null),
                .. Optional("開設", account.Opened),
                .. Optional(
                    "フォロワー",
                    account.Followers is { } followers
                        ? string.Create(
                            CultureInfo.InvariantCulture,
                            $"{followers.Count:N0}（{JapaneseTime.Format(followers.AsOf, 0)}現在）"
                        )
                        : null
                ),
                .. view.Lacking.Select(Lacks),
                .. Name(account, view.Naming, view.NameBasis),
                .. view.Devices is null ? [] : Devices(account, view.Devices, view.MayChange, now),
            ],
            "アカウント",
            [.. Actions(view)]
        );
    }

    private static AdaptiveRichTextBlock Lacks(AccountGate gate) => CardParts.Line(
        new AdaptiveTextRun { Text = "▲ ", Color = AdaptiveTextColor.Warning, Weight = AdaptiveTextWeight.Bolder },
        new AdaptiveTextRun { Text = $"{gate.InJapanese()}の記録なし", Weight = AdaptiveTextWeight.Bolder });

    private static IEnumerable<AdaptiveElement> Optional(string label, string? value) =>
        value is null ? [] : [CardParts.Field(label, value)];

    private static IEnumerable<AdaptiveElement> Name(OfficialAccount account, IReadOnlyList<NamingFinding> naming, string basis)
    {
        if (naming.Count == 0) yield break;
        yield return CardParts.Heading("名前の例外");
        yield return account.NameException is { } reason
            ? CardParts.Line($"理由：{reason}")
            : CardParts.Notice(NoticeKind.Attention, $"{naming[0].Message}いまの名前を続けるときは、例外とする理由を記録してください。");
        foreach (var line in AccountParts.Basis(basis)) yield return line;
    }

    private static IEnumerable<AdaptiveElement> Devices(
        OfficialAccount account,
        IReadOnlyList<Device> devices,
        bool mayChange,
        DateTimeOffset now
    )
    {
        yield return CardParts.Heading("端末");
        if (devices.Count == 0) yield return CardParts.Remark("登録された端末はありません。");
        foreach (var device in devices.Take(MaxDevices))
        {
            yield return CardParts.Line(
                new AdaptiveTextRun { Text = $"{device.Name}　", Weight = AdaptiveTextWeight.Bolder },
                new AdaptiveTextRun
                {
                    Text = $"{DeviceWords.InJapanese(device.Kind)}・保管 {device.Keeper}{(device.IsProtected ? "・対策済み" : "")}",
                },
                new AdaptiveTextRun
                {
                    Text = device.ExceptionReason is { } reason
                        ? $"　例外：{reason}（{device.ExceptionBy} {JapaneseTime.Format(device.RegisteredAt, now)}）"
                        : "",
                    Size = AdaptiveTextSize.Small,
                });
            if (mayChange)
            {
                var data = AccountParts.Data(account);
                data[AccountFields.Device] = device.Id.ToString("N");
                yield return new AdaptiveActionSet
                {
                    Actions = [Buttons.Execute($"「{device.Name}」を外す", AccountVerbs.DeviceRemove, data, takesInputs: false)],
                    Spacing = AdaptiveSpacing.None,
                };
            }
        }

        if (devices.Count > MaxDevices)
            yield return CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"ほか{devices.Count - MaxDevices}台。"));
    }

    private static IEnumerable<AdaptiveAction> Actions(AccountView view)
    {
        var (account, mayChange) = (view.Account, view.MayChange);
        if (mayChange && view.Naming.Count > 0)
        {
            yield return new AdaptiveShowCardAction
            {
                Title = "名前の例外を記録",
                Card = new AdaptiveCard("1.5")
                {
                    Body =
                    [
                        new AdaptiveTextInput
                        {
                            Label = "例外とする理由",
                            Id = AccountFields.Reason,
                            Value = account.NameException,
                            MaxLength = AccountRecord.MaxReason,
                        },
                    ],
                    Actions = [Buttons.Execute("記録する", AccountVerbs.Except, AccountParts.Data(account), style: "positive")],
                },
            };
        }

        yield return Buttons.Execute("プロフィール点検", AccountVerbs.ProfileForm, AccountParts.Data(account), takesInputs: false);
        yield return Buttons.Execute("プロフィール作成", AccountVerbs.ProfileWrite, AccountParts.Data(account), takesInputs: false);
        if (mayChange) yield return Buttons.Execute("端末を登録", AccountVerbs.DeviceForm, AccountParts.Data(account), takesInputs: false);
        if (account.State == AccountState.Preparing || view.Lacking.Count > 0)
            yield return Buttons.Execute("開設の手続き", AccountVerbs.LifeShow, AccountParts.Data(account), takesInputs: false);
        if (account.ClosesOn is not null)
            yield return Buttons.Execute("廃止の手続き", AccountDoors.Closing, AccountParts.Data(account), takesInputs: false);
        if (view.MayEdit) yield return Buttons.Execute("内容を変える", AccountVerbs.Form, AccountParts.Data(account), takesInputs: false);
        yield return AccountParts.ListButton;
    }
}

/// <summary>What the card of an account is drawn from.</summary>
/// <param name="Naming">What the rule for names says of it.</param>
/// <param name="Devices">Null for somebody whom the organisation has not entered: they name members of staff.</param>
/// <param name="MayChange">The person belongs to the account's people or to the desk.</param>
/// <param name="MayEdit">The person may change name, state and section here.</param>
internal sealed record AccountView(
    OfficialAccount Account,
    IReadOnlyList<NamingFinding> Naming,
    string NameBasis,
    IReadOnlyList<Device>? Devices,
    bool MayChange,
    bool MayEdit
)
{
    /// <summary>What was asked for afterwards and is not on record; empty before the account runs.</summary>
    public IReadOnlyList<AccountGate> Lacking { get; init; } = [];
}
