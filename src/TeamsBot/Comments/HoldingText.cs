using System.Globalization;
using TeamsBot.Checks.Dates;

namespace TeamsBot.Comments;

/// <summary>
/// The draft of a message that says an answer takes time and when it comes, so that nobody feels ignored [tochigi-6-2-1].
/// </summary>
internal static class HoldingText
{
    public static string For(DateOnly promised) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"コメントをお寄せいただき、ありがとうございます。内容を確認しており、お答えまで少しお時間をいただきます。{promised.Month}月{promised.Day}日（{JapaneseDate.Weekday(promised)}）までに、"
                + $"改めてお知らせします。"
        );
}
