using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>What each kind of task says, and by which fields and buttons it is done.</summary>
internal static class UpkeepSections
{
    public static IEnumerable<AdaptiveElement> Facts(UpkeepView view)
    {
        var (say, reader) = (view.Reader.Language, view.Reader);
        if (view.Change is { } change)
        {
            yield return CardParts.Field(say.Say("変わること", "Change"), $"{change.Medium.Display()}　{ChangeWords.Of(change, reader)}");
            yield return CardParts.Field(say.Say("知らせた人", "Told by"), change.EnteredBy);
        }

        if (view.Task.Key is UpkeepTasks.Cadence or UpkeepTasks.Inactive)
        {
            yield return CardParts.Field(
                say.Say("最後の投稿", "Last post"),
                view.LastPostOn is { } last ? TaskWords.Day(last, reader)
                : say.Say($"記録がありません（{Since(view)}から）", $"none on record since {Since(view)}"));
            yield return CardParts.Line(say.Say(
                "投稿が続いていると、見る人が本物のアカウントを覚え、なりすましの予防になります。",
                "Regular posts let readers know the genuine account; that prevents impersonation."));
        }

        if (view.Task is { IsOpen: true, Reason.Length: > 0 } arranged)
            yield return CardParts.Field(TaskWords.State(arranged, reader), arranged.Reason);
    }

    public static IEnumerable<AdaptiveElement> Fields(UpkeepView view) => view.Task.Key switch
    {
        UpkeepTasks.Terms or UpkeepTasks.Feature => Review(view),
        UpkeepTasks.Cadence => Quiet(view),
        UpkeepTasks.Inactive => Resume(view),
        UpkeepTasks.DormantLogin => Login(view),
        UpkeepTasks.ClosingNotice => Notice(view),
        _ => [CardParts.Row(AdaptiveSpacing.Small, UpkeepParts.OpenClosing(view.Account, view.Reader.Language))],
    };

