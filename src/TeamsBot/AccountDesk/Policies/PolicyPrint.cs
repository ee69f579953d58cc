using System.Globalization;
using TeamsBot.Packs;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>A row of a printed policy.</summary>
internal sealed record PolicyRow(string Label, string Value);

/// <summary>
/// The policy as it is printed: the ten rows of the annex in their order and fixed wordings, then what a guideline wants besides.
/// </summary>
internal static class PolicyPrint
{
    public const string NoReplies = "個別の回答は行いませんので、あらかじめご了承ください。";

    private const string MembersOnly = "登録した人だけが閲覧できます。";

    public const string Replies = "運用者は必要に応じて回答を行います。"
        + "ただし、運用者が全ての投稿を閲覧し、投稿に対して回答することを保証するものではありません。";

    /// <param name="also">What was entered elsewhere and stands in the remarks: why the name differs, which budget pays
    /// (asaka-annex-10).</param>
    public static IReadOnlyList<PolicyRow> Rows(PolicySheet sheet, string also) =>
    [
        new("開設所属", Join("　", sheet[PolicyFields.Department], sheet[PolicyFields.Section])),
        new("発信情報", Join("\n", sheet[PolicyFields.Information], Topics(sheet))),
        new("利用目的", Join("\n", [.. sheet.Several(PolicyFields.Purposes), sheet[PolicyFields.Purpose]])),
        new("利用するソーシャルメディアの種類", Medium(sheet)),
        new("アカウント", Join("　", sheet[PolicyFields.Name], sheet[PolicyFields.Handle])),
        new("登録URL", sheet[PolicyFields.Url]),
        new("運用期間", Period(sheet)),
        new("運用時間", Hours(sheet)),
        new("投稿に対する返信", sheet.AnswersResidents switch { true => Replies, false => NoReplies, _ => "" }),
        new("備考", Join("\n", sheet[PolicyFields.Remarks], sheet.Is(PolicyFields.MembersOnly) ? MembersOnly : "", also)),
        .. Further(sheet),
    ];

    /// <summary>月曜日から金曜日まで where the days follow each other, else each of them.</summary>
    public static string Hours(PolicySheet sheet)
    {
        if (sheet.Hours is not { } hours) return "";
        var numbers = hours.Days.Select(day => ((int)day + 6) % 7).ToList();
        var isRow = numbers.Count > 2 && numbers[^1] - numbers[0] == numbers.Count - 1;
        var days = isRow
            ? $"{PolicySheet.NameOf(hours.Days[0])}曜日から{PolicySheet.NameOf(hours.Days[^1])}曜日まで"
            : string.Join("・", hours.Days.Select(day => $"{PolicySheet.NameOf(day)}曜日"));
        var except = Join("、", hours.NotOnHolidays ? "祝日" : "", sheet[PolicyFields.Except]);
        return $"{days}の{Clock(hours.Opens)}から{Clock(hours.Closes)}までとします（{(except.Length > 0 ? $"{except}及び" : "")}年末年始を除く）。"
            + "ただし、それ以外の時間に発信する場合があります。";
    }

    /// <summary>The annex knows two media by name; any other is その他 with its name (asaka-annex-4).</summary>
    public static string Medium(PolicySheet sheet) => sheet.Media switch
    {
        [Checks.Context.Medium.X] => "X（旧Twitter）",
        [Checks.Context.Medium.Facebook] => "Facebook",
        [Checks.Context.Medium.Other] => $"その他（{sheet[PolicyFields.MediumName]}）",
        [var medium] => $"その他（{medium.Display()}）",
        _ => "",
    };

    private static string Topics(PolicySheet sheet) =>
        sheet.Several(PolicyFields.Topics) is { Count: > 0 } topics ? $"区分：{string.Join("、", topics)}" : "";

    private static string Period(PolicySheet sheet) => Join("～", Day(sheet.From), Day(sheet.To));

    private static IEnumerable<PolicyRow> Further(PolicySheet sheet) =>
        new (string Label, string Field)[] { ("対象者", PolicyFields.Audience), ("受けた投稿の扱い", PolicyFields.Handling) }
            .Concat(PolicyLabels.Further)
            .Where(further => sheet[further.Field].Length > 0)
            .Select(further => new PolicyRow(further.Label, sheet[further.Field]));

    private static string Day(DateOnly? day) => day is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{known.Year}年{known.Month}月{known.Day}日") : "";

    private static string Clock(TimeOnly time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}時{time.Minute}分");

    private static string Join(string between, params string[] parts) => string.Join(between, parts.Where(part => part.Length > 0));
}
