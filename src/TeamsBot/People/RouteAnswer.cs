namespace TeamsBot.People;

/// <summary>
/// Who is to be asked about a draft, or why nobody can be: exactly one of the two. A refusal is an ordinary answer with words for the
/// writer; without a route nothing may go on.
/// </summary>
/// <param name="Reviewers">The second members of staff, any one of whom may check; empty where the pack switches the check off.</param>
/// <param name="Final">Who decides.</param>
internal sealed record RouteAnswer(IReadOnlyList<RoutePerson> Reviewers, RoutePerson? Final, RouteRefusal? Refusal)
{
    public static RouteAnswer Of(IReadOnlyList<RoutePerson> reviewers, RoutePerson final) => new(reviewers, final, null);

    public static RouteAnswer Refused(RouteRefusal refusal) => new([], null, refusal);
}

/// <param name="OnBehalfOf">The person a deputy decides for (代決), or null.</param>
internal sealed record RoutePerson(Person Person, Person? OnBehalfOf = null);

internal enum RouteRefusalReason
{
    PrivateUse,
    UnknownPerson,
    NotAWriter,
    ForeignSection,
    NoRoute,
    NoReviewer,
    NoFinalApprover,
    FinalApproverAbsent,
    AuthorDecides,
}

/// <summary>Why there is no route, in words that say what to do next.</summary>
internal sealed record RouteRefusal(RouteRefusalReason Reason, string Japanese, string English);
