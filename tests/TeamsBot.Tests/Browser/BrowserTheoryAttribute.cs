namespace TeamsBot.Tests.Browser;

/// <summary>As <see cref="BrowserFactAttribute"/>, for a test with rows, for example one for each width.</summary>
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = BrowserFactAttribute.Reason;
}
