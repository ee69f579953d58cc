using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// What people call a draft: what its writer put into 【】 at the beginning, else its first words. 「注意」「重要なお知らせ」 alone stand on half of all
/// posts, so that the words behind them come along.
/// </summary>
internal static class DraftTitle
{
    private const int MaxLength = 14;

    /// <summary>What may stand before the words that tell one draft from another; a third heading is no heading.</summary>
    private const int MostLeads = 2;

    /// <summary>Longest first, so that none hides in another.</summary>
    private static readonly string[] Generic =
    [
        .. ((string[])
        [
            "注意喚起", "注意", "ご注意", "重要", "大切", "お知らせ", "おしらせ", "知らせ", "ご案内", "案内", "お願い", "おねがい", "緊急", "至急", "速報", "続報", "更新", "追記", "訂正",
            "お詫び", "おわび", "募集中", "募集", "参加者", "開催", "告知", "再掲", "再送", "再投稿", "拡散希望", "必見", "予告", "イベント", "情報", "トピックス", "ニュース", "新着", "本日",
            "明日", "市から", "市民の皆さまへ", "皆さまへ", "みなさまへ", "皆さんへ", "みなさんへ", "皆様へ", "NEWS", "NEW", "PR", "INFO", "INFORMATION", "NOTICE",
            "IMPORTANT", "ATTENTION",
        ]).OrderByDescending(word => word.Length),
    ];

    private static readonly string[] Joints = ["な", "の", "と"];

    public static string Of(Draft draft) => Of(draft.Current.Text);

    private static string Of(string text)
    {
        var (title, rest) = First(text);
        var leads = new List<string>();
        while (leads.Count < MostLeads && rest.Length > 0 && IsGeneric(title))
        {
            leads.Add(title);
            (title, rest) = First(rest);
        }

        var lead = string.Concat(leads.Where(word => word.Any(char.IsLetter)).Select(word => $"{word} "));
        return lead + ShortText.Shorten(title, MaxLength);
    }

    /// <summary>The heading a text begins with, or its first line that says anything, and what follows.</summary>
    private static (string Title, string Behind) First(string text)
    {
        var begun = text.Trim();
        var end = begun.IndexOf('】');
        if (begun.StartsWith('【') && end is > 1 and < 40) return (begun[1..end].Trim(), begun[(end + 1)..].Trim());
        var line = begun.IndexOf('\n');
        return line < 0 ? (begun, "") : (begun[..line].Trim(), begun[line..].Trim());
    }

    /// <summary>Nothing but such words, with whatever signs and particles stand around them; signs alone say nothing either.</summary>
    private static bool IsGeneric(string title)
    {
        var left = string.Concat(title.Where(char.IsLetter));
        for (var isFirst = true; left.Length > 0; isFirst = false)
        {
            if (!isFirst && Joints.FirstOrDefault(joint => left.StartsWith(joint, StringComparison.Ordinal)) is { } joint)
                left = left[joint.Length..];
            if (Generic.FirstOrDefault(word => left.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is not { } known) return false;
            left = left[known.Length..];
        }

        return true;
    }
}
