using TeamsBot.Approvals.Model;
using TeamsBot.Checks;
using TeamsBot.Packs;

namespace TeamsBot.Tests.Approvals;

/// <summary>Drafts in the states tests start from.</summary>
internal static class Drafts
{
    public const string Tenant = "aaaaaaaa-0000-4000-8000-000000000001";
    public const string Author = "00000000-0000-4000-8000-00000000000a";
    public const string Checker = "00000000-0000-4000-8000-00000000000b";
    public const string OtherChecker = "00000000-0000-4000-8000-00000000000c";
    public const string Head = "00000000-0000-4000-8000-00000000000d";
    public const string Outsider = "00000000-0000-4000-8000-00000000000e";

    /// <summary>A Friday morning in Japan.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(9));

    public static readonly ReviewRoute Route = new(
    [
        new RouteStop(RouteStep.SecondReview, [new Reviewer(Checker, "鈴木 一郎", "係長"), new Reviewer(OtherChecker, "伊藤 京子", "主査")]),
        new RouteStop(RouteStep.FinalDecision, [new Reviewer(Head, "田中 誠", "課長")]),
    ]);

    public static Draft Composing(string text = "12月5日(土)にイベントを開催します。", params DraftFinding[] findings)
    {
        var draft = Draft.Start(7, Tenant, new Reviewer(Author, "佐藤 花子", "主事"), "広報課", text, null, Now);
        draft.Plan(Author, new DraftPlan("city-x", "public", false, Now.AddDays(1), ""), Now).ShouldBeNull();
        draft.Check(findings);
        return draft;
    }

    public static Draft InReview()
    {
        var draft = Composing();
        draft.Submit(Author, Route, ClassPosting.Allowed, Now).ShouldBeNull();
        return draft;
    }

    public static Draft AwaitingDecision()
    {
        var draft = InReview();
        draft.Decide(Checker, Approve(draft), Now).ShouldBeNull();
        return draft;
    }

    public static Draft Approved()
    {
        var draft = AwaitingDecision();
        draft.Decide(Head, Approve(draft), Now).ShouldBeNull();
        return draft;
    }

    public static Verdict Approve(Draft draft) => new(Decision.Approve, "", draft.Current.Number, draft.CurrentHash, IsConfirmed: true);

    public static Verdict Return(Draft draft, string reason = "会場の住所を確認してください。") =>
        new(Decision.RequestChanges, reason, draft.Current.Number, draft.CurrentHash, IsConfirmed: false);

    public static Verdict Reject(Draft draft, string reason = "すでに別の課が発信しています。") =>
        new(Decision.Reject, reason, draft.Current.Number, draft.CurrentHash, IsConfirmed: false);

    public static DraftFinding Finding(Severity severity, int start = 0, int end = 2) => new(
        "date-weekday", "date_weekday", "日付と曜日", severity, FindingGroup.Error, start, end, "12", "曜日を確かめてください。", null, null, [], "");
}
