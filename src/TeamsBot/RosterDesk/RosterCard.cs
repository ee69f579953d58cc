using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Rosters;
using Role = TeamsBot.Packs.Role;

namespace TeamsBot.RosterDesk;

/// <summary>「当番」: who is on duty today, what the one before left to know, and the ways on.</summary>
internal sealed class RosterCard(DutyRoster roster, PeopleDirectory people)
{
    private const int MostOwn = 3;

    /// <param name="typed">Notes that were refused; they stay in their fields.</param>
    public AdaptiveCard For(
        string section, RosterReader reader, AdaptiveContainer? notice = null, IReadOnlyDictionary<Duty, string>? typed = null)
    {
        var say = reader.Language;
        var title = say.Say("今日の当番", "On duty today");
        var own = roster.HeldBy(reader.TenantId, reader.Person, reader.Today).Where(week => week.Section == section).ToList();
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(new AdaptiveTextRun
                {
                    Text = $"{section}　{JapaneseTime.Format(reader.Today, reader.Today.Year, say)}", IsSubtle = true,
                }),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                .. Duties.All.SelectMany(duty => Today(section, duty, reader)),
                .. Duties.All.Select(duty => Note(section, duty, reader)).OfType<AdaptiveElement>(),
                .. own.Count == 0 ? [] : Own(own, reader),
                .. Ways(section, own, reader, typed),
            ],
            title,
            language: say
        );
    }

    private IEnumerable<AdaptiveElement> Today(string section, Duty duty, RosterReader reader)
    {
        var (say, name) = (reader.Language, duty.In(reader.Language));
        if (roster.Find(reader.TenantId, section, duty, reader.Today) is not { } week)
            return [CardParts.Field(name, say.Say("決まっていません", "nobody is entered"))];
        if (roster.OnDuty(reader.TenantId, section, duty, reader.Today) is not { } person) return Nobody(week, reader);
        return [CardParts.Field(name, person.Is(week.MainId)
            ? RosterWords.Pair(week, people, say)
            : say.Say($"{person.Name}（{people.Find(week.MainId)?.Name ?? "当番の方"}は不在）", $"{person.Name} (stands in)"))];
    }

    /// <summary>Who is away, whom to call instead, and the way to somebody who takes it.</summary>
    private IEnumerable<AdaptiveElement> Nobody(RosterWeek week, RosterReader reader)
    {
        var (say, away) = (reader.Language, roster.Entered(week).ToList());
        var instead = away.SelectMany(person => people.DeputiesOf(person, reader.Today))
            .Concat(people.Holding(Role.Head, week.Section).Where(head => !people.IsAbsent(head, reader.Today))).FirstOrDefault();
        yield return CardParts.Field(week.Duty.In(say), away.Count == 0
            ? say.Say("当番の方は退職・異動しています。", "Whoever was on duty has left.")
            : say.Say(
                $"{Person.NamesOf(away)}は不在です。",
                $"Away: {string.Join(", ", away.Select(person => person.Name))}. "));
        yield return CardParts.Line(instead is null
            ? say.Say("代わりの方は登録されていません。急ぐときは、広報担当へ連絡してください。", "Nobody stands in. If it is urgent, please call the PR desk.")
            : say.Say($"急ぐときは、{instead.Name}さん（{instead.Title}）へ連絡してください。", $"If it is urgent, please call {instead.Name}."));
        if (people.Find(week.MainId) is not null && AskForCover.MayAskFor(reader.Person, week.Section))
            yield return CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
                say.Say($"{week.Duty.In(say)}の代わりを探す", $"Find cover for {week.Duty.In(say)}"), RosterVerbs.AskFor,
                new JsonObject { [RosterFields.Section] = week.Section, [RosterFields.Row] = RosterWords.RowOf(week) },
                takesInputs: false));
    }

    /// <summary>What was left by whoever had this duty last: for those who have it now and those who enter it.</summary>
    private AdaptiveRichTextBlock? Note(string section, Duty duty, RosterReader reader)
    {
        if (roster.Find(reader.TenantId, section, duty, reader.Today) is not { } week) return null;
        if (!week.IsHeldBy(reader.Person.ObjectId) && !RosterTurns.MayEnter(reader.Person, section)) return null;
        var say = reader.Language;
        return RosterWords.Note(roster.Before(week), people, say) is { } note
            ? CardParts.Field(say.Say($"引き継ぎ（{duty.In(say)}）", $"Note ({duty.In(say)})"), note)
            : null;
    }

    private static IEnumerable<AdaptiveElement> Own(IReadOnlyList<RosterWeek> own, RosterReader reader)
    {
        yield return CardParts.Heading(reader.Language.Say("あなたの当番", "Your duty"));
        foreach (var week in own.Take(MostOwn)) yield return CardParts.Line(OwnLine(week, reader));
    }

    /// <summary>12/7(月)の週　返信, with 副 where the reader is the second.</summary>
    public static string OwnLine(RosterWeek week, RosterReader reader)
    {
        var say = reader.Language;
        var second = reader.Person.Is(week.MainId) ? "" : say.Say("（副）", " (second)");
        return $"{RosterWords.Week(week.Monday, reader)}　{week.Duty.In(say)}{second}";
    }

    private IEnumerable<AdaptiveElement> Ways(
        string section, List<RosterWeek> own, RosterReader reader, IReadOnlyDictionary<Duty, string>? typed)
    {
        var say = reader.Language;
        var now = LeaveNote.NowOf(roster, section, reader);
        var isNow = now.Count > 0;
        var mayEnter = RosterTurns.MayEnter(reader.Person, section);
        if (own.Count == 0 && !mayEnter) yield break;
        var data = new JsonObject { [RosterFields.Section] = section };
        var kept = new JsonObject { [RosterFields.Section] = section };
        foreach (var week in now) kept[RosterFields.SeenOf(week.Duty)] = LeaveNote.Hash(week.Note);
        yield return CardParts.Row(
            AdaptiveSpacing.Medium,
            own.Count == 0 ? null : Buttons.Execute(say.Say("代わりを頼む", "Ask for cover"), RosterVerbs.Swap, takesInputs: false),
            isNow ? CardParts.Unfold(say.Say("引き継ぎを書く", "Leave a note"), Fold) : null,
            mayEnter ? Buttons.Execute(say.Say("当番を決める", "Enter the duty"), RosterVerbs.Form, data, takesInputs: false) : null);
        if (!isNow) yield break;
        yield return CardParts.Fold(Fold, isOpen: typed is not null,
        [
            .. now.Select(week => new AdaptiveTextInput
            {
                Id = RosterFields.NoteOf(week.Duty),
                Label = now.Count == 1
                    ? say.Say("次の当番の方への引き継ぎ", "For whoever is on duty next")
                    : say.Say($"次の{week.Duty.In(say)}の当番の方への引き継ぎ", $"For whoever is on duty for {week.Duty.In(say)} next"),
                IsMultiline = true,
                MaxLength = RosterWeek.MaxNote,
                Value = typed?.GetValueOrDefault(week.Duty) ?? week.Note,
            }),
            CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(say.Say("引き継ぎを残す", "Keep the note"), RosterVerbs.Note, kept)),
        ]);
    }

    private const string Fold = "handover";
}
