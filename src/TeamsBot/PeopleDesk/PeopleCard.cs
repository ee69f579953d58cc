using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Graph;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.PeopleDesk;

/// <summary>Where the people come from and how they stand: counts by role, never a whole list.</summary>
internal sealed class PeopleCard(CardLanguage language)
{
    private const int MaxNotes = 12;

    private const int MaxAbsent = 20;

    /// <param name="import">The list that stands over the file, or null.</param>
    public AdaptiveCard For(PeopleDirectory people, GraphState graph, PeopleSnapshot? import, bool mayImport, DateTimeOffset now) =>
        CardParts.Card(
        [
            CardParts.Title(Title),
            .. (graph.Options is null ? [] : PeopleNotices.Notes(graph.Now, now)).Take(MaxNotes)
                .Select(note => CardParts.Notice(NoticeKind.Attention, language.Say(note.Japanese, note.English))),
            CardParts.Field(language.Say("読み込み元", "Source"), Source(graph, import, now)),
            CardParts.Field(language.Say("人数", "People"), language.Say($"{people.Persons.Count}名", $"{people.Persons.Count}")),
            CardParts.Line(string.Join(language.Say("　", ", "),
                Enum.GetValues<Role>().Select(role =>
                $"{language.Say(role.InJapanese(), role.InEnglish())} {people.Holding(role).Count()}"))),
            .. Absent(people, graph.Now.Directory.Absences ?? [], JapaneseTime.DateOf(now)),
        ],
        Title,
        mayImport ? [Buttons.Execute(language.Say("職員を取り込む", "Import people"), PeopleDeskFeature.FormVerb, takesInputs: false)] : [],
        language);

    private string Title => language.Say("職員", "People");

    private string Source(GraphState graph, PeopleSnapshot? import, DateTimeOffset now)
    {
        if (graph.Options is not null)
            return graph.Now.ReadAt is { } read ? language.Say(
                $"Microsoft 365（{JapaneseTime.Format(read, now)}に読み込み）",
                $"Microsoft 365 (read {JapaneseTime.Format(read, now, language)})")
                : language.Say("Microsoft 365（まだ読み込めていません）", "Microsoft 365 (not read yet)");
        return import is null
            ? language.Say("設定ファイル", "settings")
            : language.Say($"設定ファイルと、{import.TakenByName}さんが{JapaneseTime.Format(import.TakenAt, now)}に取り込んだ一覧",
                $"settings, and the list {import.TakenByName} imported {JapaneseTime.Format(import.TakenAt, now, language)}");
    }

    /// <summary>Who says in Outlook to be away: routes do not follow it by themselves.</summary>
    private IEnumerable<AdaptiveElement> Absent(PeopleDirectory people, IReadOnlyList<GraphAbsence> absences, DateOnly today)
    {
        var away = absences.Select(absence => (Person: people.Find(absence.UserId), absence)).Where(pair => pair.Person is not null)
            .ToList();
        if (away.Count == 0) yield break;
        yield return CardParts.Heading(language.Say("自動応答をオンにしている方", "Automatic replies are on"));
        foreach (var (person, absence) in away.Take(MaxAbsent))
            yield return CardParts.Line($"・{person!.Name}{Period(absence, today.Year)}");
        yield return CardParts.Remark(language.Say("承認の依頼先は、これだけでは変わりません。", "Requests do not follow this by themselves."));
    }

    private string Period(GraphAbsence absence, int thisYear) => absence is { From: { } from, To: { } to }
        ? $"　{JapaneseTime.Format(from, thisYear, language)}～{JapaneseTime.Format(to, thisYear, language)}"
        : "";
}
