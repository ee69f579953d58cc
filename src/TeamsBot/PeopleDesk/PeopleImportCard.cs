using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.PeopleDesk;

/// <summary>The field for a list of people, what the list would change, and what it changed.</summary>
internal sealed class PeopleImportCard(CardLanguage language)
{
    public const string TableField = "table";
    public const string ProposalField = "proposal";
    public const string OthersField = "others";
    public const string Keep = "keep";
    public const string Remove = "remove";

    /// <summary>People named one by one; the others are counted.</summary>
    private const int MaxNamed = 12;

    /// <summary>The same where names and titles are so long that the card would be too large.</summary>
    private const int FewNamed = 3;

    /// <summary>Faults with their words; of the others only the rows are named, all of them.</summary>
    private const int MaxFaults = 12;

    public AdaptiveCard Form(string table, IReadOnlyList<PeopleFault> faults)
    {
        var card = FormOf(table, faults);
        return CardSize.Fits(card) ? card : FormOf("", faults);
    }

    public AdaptiveCard Preview(PeoplePlan plan, IReadOnlyList<PeopleFault> faults, PeopleProposal proposal, bool hasRoles)
    {
        var card = Preview(plan, faults, proposal, hasRoles, MaxNamed);
        return CardSize.Fits(card) ? card : Preview(plan, faults, proposal, hasRoles, FewNamed);
    }

    private AdaptiveCard Preview(PeoplePlan plan, IReadOnlyList<PeopleFault> faults, PeopleProposal proposal, bool hasRoles, int most) =>
        CardParts.Card(
        [
            CardParts.Title(Title),
            .. plan.Faults.Select(fault => CardParts.Notice(NoticeKind.Attention, language.Say(fault.Japanese, fault.English)))
                .Take(MaxFaults),
            CardParts.Line(language.Say(
                $"新しい方 {plan.Added.Count}名　変わる方 {plan.Changed.Count}名　同じ方 {plan.Same}名　一覧にない方 {plan.Others.Count}名",
                $"New {plan.Added.Count}, changed {plan.Changed.Count}, the same {plan.Same}, not in the list {plan.Others.Count}")),
            .. hasRoles ? [] : new AdaptiveElement[] { CardParts.Remark(
                language.Say("「役割」の列がないため、役割は変えません。新しい方には役割が付きません。",
                "There is no column of roles: roles stay, and new people get none.")) },
            .. Faulty(faults),
            .. Named(language.Say("新しい方", "New"), [.. plan.Added.Select(Words)], most),
            .. Named(language.Say("変わる方", "Changed"), [.. plan.Changed.Select(Words)], most),
            .. Others(plan, proposal, most),
        ],
        Title,
        [
            Buttons.Execute(proposal.IsPartial ? language.Say("取り込めない行を除いて取り込む", "Import without the faulty rows")
                : language.Say("この内容で取り込む", "Import"),
                PeopleDeskFeature.ConfirmVerb, new JsonObject { [ProposalField] = proposal.Id.ToString("N") }, style: "positive"),
            Buttons.Execute(language.Say("貼り直す", "Paste again"), PeopleDeskFeature.FormVerb, takesInputs: false),
        ],
        language);

    public AdaptiveCard Result(PeoplePlan plan, bool isWhole) => CardParts.Card(
        [
            CardParts.Title(Title),
            CardParts.Notice(NoticeKind.Done, language.Say(
                $"取り込みました。新しい方 {plan.Added.Count}名　変わった方 {plan.Changed.Count}名　外した方 {(isWhole ? plan.Others.Count : 0)}"
                    + $"名　いまの職員 {plan.People.Persons.Count}名",
                $"Imported: {plan.Added.Count} new, {plan.Changed.Count} changed, {(isWhole ? plan.Others.Count : 0)} taken away; "
                    + $"{plan.People.Persons.Count} people now."
            )),
            CardParts.Remark(language.Say(
                "いまから有効です。依頼先が変わる下書きは、新しい依頼先と起案者にお知らせします。",
                "In force from now on. Where a draft goes to somebody else now, they and its author are told.")),
        ],
        Title,
        [],
        language);

    private string Title => language.Say("職員取込", "Import people");

