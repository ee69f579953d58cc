using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.AbsenceDesk;

/// <summary>What the card of absences shows.</summary>
/// <param name="Listed">The reader's own, or everybody's for the desk; those to come, in order.</param>
/// <param name="Typed">What stands in the fields.</param>
internal sealed record AbsenceView(
    Person Reader, PeopleDirectory People, IReadOnlyList<Away> Listed, AbsenceFields Typed, DateOnly Today, CardLanguage Language)
{
    public AdaptiveContainer? Notice { get; init; }

    /// <summary>The field that a refusal is about; null where nothing was refused.</summary>
    public string? Marked { get; init; }

    public bool IsDesk => AbsenceRules.MayEnterForOthers(Reader);
}

/// <summary>「不在」: who is away when and who decides for them, and the form to enter it.</summary>
internal static class AbsenceCard
{
    private const int MaxRows = 8;

    private const int MaxPeople = 40;

    public static AdaptiveCard For(AbsenceView view)
    {
        var say = view.Language;
        var title = say.Say("不在と代決", "Absences");
        return CardParts.Card(
            [
                CardParts.Title(title),
                .. view.Notice is null ? [] : new AdaptiveElement[] { view.Notice },
                .. view.Listed.Count == 0
                    ? [CardParts.Remark(say.Say("登録されている不在はありません。", "No absence is entered."))]
                    : Array.Empty<AdaptiveElement>(),
                .. view.Listed.Take(MaxRows).SelectMany(away => Row(away, view)),
                .. view.Listed.Count > MaxRows ? [CardParts.Remark(More(view))] : Array.Empty<AdaptiveElement>(),
                CardParts.Heading(view.IsDesk
                    ? say.Say("不在を登録する", "Enter an absence")
                    : say.Say($"ご自身（{view.Reader.Name}さん）の不在を登録する", $"Enter your own absence ({view.Reader.Name})")),
                .. Fields(view),
                CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
                    say.Say("登録する", "Enter it"), AbsenceDeskFeature.SaveVerb, style: "positive")),
            ],
            title,
            language: say
        );
    }

    private static string More(AbsenceView view)
    {
        var more = (view.Listed.Count - MaxRows).ToString(CultureInfo.InvariantCulture);
        return view.Language.Say($"ほか{more}件。近い日から表示しています。", $"{more} more; the nearest come first.");
    }

    private static IEnumerable<AdaptiveElement> Row(Away away, AbsenceView view)
    {
        var (say, who) = (view.Language, view.People.Find(away.PersonId));
        var period = AbsenceWords.Period(away, view.Today, say);
        var deputy = away.DeputyId is { } id ? view.People.Find(id) : null;
        yield return CardParts.Line(
            new AdaptiveTextRun { Text = period, Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = $"　{who?.Name ?? ""}" },
            new AdaptiveTextRun { Text = $"　{AbsenceWords.DeputyOf(deputy, say)}", IsSubtle = true });
        yield return CardParts.Row(AdaptiveSpacing.None, Buttons.Execute(
            say.Say($"{period}を取り消す", $"Cancel {period}"),
            AbsenceDeskFeature.CancelVerb,
            new JsonObject { [AbsenceFields.Absence] = away.Id.ToString("N") },
            takesInputs: false));
    }

    private static IEnumerable<AdaptiveElement> Fields(AbsenceView view)
    {
        var (say, typed) = (view.Language, view.Typed);
        if (view.IsDesk)
        {
            yield return CardParts.Choice(
                AbsenceFields.WhoField, Label(AbsenceFields.WhoField, say.Say("不在の方", "Who is away"), view),
                Choices(view.People.Persons), WhoOf(view), say);
        }

        yield return Day(AbsenceFields.FromField, say.Say("初日", "First day"), typed.From, view);
        yield return Day(AbsenceFields.ToField, say.Say("最終日（空欄は一日だけ）", "Last day (empty: one day)"), typed.To, view);
        yield return CardParts.Choice(
            AbsenceFields.DeputyField,
            Label(AbsenceFields.DeputyField, say.Say("代わりに決める方（いなければ空欄）", "Who decides instead (may stay empty)"), view),
            [(say.Say("なし", "nobody"), ""), .. Choices(Deputies(view))],
            Chosen(typed.Deputy, view), say);
    }

    /// <summary>Oneself, unless somebody was meant: a name that is not clear chooses nobody, or a press would enter the presser.</summary>
    private static string? WhoOf(AbsenceView view) => view.Typed.Who.Length > 0 ? Chosen(view.Typed.Who, view)
        : view.Marked == AbsenceFields.WhoField ? null
        : view.Reader.ObjectId;

    /// <summary>For oneself those who could; the desk may enter it for anybody, so everybody stands there.</summary>
    private static IEnumerable<Person> Deputies(AbsenceView view) => view.IsDesk
        ? view.People.Persons.Where(person => person.Roles.Count > 0)
        : view.People.Persons.Where(person => DeputyRules.MayStandIn(view.Reader, person));

    private static IEnumerable<(string Title, string Value)> Choices(IEnumerable<Person> persons) =>
        persons.Take(MaxPeople).Select(person => ($"{person.Name}（{person.Section}・{person.Title}）", person.ObjectId));

    private static string? Chosen(string typed, AbsenceView view) =>
        view.People.Find(typed)?.ObjectId ?? (view.People.Named(typed) is [var one] ? one.ObjectId : null);

    private static AdaptiveDateInput Day(string id, string label, string typed, AbsenceView view) => new()
    {
        Id = id,
        Label = Label(id, label, view),
        Value = AbsenceText.Day(typed, view.Today)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>The field to look at again, as its label says it: not by colour alone.</summary>
    private static string Label(string id, string label, AbsenceView view) => view.Marked == id ? $"▲ {label}" : label;
}
