using System.Globalization;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks.Profiles;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>The field for a list of accounts, and what came of it.</summary>
internal static class ImportCard
{
    private const int MaxProblems = 10;

    private const int MaxTasks = 6;

    private const string Example = "媒体\t所属\tアカウント名\tID\t開設\tフォロワー数";

    public static AdaptiveCard Form(string table, string asOf, IReadOnlyList<ImportProblem> problems)
    {
        var card = FormOf(table, asOf, problems);
        return CardSize.Fits(card) ? card : FormOf("", asOf, problems);
    }

    private static AdaptiveCard FormOf(string table, string asOf, IReadOnlyList<ImportProblem> problems) => CardParts.Card(
        [
            CardParts.Title("台帳取込"),
            .. problems.Count == 0 ? [] : new AdaptiveElement[] { CardParts.Notice(NoticeKind.Attention, "取り込めませんでした。台帳は変わっていません。") },
            .. Problems(problems),
            CardParts.Remark("表計算の一覧表を、列の名前の行ごとコピーして貼り付けてください。使える列：媒体、所属、アカウント名（この3つは必須）、ID、URL、開設、フォロワー数、区分。"),
            new AdaptiveTextInput
            {
                Label = "一覧表", Id = AccountFields.Table, Value = table, IsMultiline = true, MaxLength = ImportTable.MaxText,
                Placeholder = Example,
            },
            new AdaptiveDateInput { Label = "フォロワー数はいつのものか", Id = AccountFields.AsOf, Value = asOf.Length > 0 ? asOf : null },
        ],
        "台帳取込",
        [Buttons.Execute("取り込む", AccountVerbs.Import, style: "positive"), AccountParts.ListButton]);

    public static AdaptiveCard Result(
        ImportOutcome outcome, Func<OfficialAccount, IReadOnlyList<NamingFinding>> naming, string nameBasis)
    {
        var (entered, known, problems, tasks, lacking) = outcome;
        var (refused, noted) = (problems.Where(problem => !problem.IsTaken).ToList(), problems.Where(problem => problem.IsTaken).ToList());
        return CardParts.Card(
            [
                CardParts.Title("台帳取込の結果"),
                CardParts.Notice(
                    problems.Count == 0 ? NoticeKind.Done : NoticeKind.Info,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"新しく登録 {entered.Count}件　登録済み {known.Count}件　取り込めない行 {refused.Count}件　確かめること {noted.Count}件"
                    )
                ),
                CardParts.Line(RegistryCard.ByMedium(entered.Concat(known).Select(account => account.Medium))),
                .. refused.Count == 0 ? [] : new AdaptiveElement[] { CardParts.Heading("取り込めない行") },
                .. Problems(refused),
                .. refused.Count == 0
                    ? []
                    : new AdaptiveElement[]
                    {
                        CardParts.Remark("一覧表のその行を直し、列の名前の行と一緒に、もう一度取り込んでください。"),
                    },
                .. noted.Count == 0 ? [] : new AdaptiveElement[] { CardParts.Heading("取り込んだ行で確かめること") },
                .. Problems(noted),
                .. lacking.Select(lack => CardParts.Remark(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{lack.Key.InJapanese()}の記録がないアカウント {lack.Value.Count}件。アカウントを開き、「開設の手続き」で記録してください。"))),
                .. RegistryCard.NameTasks(tasks, MaxTasks, naming, nameBasis),
            ],
            "台帳取込の結果",
            [AccountParts.ListButton]);
    }

    private static IEnumerable<AdaptiveElement> Problems(IReadOnlyList<ImportProblem> problems) =>
        problems
            .Take(MaxProblems)
            .Select(problem =>
                CardParts.Line(
                    problem.Line > 0
                        ? string.Create(CultureInfo.InvariantCulture, $"・{problem.Line}行目　{problem.Message}")
                        : $"・{problem.Message}"
                )
            )
            .Concat(
                problems.Count > MaxProblems
                    ? [CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"ほか{problems.Count - MaxProblems}件。"))]
                    : Array.Empty<AdaptiveElement>()
            );
}

/// <summary>What came of an imported list.</summary>
/// <param name="Known">Rows the register had already.</param>
/// <param name="Tasks">Accounts of the list whose name needs a recorded reason.</param>
/// <param name="Lacking">Accounts that run without a record that their guideline wants.</param>
internal sealed record ImportOutcome(
    IReadOnlyList<OfficialAccount> Entered,
    IReadOnlyList<OfficialAccount> Known,
    IReadOnlyList<ImportProblem> Problems,
    IReadOnlyList<OfficialAccount> Tasks,
    IReadOnlyDictionary<AccountGate, IReadOnlyList<OfficialAccount>> Lacking
);
