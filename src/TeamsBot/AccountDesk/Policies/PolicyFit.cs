using TeamsBot.Packs;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>Whether parts of a policy contradict each other or the guideline. It asks; people decide.</summary>
internal sealed class PolicyFit(Pack pack, ClauseNames clauses)
{
    /// <summary>Words of a purpose that is about an exchange with residents (ward-3-2).</summary>
    private static readonly string[] Exchange = ["交流", "対話", "双方向", "コミュニケーション", "意思疎通", "意見を聴", "意見を聞", "意見交換", "共有"];

    /// <summary>What may not be posted, as a purpose would name it, with its clause (asaka-5-3).</summary>
    private static readonly (string[] Words, string Clause)[] Unfit =
    [
        (["内部連絡", "事務連絡", "庁内連絡", "職員連絡", "内部研修", "職員研修", "庁内の"], "asaka-5-3-7"),
        (["うわさ", "噂"], "asaka-5-3-4"),
        (["個人情報の", "個人情報を", "機密"], "asaka-5-3-9"),
    ];

    public bool IsTwoWay(PolicySheet sheet) =>
        PicksTwoWay(sheet) || Array.Exists(Exchange, word => sheet[PolicyFields.Purpose].Contains(word, StringComparison.Ordinal));

    /// <summary>A picked purpose of the guideline is about an exchange (yamaguchi-0-2).</summary>
    public bool PicksTwoWay(PolicySheet sheet)
    {
        var picked = sheet.Several(PolicyFields.Purposes);
        return pack.AccountDuties?.PolicyForm?.Purposes.Any(purpose => purpose.TwoWay && picked.Contains(purpose.Say)) == true;
    }

    /// <summary>The purpose names what may not be posted: the warning with its clause; null where it does not (asaka-annex-3).</summary>
    public string? Clash(PolicySheet sheet)
    {
        if (pack.Classification?.ProhibitedKinds is null) return null;
        var purpose = sheet.WholePurpose;
        foreach (var (words, clause) in Unfit)
        {
            if (Array.Find(words, word => purpose.Contains(word, StringComparison.Ordinal)) is not { } word) continue;
            var basis = clauses.OwnOf([clause]);
            return $"利用目的の「{word}」は、発信してはいけない情報に当たるおそれがあります{(basis.Length > 0 ? $"（根拠：{basis}）" : "")}。"
                + "直すか、このままでよければ下の印を付けてください。";
        }

        return null;
    }
}
