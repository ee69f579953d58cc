using TeamsBot.Accounts;

namespace TeamsBot.Upkeep;

/// <summary>The verbs of this feature's buttons.</summary>
internal static class UpkeepVerbs
{
    public const string Closing = AccountDoors.Closing;
    public const string ClosingPlan = "closing.plan";
    public const string ClosingTick = "closing.tick";
    public const string ClosingTakeBack = "closing.takeBack";
    public const string ClosingEnd = "closing.end";
    public const string ClosingNotices = "closing.notices";
    public const string ClosingRepeat = "closing.repeat";
    public const string StopForm = "stop.form";
    public const string Stop = "stop.stop";
    public const string LiftForm = "stop.liftForm";
    public const string Lift = "stop.lift";
    public const string ChangeForm = "medium.form";
    public const string Change = "medium.change";
    public const string ChangeEnd = "medium.end";
    public const string Review = "medium.review";
    public const string QuietPlan = "quiet.plan";
    public const string QuietPosted = "quiet.posted";
    public const string QuietResume = "quiet.resume";
    public const string LoginNormal = "login.normal";
    public const string LoginTrouble = "login.trouble";
}

/// <summary>The names of this feature's card fields.</summary>
internal static class UpkeepFields
{
    public const string Account = AccountDoors.Account;
    public const string Stamp = "endingStamp";
    public const string Day = "day";
    public const string Reason = "reason";
    public const string Step = "step";
    public const string Proof = "proof";
    public const string Back = "back";
    public const string BackReason = "backReason";
    public const string Kind = "kind";
    public const string Medium = "medium";
    public const string Text = "text";
    public const string Change = "change";
    public const string Verdict = "verdict";
    public const string Note = "note";
    public const string PlanDay = "planDay";
    public const string PostedDay = "postedDay";
    public const string Posted = "posted";
}
