using System.Text.RegularExpressions;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>A clock shows no such time: 25時, 6時75分, 午後13時. Scores, ratios and lengths of time (75分間) are none.</summary>
internal sealed partial class TimeInvalidRule : IRule
{
    public RuleInfo About { get; } = new("time-invalid", Category.TimeInvalid, Severity.Block, "asaka-6-2-1a", "asaka-2-3a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (var time in draft.Times)
        {
            if (time.IsPossible || draft.InUrl(time.Piece.Start)) continue;
            if (time.Colon && !IsClock(draft.Normal, time)) continue;
            var span = draft.At(time.Piece);
            var lateNight = time.Half == DayHalf.Unmarked && time.Minute < 60 && time.Hour is >= 24 and < 30;
            var hint = time.Half != DayHalf.Unmarked && time.Minute < 60 && time.Hour < 24 ? "午前・午後を付けるときは12時間制で書きます。"
                : lateNight ? $"翌日の午前{time.Hour - 24}時{(time.Minute == 0 ? "" : $"{time.Minute}分")}であれば、そのように書いてください。" : "";
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」という時刻はありません。{hint}正しい時刻を確認してください。",
                severity: lateNight && LateNight().IsMatch(draft.Normal) ? Severity.Warn : null
            );
        }
    }

    /// <summary>8:75 is a time only where something says so; it may be a score or a ratio.</summary>
    private static bool IsClock(string text, TimeMention time)
    {
        if (time.Half != DayHalf.Unmarked) return true;
        if (time.Hour > 29) return false;
        var before = text[Math.Max(0, time.Piece.Start - 8)..time.Piece.Start];
        var after = text[time.Piece.End..Math.Min(text.Length, time.Piece.End + 6)];
        return ClockBefore().IsMatch(before) || ClockAfter().IsMatch(after);
    }

    [GeneratedRegex("深夜|終夜", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LateNight();

    [GeneratedRegex(@"(?:時間|時刻|日時|開場|開演|開始|受付|集合|[0-9]:[0-9]{2}\s?[~〜\-]|日|\))\s?:?\s?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex ClockBefore();

    [GeneratedRegex(
        @"^\s?(?:~|〜|から|より|まで|に?開|に?集合|に?始|に?終|に?(?:放送|配信|点灯|出発|到着|受付|締切|スタート|お越し|ご集合)|スタート|発|着|頃|ごろ|半ごろ)",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex ClockAfter();
}
