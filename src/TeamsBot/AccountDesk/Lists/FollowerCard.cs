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

    public static string FieldOf(OfficialAccount account) => $"count:{account.Id}";

    /// <param name="others">So many accounts the card has no room for.</param>
    public static AdaptiveCard Form(
        IReadOnlyList<FollowerLine> lines, int others, DateOnly day, AdaptiveContainer? notice) => CardParts.Card(
        [
            CardParts.Title("フォロワー"),
            CardParts.Remark("月に一度、いまのフォロワー数を入力します。分からないものは空欄のままで構いません。"),
            .. others == 0 ? [] : new AdaptiveElement[]
            {
                CardParts.Remark(string.Create(
                    CultureInfo.InvariantCulture, $"数えた日が古い順に{lines.Count}件です。ほか{others}件は、記録したあとに続けて入力できます。")),
            },
            new AdaptiveDateInput { Id = AccountFields.AsOf, Label = "数えた日", Value = TypedDay.Write(day) },
            .. lines.Select(line => new AdaptiveTextInput
            {
                Id = FieldOf(line.Account),
                Label = AccountRegister.Display(line.Account)
                    + (line.Last is { } last ? $"　前回 {Number(last.Count)}（{TypedDay.Write(last.AsOf)}）" : ""),
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

    /// <param name="left">So many accounts of the own section have no number of that day, and no card holds them all.</param>
    public static AdaptiveCard Done(
        IReadOnlyList<(OfficialAccount Account, IReadOnlyList<Followers> Series)> entered, DateOnly day, int left) =>
        CardParts.Card(
            [
                CardParts.Title("フォロワー"),
                CardParts.Notice(NoticeKind.Done, $"{TypedDay.Write(day)}の数として記録しました。"),
                .. entered.SelectMany(one => Line(one.Account, one.Series)),
                .. left == 0 ? [] : new AdaptiveElement[]
                {
                    CardParts.Remark(string.Create(CultureInfo.InvariantCulture, $"まだのアカウントが{left}件あります。")),
                },
            ],
            "フォロワー",
            [
                .. left == 0 ? [] : new AdaptiveAction[]
                {
                    Buttons.Execute("続きを入力する", AccountVerbs.FollowersForm, takesInputs: false, style: "positive"),
                },
                AccountParts.ListButton,
            ]);

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
        return series.Count > Quiet && Enumerable.Range(series.Count - Quiet, Quiet).All(at => series[at].Count <= series[at - 1].Count)
            ? string.Create(CultureInfo.InvariantCulture, $"{Quiet}回続けて増えていません。{ways}")
            : null;
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
