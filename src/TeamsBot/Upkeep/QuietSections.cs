using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>What is asked about an account that is silent, and by which fields and buttons it is answered.</summary>
internal static class QuietSections
{
    public static IEnumerable<AdaptiveElement> Facts(UpkeepView view)
    {
        var (say, since) = (view.Reader.Language, view.QuietSince is { } day ? TaskWords.Day(day, view.Reader) : "");
        yield return CardParts.Field(
            say.Say("最後の投稿", "Last post"),
            view.LastPostOn is { } last ? TaskWords.Day(last, view.Reader)
            : say.Say($"記録がありません（{since}から）", $"none on record since {since}"));
        if (view.Frequency is { } often) yield return CardParts.Field(say.Say("運用ポリシーの頻度", "By its policy"), often);
        yield return CardParts.Line(say.Say(
            "投稿が続いていると、見る人が本物のアカウントを覚え、なりすましの予防になります。",
            "Regular posts let readers know the genuine account; that prevents impersonation."));
    }

    /// <summary>For those in charge: what is planned.</summary>
    public static IEnumerable<AdaptiveElement> Plan(UpkeepView view)
    {
        var say = view.Reader.Language;
        yield return UpkeepParts.Day(UpkeepFields.PlanDay, say.Say("投稿する予定の日", "Day of the next post"), view.Reader);
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(
                say.Say("この日までに投稿する", "It will be posted by then"), UpkeepVerbs.QuietPlan, TaskCards.Data(view.Task),
                style: "positive"));
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            UnfoldPosted(view),
            Buttons.Execute(say.Say("休止を相談する", "Ask for a rest"), AccountDoors.Rest, UpkeepParts.Data(view.Account), takesInputs: false),
            UpkeepParts.OpenClosing(view.Account, say));
        yield return Posted(view);
    }

    /// <summary>For the head: whether it goes on.</summary>
    public static IEnumerable<AdaptiveElement> Decide(UpkeepView view)
    {
        var say = view.Reader.Language;
        yield return UpkeepParts.Day(UpkeepFields.PlanDay, say.Say("再開する日", "Resumed by"), view.Reader);
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(
                say.Say("この日までに再開する", "Resume by then"), UpkeepVerbs.QuietResume, TaskCards.Data(view.Task), style: "positive"),
            UnfoldPosted(view),
            UpkeepParts.OpenClosing(view.Account, say));
        yield return Posted(view);
        yield return CardParts.Remark(say.Say("お答えがあるまで、毎週お知らせします。", "You will be asked every week until you answer."));
    }

    private static AdaptiveToggleVisibilityAction UnfoldPosted(UpkeepView view) =>
        CardParts.Unfold(view.Reader.Language.Say("すでに投稿した", "It was posted already"), UpkeepFields.Posted);

    /// <summary>It was posted without the bot; folded away until that is said.</summary>
    private static AdaptiveContainer Posted(UpkeepView view)
    {
        var (say, reader) = (view.Reader.Language, view.Reader);
        return CardParts.Fold(UpkeepFields.Posted, reader.Typed.Unfolded == UpkeepFields.Posted, [
            UpkeepParts.Day(UpkeepFields.PostedDay, say.Say("投稿した日", "Posted on"), reader),
            CardParts.Row(
                AdaptiveSpacing.Small,
                Buttons.Execute(say.Say("投稿した日を記録する", "Record the day"), UpkeepVerbs.QuietPosted, TaskCards.Data(view.Task))),
        ]);
    }
}
