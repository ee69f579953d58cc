using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// What a guideline asks of the writer at the moment of handing in: as a member of staff, once a day [asaka-2-1a, yamaguchi-2-1]; as the
/// organisation's word, each time, with the post before the eyes as residents will see it [ward-4-8].
/// </summary>
internal sealed class SubmitGates(BotDbContext db, Pack pack, TimeProvider time)
{
    private static readonly (GateKind Kind, string Field, DraftEventKind Event)[] All =
    [
        (GateKind.AsStaff, GateFields.AsStaff, DraftEventKind.TickedAsStaff),
        (GateKind.OfficialVoice, GateFields.OfficialVoice, DraftEventKind.TickedOfficialVoice),
    ];

    /// <summary>The ticks this hand-in needs, in order; empty where the pack asks for none or today's was given.</summary>
    public async Task<IReadOnlyList<SubmitTick>> NeededAsync(Draft draft, CancellationToken cancellationToken)
    {
        var needed = new List<SubmitTick>();
        foreach (var (kind, field, happened) in All)
        {
            if (pack.Approval?.Gate(kind) is not { Tick: { } sentence }) continue;
            if (kind == GateKind.AsStaff && await TickedTodayAsync(draft, cancellationToken)) continue;
            needed.Add(new SubmitTick(field, sentence, happened));
        }

        return needed;
    }

    public static bool AreOn(IReadOnlyList<SubmitTick> needed, CardAction action) => needed.All(tick => action[tick.Field] == "true");

    private Task<bool> TickedTodayAsync(Draft draft, CancellationToken cancellationToken)
    {
        var midnight = new DateTimeOffset(JapaneseTime.DateOf(time.GetUtcNow()).ToDateTime(TimeOnly.MinValue), JapaneseTime.Offset);
        return db.Drafts.AnyAsync(
            other => other.TenantId == draft.TenantId && other.AuthorId == draft.AuthorId
                && other.Events.Any(happened => happened.Kind == DraftEventKind.TickedAsStaff && happened.At >= midnight),
            cancellationToken);
    }
}

/// <param name="Sentence">What is ticked, in the pack's words.</param>
internal sealed record SubmitTick(string Field, string Sentence, DraftEventKind Event);

/// <summary>The post as residents will see it, with what the writer has to tick before it is handed in.</summary>
internal static class PreviewCard
{
    /// <param name="isMissing">A tick was left out.</param>
    public static AdaptiveCard For(
        DraftView view,
        OfficialAccount account,
        IReadOnlyList<SubmitTick> ticks,
        CardAction action,
        bool isMissing
    )
    {
        var draft = view.Draft;
        var (text, language) = (DraftSections.TextBox(view).OfType<AdaptiveContainer>(), view.Language);
        return CardParts.Card(
            [
                CardParts.Title(language.Say("確認に回す前に", "Before it is sent for review")),
                CardParts.Field(language.Say("起案", "Author"), $"{draft.AuthorName}（{draft.Section}）　No.{draft.Number}"),
                CardParts.Heading(language.Say("住民の方にはこう見えます", "What residents will see")),
                new AdaptiveContainer
                {
                    Items =
                    [
                        CardParts.Line(
                            new AdaptiveTextRun { Text = account.Name, Weight = AdaptiveTextWeight.Bolder },
                            new AdaptiveTextRun { Text = $"　{account.Handle ?? account.Medium.Display()}", IsSubtle = true }
                        ),
                        .. text.SelectMany(container => container.Items),
                    ],
                    Style = AdaptiveContainerStyle.Emphasis,
                    Spacing = AdaptiveSpacing.Small,
                },
                .. isMissing
                    ?
                    [
                        CardParts.Notice(
                            NoticeKind.Attention,
                            language.Say("まだ確認に回っていません。下の印を付けてください。", "Not sent yet. Tick what stands below.")
                        ),
                    ]
                    : Array.Empty<AdaptiveElement>(),
                .. ticks.Select(tick => GateSection.Tick(tick.Field, tick.Sentence, action[tick.Field] == "true")),
            ],
            language.Say($"下書き No.{draft.Number} 確認に回す前に", $"Draft No.{draft.Number}: before it is sent for review"),
            [
                Buttons.Execute(
                    language.Say("確認に回す", "Send for review"),
                    ApprovalVerbs.Submit,
                    view.Data(("previewed", "true")),
                    style: "positive"
                ),
                Buttons.Execute(language.Say("戻って直す", "Back to change it"), ApprovalVerbs.Show, view.Data(), takesInputs: false),
            ],
            language);
    }
}
