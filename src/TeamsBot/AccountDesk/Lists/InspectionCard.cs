using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>The cards of 「台帳点検」.</summary>
internal static class InspectionCard
{
    /// <summary>How many lines and choices are drawn, fullest first; the first that fits a card is shown (protocol.md 3.10).</summary>
    private static readonly (int Lines, int Choices)[] Details = [(40, 100), (25, 100), (12, 60), (6, 40)];

    /// <param name="inspections">The worst first.</param>
    public static AdaptiveCard List(IReadOnlyList<Inspection> inspections, bool isDesk, AdaptiveContainer? notice)
    {
        var cards = Details.Select(detail => ListOf(inspections, detail, isDesk, notice));
        return cards.FirstOrDefault(CardSize.Fits) ?? cards.Last();
    }

    public static AdaptiveCard One(Inspection inspection, Func<IReadOnlyList<string>, string> clauseOf) => CardParts.Card(
        [
            CardParts.Title("台帳点検"),
            CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(inspection.Account), Weight = AdaptiveTextWeight.Bolder }),
            CardParts.Field("できていること", Score(inspection)),
            CardParts.Field("最後の投稿", Quiet(inspection)),
            .. Measures("まだのこと", "▲", AdaptiveTextColor.Warning, inspection.Measures.Where(measure => measure.IsDone == false), clauseOf),
            .. Measures(
                "記録がなく分からないこと", "？", AdaptiveTextColor.Default, inspection.Measures.Where(measure => measure.IsDone is null), clauseOf),
            .. Measures("できていること", "✔", AdaptiveTextColor.Good, inspection.Measures.Where(measure => measure.IsDone == true), _ => ""),
        ],
        "台帳点検",
        [
            Buttons.Execute("アカウントを見る", AccountVerbs.Open, AccountParts.Data(inspection.Account), takesInputs: false),
            Buttons.Execute("全てのアカウントの点検", AccountVerbs.Inspect, takesInputs: false),
        ]);

    private static AdaptiveCard ListOf(
        IReadOnlyList<Inspection> inspections, (int Lines, int Choices) most, bool isDesk, AdaptiveContainer? notice) =>
        CardParts.Card(
            [
                CardParts.Title(string.Create(CultureInfo.InvariantCulture, $"台帳点検　{inspections.Count}件")),
                .. AccountParts.Notice(notice),
                CardParts.Remark("要対応のもの、投稿が長くないものから順に並べています。数は、できていること／求められていることです。"),
                .. inspections.Take(most.Lines).Select(Line),
                .. inspections.Count > most.Lines
                    ? [CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"ほか{inspections.Count - most.Lines}件。下の欄から選べます。"))]
                    : Array.Empty<AdaptiveElement>(),
                .. inspections.Count == 0
                    ? [CardParts.Remark("点検できるアカウントはありません。")]
                    : new AdaptiveElement[] { AccountParts.Choice("点検するアカウント", inspections.Select(one => one.Account), most.Choices) },
            ],
            "台帳点検",
            [
                .. inspections.Count == 0
                    ? []
                    : new AdaptiveAction[] { Buttons.Execute("点検を開く", AccountVerbs.InspectOne, style: "positive") },
                .. isDesk ? Files : [],
                AccountParts.ListButton,
            ]);

    /// <summary>The whole list as a file.</summary>
    public static IReadOnlyList<AdaptiveAction> Files =>
    [
        File("台帳をExcelで受け取る", ListFiles.WholeXlsx), File("台帳をCSVで受け取る", ListFiles.WholeCsv),
    ];

    private static AdaptiveExecuteAction File(string title, string file) => Buttons.Execute(
        title, AccountVerbs.ExportFile, new JsonObject { [PublicListCard.Format] = file }, takesInputs: false);

    private static AdaptiveRichTextBlock Line(Inspection one) => CardParts.Line(
        new AdaptiveTextRun { Text = one.IsRed ? "要対応　" : "", Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Attention },
        new AdaptiveTextRun { Text = AccountRegister.Display(one.Account), Weight = AdaptiveTextWeight.Bolder },
        new AdaptiveTextRun
        {
            Text = $"　{Score(one)}　{Quiet(one)}{(one.Measures.Any(IsOneWay) ? "　リンク片方向" : "")}",
            Size = AdaptiveTextSize.Small,
        });

    private static bool IsOneWay(Measure measure) => measure.Name == Lists.Measures.OneWay;

    private static IEnumerable<AdaptiveElement> Measures(
        string heading, string mark, AdaptiveTextColor colour, IEnumerable<Measure> measures, Func<IReadOnlyList<string>, string> clauseOf)
    {
        var all = measures.ToList();
        if (all.Count == 0) yield break;
        yield return CardParts.Heading(string.Create(CultureInfo.InvariantCulture, $"{heading}（{all.Count}）"));
        foreach (var measure in all)
        {
            var clause = clauseOf(measure.Cite);
            yield return CardParts.Line(
                new AdaptiveTextRun { Text = $"{mark} ", Color = colour, Weight = AdaptiveTextWeight.Bolder },
                new AdaptiveTextRun { Text = measure.Name },
                new AdaptiveTextRun { Text = clause.Length > 0 ? $"　根拠：{clause}" : "", IsSubtle = true, Size = AdaptiveTextSize.Small });
        }
    }

    private static string Score(Inspection one) => string.Create(CultureInfo.InvariantCulture, $"{one.Done}／{one.Measures.Count}");

    private static string Quiet(Inspection one) => one.QuietDays switch
    {
        null => "投稿の記録なし",
        0 => "今日投稿",
        { } days => string.Create(CultureInfo.InvariantCulture, $"投稿から{days}日"),
    };
}
