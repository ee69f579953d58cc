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
    private const int MostEnded = 2;

    /// <summary>On a card of the draft: all that are open, and the last that are not.</summary>
    public static IEnumerable<AdaptiveElement> For(DraftView view)
    {
        if (!view.MaySettleStrays) return [];
        var (draft, open) = (view.Draft, view.Draft.Strays());
        var ended = draft.Elsewheres().Except(open).TakeLast(MostEnded).SelectMany(stray => Ended(view, stray, draft.StrayEnd(stray)!));
        return [.. ended, .. open.SelectMany(stray => Open(view, stray))];
    }

    /// <summary>On the message that called its reader about this one.</summary>
    public static IEnumerable<AdaptiveElement> For(DraftView view, DraftEvent stray) =>
        view.Draft.StrayEnd(stray) is { } end
            ? Ended(view, stray, end, AdviseForm.About(stray))
            : Open(view, stray, AdviseForm.About(stray));

    /// <param name="more">Says on which card the button stands, where that is not the draft's.</param>
    private static IEnumerable<AdaptiveElement> Open(DraftView view, DraftEvent stray, params (string Name, string Value)[] more)
    {
        var (say, url, typed) = (view.Language, stray.Note ?? "", view.Stray?.Ordinal == stray.Ordinal ? view.Stray : null);
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
                Buttons.Execute(say.Say("消したと記録する", "Record: removed"), ApprovalVerbs.SettleStray, Data("removed")),
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

        JsonObject Data(string outcome) => Pressed(view, stray, outcome, more);
    }

    private static JsonObject Pressed(DraftView view, DraftEvent stray, string outcome, (string Name, string Value)[] more) => view.Data(
        [
            (ApprovalFields.Stray, stray.Ordinal.ToString(CultureInfo.InvariantCulture)),
            (ApprovalFields.StrayOutcome, outcome),
            .. more,
        ]
    );

    /// <summary>What was left may be removed later, for example because somebody who answers for it says so.</summary>
    private static IEnumerable<AdaptiveElement> Ended(
        DraftView view,
        DraftEvent stray,
        DraftEvent end,
        params (string Name, string Value)[] more
    )
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
        yield return line;
        if (end.Kind == DraftEventKind.StrayKept)
            yield return CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
                say.Say("そのあと消したと記録する", "Record: removed since"), ApprovalVerbs.SettleStray, Pressed(view, stray, "removed", more)));
    }
}

/// <summary>What was typed beside a press about one such post that was not taken.</summary>
/// <param name="Ordinal">Of its report.</param>
internal sealed record StrayInput(int Ordinal, string Reason, AdaptiveContainer Notice);
