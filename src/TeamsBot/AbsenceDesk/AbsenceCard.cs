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
    /// <summary>Those that the list of people knows, likewise.</summary>
    public IReadOnlyList<Away> Others { get; init; } = [];

    public AdaptiveContainer? Notice { get; init; }

    /// <summary>The field that a refusal is about; null where nothing was refused.</summary>
    public string? Marked { get; init; }

    public bool IsDesk => AbsenceRules.MayEnterForOthers(Reader);
}

/// <summary>「不在」: who is away when and who decides for them, and the form to enter it.</summary>
internal static class AbsenceCard
{
    private const int MaxRows = 8;

    public static AdaptiveCard For(AbsenceView view)
    {
        var say = view.Language;
        var title = view.IsDesk || AbsenceWords.Decides(view.Reader) ? say.Say("不在と代決", "Absences") : say.Say("不在", "Absences");
        return CardParts.Card(
            [
                CardParts.Title(title),
                .. view.Notice is null ? [] : new AdaptiveElement[] { view.Notice },
                .. view.Listed.Count == 0 && view.Others.Count == 0
                    ? [CardParts.Remark(say.Say("登録されている不在はありません。", "No absence is entered."))]
                    : Array.Empty<AdaptiveElement>(),
                .. view.Listed.Take(MaxRows).SelectMany(away => Row(away, view)),
                .. More(view, view.Listed.Count),
                .. view.Others.Count == 0 ? Array.Empty<AdaptiveElement>() : Elsewhere(view),
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

    private static IEnumerable<AdaptiveElement> More(AbsenceView view, int count)
    {
        if (count <= MaxRows) yield break;
        var more = (count - MaxRows).ToString(CultureInfo.InvariantCulture);
        yield return CardParts.Remark(
            view.Language.Say($"ほか{more}件。近い日から表示しています。", $"{more} more; the nearest come first."));
    }

    /// <summary>What is not entered here cannot be taken back here, and counts all the same.</summary>
    private static IEnumerable<AdaptiveElement> Elsewhere(AbsenceView view)
    {
        var say = view.Language;
        yield return CardParts.Remark(say.Say(
            "職員の一覧から読んだ不在です。取り消すときは、管理者へ一覧の変更を頼んでください。",
            "These stand in the list of people; ask an administrator to change it."));
        foreach (var away in view.Others.Take(MaxRows))
        {
            var (who, deputy) = (view.People.Find(away.PersonId), away.DeputyId is { } id ? view.People.Find(id) : null);
            yield return CardParts.Line(
                new AdaptiveTextRun { Text = AbsenceWords.Period(away, view.Today, say), Weight = AdaptiveTextWeight.Bolder },
                new AdaptiveTextRun { Text = $"　{who?.Name ?? ""}" },
                new AdaptiveTextRun { Text = $"　{AbsenceWords.DeputyOf(who, deputy, say)}", IsSubtle = true });
        }

        foreach (var remark in More(view, view.Others.Count)) yield return remark;
    }

    private static IEnumerable<AdaptiveElement> Row(Away away, AbsenceView view)
    {
        var (say, who) = (view.Language, view.People.Find(away.PersonId));
        var period = AbsenceWords.Period(away, view.Today, say);
        var deputy = away.DeputyId is { } id ? view.People.Find(id) : null;
        yield return CardParts.Line(
            new AdaptiveTextRun { Text = period, Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = $"　{who?.Name ?? ""}" },
            new AdaptiveTextRun { Text = $"　{AbsenceWords.DeputyOf(who, deputy, say)}", IsSubtle = true });
        yield return CardParts.Row(AdaptiveSpacing.None, Buttons.Execute(
            say.Say($"{period}を取り消す", $"Cancel {period}"),
            AbsenceDeskFeature.CancelVerb,
            new JsonObject { [AbsenceFields.Absence] = away.Id.ToString("N") },
            takesInputs: false));
    }

    private static IEnumerable<AdaptiveElement> Fields(AbsenceView view)
    {
        var (say, typed) = (view.Language, view.Typed);
        var offered = PeopleChoices.Of(view.People.Persons, [WhoOf(view) ?? ""]);
        var deputies = PeopleChoices.Of(Deputies(view), [Chosen(typed.Deputy, view) ?? ""]);
        if (view.IsDesk)
        {
            yield return CardParts.Choice(
                AbsenceFields.WhoField, Label(AbsenceFields.WhoField, say.Say("不在の方", "Who is away"), view),
                Choices(offered.Shown), WhoOf(view), say);
        }

        yield return Day(AbsenceFields.FromField, say.Say("初日", "First day"), typed.From, view);
        yield return Day(AbsenceFields.ToField, say.Say("最終日（空欄は一日だけ）", "Last day (empty: one day)"), typed.To, view);
        yield return CardParts.Choice(
            AbsenceFields.DeputyField,
            Label(AbsenceFields.DeputyField, DeputyLabel(view), view),
            [(say.Say("なし", "nobody"), ""), .. Choices(deputies.Shown)],
            Chosen(typed.Deputy, view), say);
        var (most, left) = offered.Left > 0 && view.IsDesk ? (offered.Shown.Count, offered.Left) : (deputies.Shown.Count, deputies.Left);
        foreach (var remark in CardParts.MorePeople(most, left, How(view), say)) yield return remark;
    }

    private static string How(AbsenceView view) => view.IsDesk
        ? view.Language.Say(
            "ほかの方は、「不在 名前 12/1」のように名前を書いて送れます。", "Name others in a message: \"absence NAME 12/1 deputy NAME\".")
        : view.Language.Say(
            "ほかの方は、「不在 12/1 代決 名前」のように名前を書いて送れます。", "Name others in a message: \"absence 12/1 deputy NAME\".");

    /// <summary>The desk enters it for anybody; of oneself the card knows whether there is anything to decide.</summary>
    private static string DeputyLabel(AbsenceView view) => view.IsDesk || AbsenceWords.Decides(view.Reader)
        ? view.Language.Say("代わりに決める方（いなければ空欄）", "Who decides instead (may stay empty)")
        : view.Language.Say("代わりの方（いなければ空欄）", "Who stands in (may stay empty)");

    /// <summary>Oneself, unless somebody was meant: a name that is not clear chooses nobody, or a press would enter the presser.</summary>
    private static string? WhoOf(AbsenceView view) => view.Typed.Who.Length > 0 ? Chosen(view.Typed.Who, view)
        : view.Marked == AbsenceFields.WhoField ? null
        : view.Reader.ObjectId;

    /// <summary>For oneself those who could; the desk may enter it for anybody, so everybody stands there.</summary>
    private static IEnumerable<Person> Deputies(AbsenceView view) => view.IsDesk
        ? view.People.Persons.Where(person => person.Roles.Count > 0)
        : view.People.Persons.Where(person => DeputyRules.MayStandIn(view.Reader, person));

    private static IEnumerable<(string Title, string Value)> Choices(IEnumerable<Person> persons) =>
        persons.Select(person => ($"{person.Name}（{person.Section}・{person.Title}）", person.ObjectId));

    private static string? Chosen(string typed, AbsenceView view) =>
        view.People.Find(typed)?.ObjectId ?? (view.People.Named(typed) is [var one] ? one.ObjectId : null);

    private static AdaptiveDateInput Day(string id, string label, string typed, AbsenceView view) => new()
    {
        Id = id,
        Label = Label(id, label, view),
        Value = DayOf(id, typed, view)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static DateOnly? DayOf(string id, string typed, AbsenceView view) => id == AbsenceFields.ToField
        ? AbsenceText.Last(view.Typed, view.Today)
        : AbsenceText.Day(typed, view.Today);

    /// <summary>The field to look at again, as its label says it: not by colour alone.</summary>
    private static string Label(string id, string label, AbsenceView view) => view.Marked == id ? $"▲ {label}" : label;
}
