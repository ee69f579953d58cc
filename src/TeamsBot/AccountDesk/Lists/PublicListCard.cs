using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>The accounts in use as the public sees them, with the files for the own site and what its list still says otherwise.</summary>
internal static class PublicListCard
{
    public const string Html = "html";
    public const string Csv = "csv";
    public const string Format = "listFormat";

    private const int MostLines = 15;

    public static AdaptiveCard For(
        IReadOnlyList<OfficialAccount> open, ListDifference difference, string stamp, bool mayConfirm, AdaptiveContainer? notice) =>
        CardParts.Card(
            [
                CardParts.Title(string.Create(CultureInfo.InvariantCulture, $"公開一覧　{open.Count}件")),
                .. AccountParts.Notice(notice),
                CardParts.Remark("運用中のアカウントだけの一覧です。公式ホームページに載せるファイルを受け取れます。"),
                .. open.Take(MostLines).Select(account => CardParts.Line(AccountRegister.Display(account))),
                .. open.Count > MostLines
                    ? [CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"ほか{open.Count - MostLines}件。ファイルには全てあります。"))]
                    : Array.Empty<AdaptiveElement>(),
                .. Differences(difference),
            ],
            "公開一覧",
            [
                File("ページ用（HTML）", Html),
                File("表（CSV）", Csv),
                .. mayConfirm && !difference.IsEmpty ? [Listed(stamp, "ホームページの一覧を直した")] : Array.Empty<AdaptiveAction>(),
                AccountParts.ListButton,
            ]);

    public static AdaptiveExecuteAction Listed(string stamp, string title) => Buttons.Execute(
        title, AccountVerbs.SiteListed, new JsonObject { [AccountFields.Stamp] = stamp }, style: "positive", takesInputs: false);

    public static IEnumerable<AdaptiveElement> Differences(ListDifference difference)
    {
        if (difference.IsEmpty) yield break;
        yield return CardParts.Heading("ホームページの一覧で直すところ");
        foreach (var line in Lines("載せる", difference.Added)) yield return line;
        foreach (var line in Lines("外す", difference.Removed)) yield return line;
    }

    private static IEnumerable<AdaptiveElement> Lines(string what, IReadOnlyList<string> lines) =>
    [
        .. lines.Take(MostLines).Select(line => CardParts.Line(
            new AdaptiveTextRun { Text = $"{what}　", Weight = AdaptiveTextWeight.Bolder }, new AdaptiveTextRun { Text = line })),
        .. lines.Count > MostLines
            ? [CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"{what}もの、ほか{lines.Count - MostLines}件。"))]
            : Array.Empty<AdaptiveElement>(),
    ];

    private static AdaptiveExecuteAction File(string title, string format) => Buttons.Execute(
        title, AccountVerbs.PublicFile, new JsonObject { [Format] = format }, takesInputs: false);
}
