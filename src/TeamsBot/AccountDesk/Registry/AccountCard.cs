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
        var (account, say) = (view.Account, view.Language);
        return CardParts.Card(
            [
                CardParts.Title(say.Say("アカウント", "Account")),
                CardParts.Line(
                    new AdaptiveTextRun
                    {
                        Text = AccountRegister.Display(account),
                        Weight = AdaptiveTextWeight.Bolder,
                        Size = AdaptiveTextSize.Medium,
                    }
                ),
                .. AccountParts.Notice(notice),
                CardParts.Field(say.Say("所管", "Section"), account.Section),
                CardParts.Field(say.Say("状態", "State"), AccountParts.State(account, say)),
                .. Optional(say.Say("停止の理由", "Stopped because"), account.StoppedFor),
                .. Optional(say.Say("廃止する日", "Closes on"), account.ClosesOn is { } day ? JapaneseTime.Format(day, 0, say) : null),
                .. Optional(say.Say("登録URL", "Address"), account.Url),
                .. Optional(say.Say("目的", "Purpose"), account.Purpose),
                .. Optional(say.Say("運用方針", "Policy"), account.PolicyUrl),
                .. Optional(
                    say.Say("返信", "Replies"),
                    account.ReplyMode is { } mode ? say.Say(OfficialAccount.InJapanese(mode), OfficialAccount.InEnglish(mode)) : null),
                .. Optional(say.Say("運用期間", "Period"), account.RunsUntil is { } last ? Period(account, last, say) : null),
                .. Optional(say.Say("開設", "Opened"), account.Opened),
                .. Optional(say.Say("フォロワー", "Followers"), view.Followers is { } followers ? Count(followers, say) : null),
                .. view.Lacking.Select(gate => Lacks(gate, say)),
                .. Name(account, view.Naming, view.NameBasis, say),
                .. view.Devices is null ? [] : Devices(view, view.Devices, now),
            ],
            say.Say("アカウント", "Account"),
            [.. Actions(view)],
            say);
    }

    private static string Count(Followers followers, CardLanguage say) => say.Say(
        string.Create(CultureInfo.InvariantCulture, $"{followers.Count:N0}（{JapaneseTime.Format(followers.AsOf, 0)}現在）"),
        string.Create(CultureInfo.InvariantCulture, $"{followers.Count:N0} (as of {JapaneseTime.Format(followers.AsOf, 0, say)})"));

    private static string Period(OfficialAccount account, DateOnly last, CardLanguage say) => say.Say(
        $"{AccountPeriod.InJapanese(last)}{(account.IsPastPeriod ? "（過ぎています）" : "")}",
        $"until {AccountPeriod.InEnglish(last)}{(account.IsPastPeriod ? " (over)" : "")}");

    private static AdaptiveRichTextBlock Lacks(AccountGate gate, CardLanguage say) => CardParts.Line(
        new AdaptiveTextRun { Text = "▲ ", Color = AdaptiveTextColor.Warning, Weight = AdaptiveTextWeight.Bolder },
        new AdaptiveTextRun
        {
            Text = say.Say($"{gate.InJapanese()}の記録なし", $"Not on record: {gate.InEnglish()}"), Weight = AdaptiveTextWeight.Bolder,
        });

    private static IEnumerable<AdaptiveElement> Optional(string label, string? value) =>
        value is null ? [] : [CardParts.Field(label, value)];

    private static IEnumerable<AdaptiveElement> Name(
        OfficialAccount account, IReadOnlyList<NamingFinding> naming, string basis, CardLanguage say)
    {
        if (naming.Count == 0) yield break;
        yield return CardParts.Heading(say.Say("名前の例外", "Exception for the name"));
        yield return account.NameException is { } reason
            ? CardParts.Line(say.Say($"理由：{reason}", $"Reason: {reason}"))
            : CardParts.Notice(NoticeKind.Attention, say.Say(
                $"{naming[0].Message}いまの名前を続けるときは、例外とする理由を記録してください。",
                $"{naming[0].Message} If the name is to stay, record the reason for the exception."));
        foreach (var line in AccountParts.Basis(basis, say)) yield return line;
    }

    private static IEnumerable<AdaptiveElement> Devices(AccountView view, IReadOnlyList<Device> devices, DateTimeOffset now)
    {
        var say = view.Language;
        yield return CardParts.Heading(say.Say("端末", "Devices"));
        if (devices.Count == 0) yield return CardParts.Remark(say.Say("登録された端末はありません。", "No device is registered."));
        foreach (var device in devices.Take(MaxDevices))
        {
            yield return DeviceLine(device, now, say);
            if (!view.MayChange) continue;
            var data = AccountParts.Data(view.Account);
            data[AccountFields.Device] = device.Id.ToString("N");
            var title = say.Say($"「{device.Name}」を外す", $"Take \"{device.Name}\" out");
            yield return new AdaptiveActionSet
            {
                Actions = [Buttons.Execute(title, AccountVerbs.DeviceRemove, data, takesInputs: false)], Spacing = AdaptiveSpacing.None,
            };
        }

        if (devices.Count <= MaxDevices) yield break;
        var more = (devices.Count - MaxDevices).ToString(CultureInfo.InvariantCulture);
        yield return CardParts.Remark(say.Say($"ほか{more}台。", $"{more} more."));
    }

    private static AdaptiveRichTextBlock DeviceLine(Device device, DateTimeOffset now, CardLanguage say) => CardParts.Line(
        new AdaptiveTextRun { Text = $"{device.Name}　", Weight = AdaptiveTextWeight.Bolder },
        new AdaptiveTextRun
        {
            Text = say.Say(
                $"{DeviceWords.InJapanese(device.Kind)}・保管 {device.Keeper}{(device.IsProtected ? "・対策済み" : "")}",
                $"{DeviceWords.InEnglish(device.Kind)}, kept by {device.Keeper}{(device.IsProtected ? ", protected" : "")}"),
        },
        new AdaptiveTextRun
        {
            Text = device.ExceptionReason is { } reason
                ? say.Say("　例外：", "　Exception: ")
                    + $"{reason}（{device.ExceptionBy} {JapaneseTime.Format(device.RegisteredAt, now, say)}）"
                : "",
            Size = AdaptiveTextSize.Small,
        });

    private static IEnumerable<AdaptiveAction> Actions(AccountView view)
    {
        var (account, mayChange, say) = (view.Account, view.MayChange, view.Language);
        if (mayChange && view.Naming.Count > 0)
        {
            yield return new AdaptiveShowCardAction
            {
                Title = say.Say("名前の例外を記録", "Record the exception"),
                Card = new AdaptiveCard("1.5")
                {
                    Body =
                    [
                        new AdaptiveTextInput
                        {
                            Label = say.Say("例外とする理由", "Reason for the exception"),
                            Id = AccountFields.Reason,
                            Value = account.NameException,
                            MaxLength = AccountRecord.MaxReason,
                        },
                    ],
                    Actions =
                    [
                        Buttons.Execute(say.Say("記録する", "Record"), AccountVerbs.Except, AccountParts.Data(account), style: "positive"),
                    ],
                },
            };
        }

        yield return Open("プロフィール点検", "Check the profile", AccountVerbs.ProfileForm);
        yield return Open("プロフィール作成", "Write a profile", AccountVerbs.ProfileWrite);
        if (mayChange) yield return Open("端末を登録", "Register a device", AccountVerbs.DeviceForm);
        if (account.State == AccountState.Preparing || view.Lacking.Count > 0)
            yield return Open("開設の手続き", "Opening", AccountVerbs.LifeShow);
        if (account.ClosesOn is not null) yield return Open("廃止の手続き", "Closing", AccountDoors.Closing);
        if (view.MayEdit) yield return Open("内容を変える", "Change", AccountVerbs.Form);
        yield return AccountParts.List(say);

        AdaptiveExecuteAction Open(string japanese, string english, string verb) =>
            Buttons.Execute(say.Say(japanese, english), verb, AccountParts.Data(account), takesInputs: false);
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
    public CardLanguage Language { get; init; } = CardLanguage.Ja;

    /// <summary>The newest number; null where nobody counted.</summary>
    public Followers? Followers { get; init; }

    /// <summary>What was asked for afterwards and is not on record; empty before the account runs.</summary>
    public IReadOnlyList<AccountGate> Lacking { get; init; } = [];
}