    private AdaptiveCard FormOf(string table, IReadOnlyList<PeopleFault> faults) => CardParts.Card(
        [
            CardParts.Title(Title),
            .. faults.Count == 0
                ? []
                : new AdaptiveElement[]
                {
                    CardParts.Notice(
                        NoticeKind.Attention,
                        language.Say(
                            "取り込めませんでした。職員は変わっていません。",
                            "Nothing was imported; the people are as before."
                        )
                    ),
                },
            .. Faulty(faults),
            CardParts.Remark(
                language.Say(
                    "表計算の一覧表を、列の名前の行ごとコピーして貼り付けてください。CSVやExcel（.xlsx）のファイルは、このチャットに送れば読み取れます。"
                        + "使える列：オブジェクトID、氏名、所属、職名（この4つは必須）、ふりがな、役割（起案者・確認者・所属長・広報課長・広報担当・管理者。二つ以上は「、」で区切ります）。",
                    "Copy the table with its row of column names and paste it, or send a CSV or Excel (.xlsx) file to this chat. Columns: "
                        + "object id, name, section, title (these are needed), kana, roles (writer, reviewer, head, prHead, desk, admin)."
                )
            ),
            new AdaptiveTextInput
            {
                Label = language.Say("一覧表", "Table"),
                Id = TableField,
                Value = table,
                IsMultiline = true,
                MaxLength = PeopleTable.MaxText,
                Placeholder = "オブジェクトID\t氏名\t所属\t職名\t役割",
            },
        ],
        Title,
        [Buttons.Execute(language.Say("内容を確かめる", "Preview"), PeopleDeskFeature.TableVerb, style: "positive")],
        language);

    private IEnumerable<AdaptiveElement> Faulty(IReadOnlyList<PeopleFault> faults)
    {
        if (faults.Count == 0) yield break;
        yield return CardParts.Heading(language.Say(string.Create(CultureInfo.InvariantCulture, $"取り込めない行　{faults.Count}件"),
            string.Create(CultureInfo.InvariantCulture, $"Faulty rows: {faults.Count}")));
        foreach (var fault in faults.Take(MaxFaults))
        {
            var words = language.Say(fault.Japanese, fault.English);
            yield return CardParts.Line(fault.Line == 0 ? $"・{words}"
                : language.Say($"・{fault.Line}行目　{words}", $"・Row {fault.Line}: {words}"));
        }

        var more = faults.Skip(MaxFaults).Select(fault => fault.Line.ToString(CultureInfo.InvariantCulture)).ToList();
        if (more.Count > 0) yield return CardParts.Line(
            language.Say($"・ほかに取り込めない行：{string.Join("、", more)}行目", $"・Further faulty rows: {string.Join(", ", more)}"));
    }

    private IEnumerable<AdaptiveElement> Named(string heading, IReadOnlyList<string> lines, int most)
    {
        if (lines.Count == 0) yield break;
        yield return CardParts.Heading(heading);
        foreach (var line in lines.Take(most)) yield return CardParts.Line($"・{line}");
        if (lines.Count > most) yield return CardParts.Remark(language.Say($"ほか{lines.Count - most}名", $"and {lines.Count - most} more"));
    }

    /// <summary>Nobody is taken away because their row could not be read.</summary>
    private IEnumerable<AdaptiveElement> Others(PeoplePlan plan, PeopleProposal proposal, int most)
    {
        if (plan.Others.Count == 0) yield break;
        var named = Named(language.Say("一覧にない方", "Not in the list"), [.. plan.Others.Select(Words)], most);
        foreach (var element in named) yield return element;
        if (proposal.IsPartial) yield return CardParts.Remark(
            language.Say("取り込めない行があるため、一覧にない方はそのまま残します。", "Because of the faulty rows, those not in the list stay."));
        else yield return new AdaptiveChoiceSetInput
        {
            Label = language.Say("一覧にない方をどうしますか", "Those not in the list"),
            Id = OthersField, Value = Keep, Style = AdaptiveChoiceInputStyle.Expanded,
            Choices =
            [
                new AdaptiveChoice { Title = language.Say("そのまま残す", "stay"), Value = Keep },
                new AdaptiveChoice { Title = language.Say("外す（異動・退職など）", "are taken away (moved on or left)"), Value = Remove },
            ],
        };
    }

    private string Words(Person person) => $"{person.Name}（{person.Section} {person.Title}）{RolesOf(person)}";

    private string Words(PersonChange change)
    {
        var parts = new List<string>();
        if (change.Before.Section != change.After.Section) parts.Add($"{change.Before.Section}→{change.After.Section}");
        if (change.Before.Title != change.After.Title) parts.Add($"{change.Before.Title}→{change.After.Title}");
        if (RolesOf(change.Before) is var before && RolesOf(change.After) is var after && before != after) parts.Add($"{before}→{after}");
        if (change.Before.Name != change.After.Name || change.Before.Kana != change.After.Kana) parts.Add(language.Say("氏名・ふりがな", "name"));
        return $"{change.After.Name}：{string.Join("　", parts)}";
    }

    private string RolesOf(Person person) => person.Roles.Count == 0
        ? language.Say("役割なし", "no role")
        : string.Join(language.Say("・", ", "), person.Roles.Order().Select(role => language.Say(role.InJapanese(), role.InEnglish())));
}
