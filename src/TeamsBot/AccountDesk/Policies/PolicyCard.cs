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

    /// <summary>Of the card; the rows of the policy stay as they are published.</summary>
    public CardLanguage Language { get; init; } = CardLanguage.Ja;
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
        var say = view.Language;
        var title = say.Say(
            FormattableString.Invariant($"運用ポリシー　第{version.Number}版"), FormattableString.Invariant($"Policy, version {version.Number}"));
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(account), Weight = AdaptiveTextWeight.Bolder }),
                .. AccountParts.Notice(notice),
                .. view.IsNewest ? [] : new AdaptiveElement[] { CardParts.Remark(say.Say(
                    "前の版です。いまの版は「運用ポリシー アカウント名」で開けます。", "An earlier version. Type \"policy\" and the account for the one in force.")) },
                CardParts.Field(say.Say("確定", "Final"), $"{version.FinalBy}　{JapaneseTime.Format(version.FinalAt, now, say)}"),
                CardParts.Field(say.Say("公開", "Published"), version.Url ?? say.Say("まだです", "not yet")),
                .. version.ReceivedAt is { } at
                    ? [CardParts.Field(say.Say("受け取り", "Received"), $"{version.ReceivedBy}　{JapaneseTime.Format(at, now, say)}")]
                    : Array.Empty<AdaptiveElement>(),
                .. Readers(view.Readers, say),
                CardParts.Heading(say.Say("内容", "What it says")),
                .. view.Paper.Rows.Select(row => CardParts.Field(row.Label, row.Value.Length > 0 ? row.Value : "－")),
                CardParts.Row(
                    AdaptiveSpacing.Medium,
                    File(view, say.Say("ページ用（HTML）", "Page (HTML)"), PolicyFormat.Html),
                    File(view, say.Say("様式（Excel）", "Form (Excel)"), PolicyFormat.Xlsx),
                    File(view, say.Say("データ（JSON）", "Data (JSON)"), PolicyFormat.Json)),
                .. AsksUrl(view) ? [UrlField(view.TypedUrl, say)] : Array.Empty<AdaptiveElement>(),
            ],
            title,
            [.. Actions(view)],
            say);
    }

    public static AdaptiveTextInput UrlField(string typed, CardLanguage say) => new()
    {
        Id = PolicyFields.PublishedUrl, Label = say.Say("公開した公式ホームページのページ", "Page of the own site"),
        Style = AdaptiveTextInputStyle.Url, Placeholder = "https://", MaxLength = RegisteredAccount.MaxUrl,
        Value = typed.Length > 0 ? typed : null,
    };

    private static bool AsksUrl(PolicyView view) => view is { IsNewest: true, MayChange: true, Paper.Version.Url: null };

    private static AdaptiveExecuteAction File(PolicyView view, string title, PolicyFormat format)
    {
        var data = Data(view);
        data[PolicyFields.Format] = format.ToString();
        return Buttons.Execute(title, AccountVerbs.PolicyFile, data, takesInputs: false);
    }

    private static IEnumerable<AdaptiveElement> Readers(PolicyReaders? readers, CardLanguage say)
    {
        if (readers is null) yield break;
        var waiting = string.Join("、", readers.Waiting.Take(MostNames))
            + (readers.Waiting.Count > MostNames ? say.Say("ほか", " and others") : "");
        yield return CardParts.Field(say.Say("読んだ人", "Read by"), say.Say(
            FormattableString.Invariant($"{readers.Read}人{(waiting.Length > 0 ? $"（まだの人：{waiting}）" : "（全員）")}"),
            FormattableString.Invariant($"{readers.Read}{(waiting.Length > 0 ? $" (not yet: {waiting})" : " (all)")}")));
    }

    private static IEnumerable<AdaptiveAction> Actions(PolicyView view)
    {
        var (say, mayRead) = (view.Language, view.Readers is { MayRead: true });
        // One is the primary one: what the reader is asked for first.
        if (mayRead)
            yield return Buttons.Execute(
                say.Say("読みました", "I have read it"), AccountVerbs.PolicyRead, Data(view), style: "positive", takesInputs: false);
        if (view.MayReceive)
            yield return Buttons.Execute(
                say.Say("受け取りました", "I have received it"), AccountVerbs.PolicyReceive, Data(view),
                style: mayRead ? null : "positive", takesInputs: false);
        if (AsksUrl(view))
            yield return Buttons.Execute(
                say.Say("公開を記録する", "Record the page"), AccountVerbs.PolicyPublish, Data(view),
                style: mayRead || view.MayReceive ? null : "positive");
        if (view is { IsNewest: true, MayChange: true })
            yield return Buttons.Execute(say.Say("改定する", "Amend"), AccountVerbs.PolicyForm, Data(view), takesInputs: false);
        yield return Buttons.Execute(
            say.Say("アカウントを見る", "The account"), AccountVerbs.Open, AccountParts.Data(view.Paper.Account), takesInputs: false);
    }

    private static JsonObject Data(PolicyView view) => Data(view.Paper.Account, view.Paper.Version.Number);
}
