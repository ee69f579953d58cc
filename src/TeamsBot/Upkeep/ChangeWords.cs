using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>The words of changes of a medium, and how people call the media.</summary>
internal static class ChangeWords
{
    private static readonly (string Word, Medium Medium)[] Called =
    [
        ("x", Medium.X), ("twitter", Medium.X), ("ツイッター", Medium.X), ("旧twitter", Medium.X), ("エックス", Medium.X),
        ("facebook", Medium.Facebook), ("フェイスブック", Medium.Facebook), ("fb", Medium.Facebook),
        ("instagram", Medium.Instagram), ("インスタグラム", Medium.Instagram), ("インスタ", Medium.Instagram),
        ("line", Medium.Line), ("ライン", Medium.Line), ("youtube", Medium.YouTube), ("ユーチューブ", Medium.YouTube),
    ];

    /// <summary>Those whose terms and features others decide.</summary>
    public static IReadOnlyList<Medium> Media { get; } = [Medium.X, Medium.Facebook, Medium.Instagram, Medium.Line, Medium.YouTube];

    public static Medium? Find(string word)
    {
        var folded = TurnRouter.Fold(word);
        return Array.FindIndex(Called, one => TurnRouter.Fold(one.Word) == folded) is >= 0 and var at ? Called[at].Medium : null;
    }

    public static string Of(MediumChange change, TaskReader reader) => change.Kind == MediumChangeKind.Terms
        ? reader.Language.Say("規約", "Terms") + $"（{TaskWords.Day(change.Day, reader)}）" + (change.Text.Length > 0 ? $"　{change.Text}" : "")
        : change.Text;

    public static string Of(ReviewVerdict verdict, CardLanguage say) => verdict switch
    {
        ReviewVerdict.Fine => say.Say("支障なし", "No problem"),
        ReviewVerdict.Unclear => say.Say("要確認（広報担当にも見てほしい）", "Unclear (the PR desk should look)"),
        _ => say.Say("使用できない（不利な定めがある）", "Cannot be used (adverse)"),
    };

    public static string Kind(MediumChangeKind kind, CardLanguage say) => kind == MediumChangeKind.Terms
        ? say.Say("規約の変更", "Changed terms")
        : say.Say("機能の変更", "Changed feature");
}
