using System.Globalization;
using AdaptiveCards;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Images;
using TeamsBot.Packs;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.PrivateUse;

/// <summary>
/// Checks a text for the person who wrote it and answers that person only. No draft, no card for approval; the audit trail keeps which
/// rules spoke and never the text, and no row of ours keeps the card either (private-1-1).
/// </summary>
internal sealed class CheckPrivately(PackChecks checks, ClauseNames clauses, AuditTrail audit, PrivatePictures pictures, TimeProvider time)
{
    /// <summary>How long an angry text, or one of the night, is left alone (suggested setting) [private-2-1-1].</summary>
    private static readonly TimeSpan CoolOff = TimeSpan.FromMinutes(10);

    private const string CoolOffRule = "cool-off";

    private const string ConsentRule = "consent";

    public Task<Reply> HandleForm(ParsedTurn turn) =>
        Task.FromResult(Elsewhere(turn) ?? Show(turn, PrivateCard.Form(PrivateInput.Of(turn.Action![PrivateFields.Text]))));

    /// <summary>
    /// The typed command. Its answer goes through the outbox, so the whole text is not put on it again; what findings quote of it is.
    /// </summary>
    public async Task<Reply> HandleCommand(ParsedTurn turn, string text, CancellationToken cancellationToken)
    {
        if (Elsewhere(turn) is { } elsewhere) return elsewhere;
        var (sent, problems) = await pictures.ReadAsync(turn, cancellationToken);
        var input = PrivateInput.Of(text) with { Pictures = sent };
        return text.Trim().Length == 0 && sent.Count == 0
            ? Show(turn, PrivateCard.Form(PrivateInput.Of(""), problems.Count > 0 ? string.Join('\n', problems) : null))
            : Check(turn, input, problems.Count > 0 ? (NoticeKind.Attention, string.Join('\n', problems)) : null);
    }

    public Task<Reply> HandleCheck(ParsedTurn turn) => Task.FromResult(Elsewhere(turn) ?? Check(turn, InputOf(turn)));

    /// <summary>Takes the place out of one picture and checks again; the copy is offered to its person [private-3-4-4b].</summary>
    public async Task<Reply> HandleRemoveLocation(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (Elsewhere(turn) is { } elsewhere) return elsewhere;
        var input = InputOf(turn);
        if (
            input.Pictures.FirstOrDefault(known =>
                known.Number.ToString(CultureInfo.InvariantCulture) == turn.Action![PrivateFields.PictureChosen]
            )
            is not { } picture
        )
        {
            return Show(turn, PrivateCard.Form(input, "画像の控えがなくなりました。画像をもう一度送ってください。"));
        }

        var (cleaned, problem) = await pictures.RemoveLocationAsync(turn, picture, cancellationToken);
        if (cleaned is null) return Check(turn, input, (NoticeKind.Attention, problem!));
        return Check(
            turn,
            input with
            {
                Pictures = [.. input.Pictures.Select(one => one == picture ? cleaned : one)],
            },
            (NoticeKind.Done, $"{picture.Label}の位置情報を消しました。{CopyOffers.Explanation}")
        );
    }

    private PrivateInput InputOf(ParsedTurn turn) =>
        PrivateInput.Read(turn.Action!) with
        {
            Pictures = pictures.On(turn.Action!, turn.Actor!),
        };

    /// <summary>In a channel or group others would read along.</summary>
    private Reply? Elsewhere(ParsedTurn turn)
    {
        if (turn.IsPersonal) return null;
        audit.Record(turn.Actor, "private.refused", "private");
        return Reply.Say("私的点検は、このボットとの1対1のチャットだけで使えます。ボットの名前を選んで「チャット」を開き、そこで送ってください。ここに書いた文章は、ほかの方にも見えます。必要なら削除してください。");
    }

    private Reply Check(ParsedTurn turn, PrivateInput input, (NoticeKind Kind, string Text)? said = null)
    {
        var now = time.GetUtcNow();
        if (input.Text.Trim().Length == 0 && input.Pictures.Count == 0) return Show(turn, PrivateCard.Form(input, "点検する文章を入力してください。"));
        if (input.Text.Length > PrivateInput.MaxLength)
            return Show(turn, PrivateCard.Form(input with { Text = "" }, "文章は10,000字までです。短くしてから、もう一度お試しください。"));
        if (input.CoolUntil is { } until && until > now) return Show(turn, PrivateCard.TooEarly(input, until, now));

        var findings = Findings(input, now);
        audit.Record(
            turn.Actor,
            "private.check",
            "private",
            new
            {
                rules = findings.Select(finding => finding.RuleId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(),
            }
        );
        var shown = turn.IsInvoke ? input : input with { Text = "" };
        return Show(
            turn,
            PrivateCard.Result(shown, Verdict(input, findings), findings, finding => clauses.Of(finding.Clauses), now + CoolOff, now, said)
        );
    }

    /// <summary>Who has waited was told to; the night or the anger is not held against the text a second time.</summary>
    private List<Finding> Findings(PrivateInput input, DateTimeOffset now)
    {
        var context = checks.ContextFor(null, now, null);
        context = context with
        {
            Private = true,
            Attachments =
            [
                .. input.Pictures.Select(picture => new AttachedImage(picture.Label)
                {
                    Facts = new ImageFacts(picture.Facts.Place, picture.Facts.TakenAt),
                }),
            ],
            PrivateUse = context.PrivateUse with
            {
                TraceWords = [.. context.PrivateUse.TraceWords, .. input.OwnTraceWords],
                Consent = input.ConsentAnswer,
                PhotoOfOthers = input.PhotoOfOthers,
                LimitedAudience = input.LimitedAudience,
            },
        };
        return [.. ContentChecker.Check(input.Text, context).Where(finding => finding.RuleId != CoolOffRule || input.CoolUntil is null)];
    }

    private static PrivateVerdict Verdict(PrivateInput input, List<Finding> findings) => findings switch
    {
        _ when findings.Exists(finding => finding.Severity == Severity.Stop) => PrivateVerdict.DoNotPost,
        _ when findings.Exists(finding => finding.RuleId == ConsentRule && finding.Severity > Severity.Hint) => PrivateVerdict.AskConsent,
        _ when findings.Exists(finding => finding.RuleId == CoolOffRule) => PrivateVerdict.CoolOff,
        _ when findings.Exists(finding => finding.Severity > Severity.Hint) => PrivateVerdict.Reconsider,
        _ when input.Text.Trim().Length == 0 => PrivateVerdict.PictureOnly,
        _ => input.HasRead ? PrivateVerdict.Ok : PrivateVerdict.Unread,
    };

    /// <summary>Everything with the writer's words on it is shown and not kept.</summary>
    private static Reply Show(ParsedTurn turn, AdaptiveCard card) => turn.IsInvoke ? Reply.ShowPrivately(card) : Reply.Show(card);
}

/// <summary>How a private check ends.</summary>
internal enum PrivateVerdict
{
    /// <summary>投稿しない: consent is missing, or a secret is in it.</summary>
    DoNotPost,

    /// <summary>Somebody else appears in it: who agreed, and when?</summary>
    AskConsent,

    /// <summary>To be read again after a pause.</summary>
    CoolOff,

    /// <summary>There is something to think over.</summary>
    Reconsider,

    /// <summary>Nothing found in the pictures, and there is no text to say anything of.</summary>
    PictureOnly,

    /// <summary>Nothing found; the writer has not said that it was read again.</summary>
    Unread,

    Ok,
}
