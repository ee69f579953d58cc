using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Rosters;

/// <summary>What somebody is on duty for (rules.md 4, duty-roster).</summary>
internal enum Duty
{
    /// <summary>返信: residents' comments [tochigi-5-2-3].</summary>
    Reply,

    /// <summary>緊急: whoever can be reached when something must be posted at once [yamaguchi-3-4a].</summary>
    Emergency,

    /// <summary>確認: the second member of staff who checks [yamaguchi-3-4a].</summary>
    Check,
}

/// <summary>The names of duties and who may be on them.</summary>
internal static class Duties
{
    public static IReadOnlyList<Duty> All { get; } = [Duty.Reply, Duty.Emergency, Duty.Check];

    public static string In(this Duty duty, CardLanguage language) => duty switch
    {
        Duty.Reply => language.Say("返信", "replies"),
        Duty.Emergency => language.Say("緊急", "emergencies"),
        Duty.Check => language.Say("確認", "checking"),
        _ => throw new ArgumentOutOfRangeException(nameof(duty), duty, null),
    };

    public static string NamesOf(IEnumerable<Duty> duties, CardLanguage language) =>
        string.Join(language.Say("・", ", "), duties.Select(duty => duty.In(language)));

    /// <summary>
    /// A member of the section who could do it: replying and an emergency take somebody who writes or checks posts, checking takes a
    /// reviewer. A head counts for emergencies, because they can decide at once.
    /// </summary>
    public static bool MayServe(this Duty duty, Person person, string section) => person.Section == section && duty switch
    {
        Duty.Reply => person.Has(Role.Writer) || person.Has(Role.Reviewer),
        Duty.Emergency => person.Has(Role.Writer) || person.Has(Role.Reviewer) || person.Has(Role.Head),
        _ => person.Has(Role.Reviewer),
    };

    /// <summary>Why somebody may not: the role they lack, as a sentence says it.</summary>
    public static string RoleFor(this Duty duty, CardLanguage language) => duty == Duty.Check
        ? language.Say("確認者", "reviewer")
        : language.Say("起案者か確認者", "writer or reviewer");
}
