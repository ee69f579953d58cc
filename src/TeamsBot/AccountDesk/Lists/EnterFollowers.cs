using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks.Dates;
using TeamsBot.Conversations;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>
/// 「フォロワー」: once a month somebody of a section enters how many follow its accounts; where they become fewer, or do not grow for a
/// quarter, the card says what may help (asaka-4-5).
/// </summary>
internal sealed class EnterFollowers(
    AccountRegister accounts, FollowerSeries series, PeopleDirectory people, PersonLanguage languages, AuditTrail audit,
    TimeProvider time)
{
    /// <summary>As many fields fit a phone; a section with more accounts goes on with the next card.</summary>
    private const int MostFields = 20;

    public Task<Reply> HandleCommand(ParsedTurn turn, string argument)
    {
        var say = languages.Of(turn);
        var found = argument.Length == 0 ? Own(turn) : [.. accounts.Named(argument).Where(account => MayEnter(turn, account))];
        if (found.Count > 0)
        {
            var lines = Lines(found, null).OrderBy(line => line.Last?.AsOf ?? DateOnly.MinValue).Take(MostFields).ToList();
            return Task.FromResult(Reply.Show(FollowerCard.Form(lines, found.Count - lines.Count, Today, say, null)));
        }

        if (argument.Length > 0 && accounts.Named(argument) is [var other, ..])
            return Task.FromResult(Reply.Say(AccountAccess.NotYours(other)));
        return Task.FromResult(Reply.Say(argument.Length > 0
            ? say.Say($"「{TypedText.Quote(argument)}」は台帳にありません。", $"\"{TypedText.Quote(argument)}\" is not in the register.")
            : say.Say(
                "あなたの所属で運用しているアカウントがありません。広報担当に確認してください。", "Your section runs no account. Please ask the PR desk.")));
    }

    public Task<Reply> HandleSave(ParsedTurn turn)
    {
        var ids = turn.Action![AccountFields.Account].Split(',', StringSplitOptions.RemoveEmptyEntries);
        var named = ids.Select(accounts.Find).OfType<OfficialAccount>().Take(MostFields).ToList();
        if (named.Count == 0) return Task.FromResult(AccountParts.NotFound);
        if (named.Find(account => !MayEnter(turn, account)) is { } other) return Task.FromResult(Refused(turn, other));
        var (lines, say) = (Lines(named, turn.Action), languages.Of(turn));
        var day = TypedDay.Read(turn.Action[AccountFields.AsOf], Today);
        if (Problem(lines, day, say) is { } problem)
            return Task.FromResult(Reply.Show(
                FollowerCard.Form(lines, 0, day ?? Today, say, CardParts.Notice(NoticeKind.Attention, problem))));
        var by = people.Find(turn.Actor!)!.Name;
        var entered = lines.Where(line => line.Typed.Length > 0).ToList();
        foreach (var line in entered) series.Enter(line.Account.Id, new(line.Count!.Value, day!.Value), by);
        audit.Record(turn.Actor, "accounts.followers", "account:", new
        {
            day, counts = entered.ToDictionary(line => line.Account.Id, line => line.Count!.Value),
        });
        return Task.FromResult(Reply.Show(
            FollowerCard.Done(
                [.. entered.Select(line => (line.Account, series.Of(line.Account)))], day!.Value, Left(turn, day.Value), say)));
    }

    private int Left(ParsedTurn turn, DateOnly day)
    {
        var own = Own(turn);
        return own.Count <= MostFields ? 0 : own.Count(account => series.Of(account) is not [.., var last] || last.AsOf < day);
    }

    private DateOnly Today => JapanTime.DateOf(time.GetUtcNow());

    private string? Problem(IReadOnlyList<FollowerLine> lines, DateOnly? day, CardLanguage say)
    {
        if (day is null) return say.Say("いつの数字かを、2026-12-01 のように入力してください。", "State the day of the count, as in 2026-12-01.");
        if (day > Today) return say.Say("数えた日が先の日付です。", "That day has not come yet.");
        if (lines.All(line => line.Typed.Length == 0)) return say.Say("フォロワー数を一つ以上入力してください。", "Enter at least one number.");
        return lines.FirstOrDefault(line => line.IsUnreadable) is { } unread
            ? say.Say(
                $"「{AccountRegister.Display(unread.Account)}」の数が読めません。数字だけで入力してください。",
                $"The number of {AccountRegister.Display(unread.Account)} cannot be read. Please enter digits only.")
            : null;
    }

    private List<FollowerLine> Lines(IReadOnlyList<OfficialAccount> some, CardAction? typed) => [.. some.Select(account =>
    {
        var written = typed is null ? "" : TypedText.Of(typed[FollowerCard.FieldOf(account)], 12);
        var digits = TurnRouter.Normal(written).Replace(",", "", StringComparison.Ordinal).TrimEnd('人');
        var count = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return new FollowerLine(account, written, count, series.Of(account) is [.., var last] ? last : null);
    })];

    private List<OfficialAccount> Own(ParsedTurn turn)
    {
        var person = people.Find(turn.Actor!);
        return
        [
            .. accounts.All.Where(account => account.State == AccountState.Running && account.Medium != Checks.Context.Medium.Website
                && account.Section == person?.Section && MayEnter(turn, account)),
        ];
    }

    private bool MayEnter(ParsedTurn turn, OfficialAccount account) => AccountAccess.MayChange(people.Find(turn.Actor!), account);

    private Reply Refused(ParsedTurn turn, OfficialAccount account)
    {
        audit.Record(turn.Actor, "accounts.refused", AccountRegister.Subject(account.Id), new { verb = AccountVerbs.FollowersSave });
        return Reply.Say(AccountAccess.NotYours(account));
    }
}

/// <param name="Typed">As it was typed; empty for an account that is left out.</param>
/// <param name="Count">Null where it cannot be read.</param>
internal sealed record FollowerLine(OfficialAccount Account, string Typed, int? Count, Followers? Last)
{
    public bool IsUnreadable => Typed.Length > 0 && Count is null;
}
