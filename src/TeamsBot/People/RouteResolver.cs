using TeamsBot.Packs;

namespace TeamsBot.People;

/// <summary>
/// Finds the stops of a draft by the pack's rules. Nobody decides their own draft, nobody stands at two stops, an absent head is replaced
/// by the first deputy who may act, and where a stop stays empty there is no route (asaka-4-n3a, asaka-4-n3b, asaka-6-2, yamaguchi-3-4a).
/// </summary>
internal sealed class RouteResolver(Pack pack, PeopleDirectory people, DateOnly today)
{
    public RouteAnswer Resolve(OfficialAccount account, string authorId)
    {
        if (pack.Mode == UseMode.Private) return RouteRefusals.PrivateUse();
        if (people.Find(authorId) is not { } author) return RouteRefusals.UnknownPerson();
        if (!author.Has(Role.Writer)) return RouteRefusals.NotAWriter(author);
        if (pack.Approval?.RouteOf(account.Kind) is not { } rule) return RouteRefusals.NoRoute(account);
        if (rule.Writers != SectionScope.Any && author.Section != account.Section) return RouteRefusals.ForeignSection(account, author);

        if (people.Holding(rule.Final.Role, SectionOf(rule.Final.Of, account, author)).FirstOrDefault() is not { } final)
            return RouteRefusals.NoFinalApprover(account, rule.Final);

        var reviewers = Reviewers(rule, account, author);
        var deciders = Deciders(final, author).ToList();
        if (deciders.Count == 0)
            return final == author ? RouteRefusals.AuthorDecides(rule.Final) : RouteRefusals.FinalApproverAbsent(final);

        foreach (var decider in deciders)
        {
            var others = reviewers.Where(reviewer => reviewer.Person != decider).ToList();
            if (!pack.Approval.SecondStaff.Required) return RouteAnswer.Of([], Stop(decider, final));
            if (others.Count > 0) return RouteAnswer.Of(others, Stop(decider, final));
        }

        return RouteRefusals.NoReviewer(SectionOf(rule.Reviewers, account, author) ?? account.Section);
    }

    /// <summary>
    /// The second members of staff who are there, and for each who is away a reviewer named in their place (代理), who may belong elsewhere.
    /// </summary>
    private List<RoutePerson> Reviewers(RouteRule rule, OfficialAccount account, Person author)
    {
        var all = people.Holding(Role.Reviewer, SectionOf(rule.Reviewers, account, author)).Where(reviewer => reviewer != author).ToList();
        var there = all.Where(reviewer => !people.IsAbsent(reviewer, today)).ToList();
        var instead = all.Except(there)
            .Select(away => (Away: away, Deputy: people.DeputiesOf(away, today).FirstOrDefault(deputy => IsReviewer(deputy, author))))
            .Where(pair => pair.Deputy is not null && !there.Contains(pair.Deputy))
            .DistinctBy(pair => pair.Deputy);
        return
        [
            .. there.Select(reviewer => new RoutePerson(reviewer)), .. instead.Select(pair => new RoutePerson(pair.Deputy!, pair.Away)),
        ];
    }

    private static bool IsReviewer(Person person, Person author) => person != author && person.Has(Role.Reviewer);

    /// <summary>
    /// Whether this person is a second member of staff for such a draft as people are entered now, or stands in for one today. Who is away
    /// and presses all the same may.
    /// </summary>
    public bool MayReview(OfficialAccount account, string authorId, string personId) =>
        pack.Approval?.RouteOf(account.Kind) is { } rule
        && people.Find(authorId) is { } author
        && people.Find(personId) is { } person
        && IsReviewer(person, author)
        && (SectionOf(rule.Reviewers, account, author) is not { } section
            || person.Section == section
            || Reviewers(rule, account, author).Exists(reviewer => reviewer.Person == person));

    /// <summary>
    /// Whether this person decides about such a draft as people are entered now: the holder of the office, or who stands in for them today.
    /// </summary>
    public bool MayDecide(OfficialAccount account, string authorId, string personId) =>
        pack.Approval?.RouteOf(account.Kind) is { } rule
        && people.Find(authorId) is { } author
        && people.Find(personId) is { } person
        && person != author
        && people.Holding(rule.Final.Role, SectionOf(rule.Final.Of, account, author)).FirstOrDefault() is { } final
        && (person == final || people.DeputiesOf(final, today).Contains(person));

    /// <summary>
    /// Who may decide, first choice first: the holder of the office, or the deputies where the holder is away or wrote the draft.
    /// </summary>
    private IEnumerable<Person> Deciders(Person final, Person author) =>
        final != author && !people.IsAbsent(final, today) ? [final] : people.DeputiesOf(final, today).Where(deputy => deputy != author);

    private static RoutePerson Stop(Person decider, Person final) => new(decider, decider == final ? null : final);

    private static string? SectionOf(SectionScope scope, OfficialAccount account, Person author) => scope switch
    {
        SectionScope.Account => account.Section,
        SectionScope.Author => author.Section,
        _ => null,
    };
}
