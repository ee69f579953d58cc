using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// An outdoor event on a closed day without a word on what happens in bad weather [asaka-7-2-2]. Within a week of the day it is a warning,
/// because the notice must be ready on the last working day; earlier, or in a call for participants, it is advice. The clause is about
/// the organisation's own account; a section may tell of the weather on the day itself, and is advised only.
/// </summary>
internal sealed partial class WeatherPlanRule : IRule
{
    private const int Near = 7;

    public RuleInfo About { get; } = new("weather-plan", Category.Facts, Severity.Warn, "asaka-7-2-2");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (
            Outdoor().Match(draft.Normal) is not { Success: true } outdoor
            || Weather().IsMatch(draft.Normal)
            || Tense.Reports(draft.Normal)
        )
            yield break;
        if (Market().IsMatch(outdoor.ValueSpan) && Roof().IsMatch(draft.Normal)) yield break;
        var held = context.Event?.Date
            ?? draft.Dates(context.PostedOn).Where(date => date.Date >= context.PostedOn).Select(date => date.Date).FirstOrDefault();
        if (held is not { } day || day < context.PostedOn || context.OpeningDays.IsOpen(day)) yield break;
        var mustTell = context.Account?.SpeaksForAll != false && day.DayNumber - context.PostedOn.DayNumber <= Near;
        var span = draft.At(outdoor);
        yield return About.Find(
            span,
            $"「{draft.Quote(span)}」は屋外の催しと見られますが、荒天のときのお知らせ方法が書かれていません。",
            "「荒天中止の場合は、当日午前8時までに市ホームページでお知らせします。」のように書いてください。",
            severity: mustTell ? Severity.Warn : Severity.Hint);
    }

    [GeneratedRegex(
        @"屋外|野外|花火|マラソン|ウオーキング|ウォーキング|ハイキング|運動会|フリーマーケット|フリマ|河川敷|河川敷|グラウンド|青空市|朝市|芋掘り|いも掘り|潮干狩り|キャンプ|バーベキュー|凧揚げ|たこ揚げ|自然観察会|野鳥観察|星空観察|清掃活動|"
            + @"一斉清掃|田植え|稲刈り|パレード|歩行者天国",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Outdoor();

    /// <summary>Markets are held in halls as well as in the open.</summary>
    [GeneratedRegex("フリーマーケット|フリマ|朝市", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Market();

    [GeneratedRegex(
        "(会館|センター|体育館|ホール|公民館|図書館|博物館|美術館|役所|役場|庁舎|アリーナ|ドーム|プラザ)(で|にて|の(ロビー|ホール|体育室|会議室|[0-9]階))|ロビー",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Roof();

    [GeneratedRegex(@"雨天|荒天|悪天|小雨|雨の場合|雨のとき|天候|中止|延期|順延|決行|屋内|室内|オンライン", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Weather();
}
