using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Life;

/// <summary>
/// An account's way to its opening: each gate with who settled it and when, and the fields of the one that the reader may settle now.
/// </summary>
internal static class LifeCard
{
    public static AdaptiveCard For(
        LifeView life,
        Person? reader,
        DateTimeOffset now,
        AdaptiveContainer? notice = null,
        CardAction? typed = null
    )
    {
        var mine = life.Gates.FirstOrDefault(gate => gate.MaySettle(reader));
        var isPreparing = life.Account.State == AccountState.Preparing;
        return CardParts.Card(
            [
                CardParts.Title(isPreparing ? "アカウントの開設" : "開設の手続きの記録"),
                CardParts.Line(
                    new AdaptiveTextRun { Text = AccountRegister.Display(life.Account), Weight = AdaptiveTextWeight.Bolder }
                ),
                .. AccountParts.Notice(notice),
                CardParts.Line($"{life.Account.Section}　{life.Account.StateInJapanese}"),
                .. life.Account.Purpose is { } purpose ? [CardParts.Field("目的", purpose)] : Array.Empty<AdaptiveElement>(),
                .. life.Information is { } information ? [CardParts.Field("発信情報", information)] : Array.Empty<AdaptiveElement>(),
                .. life.Gates.Select(gate => Line(gate, now)),
                .. AccountParts.Basis(life.Basis),
                .. mine is null ? [] : Mine(mine, typed, life.Account.Replies),
            ],
            isPreparing ? "アカウントの開設" : "開設の手続きの記録",
            [.. Actions(life, mine, reader)]
        );
    }

    /// <summary>What a phone shows to who has to act.</summary>
    public static string Request(LifeView life, AccountGate gate) => gate switch
    {
        AccountGate.Consultation when life.Account.State != AccountState.Preparing =>
            $"事前協議の記録がないアカウントがあります：{life.Account.Name}",
        AccountGate.Consultation => $"アカウント開設の事前協議をお願いします：{life.Account.Name}",
        AccountGate.HeadApproval => $"アカウント開設の決裁をお願いします：{life.Account.Name}",
        AccountGate.CoSign => $"アカウント開設の合議をお願いします：{life.Account.Name}",
        AccountGate.Policy => $"運用ポリシーの公開を記録してください：{life.Account.Name}",
        AccountGate.Terms => $"約款の確認を記録してください：{life.Account.Name}",
        AccountGate.SiteListing => $"公式サイトへの掲載を記録してください：{life.Account.Name}",
        AccountGate.ReplyDuty => $"投稿への返信の担当を記録してください：{life.Account.Name}",
        _ => $"{gate.InJapanese()}をお願いします：{life.Account.Name}",
    };

    public static JsonObject Data(OfficialAccount account, AccountGate gate)
    {
        var data = AccountParts.Data(account);
        data[AccountFields.Gate] = gate.ToString();
        return data;
    }

    private static AdaptiveRichTextBlock Line(GateView gate, DateTimeOffset now)
    {
        var (mark, colour, words) = gate.Record switch
        {
            { State: GateState.Passed } passed => (
                "✔", AdaptiveTextColor.Good, $"{passed.SettledBy}　{JapaneseTime.Format(passed.SettledAt!.Value, now)}{Said(passed)}"
            ),
            { State: GateState.Refused } refused => (
                "✖",
                AdaptiveTextColor.Attention,
                $"認められていません　{refused.SettledBy}　{JapaneseTime.Format(refused.SettledAt!.Value, now)}{Said(refused)}"
            ),
            _ when gate.Waits.Count > 0 => ("・", AdaptiveTextColor.Default, $"{gate.Waits[0].InJapanese()}のあと"),
            _ => ("▲", AdaptiveTextColor.Warning, Awaited(gate)),
        };
        return CardParts.Line(
            new AdaptiveTextRun { Text = $"{mark} ", Color = colour, Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = $"{gate.Gate.InJapanese()}　", Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = words, Size = AdaptiveTextSize.Small }
        );
    }

    private static string Said(GateRecord record) => record.Proof is { } proof ? $"　{proof}" : "";

    /// <summary>By name where few may do it; a list of all the section's people would fill the card.</summary>
    private static string Awaited(GateView gate) => gate.Who.Count switch
    {
        0 => "できる人が登録されていません。管理者へご連絡ください",
        <= 3 => $"{string.Join("、", gate.Who.Select(person => person.Name))}さんを待っています",
        _ when GateFields.Decides(gate.Gate) => "広報担当を待っています",
        _ => "担当者の記録を待っています",
    };

    private static IEnumerable<AdaptiveElement> Mine(GateView gate, CardAction? typed, bool? replies) =>
        [CardParts.Heading(gate.Gate.InJapanese()), .. GateFields.For(gate.Gate, typed, replies)];

    private static IEnumerable<AdaptiveAction> Actions(LifeView life, GateView? mine, Person? reader)
    {
        if (mine is not null)
        {
            var decides = GateFields.Decides(mine.Gate);
            yield return Buttons.Execute(PassWords(mine.Gate), AccountVerbs.GatePass, Data(life.Account, mine.Gate), style: "positive");
            if (decides) yield return Buttons.Execute("認めない", AccountVerbs.GateRefuse, Data(life.Account, mine.Gate));
        }
        else if (life is { Missing.Count: 0, Account.State: AccountState.Preparing } && AccountAccess.MayChange(reader, life.Account))
            yield return Buttons.Execute("運用を始める", AccountVerbs.Start, AccountParts.Data(life.Account), style: "positive");

        yield return Buttons.Execute("アカウントを見る", AccountVerbs.Open, AccountParts.Data(life.Account), takesInputs: false);
    }

    private static string PassWords(AccountGate gate) => gate switch
    {
        AccountGate.Consultation => "協議済みとして記録する",
        AccountGate.HeadApproval => "決裁する",
        AccountGate.CoSign => "合議する",
        _ => "記録する",
    };
}
