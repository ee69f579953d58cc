using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.AbsenceDesk;

/// <summary>What is wrong with an entry: in which field, and in words that say what to do next.</summary>
internal sealed record AbsenceProblem(string Field, string Japanese, string English);

/// <summary>An entry that can be recorded.</summary>
internal sealed record PlannedAbsence(Person Who, DateOnly First, DateOnly Last, Person? Deputy);

/// <summary>
/// Judges an entry against the people, the calendar and what is entered already. Pure. Days that are over explain decisions that were made
/// and are not entered afterwards.
/// </summary>
internal sealed class AbsenceRules(PeopleDirectory people, Person by, DateOnly today)
{
    /// <summary>Nobody plans further, and a wrong year is noticed.</summary>
    private const int MostDays = 366;

    private const int MostNamed = 4;

    public static bool MayEnterForOthers(Person person) => person.Has(Role.Desk) || person.Has(Role.Admin);

    /// <summary>Exactly one of the two.</summary>
    public (PlannedAbsence? Planned, AbsenceProblem? Problem) Judge(AbsenceFields typed)
    {
        if (WhoProblem(typed) is { } unclear) return (null, unclear);
        var who = WhoOf(typed)!;
        if (DayProblem(typed) is { } problem) return (null, problem);
        var first = AbsenceText.Day(typed.From, today)!.Value;
        var last = LastOf(typed, first)!.Value;
        if (Overlap(who, first, last) is { } overlap) return (null, overlap);
        if (typed.Deputy.Length == 0) return (new(who, first, last, null), null);
        var deputy = One(typed.Deputy);
        return DeputyProblem(typed, who, deputy, (first, last)) is { } wrong ? (null, wrong) : (new(who, first, last, deputy), null);
    }

    /// <summary>Why it cannot be entered for that person, whatever the days are.</summary>
    public AbsenceProblem? WhoProblem(AbsenceFields typed) => WhoOf(typed) is not { } who ? Unknown(AbsenceFields.WhoField, typed.Who)
        : who != by && !MayEnterForOthers(by) ? NotForOthers()
        : null;

    /// <summary>Whose absence it is; null where the name is not clear.</summary>
    public Person? WhoOf(AbsenceFields typed) => typed.Who.Length == 0 ? by : One(typed.Who);

    public Person? One(string typed) => people.Find(typed) ?? (people.Named(typed) is [var one] ? one : null);

    private AbsenceProblem? DayProblem(AbsenceFields typed)
    {
        if (typed.From.Length == 0) return new(AbsenceFields.FromField, "不在の初日を選んでください。", "Choose the first day.");
        if (AbsenceText.Day(typed.From, today) is not { } first) return NoDay(AbsenceFields.FromField, typed.From);
        if (first < today)
            return new(AbsenceFields.FromField, "過ぎた日からは登録できません。今日からの日を選んでください。", "The first day is over. Choose today or a later day.");
        if (first > today.AddDays(MostDays))
            return new(AbsenceFields.FromField, "初日は1年以内の日を選んでください。", "Choose a first day within a year.");
        if (LastOf(typed, first) is not { } last) return NoDay(AbsenceFields.ToField, typed.To);
        if (last < first)
            return new(AbsenceFields.ToField, "最終日が初日より前です。初日か、それより後の日を選んでください。", "The last day is before the first one.");
        return last > first.AddDays(MostDays)
            ? new(AbsenceFields.ToField, "最終日は、初日から1年以内の日を選んでください。", "Choose a last day within a year of the first one.")
            : null;
    }

    private DateOnly? LastOf(AbsenceFields typed, DateOnly first) => typed.To.Length == 0 ? first : AbsenceText.Last(typed, today);

    private AbsenceProblem? Overlap(Person who, DateOnly first, DateOnly last)
    {
        if (people.Absences.FirstOrDefault(away => away.IsOf(who) && away.Meets(first, last)) is not { } other) return null;
        return new(
            AbsenceFields.FromField,
            $"{Period(other, CardLanguage.Ja)}の不在と重なっています。重ならない日にするか、先の登録を取り消してください。",
            $"It overlaps with {Period(other, CardLanguage.En)}. Choose other days, or cancel that entry first.");
    }

    private AbsenceProblem? DeputyProblem(AbsenceFields typed, Person who, Person? deputy, (DateOnly First, DateOnly Last) days)
    {
        var candidates = DeputyRules.Candidates(people, who, days.First, days.Last);
        var (could, couldEnglish) = candidates.Count == 0
            ? ("頼める方がいません。空欄のまま登録して、管理者へ相談してください。", "Nobody could. Leave it empty and ask an administrator.")
            : ($"頼めるのは、{Person.NamesOf(candidates.Take(MostNamed))}です。",
                $"It could be: {string.Join(", ", candidates.Take(MostNamed).Select(person => person.Name))}.");
        if (deputy is null)
        {
            var (japanese, english) = WordsOf(Unknown(AbsenceFields.DeputyField, typed.Deputy));
            return Wrong(japanese, english);
        }

        if (deputy == who)
            return Wrong(
                AbsenceWords.Decides(who) ? "ご本人は代決者になれません。" : "ご本人は、ご自身の代わりになれません。", "Nobody is their own deputy.");
        if (!DeputyRules.MayStandIn(who, deputy))
            return Wrong(
                $"{deputy.Name}さんには、{who.Name}さんの代わりをする役割が登録されていません。",
                $"{deputy.Name} has no role that could stand in for {who.Name}.");
        return people.IsAbsentWithin(deputy, days.First, days.Last)
            ? Wrong($"{deputy.Name}さんも、この間に不在の日があります。", $"{deputy.Name} is away on some of these days too.")
            : null;

        AbsenceProblem Wrong(string japanese, string english) =>
            new(AbsenceFields.DeputyField, japanese + could, $"{english} {couldEnglish}");
    }

    private AbsenceProblem Unknown(string field, string typed)
    {
        var (quoted, found) = (TypedText.Quote(typed), people.Named(typed));
        var near = found.Count > 1 ? found : [.. NearestNames.Near(typed, people.Persons, person => person.Name).Take(3)];
        var names = string.Join("、", near.Take(MostNamed).Select(person => $"{person.Name}（{person.Section}）"));
        return found.Count > 1
            ? new(field, $"「{quoted}」さんを一人に決められません。近い方：{names}。", $"It is not clear who \"{quoted}\" is. Near: {names}.")
            : new(
                field,
                $"「{quoted}」さんは職員の一覧にありません。" + (names.Length == 0 ? "お名前を確かめてください。" : $"近い方：{names}。"),
                $"\"{quoted}\" is not among the people here. " + (names.Length == 0 ? "Please look at the name." : $"Near: {names}."));
    }

    private AbsenceProblem NotForOthers()
    {
        var could = people.Persons.Where(MayEnterForOthers).Take(MostNamed).ToList();
        return new(
            AbsenceFields.WhoField,
            $"ほかの方の不在を登録できるのは、広報担当と管理者（{Person.NamesOf(could)}）です。お知らせください。",
            $"Only the PR desk and administrators ({string.Join(", ", could.Select(person => person.Name))}) enter it for others.");
    }

    private static AbsenceProblem NoDay(string field, string typed) => new(
        field,
        $"「{TypedText.Quote(typed)}」という日が見つかりません。日を選び直してください。",
        $"There is no day \"{TypedText.Quote(typed)}\". Please choose the day again.");

    private static (string Japanese, string English) WordsOf(AbsenceProblem problem) => (problem.Japanese, problem.English);

    private string Period(Away away, CardLanguage language) => AbsenceWords.Period(away, today, language);
}
