using System.Globalization;

namespace TeamsBot.Accounts;

/// <summary>
/// The period of operation that a policy gives (asaka-annex-7): how its last day is written, and what brings it to mind. Whoever renews a
/// policy and whoever reminds of it are two features.
/// </summary>
internal static class AccountPeriod
{
    /// <summary>The row of the catalogue of tasks; its cause is the last day.</summary>
    public const string EndTask = "policy-end";

    public static string InJapanese(DateOnly last) => string.Create(CultureInfo.InvariantCulture, $"{last:yyyy年M月d日}まで");

    public static string InEnglish(DateOnly last) => last.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
