namespace TeamsBot.Checks;

/// <summary>Every rule of this library, found once by type and ordered by id so that results never depend on the order of types.</summary>
internal static class RuleCatalogue
{
    public static IReadOnlyList<IRule> All { get; } = Find();

    private static IRule[] Find()
    {
        var rules = typeof(RuleCatalogue).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IRule)))
            .Select(type => (IRule)Activator.CreateInstance(type, nonPublic: true)!)
            .OrderBy(rule => rule.About.Id, StringComparer.Ordinal)
            .ToArray();
        var twice = rules.GroupBy(rule => rule.About.Id).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? rules : throw new InvalidOperationException($"Two rules share the id {twice.Key}.");
    }
}
