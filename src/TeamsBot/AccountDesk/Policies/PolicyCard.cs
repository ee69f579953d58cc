using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>What the card of a version is drawn from.</summary>
/// <param name="MayChange">The reader belongs to the account's people or to the desk.</param>
/// <param name="MayReceive">The reader looks after all accounts, and nobody has taken it in yet.</param>
internal sealed record PolicyView(PolicyPaper Paper, bool IsNewest, bool MayChange, bool MayReceive)
{
    /// <summary>Null where the guideline does not want it shared.</summary>
    public PolicyReaders? Readers { get; init; }

    /// <summary>What stood in the field for the address at a press that was refused.</summary>
    public string TypedUrl { get; init; } = "";
}

/// <summary>Who of the section has read a version.</summary>
/// <param name="MayRead">The reader of the card is one of those who have not.</param>
internal sealed record PolicyReaders(int Read, IReadOnlyList<string> Waiting, bool MayRead);

/// <summary>A finalised policy: its rows, who finalised it, where it is published, and its files.</summary>
internal static class PolicyCard
{
    private const int MostNames = 8;

    /// <param name="account">Null for a blank form.</param>
    public static JsonObject Data(OfficialAccount? account, int number) => new()
    {
        [AccountFields.Account] = account?.Id ?? "",
        [PolicyFields.Number] = number.ToString(CultureInfo.InvariantCulture),
    };

    public static AdaptiveCard For(PolicyView view, DateTimeOffset now, AdaptiveContainer? notice = null)
    {
        var (account, version) = (view.Paper.Account, view.Paper.Version);
        var title = string.Create(CultureInfo.InvariantCulture, $"運用ポリシー　第{version.Number}版");
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(account), Weight = AdaptiveTextWeight.Bolder }),
                .. AccountParts.Notice(notice),
                .. view.IsNewest ? [] : new AdaptiveElement[] { CardParts.Remark("前の版です。いまの版は「運用ポリシー アカウント名」で開けます。") },
                CardParts.Field("確定", $"{version.FinalBy}　{JapaneseTime.Format(version.FinalAt, now)}"),
                CardParts.Field("公開", version.Url ?? "まだです"),
                .. version.ReceivedAt is { } at
                    ? [CardParts.Field("受け取り", $"{version.ReceivedBy}　{JapaneseTime.Format(at, now)}")]
                    : Array.Empty<AdaptiveElement>(),
                .. Readers(view.Readers),
                CardParts.Heading("内容"),
                .. view.Paper.Rows.Select(row => CardParts.Field(row.Label, row.Value.Length > 0 ? row.Value : "－")),
                CardParts.Row(
                    AdaptiveSpacing.Medium, File(view, "ページ用（HTML）", PolicyFormat.Html), File(view, "様式（Excel）", PolicyFormat.Xlsx),
                    File(view, "データ（JSON）", PolicyFormat.Json)),
                .. AsksUrl(view) ? [UrlField(view.TypedUrl)] : Array.Empty<AdaptiveElement>(),
            ],
            title,
            [.. Actions(view)]);
    }

    public static AdaptiveTextInput UrlField(string typed) => new()
    {
        Id = PolicyFields.PublishedUrl, Label = "公開した公式ホームページのページ", Style = AdaptiveTextInputStyle.Url, Placeholder = "https://",
        MaxLength = RegisteredAccount.MaxUrl, Value = typed.Length > 0 ? typed : null,
    };

    private static bool AsksUrl(PolicyView view) => view is { IsNewest: true, MayChange: true, Paper.Version.Url: null };

    private static AdaptiveExecuteAction File(PolicyView view, string title, PolicyFormat format)
    {
        var data = Data(view);
        data[PolicyFields.Format] = format.ToString();
        return Buttons.Execute(title, AccountVerbs.PolicyFile, data, takesInputs: false);
    }

    private static IEnumerable<AdaptiveElement> Readers(PolicyReaders? readers)
    {
        if (readers is null) yield break;
        var waiting = string.Join("、", readers.Waiting.Take(MostNames)) + (readers.Waiting.Count > MostNames ? "ほか" : "");
        yield return CardParts.Field("読んだ人", string.Create(
            CultureInfo.InvariantCulture, $"{readers.Read}人{(waiting.Length > 0 ? $"（まだの人：{waiting}）" : "（全員）")}"));
    }

    private static IEnumerable<AdaptiveAction> Actions(PolicyView view)
    {
        if (view.Readers is { MayRead: true })
            yield return Buttons.Execute("読みました", AccountVerbs.PolicyRead, Data(view), style: "positive", takesInputs: false);
        if (view.MayReceive)
            yield return Buttons.Execute("受け取りました", AccountVerbs.PolicyReceive, Data(view), style: "positive", takesInputs: false);
        if (AsksUrl(view)) yield return Buttons.Execute("公開を記録する", AccountVerbs.PolicyPublish, Data(view), style: "positive");
        if (view is { IsNewest: true, MayChange: true })
            yield return Buttons.Execute("改定する", AccountVerbs.PolicyForm, Data(view), takesInputs: false);
        yield return Buttons.Execute("アカウントを見る", AccountVerbs.Open, AccountParts.Data(view.Paper.Account), takesInputs: false);
    }

    private static JsonObject Data(PolicyView view) => Data(view.Paper.Account, view.Paper.Version.Number);
}
