using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Ranges;

/// <summary>
/// Whether a text only tells of what has happened already, such as how an event went [asaka-5-2-2]. It reads wording and dates; whether it
/// happened is for a person to know.
/// </summary>
public static partial class AccomplishedFact
{
    /// <summary>A day without a year that would be longer ago than this may as well be one to come.</summary>
    private const int UndoubtedDays = 180;

    /// <summary>Why the text is no report of the past, in words for its writer; empty where it is one.</summary>
    /// <param name="today">Today in Japan; a date after it has not happened.</param>
    public static IReadOnlyList<string> Doubts(string text, DateOnly today)
    {
        var draft = new DraftText(text);
        var doubts = new List<string>();
        var sentences = draft.Sentences.Select(draft.TextOf).ToList();
        foreach (var coming in sentences.Where(IsComing)) doubts.Add($"「{Short(coming)}」は、これからのことを述べています");
        if (!sentences.Exists(sentence => Tense.Tells(sentence))) doubts.Add("起きたことを述べる文（「開催しました」など）がありません");
        foreach (var date in draft.Dates(today).Where(date => date.Date is not null))
        {
            if (date.Date > today) doubts.Add($"「{draft.TextOf(date.Piece)}」は、まだ来ていない日です");
            else if (date.YearAssumed && today.DayNumber - date.Date!.Value.DayNumber > UndoubtedDays)
                doubts.Add($"「{draft.TextOf(date.Piece)}」が何年のことか分かりません");
        }

        return doubts;
    }

    /// <summary>A sentence that ends in the past tells of the past, whatever it names on the way (募集には多くの応募がありました).</summary>
    private static bool IsComing(string sentence) => !EndsInPast().IsMatch(sentence) && Coming().IsMatch(Courtesy().Replace(sentence, ""));

    private static string Short(string sentence) => sentence.Length <= 30 ? sentence : sentence[..30] + "…";

    [GeneratedRegex(@"(?:ました|でした|だった|された|った|いた)[^\p{L}\p{N}]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex EndsInPast();

    /// <summary>What a report says politely and promises nothing with.</summary>
    [GeneratedRegex(
        "(?:ご?報告|お知らせ|お伝え|ご?紹介|感謝|お礼|御礼|掲載|公開|応援)(?:いた)?します|ありがとうございます|お礼申し上げます|感謝申し上げます|ご覧ください|ご覧いただけます",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Courtesy();

    [GeneratedRegex(
        "します|いたします|行います|おこないます|開きます|始まります|続きます|なります|予定|募集|受付|受け付け|お待ち|ください|下さい|締め?切|〆切|期限|まもなく|近日|これから|来週|来月|来年|明日|明後日|今後|次回|お越し|ご参加|ご来場|"
            + "ご応募|ご予約|スタート",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Coming();
}