    private static IEnumerable<AdaptiveElement> Review(UpkeepView view)
    {
        var (say, typed) = (view.Reader.Language, view.Reader.Typed);
        yield return new AdaptiveChoiceSetInput
        {
            Id = UpkeepFields.Verdict,
            Label = say.Say("確かめた結果", "Result"),
            Choices = [.. Enum.GetValues<ReviewVerdict>().Select(verdict => new AdaptiveChoice
            {
                Title = ChangeWords.Of(verdict, say), Value = verdict.ToString(),
            })],
            Style = AdaptiveChoiceInputStyle.Expanded,
            Value = typed[UpkeepFields.Verdict] is { Length: > 0 } chosen ? chosen : null,
        };
        yield return UpkeepParts.Words(
            UpkeepFields.Note, say.Say("変わった内容と、確かめたこと", "What changed, and what was looked at"), MediumReview.MaxNote,
            typed[UpkeepFields.Note]);
        yield return CardParts.Line(new AdaptiveTextRun
        {
            Text = say.Say(
                "「使用できない」を記録すると、このアカウントの投稿をすぐに止めます。", "\"Cannot be used\" stops all posts of this account at once."),
            IsSubtle = true, Size = AdaptiveTextSize.Small,
        });
        yield return CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
            say.Say("結果を記録する", "Record the result"), UpkeepVerbs.Review, Data(view), style: "positive"));
    }

    private static IEnumerable<AdaptiveElement> Quiet(UpkeepView view)
    {
        var (say, typed) = (view.Reader.Language, view.Reader.Typed);
        yield return Day(UpkeepFields.PlanDay, say.Say("投稿する予定の日", "Day of the next post"), typed);
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(say.Say("この日までに投稿する", "It will be posted by then"), UpkeepVerbs.QuietPlan, Data(view), style: "positive"));
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            CardParts.Unfold(say.Say("すでに投稿した", "It was posted already"), UpkeepFields.Posted),
            Buttons.Execute(say.Say("休止を相談する", "Ask for a rest"), AccountDoors.Rest, UpkeepTurns.Data(view.Account), takesInputs: false),
            UpkeepParts.OpenClosing(view.Account, say));
        yield return CardParts.Fold(UpkeepFields.Posted, typed.Unfolded == UpkeepFields.Posted, [
            Day(UpkeepFields.PostedDay, say.Say("投稿した日", "Posted on"), typed),
            CardParts.Row(
                AdaptiveSpacing.Small, Buttons.Execute(say.Say("投稿した日を記録する", "Record the day"), UpkeepVerbs.QuietPosted, Data(view))),
        ]);
    }

    private static IEnumerable<AdaptiveElement> Resume(UpkeepView view)
    {
        var say = view.Reader.Language;
        yield return Day(UpkeepFields.PlanDay, say.Say("再開する日", "Resumed by"), view.Reader.Typed);
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(say.Say("この日までに再開する", "Resume by then"), UpkeepVerbs.QuietResume, Data(view), style: "positive"),
            UpkeepParts.OpenClosing(view.Account, say));
        yield return CardParts.Remark(say.Say("お答えがあるまで、毎週お知らせします。", "You will be asked every week until you answer."));
    }

    private static IEnumerable<AdaptiveElement> Login(UpkeepView view)
    {
        var say = view.Reader.Language;
        yield return UpkeepParts.Words(
            UpkeepFields.Note, say.Say("気付いたこと（異常があるときは必ず）", "What was noticed (needed where something is wrong)"),
            MediumReview.MaxNote, view.Reader.Typed[UpkeepFields.Note]);
        yield return CardParts.Line(new AdaptiveTextRun
        {
            Text = say.Say("パスワードは、ここに書かないでください。", "Never write the password here."), Weight = AdaptiveTextWeight.Bolder,
        });
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(say.Say("異常なし", "Normal"), UpkeepVerbs.LoginNormal, Data(view), style: "positive"),
            Buttons.Execute(say.Say("異常あり", "Something is wrong"), UpkeepVerbs.LoginTrouble, Data(view), style: "destructive"));
    }

    /// <summary>
    /// What has to be done next, one press away: the first steps of a trouble, the end of an account that cannot be used.
    /// </summary>
    public static IEnumerable<AdaptiveElement> Next(UpkeepView view)
    {
        if (view.Reader.Typed.Unfolded == UpkeepVerbs.Review)
            yield return CardParts.Row(AdaptiveSpacing.Medium, UpkeepParts.OpenClosing(view.Account, view.Reader.Language));
        if (view.Trouble is not { } first || view.Reader.Typed.Unfolded != UpkeepVerbs.LoginTrouble) yield break;
        yield return CardParts.Row(AdaptiveSpacing.Medium, Buttons.Execute(
            view.Reader.Language.Say("最初にすることを見る", "See the first steps"), first.Verb,
            new JsonObject { ["text"] = "アカウントが乗っ取られた" }, style: "positive", takesInputs: false));
    }

    private static IEnumerable<AdaptiveElement> Notice(UpkeepView view)
    {
        var say = view.Reader.Language;
        yield return CardParts.Line(say.Say(
            "廃止の日を、もう一度お知らせしてください。はじめのお知らせは「廃止の手続き」で記録します。",
            "Announce the end once more. The first notices are recorded in the closing itself."));
        yield return UpkeepParts.Words(
            UpkeepFields.Proof, say.Say("お知らせのURL", "Address of the notice"), AccountClosing.MaxProof,
            view.Reader.Typed[UpkeepFields.Proof]);
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(say.Say("お知らせを出した", "It was published"), UpkeepVerbs.ClosingRepeat, Data(view), style: "positive"),
            UpkeepParts.OpenClosing(view.Account, say));
    }

    private static AdaptiveDateInput Day(string id, string label, TaskForm typed) =>
        new() { Id = id, Label = label, Value = typed[id] is { Length: > 0 } day ? day : null };

    private static JsonObject Data(UpkeepView view) => TaskCards.Data(view.Task);

    private static string Since(UpkeepView view) => view.QuietSince is { } day ? TaskWords.Day(day, view.Reader) : "";
}
