using System.Reflection;
using System.Text.RegularExpressions;
using TeamsBot.Checks;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tests;

/// <summary>
/// No pattern that reads what people send takes longer than the text is long. A pattern of bounded repeats does at most so much at each
/// character; one that repeats without a bound (<c>*</c>, <c>+</c>, <c>{2,}</c>) may read the rest of the text at each, unless it starts at
/// one place only or the engine never goes back. What is left stands here with the reason why it is harmless. Guidelines are left out: they
/// read the organisation's documents, and questions of 500 and calls for help of 600 characters.
/// </summary>
public sealed partial class OpenRepeatsTests
{
    /// <summary>By class and method: why a run is not read again from its second character, or how short the text is.</summary>
    private static readonly Dictionary<string, string> Harmless = new(StringComparer.Ordinal)
    {
        ["AccomplishedFact.EndsInPast"] = "begins behind a letter, and the run holds none",
        ["AddressBookRule.Dashes"] = "begins where a run begins, and gives nothing of it back",
        ["ClauseTags.Id"] = "reads the sources of the tests, for a developer's command",
        ["ClauseTags.Tag"] = "reads the sources of the tests, for a developer's command",
        ["PostLikeText.Decoration"] = "reads texts of 60 characters at most",
        ["SourceComparison.Number"] = "each run begins behind a figure and takes what it reads",
        ["TypoRule.Katakana"] = "takes the run it reads",
        ["Url.WithScheme"] = "stands at the end and takes what it reads",
        ["UrlFormRule.Broken"] = "reads the blanks behind one address, and the next address has its own",
    };

    [Fact]
    public void A_pattern_repeats_without_a_bound_only_where_that_is_harmless() =>
        Open()
            .Where(pattern => !Harmless.ContainsKey(pattern))
            .ShouldBeEmpty("bound the repeat ({0,40}), or use RegexOptions.NonBacktracking");

    [Fact]
    public void What_is_called_harmless_is_still_there() => Harmless.Keys.Except(Open()).ShouldBeEmpty();

    [Theory]
    [InlineData(@"a[*+]{1,3}\*", false)]
    [InlineData("^a+$", false)]
    [InlineData("[^]a]+b", true)]
    [InlineData("a{2,}b", true)]
    [InlineData(@"\s*$", true)]
    [InlineData(@"(?:a|b)*?c", true)]
    public void An_open_repeat_is_seen(string pattern, bool isOpen) => IsOpen(pattern, RegexOptions.None).ShouldBe(isOpen);

    private static IReadOnlyList<string> Open() =>
    [
        .. new[] { typeof(ContentChecker), typeof(TurnRouter), typeof(Program) }
            .SelectMany(known => known.Assembly.GetTypes())
            .SelectMany(type =>
                type.GetMembers(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            )
            .Select(member =>
                (Name: $"{member.DeclaringType!.Name}.{member.Name}", Pattern: member.GetCustomAttribute<GeneratedRegexAttribute>())
            )
            .Where(member => member.Pattern is { } pattern && IsOpen(pattern.Pattern, pattern.Options))
            .Select(member => member.Name).Order(StringComparer.Ordinal),
    ];

    private static bool IsOpen(string pattern, RegexOptions options)
    {
        if (options.HasFlag(RegexOptions.NonBacktracking)) return false;
        var isAnchored =
            (pattern.StartsWith('^') && !options.HasFlag(RegexOptions.Multiline))
            || pattern.StartsWith(@"\A", StringComparison.Ordinal)
            || pattern.StartsWith(@"\G", StringComparison.Ordinal);
        var plain = Class().Replace(Escape().Replace(pattern, "e"), "c");
        return Repeat().IsMatch(plain) && !(isAnchored && Repeat().Count(plain) == 1);
    }

    [GeneratedRegex(@"\\.", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\[\^?\]?[^\]]*\]", RegexOptions.NonBacktracking)]
    private static partial Regex Class();

    [GeneratedRegex(@"[*+]|\{[0-9]+,\}", RegexOptions.NonBacktracking)]
    private static partial Regex Repeat();
}
