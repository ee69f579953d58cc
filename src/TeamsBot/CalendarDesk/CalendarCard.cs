using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks.Dates;
using TeamsBot.OfficeDays;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.CalendarDesk;

/// <summary>「開庁日」: the next holidays as the bot computes them, the organisation's own days, and for the desk the form to add one.</summary>
internal static class CalendarCard
{
    public const string DayField = "day";
    public const string KindField = "kind";
    public const string NameField = "name";

    private const int MaxHolidays = 5;

    public const int MaxDays = 12;

    /// <param name="days">From today on, in order.</param>
    /// <param name="count">All of them; the card draws at most <see cref="MaxDays"/>.</param>
    public static AdaptiveCard For(
        OpeningDays calendar,
        IReadOnlyList<CalendarDay> days,
        int count,
        bool mayEdit,
        DateOnly today,
        AdaptiveContainer? notice = null
    ) =>
        CardParts.Card(
            [
                CardParts.Title("開庁日と祝日"),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                CardParts.Remark("投稿時間の点検、祝日の表示の点検、期限の計算に使います。祝日は法律から計算しています。"),
                CardParts.Heading("これからの祝日"),
                CardParts.Line(string.Join("、", Holidays(calendar, today))),
                CardParts.Heading(string.Create(CultureInfo.InvariantCulture, $"この組織で登録した日　{count}件")),
                .. count == 0 ? [CardParts.Remark("登録した日はありません。")] : Array.Empty<AdaptiveElement>(),
                .. days.SelectMany(day => Day(day, mayEdit, today)),
                .. count > days.Count
                    ?
                    [
                        CardParts.Remark(
                            string.Create(CultureInfo.InvariantCulture, $"ほか{count - days.Count}件。近い日から表示しています。")
                        ),
                    ]
                    : Array.Empty<AdaptiveElement>(),
                .. mayEdit ? Form() : [CardParts.Remark("登録できるのは、広報担当と管理者です。")],
            ],
            "開庁日と祝日",
            mayEdit ? [Buttons.Execute("登録する", CalendarFeature.SetVerb, style: "positive")] : null
        );

    public static string Word(this CalendarDayKind kind) => kind switch
    {
        CalendarDayKind.Closed => "臨時に閉庁",
        CalendarDayKind.Open => "臨時に開庁",
        CalendarDayKind.Holiday => "祝日にする",
        CalendarDayKind.NoHoliday => "祝日でなくする",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static IEnumerable<string> Holidays(OpeningDays calendar, DateOnly today) => Enumerable.Range(0, 400)
        .Select(today.AddDays).Where(calendar.Holidays.Contains).Take(MaxHolidays)
        .Select(day => $"{JapaneseTime.Format(day, today.Year)} {calendar.Holidays.NameOf(day)}");

    private static IEnumerable<AdaptiveElement> Day(CalendarDay day, bool mayEdit, DateOnly today)
    {
        yield return CardParts.Line(
            new AdaptiveTextRun
            {
                Text = $"{JapaneseTime.Format(day.Day, today.Year)}　{day.Kind.Word()}", Weight = AdaptiveTextWeight.Bolder,
            },
            new AdaptiveTextRun { Text = day.Name.Length > 0 ? $"　{day.Name}" : "" },
            new AdaptiveTextRun { Text = $"　{day.SetByName}", IsSubtle = true, Size = AdaptiveTextSize.Small });
        if (!mayEdit) yield break;
        yield return new AdaptiveActionSet
        {
            Actions = [Buttons.Execute($"{JapaneseTime.Format(day.Day, today.Year)}の登録を取り消す", CalendarFeature.RemoveVerb,
                new JsonObject { [DayField] = day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, takesInputs: false)],
            Spacing = AdaptiveSpacing.None,
        };
    }

    private static IEnumerable<AdaptiveElement> Form() =>
    [
        CardParts.Heading("日を登録する"),
        new AdaptiveDateInput { Label = "日", Id = DayField },
        new AdaptiveChoiceSetInput
        {
            Label = "扱い",
            Choices =
            [
                .. Enum.GetValues<CalendarDayKind>()
                    .Select(kind => new AdaptiveChoice { Title = kind.Word(), Value = kind.ToString() }),
            ],
            Wrap = true,
            Id = KindField,
            Value = nameof(CalendarDayKind.Closed),
            Style = AdaptiveChoiceInputStyle.Compact,
        },
        new AdaptiveTextInput { Label = "祝日の名前、または理由", Id = NameField, MaxLength = CalendarDay.MaxName },
    ];
}
