using TeamsBot.Checks.Dates;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Rosters;

namespace TeamsBot.AccountDesk.Life;

/// <summary>
/// The gate at which it is put on record that nobody answers comments, or that somebody is on duty for it (asaka-annex-9b). Who is on duty
/// is the roster's word, so that the gate cannot name somebody whom no comment would reach.
/// </summary>
internal sealed class ReplyGate(DutyRoster roster, TimeProvider time)
{
    public const string NoReplies = "none";

    public const string AsNeeded = "as-needed";

    /// <summary>Why it cannot be settled so; null where it can.</summary>
    public string? Problem(ParsedTurn turn, OfficialAccount account) => (turn.Action![GateFields.Replies], account.Replies) switch
    {
        (NoReplies, true) => $"運用ポリシーでは、返信することになっています。返信しないときは、先に「運用ポリシー {account.Name}」を改定してください。",
        (AsNeeded, false) => $"運用ポリシーでは、返信しないことになっています。返信するときは、先に「運用ポリシー {account.Name}」を改定してください。",
        (NoReplies, _) => null,
        (AsNeeded, _) => First(turn, account) is null ? Nobody(account) : null,
        _ => "返信するかどうかを選んでください。",
    };

    /// <summary>What is kept of it, in front of what was written.</summary>
    public string Proof(ParsedTurn turn, OfficialAccount account) =>
        turn.Action![GateFields.Replies] == NoReplies ? "返信しない" : $"返信する（最初の当番：{First(turn, account)?.Name}）";

    /// <summary>
    /// Replies are promised and nobody is on duty for them: the policy or the roster changed after the gate was passed. Null where the
    /// organisation does not ask for it, or all is well.
    /// </summary>
    public string? Lost(ParsedTurn turn, LifeView life) =>
        life.Of(AccountGate.ReplyDuty) is not null && life.Account.Replies == true && First(turn, life.Account) is null
            ? Nobody(life.Account)
            : null;

    private static string Nobody(OfficialAccount account) =>
        $"{account.Section}の返信の当番が、まだ決まっていません。「当番」で決めてから、もう一度押してください（決めるのは所属長と広報担当です）。";

    /// <summary>The first on duty for replies from this week on who is still there.</summary>
    private Person? First(ParsedTurn turn, OfficialAccount account)
    {
        var today = JapanTime.DateOf(time.GetUtcNow());
        return roster.Of(turn.Actor!.TenantId, account.Section).Where(week => week.Duty == Rosters.Duty.Reply && week.Sunday >= today)
            .SelectMany(roster.Entered).FirstOrDefault();
    }
}
