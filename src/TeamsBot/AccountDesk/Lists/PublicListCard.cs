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
        IReadOnlyList<OfficialAccount> open, ListDifference difference, string stamp, bool mayConfirm, CardLanguage say,
        AdaptiveContainer? notice) => CardParts.Card(
            [
                CardParts.Title(say.Say(Said($"公開一覧　{open.Count}件"), Said($"Public list: {open.Count}"))),
                .. AccountParts.Notice(notice),
                CardParts.Remark(say.Say(
                    "公式ホームページに載せるアカウントの一覧です。ファイルで受け取れます。廃止の手続き中のものと、停止して1日たたないものも含みます。",
                    "The accounts for the own site's list, to be received as a file. Those about to be closed, and those stopped for "
                        + "less than a day, are still among them.")),
                .. open.Take(MostLines).Select(account => CardParts.Line(AccountRegister.Display(account))),
                .. open.Count > MostLines
                    ? [CardParts.Remark(say.Say(
                        Said($"ほか{open.Count - MostLines}件。ファイルには全てあります。"),
                        Said($"{open.Count - MostLines} more; the files have them all.")))]
                    : Array.Empty<AdaptiveElement>(),
                .. Differences(difference, say),
            ],
            say.Say("公開一覧", "Public list"),
            [
                File(say.Say("ページ用（HTML）", "Page (HTML)"), Html),
                File(say.Say("表（CSV）", "Table (CSV)"), Csv),
                .. mayConfirm && !difference.IsEmpty ? [Listed(stamp, say)] : Array.Empty<AdaptiveAction>(),
                AccountParts.List(say),
            ],
            say);

    public static AdaptiveExecuteAction Listed(string stamp, CardLanguage say) => Buttons.Execute(
        say.Say("ホームページの一覧を直した", "The list was mended"), AccountVerbs.SiteListed,
        new JsonObject { [AccountFields.Stamp] = stamp }, style: "positive", takesInputs: false);

    public static IEnumerable<AdaptiveElement> Differences(ListDifference difference, CardLanguage say)
    {
        if (difference.IsEmpty) yield break;
        yield return CardParts.Heading(say.Say("ホームページの一覧で直すところ", "To be changed in the site's list"));
        foreach (var line in Lines(say.Say("載せる", "Add"), difference.Added, say)) yield return line;
        foreach (var line in Lines(say.Say("外す", "Take out"), difference.Removed, say)) yield return line;
    }

    private static IEnumerable<AdaptiveElement> Lines(string what, IReadOnlyList<string> lines, CardLanguage say) =>
    [
        .. lines.Take(MostLines).Select(line => CardParts.Line(
            new AdaptiveTextRun { Text = $"{what}　", Weight = AdaptiveTextWeight.Bolder }, new AdaptiveTextRun { Text = line })),
        .. lines.Count > MostLines
            ? [CardParts.Remark(say.Say(
                Said($"{what}もの、ほか{lines.Count - MostLines}件。"), Said($"{what}: {lines.Count - MostLines} more.")))]
            : Array.Empty<AdaptiveElement>(),
    ];

    private static string Said(FormattableString words) => FormattableString.Invariant(words);

    private static AdaptiveExecuteAction File(string title, string format) => Buttons.Execute(
        title, AccountVerbs.PublicFile, new JsonObject { [Format] = format }, takesInputs: false);
}
