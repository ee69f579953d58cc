using System.Text.Json;
using TeamsBot.Approvals.Model;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Chaos;

/// <summary>A button of a card with what somebody types beside it.</summary>
internal sealed record Press(string Title, Dictionary<string, string>? Inputs)
{
    /// <summary>What is said in an answer to whoever did it themselves, and what the trail must then have of them.</summary>
    public static readonly (string Sentence, string Action)[] Receipts =
    [
        ("確認済みにしました。決裁へ進みます。", "draft.approve"),
        ("承認しました。起案者が投稿します。", "draft.approve"),
        ("差し戻しました。理由を起案者に伝えました。", "draft.return"),
    ];

    private static readonly string[] Additions = ["駐車場はありません。", "雨の日も行います。", "車いすで入れます。", "駅から歩けます。"];

    private static Dictionary<string, string> AsSoonAsApproved => Scenario.Plan(date: "", time: "");

    /// <summary>What brings the draft further; null where the card offers nothing of the kind.</summary>
    public static Press? Forward(JsonElement card, Draft draft) => Of(card, draft, isForward: true).FirstOrDefault();

    /// <summary>Something that its reader may do, wise or not.</summary>
    public static Press? Any(JsonElement card, Draft draft, Random random) =>
        Of(card, draft, isForward: false).ToList() is { Count: > 0 } all ? all[random.Next(all.Count)] : null;

    private static IEnumerable<Press> Of(JsonElement card, Draft draft, bool isForward) =>
        Notices.Buttons(card).Where(button => !button.IsInList).SelectMany(button => Of(button, draft, isForward));

    private static Press[] Of(Notices.Button button, Draft draft, bool isForward)
    {
        var title = button.Title;
        if (button.Verb == ApprovalVerbs.Open) return [new(title, null)];
        return title switch
        {
            Scenario.HandIn => With(title, isForward, AsSoonAsApproved, Scenario.Plan("", "", "")),
            Scenario.HandInAgain => [new(title, new(AsSoonAsApproved) { ["text"] = Longer(draft) })],
            "確認済みにする" or "承認する" => With(title, isForward, Scenario.Ticks, []),
            "差し戻す" when !isForward =>
                [new(title, new() { ["reason"] = "会場の住所を書き足してください。" }), new(title, new() { ["reason"] = "短い" })],
            "確かめて本文を受け取る" => [new(title, null)],
            "投稿を報告する" =>
                [new(title, new() { ["postedUrl"] = $"https://x.com/hoshimi_city/status/{draft.Number}", ["postedText"] = draft.Current.Text })],
            _ => [],
        };
    }

    /// <summary>The right way twice, so that it is taken more often, and one that is refused.</summary>
    private static Press[] With(string title, bool isForward, Dictionary<string, string> right, Dictionary<string, string> wrong) =>
        isForward ? [new(title, right)] : [new(title, right), new(title, right), new(title, wrong)];

    private static string Longer(Draft draft) =>
        Additions.FirstOrDefault(one => !draft.Current.Text.Contains(one, StringComparison.Ordinal)) is { } addition
            ? $"{draft.Current.Text}\n{addition}"
            : draft.Revisions[0].Text;
}
