using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Guidelines;
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
            foreach (var part in QuietSections.Facts(view)) yield return part;
        }

        if (view.Task is { Key: UpkeepTasks.PeriodEnd, IsOpen: true } && view.Account.RunsUntil is { } last)
            yield return CardParts.Line(say.Say(
                $"運用ポリシーの運用期間は、{TaskWords.Day(last, reader)}までです。過ぎると、改定するまで投稿できません。"
                    + "続けるときは新しい期間で改定し、やめるときは廃止の手続きをしてください。",
                $"The period of its policy ends on {TaskWords.Day(last, reader)}; after it nothing can be posted. "
                    + "Amend the policy with a new period to go on, or close the account."));

        if (view.Task is { IsOpen: true, Reason.Length: > 0 } arranged)
            yield return CardParts.Field(TaskWords.State(arranged, reader), arranged.Reason);
    }

    public static IEnumerable<AdaptiveElement> Fields(UpkeepView view) => view.Task.Key switch
    {
        UpkeepTasks.Terms or UpkeepTasks.Feature => Review(view),
        UpkeepTasks.Cadence => QuietSections.Plan(view),
        UpkeepTasks.Inactive => QuietSections.Decide(view),
        UpkeepTasks.DormantLogin => Login(view),
        UpkeepTasks.PeriodEnd => Renew(view),
        UpkeepTasks.ClosingNotice => Notice(view),
        _ => [CardParts.Row(AdaptiveSpacing.Small, UpkeepParts.OpenClosing(view.Account, view.Reader.Language))],
    };

    private static IEnumerable<AdaptiveElement> Review(UpkeepView view)
    {
        var (say, typed) = (view.Reader.Language, view.Reader.Typed);
        yield return new AdaptiveChoiceSetInput
        {
            Id = UpkeepFields.Verdict,
            Label = TaskParts.Label(UpkeepFields.Verdict, say.Say("確かめた結果", "Result"), isChoice: true, view.Reader),
            Choices = [.. Enum.GetValues<ReviewVerdict>().Select(verdict => new AdaptiveChoice
            {
                Title = ChangeWords.Of(verdict, say), Value = verdict.ToString(),
            })],
            Style = AdaptiveChoiceInputStyle.Expanded,
            Value = typed[UpkeepFields.Verdict] is { Length: > 0 } chosen ? chosen : null,
        };
        yield return UpkeepParts.Words(
            UpkeepFields.Note, say.Say("変わった内容と、確かめたこと", "What changed, and what was looked at"), MediumReview.MaxNote,
            view.Reader);
        yield return CardParts.Line(new AdaptiveTextRun
        {
            Text = say.Say(
                "「使用できない」を記録すると、このアカウントの投稿をすぐに止めます。", "\"Cannot be used\" stops all posts of this account at once."),
            IsSubtle = true, Size = AdaptiveTextSize.Small,
        });
        yield return CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
            say.Say("結果を記録する", "Record the result"), UpkeepVerbs.Review, TaskCards.Data(view.Task), style: "positive"));
    }

    private static IEnumerable<AdaptiveElement> Renew(UpkeepView view)
    {
        var say = view.Reader.Language;
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(
                say.Say("運用ポリシーを改定する", "Amend the policy"), AccountDoors.PolicyForm, UpkeepParts.Data(view.Account),
                style: "positive", takesInputs: false),
            UpkeepParts.OpenClosing(view.Account, say));
    }

    private static IEnumerable<AdaptiveElement> Login(UpkeepView view)
    {
        var say = view.Reader.Language;
        yield return UpkeepParts.Words(
            UpkeepFields.Note, say.Say("気付いたこと（異常があるときは必ず）", "What was noticed (needed where something is wrong)"),
            MediumReview.MaxNote, view.Reader);
        yield return CardParts.Line(new AdaptiveTextRun
        {
            Text = say.Say("パスワードは、ここに書かないでください。", "Never write the password here."), Weight = AdaptiveTextWeight.Bolder,
        });
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(say.Say("異常なし", "Normal"), UpkeepVerbs.LoginNormal, TaskCards.Data(view.Task), style: "positive"),
            Buttons.Execute(
                say.Say("異常あり", "Something is wrong"), UpkeepVerbs.LoginTrouble, TaskCards.Data(view.Task), style: "destructive"));
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
            new JsonObject { ["text"] = "アカウントが乗っ取られた", ["kind"] = nameof(TroubleKind.Hijack) }, style: "positive", takesInputs: false));
    }

    private static IEnumerable<AdaptiveElement> Notice(UpkeepView view)
    {
        var say = view.Reader.Language;
        if (view.IsFirstNotice)
        {
            yield return CardParts.Line(say.Say(
                "廃止の日を、決められた場所でお知らせしてください。出したお知らせは、廃止の手続きで場所ごとに記録します。",
                "Announce the end in the places set for it. What was published is recorded in the closing, place by place."));
            yield return CardParts.Row(AdaptiveSpacing.Small, UpkeepParts.OpenClosing(view.Account, say, style: "positive"));
            yield break;
        }

        yield return CardParts.Line(say.Say("廃止の日を、もう一度お知らせしてください。", "Announce the end once more."));
        yield return UpkeepParts.Words(
            UpkeepFields.Proof, say.Say("お知らせのURL", "Address of the notice"), AccountClosing.MaxProof, view.Reader);
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            Buttons.Execute(
                say.Say("お知らせを出した", "It was published"), UpkeepVerbs.ClosingRepeat, TaskCards.Data(view.Task), style: "positive"),
            UpkeepParts.OpenClosing(view.Account, say));
    }
}
