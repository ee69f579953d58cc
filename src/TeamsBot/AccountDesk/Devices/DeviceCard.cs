using System.Text.Json.Nodes;
using TeamsBot.Accounts;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Devices;

/// <summary>The form of a device, its refusal, and the question to the head.</summary>
internal static class DeviceCard
{
    public static AdaptiveCard Form(IEnumerable<OfficialAccount> accounts, DeviceForm form, string? problem) => CardParts.Card(
        [
            CardParts.Title("端末登録"),
            .. AccountParts.Notice(AccountParts.Problem(problem)),
            .. Fields(accounts, form),
        ],
        "端末登録",
        [Buttons.Execute("登録する", AccountVerbs.DeviceRegister, style: "positive")]);

    /// <param name="heads">Who may make an exception.</param>
    /// <param name="isHead">The person may; then the reason is asked for.</param>
    public static AdaptiveCard Refused(
        IEnumerable<OfficialAccount> accounts,
        OfficialAccount account,
        DeviceForm form,
        string rule,
        string basis,
        IReadOnlyList<string> heads,
        bool isHead
    ) =>
        CardParts.Card(
            [
                CardParts.Title("端末登録"),
                CardParts.Notice(NoticeKind.Attention, $"まだ登録していません。{rule}ことになっています。{Next(account, heads, isHead)}"),
                .. AccountParts.Basis(basis),
                .. Fields(accounts, form),
                .. isHead ? [ReasonField(form)] : Array.Empty<AdaptiveElement>(),
            ],
            "端末登録",
            isHead || heads.Count == 0
                ? [Buttons.Execute(isHead ? "例外として登録する" : "登録する", AccountVerbs.DeviceRegister, style: "positive")]
                :
                [
                    Buttons.Execute("登録する", AccountVerbs.DeviceRegister, style: "positive"),
                    Buttons.Execute("所属長に例外を依頼する", AccountVerbs.DeviceAsk),
                ]
        );

    /// <summary>What the head gets; the press with a reason registers the device in the head's name.</summary>
    public static AdaptiveCard Asked(OfficialAccount account, DeviceForm form, string by, string rule, string basis) => CardParts.Card(
        [
            CardParts.Title("端末の例外の依頼"),
            CardParts.Line($"{by}さんから、共用でない端末の登録について依頼がありました。{rule}ことになっています。認めるときは、理由を書いて登録してください。認めないときは、そのままで構いません。"),
            CardParts.Field("アカウント", AccountRegister.Display(account)),
            CardParts.Field("種類", DeviceWords.InJapanese(form.ChosenKind!.Value)),
            CardParts.Field("端末", form.Name),
            CardParts.Field("保管責任者", form.Keeper),
            CardParts.Field("セキュリティ対策", form.IsProtected ? "済み" : "未確認"),
            .. AccountParts.Basis(basis),
            ReasonField(form),
        ],
        "端末の例外の依頼",
        [
            Buttons.Execute("例外として登録する", AccountVerbs.DeviceRegister, new JsonObject
            {
                [AccountFields.Account] = account.Id,
                [AccountFields.Kind] = form.Kind,
                [AccountFields.Name] = form.Name,
                [AccountFields.Keeper] = form.Keeper,
                [AccountFields.Protected] = form.IsProtected ? "true" : "false",
            }, style: "positive"),
        ]);

    private static string Next(OfficialAccount account, IReadOnlyList<string> heads, bool isHead) => (isHead, heads) switch
    {
        (true, _) => "例外とするときは、理由を入力してください。",
        (_, []) => "共用の端末を使ってください。",
        _ => $"共用の端末を使うか、所属長（{string.Join("、", heads)}さん）に例外の判断を依頼してください。",
    };

    private static AdaptiveTextInput ReasonField(DeviceForm form) => new()
    {
        Label = "例外とする理由（所属長が書きます）", Id = AccountFields.Reason, Value = form.Reason, MaxLength = Device.MaxReason,
    };

    private static IEnumerable<AdaptiveElement> Fields(IEnumerable<OfficialAccount> accounts, DeviceForm form) =>
    [
        AccountParts.Choice(accounts, form.AccountId),
        new AdaptiveChoiceSetInput
        {
            Label = "種類",
            Choices =
            [
                .. Enum.GetValues<DeviceKind>()
                    .Select(kind => new AdaptiveChoice { Title = DeviceWords.InJapanese(kind), Value = kind.ToString() }),
            ],
            Wrap = true,
            Id = AccountFields.Kind,
            Value = form.Kind,
            Style = AdaptiveChoiceInputStyle.Expanded,
        },
        new AdaptiveTextInput
        {
            Label = "端末の呼び名（例 広報課 共用スマートフォン1）",
            Id = AccountFields.Name,
            Value = form.Name,
            MaxLength = Device.MaxName,
        },
        new AdaptiveTextInput
        {
            Label = "保管責任者",
            Id = AccountFields.Keeper,
            Value = form.Keeper,
            MaxLength = Device.MaxName,
        },
        new AdaptiveToggleInput
        {
            Title = "セキュリティ対策が済んでいて、最新の状態である",
            Wrap = true,
            Id = AccountFields.Protected,
            Value = form.IsProtected ? "true" : "false",
            ValueOn = "true",
            ValueOff = "false",
        },
    ];
}
