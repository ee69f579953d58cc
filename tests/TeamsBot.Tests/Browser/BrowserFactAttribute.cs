using TeamsBot.LocalTeams;

namespace TeamsBot.Tests.Browser;

/// <summary>
/// A test that needs a browser and the card renderer from npm. Where one is missing it is skipped and says what to install; on a build
/// server (<c>CI=true</c>) nothing is skipped, so that a missing browser cannot pass for success.
/// </summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Reason;

    /// <summary>Why such a test is skipped here; null where it runs.</summary>
    public static string? Reason =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase) ? null : Missing;

    internal static string? Missing { get; } =
        Chromium.Path is null ? "No Chromium or Chrome found. Install one, or name it in CHROMIUM_PATH."
        : !typeof(LocalTenant).Assembly.GetManifestResourceNames().Contains("wwwroot/vendor/adaptivecards.js")
            ? "The card renderer was not fetched. Install Node.js with npm and build again."
        : null;
}

/// <summary>The same with several rows.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (!string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            Skip = BrowserFactAttribute.Missing;
    }
}
