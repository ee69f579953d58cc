using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Life;

/// <summary>休止: the refusal with what can be done instead, and the question to the head.</summary>
internal static class RestCard
{
    /// <param name="forbidden">The guideline wants no resting account; then the head may make an exception.</param>
    public static AdaptiveCard For(OfficialAccount account, bool forbidden, string basis, AdaptiveContainer? notice, string typed = "") =>
        CardParts.Card(
            [
                CardParts.Title("アカウントの休止"),
                CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(account), Weight = AdaptiveTextWeight.Bolder }),
                .. AccountParts.Notice(notice),
                .. forbidden
                    ?
                    [
                        CardParts.Line("使わないまま置くと、乗っ取られても気付けません。そのため、休止はしないことになっています。"),
                        CardParts.Line("次のどちらかを選んでください。\n・投稿を再開し、そのまま運用する\n・廃止の手続きをする"),
                    ]
                    : Array.Empty<AdaptiveElement>(),
                .. AccountParts.Basis(basis),
                new AdaptiveTextInput
                {
                    Label = forbidden ? "やむを得ず休止するときは、その理由" : "休止する理由", Id = AccountFields.Reason, IsMultiline = true,
                    MaxLength = GateRecord.MaxProof, Value = typed.Length > 0 ? typed : null,
                },
            ],
            "アカウントの休止",
            [
                Buttons.Execute(forbidden ? "所属長に休止の承認を依頼する" : "休止する", AccountVerbs.Rest, AccountParts.Data(account)),
                forbidden
                    ? Buttons.Execute("廃止の手続き", AccountDoors.Closing, AccountParts.Data(account), takesInputs: false)
                    : Buttons.Execute("アカウントを見る", AccountVerbs.Open, AccountParts.Data(account), takesInputs: false),
            ]
        );

    /// <summary>What who asked sees meanwhile: nothing more to press.</summary>
    public static AdaptiveCard Waiting(OfficialAccount account, GateRecord asked, DateTimeOffset now, string said) => CardParts.Card(
        [
            CardParts.Title("アカウントの休止"),
            CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(account), Weight = AdaptiveTextWeight.Bolder }),
            CardParts.Notice(NoticeKind.Done, said),
            CardParts.Field("理由", asked.Reason ?? ""),
            CardParts.Field("依頼", JapaneseTime.Format(asked.AskedAt, now)),
        ],
        "アカウントの休止",
        [Buttons.Execute("アカウントを見る", AccountVerbs.Open, AccountParts.Data(account), takesInputs: false)]);

    public static AdaptiveCard Asked(
        OfficialAccount account,
        GateRecord asked,
        string basis,
        DateTimeOffset now,
        AdaptiveContainer? notice = null
    ) =>
        CardParts.Card(
            [
                CardParts.Title("休止の承認の依頼"),
                CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(account), Weight = AdaptiveTextWeight.Bolder }),
                .. AccountParts.Notice(notice),
                CardParts.Line($"{asked.AskedBy}さんから、やむを得ない休止の依頼がありました（{JapaneseTime.Format(asked.AskedAt, now)}）。"),
                CardParts.Field("理由", asked.Reason ?? ""),
                CardParts.Line("認めたあとも、定期的にログインして異常がないかを確かめます。"),
                .. AccountParts.Basis(basis),
                .. IsOpen(account, asked) ? GateFields.For(AccountGate.Rest) : [],
            ],
            "休止の承認の依頼",
            !IsOpen(account, asked)
                ? [Buttons.Execute("アカウントを見る", AccountVerbs.Open, AccountParts.Data(account), takesInputs: false)]
                :
                [
                    Buttons.Execute("休止を認める", AccountVerbs.RestAllow, AccountParts.Data(account), style: "positive"),
                    Buttons.Execute("認めない", AccountVerbs.RestRefuse, AccountParts.Data(account)),
                ]
        );

    private static bool IsOpen(OfficialAccount account, GateRecord asked) =>
        asked.State == GateState.Asked && account.State == AccountState.Running;
}
