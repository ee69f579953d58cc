using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The posts under another account, on every card of those who may say what became of them: where each stands, and 「消した」 or 「残す」 with
/// its reason. What was said stays, so that nobody looks for a post that is gone.
/// </summary>
internal static class StraySection
{
    private const int MostShown = 3;

    public static IEnumerable<AdaptiveElement> For(DraftView view)
    {
        var (draft, typed) = (view.Draft, view.Stray);
        foreach (var stray in draft.Events.Where(happened => happened.Kind == DraftEventKind.PostedElsewhere).TakeLast(MostShown))
            foreach (
                var part in draft.StrayEnd(stray) is { } end
                    ? [Ended(view, end)]
                    : Open(view, stray, typed?.Ordinal == stray.Ordinal ? typed : null)
            )
                yield return part;
    }

    private static IEnumerable<AdaptiveElement> Open(DraftView view, DraftEvent stray, StrayInput? typed)
    {
        var (say, url) = (view.Language, stray.Note ?? "");
        var (keep, at) = (
            string.Create(CultureInfo.InvariantCulture, $"stray{stray.Ordinal}"),
            stray.Ordinal.ToString(CultureInfo.InvariantCulture)
        );
        yield return new AdaptiveContainer
        {
            Items =
            [
                ReviewParts.Line(ReviewParts.Bold(say.Say("別のアカウントに出ている投稿", "The post under another account"))),
                ReviewParts.Line(ReviewParts.Plain(url)),
                ReviewParts.Line(
                    ReviewParts.Small(
                        say.Say(
                            "消したか残すかを決めたら、記録してください。記録するまで「一覧」に残ります。",
                            "Once it is settled, record whether it was removed or stays. Until then it is in \"list\"."
                        )
                    )
                ),
            ],
            Style = AdaptiveContainerStyle.Warning,
            Spacing = AdaptiveSpacing.Medium,
        };
        AdaptiveAction[] look = PostAddress.Kept(url) is { } address
            ? [new AdaptiveOpenUrlAction { Title = say.Say("その投稿を見る", "Open that post"), Url = address }]
            : [];
        yield return new AdaptiveActionSet
        {
            Actions =
            [
                .. look,
                Buttons.Execute(
                    say.Say("消したと記録する", "Record: removed"),
                    ApprovalVerbs.SettleStray,
                    Data("removed"),
                    takesInputs: false
                ),
                ReviewParts.Unfold(say.Say("残す", "Leave it"), keep),
            ],
            Spacing = AdaptiveSpacing.Small,
        };
        yield return ReviewParts.Folded(keep, typed is not null,
        [
            new AdaptiveTextInput
            {
                Label = say.Marked(typed is not null, say.Say("残す理由（記録に残ります）", "Why it stays (kept on record)"), typed?.Reason ?? ""),
                Id = ApprovalFields.StrayReason + at,
                Value = typed?.Reason ?? "",
                MaxLength = GateAnswers.MaxLine,
                Placeholder = say.Say("例：所属長と相談し、内容に問題がないため残す", "for example: agreed with the head, nothing wrong in it"),
            },
            .. typed?.Notice is { } notice ? [notice] : Array.Empty<AdaptiveElement>(),
            ReviewParts.Primary(Buttons.Execute(say.Say("残すと記録する", "Record: it stays"), ApprovalVerbs.SettleStray, Data("kept"))),
        ]);

        JsonObject Data(string outcome) => view.Data((ApprovalFields.Stray, at), (ApprovalFields.StrayOutcome, outcome));
    }

    private static AdaptiveRichTextBlock Ended(DraftView view, DraftEvent end)
    {
        var (say, reason) = (view.Language, Draft.StrayReason(end));
        var line = ReviewParts.Line(
            ReviewParts.Subtle(say.Say("別のアカウントの投稿　", "Post under another account　")),
            ReviewParts.Plain(
                end.Kind == DraftEventKind.StrayRemoved
                    ? say.Say("消しました", "removed")
                    : say.Say($"残しています（{reason}）", $"left ({reason})")
            ),
            ReviewParts.Subtle($"　{end.Who}　{JapaneseTime.Format(end.At, view.Now, say)}")
        );
        line.Spacing = AdaptiveSpacing.Small;
        return line;
    }
}

/// <summary>What was typed beside a press about one such post that was not taken.</summary>
/// <param name="Ordinal">Of its report.</param>
internal sealed record StrayInput(int Ordinal, string Reason, AdaptiveContainer Notice);
