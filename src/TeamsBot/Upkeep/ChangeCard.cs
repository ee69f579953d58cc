using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>Who was asked to review a change.</summary>
/// <param name="Count">How many accounts it is about.</param>
/// <param name="Away">Those in charge who are away, with nobody to do it for them.</param>
internal sealed record AskedPeople(int Count, DateOnly? Due, IReadOnlyList<Person> Here, IReadOnlyList<Person> Away);

/// <summary>The form in which a change of a medium is told, with the notes that stand on drafts, and what came of it.</summary>
internal static class ChangeCard
{
    private const int MostNotes = 5;

    public static AdaptiveCard Form(
        ChangeInput input, IReadOnlyList<MediumChange> standing, TaskReader reader, string? problem, AdaptiveContainer? notice = null)
    {
        var say = reader.Language;
        var title = ChangeWords.Kind(input.Kind, say);
        return CardParts.Card(
            [
                CardParts.Title(title),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                .. problem is null ? [] : new AdaptiveElement[] { CardParts.Notice(NoticeKind.Attention, problem) },
                CardParts.Choice(
                    UpkeepFields.Medium,
                    Label(say.Say("媒体", "Medium"), isChoice: true, problem is not null && input.Medium is null, say),
                    ChangeWords.Media.Select(medium => (medium.Display(), medium.ToString())), input.Medium?.ToString(), say),
                new AdaptiveDateInput
                {
                    Id = UpkeepFields.Day, Label = say.Say("変わる日", "As of"), Value = input.Day.Length > 0 ? input.Day : null,
                },
                UpkeepParts.Words(
                    UpkeepFields.Text,
                    input.Kind == MediumChangeKind.Terms
                        ? say.Say("変わること（あれば）", "What changes, if known")
                        : Label(say.Say("変わること", "What changes"), isChoice: false, problem is not null && input.Text.Length == 0, say),
                    MediumChange.MaxText, reader with { Typed = TaskForm.Of((UpkeepFields.Text, input.Text)) }),
                CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
                    say.Say("保管者に確認を依頼する", "Ask the custodians"), UpkeepVerbs.Change,
                    new JsonObject { [UpkeepFields.Kind] = input.Kind.ToString() }, style: "positive")),
                .. input.Kind == MediumChangeKind.Feature ? Notes(standing, reader) : [],
            ],
            title,
            language: say);
    }

    public static AdaptiveCard Entered(MediumChange change, AskedPeople asked, TaskReader reader)
    {
        var say = reader.Language;
        var title = ChangeWords.Kind(change.Kind, say);
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Field(change.Medium.Display(), ChangeWords.Of(change, reader)),
                CardParts.Notice(NoticeKind.Done, Said(asked, reader)),
                .. asked.Here.Count == 0
                    ? []
                    : new AdaptiveElement[] { CardParts.Field(say.Say("確認する方", "Asked"), Names(asked.Here, reader)) },
                .. asked.Away.Count == 0
                    ? []
                    : new AdaptiveElement[]
                    {
                        CardParts.Notice(NoticeKind.Attention, say.Say(
                            $"{Person.NamesOf(asked.Away)}は不在です。代わりの方の登録がないため、戻られてから届きます。急ぐときは、所属長にお知らせください。",
                            $"Away, with nobody in their place: {string.Join(", ", asked.Away.Select(person => person.Name))}. "
                                + "They hear of it when they are back; if it is urgent, please tell the head.")),
                    },
                .. change.StandsOnDrafts
                    ?
                    [
                        CardParts.Line(say.Say(
                            $"終えるまで、{change.Medium.Display()}の下書きに表示します。",
                            $"It stands on drafts for {change.Medium.Display()} until it is ended.")),
                        .. End(change, reader),
                    ]
                    : Array.Empty<AdaptiveElement>(),
            ],
            title,
            language: say);
    }

    private static string Said(AskedPeople asked, TaskReader reader) => asked.Count == 0
        ? reader.Language.Say("記録しました。この媒体のアカウントは台帳にありません。", "Recorded. The register has no account of this medium.")
        : reader.Language.Say(
            string.Create(CultureInfo.InvariantCulture,
                $"{asked.Count}件のアカウントの担当の方に、確認を依頼しました（{TaskWords.Day(asked.Due!.Value, reader)}まで）。"),
            string.Create(CultureInfo.InvariantCulture,
                $"Those in charge of {asked.Count} accounts were asked (by {TaskWords.Day(asked.Due!.Value, reader)})."));

    private static string Names(IReadOnlyList<Person> people, TaskReader reader)
    {
        var names = reader.Language.Say(
            Person.NamesOf(people.Take(MostNotes)), string.Join(", ", people.Take(MostNotes).Select(person => person.Name)));
        var more = (people.Count - MostNotes).ToString(CultureInfo.InvariantCulture);
        return people.Count <= MostNotes ? names : names + reader.Language.Say($" ほか{more}人", $" and {more} more");
    }

    private static IEnumerable<AdaptiveElement> Notes(IReadOnlyList<MediumChange> standing, TaskReader reader)
    {
        var say = reader.Language;
        if (standing.Count == 0) yield break;
        yield return CardParts.Heading(say.Say("下書きに表示しているお知らせ", "Notes on drafts"));
        foreach (var change in standing.Take(MostNotes))
        {
            yield return CardParts.Field(change.Medium.Display(), change.Text);
            foreach (var way in End(change, reader)) yield return way;
        }

        if (standing.Count <= MostNotes) yield break;
        var more = (standing.Count - MostNotes).ToString(CultureInfo.InvariantCulture);
        yield return CardParts.Remark(say.Say($"ほか{more}件", $"{more} more"));
    }

    /// <summary>Only for those who may.</summary>
    private static IEnumerable<AdaptiveElement> End(MediumChange change, TaskReader reader)
    {
        if (!ChangeRights.MayEnd(reader.Person)) yield break;
        yield return CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
            reader.Language.Say("お知らせを終える", "End the note"), UpkeepVerbs.ChangeEnd,
            new JsonObject { [UpkeepFields.Change] = change.Id.ToString("N") }, takesInputs: false));
    }

    private static string Label(string label, bool isChoice, bool isMissing, CardLanguage say) =>
        isMissing ? CardParts.Missing(label, isChoice, say) : label;
}
