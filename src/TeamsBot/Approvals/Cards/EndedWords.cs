using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The sentence for somebody whose question ended without them (<see cref="Draft.Ended"/>).</summary>
internal static class EndedWords
{
    /// <summary>What happened instead of the reader's doing, by whom, and that nothing is left for them to do.</summary>
    public static string Sentence(this DraftEvent ended, Draft draft, DateTimeOffset now, CardLanguage language = CardLanguage.Ja)
    {
        var rest =
            draft.OpenReviews.Any() && ended.Kind == DraftEventKind.Submitted
                ? ""
                : language.Say("することはありません。", " There is nothing to do.");
        return ended.What(now, language) + rest;
    }

    /// <summary>To its author, about a text that was handed out and is approved no longer; empty where there is none.</summary>
    public static string AboutVoidText(this Draft draft, CardLanguage language) =>
        draft.HasVoidText
            ? language.Say(
                "先にお渡しした本文は使わないでください。承認は取り消されています。",
                " Do not use the text that was handed to you: its approval is withdrawn."
            )
            : "";

    /// <summary>What happened, by whom and when; nothing about what to do.</summary>
    public static string What(this DraftEvent ended, DateTimeOffset now, CardLanguage language)
    {
        var isReport = ended.Kind is DraftEventKind.Posted or DraftEventKind.PostedTextDiffered or DraftEventKind.PostedElsewhere;
        var isAuthors = ended.Kind is DraftEventKind.Revised or DraftEventKind.Withdrawn or DraftEventKind.Submitted;
        var (who, at) = (
            isAuthors ? language.Say($"起案者の{ended.Who}さん", ended.Who)
            : isReport ? language.Say($"{ended.Who}さん", ended.Who)
            : ended.Who,
            JapaneseTime.Format(ended.At, now, language)
        );
        var did = ended.Kind switch
        {
            DraftEventKind.Revised => language.Say($"{who}が下書きに戻しました", $"{who} made it a draft again"),
            DraftEventKind.Withdrawn => language.Say($"{who}が取り下げました", $"{who} withdrew it"),
            DraftEventKind.ReviewApproved => language.Say($"{who}が確認済みにしました", $"{who} marked it as checked"),
            DraftEventKind.Approved or DraftEventKind.StandingApproved => language.Say($"{who}が承認しました", $"{who} approved it"),
            DraftEventKind.Returned => language.Say($"{who}が差し戻しました", $"{who} returned it"),
            DraftEventKind.Rejected => language.Say($"{who}が却下しました", $"{who} rejected it"),
            DraftEventKind.Expired => language.Say("期限が切れました", "It expired"),
            DraftEventKind.Lifted => language.Say($"{who}が例外を認めました", $"{who} allowed the exception"),
            DraftEventKind.LiftRefused => language.Say($"{who}が例外を認めませんでした", $"{who} did not allow the exception"),
            DraftEventKind.Submitted => language.Say($"{who}が確認に回しました", $"{who} sent it for review"),
            DraftEventKind.PostedElsewhere => language.Say(
                $"{who}が別のアカウントへの投稿を報告しました",
                $"{who} reported a post by another account"
            ),
            _ => language.Say($"{who}が投稿を報告しました", $"{who} reported the post"),
        };
        return language.Say($"{did}（{at}）。", $"{did} ({at}).");
    }
}
