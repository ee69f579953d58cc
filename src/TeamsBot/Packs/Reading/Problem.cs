using System.Text;

namespace TeamsBot.Packs.Reading;

/// <summary>One thing an operator has to correct before the program starts, in both languages.</summary>
/// <param name="Field">The path of the field, for example <c>approval.routes[1].final</c>.</param>
internal sealed record Problem(Place Place, string Field, string Japanese, string English)
{
    public override string ToString() => $"{Place} [{Field}] {Japanese} / {English}";
}

/// <summary>
/// Everything wrong with what was read. Reading goes on after a problem, so that an operator corrects a file once and not ten times.
/// </summary>
internal sealed class ProblemList
{
    private readonly List<Problem> problems = [];

    public IReadOnlyList<Problem> All => problems;

    public void Add(Place place, string field, string japanese, string english) => problems.Add(new(place, field, japanese, english));
}

/// <summary>
/// The program must not start on what it was given. It is an exception because there is nobody to answer yet; the command line prints
/// <see cref="Exception.Message"/> on standard error and ends with <see cref="ExitCode"/>.
/// </summary>
internal sealed class SettingsRefusedException(IReadOnlyList<Problem> problems) : Exception(Describe(problems))
{
    /// <summary>EX_CONFIG of sysexits.h: something was found in an unconfigured or misconfigured state.</summary>
    public const int ExitCode = 78;

    public IReadOnlyList<Problem> Problems { get; } = problems;

    private static string Describe(IReadOnlyList<Problem> problems)
    {
        var text = new StringBuilder();
        text.AppendLine(FormattableString.Invariant($"設定に{problems.Count}件の誤りがあるため起動しません。次の箇所を直してください。"));
        text.Append(FormattableString.Invariant($"Not started: {problems.Count} problem(s) in the settings. Please correct:"));
        foreach (var problem in problems) text.AppendLine().Append("  ").Append(problem);
        return text.ToString();
    }
}
