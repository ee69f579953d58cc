using System.Text.RegularExpressions;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// An event or deadline that is over when the post appears, announced as still to come. Reports, corrections, starting days of what still
/// runs (11月1日から), issue dates and days someone only looks back on are left alone.
/// </summary>
internal sealed partial class DatePastRule : IRule
{
    public RuleInfo About { get; } = new("date-past", Category.DatePast, Severity.Warn, "asaka-6-2-3", "yamaguchi-2-4");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var dates = draft.Dates(context.PostedOn);
        if (dates.Count == 0 || WholeTextLooksBack().IsMatch(draft.Normal)) yield break;
        for (var i = 0; i < dates.Count; i++)
        {
            if (dates[i].Date is { } today && today == context.PostedOn && OverBy(draft, dates[i], context) is { } hours)
            {
                var whole = draft.At(dates[i].Piece.Start, hours.End - dates[i].Piece.Start);
                var planned = JapanTime.TimeOf(context.PlannedAt!.Value)
                    .ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
                yield return About.Find(
                    whole,
                    $"「{draft.Quote(whole)}」は、投稿予定の{planned}には終わっています。日時か投稿予定を確認してください。"
                );
            }

            if (dates[i].Date is not { } date || date >= context.PostedOn) continue;
            if (i + 1 < dates.Count && dates[i + 1].Date >= context.PostedOn && StartsPeriod(draft, dates[i], dates[i + 1])) continue;
            if (dates[i].Weekday is { } day && day != date.DayOfWeek) continue;
            if (!AnnouncedAsComing(draft, dates[i])) continue;
            var span = draft.At(dates[i].Piece);
            var assumed = dates[i].YearAssumed ? $"（年の記載がないため、{date.Year}年として確認しました。）" : "";
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」は、投稿する{JapaneseDate.PrintShort(context.PostedOn)}には過ぎています。{assumed}日付が正しいか、終わった案内でないかを確認してください。"
            );
        }
    }

    /// <summary>
    /// The hours printed after the day of posting itself, when they end before the planned time; null when they do not or nothing tells.
    /// </summary>
    private static Piece? OverBy(DraftText draft, DateMention mention, CheckContext context)
    {
        if (context.PlannedAt is not { } planned) return null;
        var at = 0;
        while (at < draft.Times.Count && draft.Times[at].Piece.Start < mention.Piece.End) at++;
        if (at == draft.Times.Count || draft.Times[at].Piece.Start - mention.Piece.End > 2 || !draft.Times[at].IsPossible) return null;
        var end = draft.Times[at];
        var rest = draft.Normal[end.Piece.End..Math.Min(draft.Normal.Length, end.Piece.End + 4)];
        if (
            at + 1 < draft.Times.Count
            && draft.Times[at + 1].Piece.Start - end.Piece.End is > 0 and <= 4
            && Range().IsMatch(draft.Normal[end.Piece.End..draft.Times[at + 1].Piece.Start])
        )
        {
            var next = draft.Times[at + 1];
            end =
                next.Half == DayHalf.Unmarked && end.Half == DayHalf.Afternoon && next.Hour < 12
                    ? next with
                    {
                        Half = DayHalf.Afternoon,
                    }
                    : next;
        }
        else if (
            !rest.StartsWith("まで", StringComparison.Ordinal)
            && !rest.StartsWith("必着", StringComparison.Ordinal)
            && !rest.StartsWith('締')
        )
        {
            return null;
        }

        var time = JapanTime.TimeOf(planned);
        var sentence = draft.SentenceAt(mention.Core.Start);
        return
            end.IsPossible
            && end.Minutes < (time.Hour * 60) + time.Minute
            && !Tense.Reports(draft.Normal[end.Piece.End..Math.Max(sentence.End, end.Piece.End)])
            ? end.Piece
            : null;
    }

    private static bool StartsPeriod(DraftText draft, DateMention from, DateMention to) =>
        to.Core.Start - from.Piece.End is > 0 and <= 24 && Range().IsMatch(draft.Normal[from.Piece.End..to.Core.Start]);

    private static bool AnnouncedAsComing(DraftText draft, DateMention mention)
    {
        var line = draft.SentenceAt(mention.Core.Start);
        var before = draft.Normal[Math.Min(line.Start, mention.Piece.Start)..mention.Piece.Start];
        var after = draft.Normal[mention.Piece.End..Math.Max(line.End, mention.Piece.End)];
        if (Tense.Reports(after) || LooksBackBefore().IsMatch(before) || NotADay().IsMatch(after)) return false;
        if (RunsOn().IsMatch(after)) return StartsThen().IsMatch(after);
        if (DeadlineBefore().IsMatch(before) || DeadlineAfter().IsMatch(after)) return true;
        if (EventAfter().IsMatch(after) || (SignUpAfter().IsMatch(after) && !Keepsake().IsMatch(after))) return true;
        return FieldLabel().IsMatch(before) && Tense.Announces(draft.Normal) && !Tense.Reports(draft.Normal);
    }

    [GeneratedRegex("訂正|お詫び|おわび|誤りがありました|正しくは", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex WholeTextLooksBack();

    [GeneratedRegex(
        @"^\s?(?:(?:午前|午後)?[0-9]{1,2}(?:時|:)(?:[0-9]{1,2}分?|半)?\s?)?(?:~|〜|-|‐|–|—|―|から|より)\s?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Range();

    [GeneratedRegex("前回|昨年|去年|過去|先週|先日|これまで|更新日|発表日|撮影|発行|改正|施行|制定|まだ", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LooksBackBefore();

    [GeneratedRegex(
        @"^(?:付|号|現在|時点|生まれ|発行|施行|公布|改正|制定|発表|配信|更新|撮影|決定|に?発生|以来|以降|以前|までに(?:生まれ|転入|届出|交付))",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex NotADay();

    /// <summary>From the day on; 11月15日 10時から names only the hour of that day.</summary>
    [GeneratedRegex(@"^\s?(?:から|より|~|〜)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex RunsOn();

    [GeneratedRegex("^[^。!?]{0,16}?(?:(?:開催|開始|募集|受付|発売|販売)(?:を開始)?(?:します|いたします|予定)|始まります|スタートします)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex StartsThen();

    [GeneratedRegex(
        @"(?:締め?切り?|〆切|申込期間|申込期限|応募期限|提出期限|申請期限|納期限|期限)(?:日|は|が|:|/|・|】|\]|\)|\s|,|、){0,3}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex DeadlineBefore();

    [GeneratedRegex(
        @"^(?:(?:\s?(?:午前|午後)?[0-9]{1,2}(?:時|:)(?:[0-9]{1,2}分?|半)?)?\s?(?:まで|必着|締め?切|〆切|消印|が(?:締|〆|期限|申込期限)))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex DeadlineAfter();

    [GeneratedRegex(
        "^[^。!?]{0,40}?(?:開催(?:します|いたします|予定|決定)|行います|おこないます|実施(?:します|いたします|予定)|開きます|始まります|お越しください|ご参加ください|ご来場ください|お待ちして|予定です)",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex EventAfter();

    /// <summary>
    /// The event of that day still takes sign-ups; what is asked for afterwards (photographs, impressions) is a keepsake.
    /// </summary>
    [GeneratedRegex(
        "^(?:の|は|に|開催)[^。!?]{0,40}?(?:募集(?:中|します|して|開始)|受付中|受け?付けて|申し?込み?(?:受付)?は|お申し?込み|ぜひ(?:お越し|ご参加|ご来場|お立ち寄り|遊びに)|お楽しみに|お見逃し|当日券)",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex SignUpAfter();

    [GeneratedRegex("被害|り災|罹災|影響|支援|写真|感想|動画|アンケート|ご意見|落とし物|忘れ物|見逃し配信|結果|報告|記録|講座に続|好評|次回|追加", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Keepsake();

    [GeneratedRegex(
        @"(?:日時|日程|開催日|とき|期日|実施日|日にち)(?:】|\]|:|/|\s|・|、|は){0,3}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex FieldLabel();
}
