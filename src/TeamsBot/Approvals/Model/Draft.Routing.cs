namespace TeamsBot.Approvals.Model;

/// <summary>
/// People change while a draft waits: who may not answer any more is not waited for, and others are asked in their place.
/// </summary>
internal sealed partial class Draft
{
    /// <summary>
    /// Takes the question from whoever has lost the right to answer it and asks those the route names now. Where nobody is left to ask, the
    /// draft goes back to its author, with the reason: without a route nothing goes on (features.md d2).
    /// </summary>
    /// <param name="route">As people are entered now; null where there is none.</param>
    /// <param name="whyNot">In words for the author, where nobody can be asked.</param>
    /// <param name="mayAnswer">Whether this person may still answer for this step.</param>
    /// <returns>False where everybody asked may still answer.</returns>
    public bool Reroute(ReviewRoute? route, string whyNot, Func<RouteStep, string, bool> mayAnswer, DateTimeOffset now)
    {
        if (IsLiftAsked) return RerouteLift(route, whyNot, mayAnswer, now);
        var lost = OpenReviews.Where(review => !mayAnswer(review.Step, review.ReviewerId)).ToList();
        if (lost.Count == 0) return false;
        var step = lost[0].Step;
        foreach (var review in lost) review.Close(now);
        if (route?.StopFor(step) is { } stop)
        {
            Route = route with { Standing = Route?.Standing };
            foreach (
                var reviewer in stop.Reviewers.Where(reviewer =>
                    OpenReviewOf(reviewer.ObjectId) is null && !HasActedElsewhere(reviewer.ObjectId, step)
                )
            )
                Ask(step, reviewer, now);
        }

        if (OpenReviews.Any())
        {
            Happened(
                DraftEventKind.Rerouted,
                string.Join("、", lost.Select(review => review.ReviewerName)),
                now,
                string.Join("、", OpenReviews.Select(review => review.ReviewerName))
            );
            ChangedAt = now;
            return true;
        }

        MoveTo(DraftStatus.Returned, now);
        Happened(DraftEventKind.Returned, RouteKeeper, now, whyNot);
        return true;
    }

    /// <summary>Who sends a draft back that nobody can be asked about, in the story.</summary>
    private const string RouteKeeper = "確認・決裁の担当の変更";

    private bool RerouteLift(ReviewRoute? route, string whyNot, Func<RouteStep, string, bool> mayAnswer, DateTimeOffset now)
    {
        if (LiftReviewers.All(head => mayAnswer(RouteStep.FinalDecision, head.ObjectId))) return false;
        var lost = string.Join("、", LiftReviewers.Select(head => head.Name));
        if (route?.StopFor(RouteStep.FinalDecision) is null)
        {
            IsLiftAsked = false;
            Happened(DraftEventKind.LiftRefused, RouteKeeper, now, whyNot);
            return true;
        }

        Route = route;
        foreach (var head in LiftReviewers) Inform(head.ObjectId);
        Happened(DraftEventKind.Rerouted, lost, now, string.Join("、", LiftReviewers.Select(head => head.Name)));
        return true;
    }

    private bool HasActedElsewhere(string personId, RouteStep step) =>
        reviews.Any(review => review.Step != step && review.Decision is not null && Same(review.ReviewerId, personId));
}
