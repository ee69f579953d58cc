using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>The monthly entry of followers, and what its numbers say.</summary>
internal static class FollowerCard
{
    /// <summary>A fall from one entry to the next that is spoken of, in percent. No guideline gives it.</summary>
    private const int Fall = 5;

    /// <summary>So many entries without growth are spoken of: a quarter. No guideline gives it.</summary>
    private const int Quiet = 3;

    public static string FieldOf(int at) => string.Create(CultureInfo.InvariantCulture, $"count{at}");

    public static AdaptiveCard Form(IReadOnlyList<FollowerLine> lines, DateOnly day, AdaptiveContainer? notice) => CardParts.Card(
        [
            CardParts.Title("フォロワー"),
            CardParts.Remark("月に一度、いまのフォロワー数を入力します。分からないものは空欄のままで構いません。"),
            new AdaptiveDateInput { Id = AccountFields.AsOf, Label = "数えた日", Value = SheetDay(day) },
            .. lines.Select((line, at) => new AdaptiveTextInput
            {
                Id = FieldOf(at),
                Label = AccountRegister.Display(line.Account)
                    + (line.Last is { } last ? $"　前回 {Number(last.Count)}（{SheetDay(last.AsOf)}）" : ""),
                Value = line.Typed.Length > 0 ? line.Typed : null, MaxLength = 12,
            }),
            .. AccountParts.Notice(notice),
        ],
        "フォロワー",
        [
            Buttons.Execute(
                "記録する", AccountVerbs.FollowersSave,
                new JsonObject { [AccountFields.Account] = string.Join(',', lines.Select(line => line.Account.Id)) }, style: "positive"),
        ]);

    public static AdaptiveCard Done(IReadOnlyList<(OfficialAccount Account, IReadOnlyList<Followers> Series)> entered, DateOnly day) =>
        CardParts.Card(
            [
                CardParts.Title("フォロワー"),
                CardParts.Notice(NoticeKind.Done, $"{SheetDay(day)}の数として記録しました。"),
                .. entered.SelectMany(one => Line(one.Account, one.Series)),
            ],
            "フォロワー",
            [AccountParts.ListButton]);

    private static IEnumerable<AdaptiveElement> Line(OfficialAccount account, IReadOnlyList<Followers> series)
    {
        var change = series.Count > 1 ? series[^1].Count - series[^2].Count : (int?)null;
        var said = change is null ? "" : $"（前回から{(change >= 0 ? "+" : "")}{change.Value.ToString("N0", CultureInfo.InvariantCulture)}）";
        yield return CardParts.Field(AccountRegister.Display(account), $"{Number(series[^1].Count)}{said}");
        if (Hint(series) is { } hint) yield return CardParts.Remark(hint);
    }

    /// <summary>What may help; null where the numbers do not ask for it.</summary>
    public static string? Hint(IReadOnlyList<Followers> series)
    {
        const string ways = "チラシや窓口に二次元コードを載せる、ほかのアカウントで紹介する、プロフィールから公式ホームページへつなぐ、などを考えてください。";
        if (series.Count > 1 && series[^1].Count * 100L <= series[^2].Count * (100L - Fall))
            return string.Create(CultureInfo.InvariantCulture, $"前回から{Fall}％以上減っています。{ways}");
        return series.Count > Quiet && series.Skip(series.Count - Quiet).All(one => one.Count <= series[^(Quiet + 1)].Count)
            ? string.Create(CultureInfo.InvariantCulture, $"{Quiet}回続けて増えていません。{ways}")
            : null;
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string SheetDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
