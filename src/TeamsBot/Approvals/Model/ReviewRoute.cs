namespace TeamsBot.Approvals.Model;

/// <summary>
/// Who is asked, in order. Fixed when a draft is submitted, so that a change of staff never lets a draft slip past a step.
/// </summary>
/// <param name="Standing">How a range approved ahead counted; null where none was claimed. Where it holds, the final stop is kept and not
/// asked.</param>
internal sealed record ReviewRoute(IReadOnlyList<RouteStop> Stops, StandingUse? Standing = null)
{
    public RouteStop? StopFor(RouteStep step) => Stops.FirstOrDefault(stop => stop.Step == step);
}

/// <summary>One step of a route. Any one of the reviewers may answer for it.</summary>
internal sealed record RouteStop(RouteStep Step, IReadOnlyList<Reviewer> Reviewers);

/// <param name="OnBehalfOf">The absent head a deputy decides for (代決), or null.</param>
internal sealed record Reviewer(string ObjectId, string Name, string Title, string? OnBehalfOf = null)
{
    public string Display => OnBehalfOf is null ? $"{Name}（{Title}）" : $"{Name}（{Title}・{OnBehalfOf}の代決）";
}
