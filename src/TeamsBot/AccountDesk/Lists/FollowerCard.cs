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
    /// <param name="notice">Why it was not taken; null for a fresh form, on which nothing is marked.</param>
    public static AdaptiveCard Form(
        IReadOnlyList<FollowerLine> lines, int others, DateOnly day, CardLanguage say, AdaptiveContainer? notice) => CardParts.Card(
        [
            CardParts.Title(say.Say("フォロワー", "Followers")),
            CardParts.Remark(say.Say(
                "月に一度、いまのフォロワー数を入力します。分からないものは空欄のままで構いません。",
                "Enter once a month how many follow each account. Leave out what you do not know.")),
            .. others == 0 ? [] : new AdaptiveElement[]
            {
                CardParts.Remark(say.Say(
                    Said($"数えた日が古い順に{lines.Count}件です。ほか{others}件は、記録したあとに続けて入力できます。"),
                    Said($"The {lines.Count} counted longest ago. The other {others} follow once these are recorded."))),
            },
            new AdaptiveDateInput { Id = AccountFields.AsOf, Label = say.Say("数えた日", "Counted on"), Value = TypedDay.Write(day) },
            .. lines.Select(line => new AdaptiveTextInput
            {
                Id = FieldOf(line.Account), Label = Label(line, say), Value = line.Typed.Length > 0 ? line.Typed : null, MaxLength = 12,
            }),
            .. AccountParts.Notice(notice),
        ],
        say.Say("フォロワー", "Followers"),
        [
            Buttons.Execute(
                say.Say("記録する", "Record"), AccountVerbs.FollowersSave,
                new JsonObject { [AccountFields.Account] = string.Join(',', lines.Select(line => line.Account.Id)) }, style: "positive"),
        ],
        say);

    /// <summary>A number that cannot be read is marked; it can only be there after a press.</summary>
    private static string Label(FollowerLine line, CardLanguage say)
    {
        var last = line.Last is { } one ? say.Say("　前回 ", "　last ") + $"{Number(one.Count)}（{TypedDay.Write(one.AsOf)}）" : "";
        return $"{(line.IsUnreadable ? "▲ " : "")}{AccountRegister.Display(line.Account)}{last}";
    }

    /// <param name="left">So many accounts of the own section have no number of that day, and no card holds them all.</param>
    public static AdaptiveCard Done(
        IReadOnlyList<(OfficialAccount Account, IReadOnlyList<Followers> Series)> entered, DateOnly day, int left, CardLanguage say) =>
        CardParts.Card(
            [
                CardParts.Title(say.Say("フォロワー", "Followers")),
                CardParts.Notice(
                    NoticeKind.Done,
                    say.Say($"{TypedDay.Write(day)}の数として記録しました。", $"Recorded as the numbers of {TypedDay.Write(day)}.")),
                .. entered.SelectMany(one => Line(one.Account, one.Series, say)),
                .. left == 0 ? [] : new AdaptiveElement[]
                {
                    CardParts.Remark(say.Say(Said($"まだのアカウントが{left}件あります。"), Said($"{left} accounts have no number yet."))),
                },
            ],
            say.Say("フォロワー", "Followers"),
            [
                .. left == 0 ? [] : new AdaptiveAction[]
                {
                    Buttons.Execute(say.Say("続きを入力する", "Go on"), AccountVerbs.FollowersForm, takesInputs: false, style: "positive"),
                },
                AccountParts.List(say),
            ],
            say);

    private static IEnumerable<AdaptiveElement> Line(OfficialAccount account, IReadOnlyList<Followers> series, CardLanguage say)
    {
        var change = series.Count > 1 ? series[^1].Count - series[^2].Count : (int?)null;
        var signed = $"{(change >= 0 ? "+" : "")}{(change ?? 0).ToString("N0", CultureInfo.InvariantCulture)}";
        var said = change is null ? "" : say.Say($"（前回から{signed}）", $" ({signed} since the last count)");
        yield return CardParts.Field(AccountRegister.Display(account), $"{Number(series[^1].Count)}{said}");
        if (Hint(series, say) is { } hint) yield return CardParts.Remark(hint);
    }

    /// <summary>What may help; null where the numbers do not ask for it.</summary>
    public static string? Hint(IReadOnlyList<Followers> series, CardLanguage say = CardLanguage.Ja)
    {
        var ways = say.Say(
            "チラシや窓口に二次元コードを載せる、ほかのアカウントで紹介する、プロフィールから公式ホームページへつなぐ、などを考えてください。",
            "Put the QR code on leaflets and at the counter, mention it on other accounts, link it with the own site.");
        if (series.Count > 1 && series[^1].Count * 100L <= series[^2].Count * (100L - Fall))
            return say.Say(Said($"前回から{Fall}％以上減っています。"), Said($"At least {Fall}% fewer than last time. ")) + ways;
        return series.Count > Quiet && Enumerable.Range(series.Count - Quiet, Quiet).All(at => series[at].Count <= series[at - 1].Count)
            ? say.Say(Said($"{Quiet}回続けて増えていません。"), Said($"No growth {Quiet} times in a row. ")) + ways
            : null;
    }

    private static string Said(FormattableString words) => FormattableString.Invariant(words);

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
