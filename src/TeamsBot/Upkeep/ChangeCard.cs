using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

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
                    UpkeepFields.Medium, say.Say("媒体", "Medium"),
                    ChangeWords.Media.Select(medium => (medium.Display(), medium.ToString())), input.Medium?.ToString(), say),
                new AdaptiveDateInput
                {
                    Id = UpkeepFields.Day, Label = say.Say("変わる日", "As of"), Value = input.Day.Length > 0 ? input.Day : null,
                },
                UpkeepParts.Words(
                    UpkeepFields.Text,
                    input.Kind == MediumChangeKind.Terms
                        ? say.Say("変わること（あれば）", "What changes, if known")
                        : say.Say("変わること", "What changes"),
                    MediumChange.MaxText, input.Text),
                CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
                    say.Say("保管者に確認を依頼する", "Ask the custodians"), UpkeepVerbs.Change,
                    new JsonObject { [UpkeepFields.Kind] = input.Kind.ToString() }, style: "positive")),
                .. input.Kind == MediumChangeKind.Feature ? Notes(standing, say) : [],
            ],
            title,
            language: say);
    }

    public static AdaptiveCard Entered(MediumChange change, int count, DateOnly? due, TaskReader reader)
    {
        var say = reader.Language;
        var title = ChangeWords.Kind(change.Kind, say);
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Field(change.Medium.Display(), ChangeWords.Of(change, reader)),
                CardParts.Notice(NoticeKind.Done, count == 0
                    ? say.Say("記録しました。この媒体のアカウントは台帳にありません。", "Recorded. The register has no account of this medium.")
                    : say.Say(
                        string.Create(CultureInfo.InvariantCulture,
                            $"{count}件のアカウントの保管者に、確認を依頼しました（{TaskWords.Day(due!.Value, reader)}まで）。"),
                        string.Create(CultureInfo.InvariantCulture,
                            $"The custodians of {count} accounts were asked (by {TaskWords.Day(due!.Value, reader)})."))),
                .. change.StandsOnDrafts
                    ?
                    [
                        CardParts.Line(say.Say(
                            $"終えるまで、{change.Medium.Display()}の下書きに表示します。",
                            $"It stands on drafts for {change.Medium.Display()} until it is ended.")),
                        CardParts.Row(AdaptiveSpacing.Small, End(change, say)),
                    ]
                    : Array.Empty<AdaptiveElement>(),
            ],
            title,
            language: say);
    }

    private static IEnumerable<AdaptiveElement> Notes(IReadOnlyList<MediumChange> standing, CardLanguage say)
    {
        if (standing.Count == 0) yield break;
        yield return CardParts.Heading(say.Say("下書きに表示しているお知らせ", "Notes on drafts"));
        foreach (var change in standing.Take(MostNotes))
        {
            yield return CardParts.Field(change.Medium.Display(), change.Text);
            yield return CardParts.Row(AdaptiveSpacing.None, End(change, say));
        }
    }

    private static AdaptiveExecuteAction End(MediumChange change, CardLanguage say) => Buttons.Execute(
        say.Say("お知らせを終える", "End the note"), UpkeepVerbs.ChangeEnd,
        new JsonObject { [UpkeepFields.Change] = change.Id.ToString("N") }, takesInputs: false);
}
