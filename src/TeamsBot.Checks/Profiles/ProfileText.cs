namespace TeamsBot.Checks.Profiles;

/// <summary>
/// Writes a profile text: organisation, purpose, mode, link to the policy. Where the medium's limit is short, first the link and then the
/// purpose give way; the organisation's name is never cut (yamaguchi-4-1-5b).
/// </summary>
/// <param name="Text">The text to copy.</param>
/// <param name="Link">The link as it stands in the text; null where there is no policy or no room.</param>
/// <param name="IsPurposeWhole">The purpose was not cut.</param>
/// <param name="Fits">False only where the organisation's name alone is longer than the limit.</param>
public sealed record ProfileText(string Text, string? Link, bool IsPurposeWhole, bool Fits)
{
    private const char Ellipsis = '…';

    public static ProfileText Write(ProfileFacts facts)
    {
        var most = facts.MaxLength ?? int.MaxValue;
        var head = $"{facts.Operator}の公式アカウントです。";
        var mode = facts.ReplyMode is { } chosen && facts.Demand(ProfileMust.ReplyMode) ? ProfileCheck.SentenceFor(chosen) : "";
        var purpose = facts.Purpose.Trim();
        string?[] links = facts.PolicyUrl is { } url ? [$"運用方針：{url}", $"運用方針：{ProfileWords.Bare(url)}", ProfileWords.Bare(url)] : [null];

        foreach (var link in links)
        {
            if (Joined(head, purpose, mode, link) is var whole && whole.Length <= most) return new(whole, link, true, true);
        }

        // The shortest link stays; the purpose gets what room is left, and so, at last, the link as well.
        foreach (var (sentence, link) in ((string Sentence, string? Link)[])[(mode, links[^1]), ("", links[^1]), ("", null)])
        {
            var room = most - Joined(head, "", sentence, link).Length - 1;
            if (room < -1) continue;
            var cut = room > 1 && purpose.Length > 0 ? Shortened(purpose, room) : "";
            return new(Joined(head, cut, sentence, link), link, cut.Length == purpose.Length, true);
        }

        return facts.Operator.Length <= most
            ? new(facts.Operator, null, purpose.Length == 0, true)
            : new(facts.Operator, null, purpose.Length == 0, false);
    }

    private static string Joined(params string?[] lines) => string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));

    /// <summary>Cut before a character that takes two units, so that no half of one is left.</summary>
    private static string Shortened(string text, int length)
    {
        if (text.Length <= length) return text;
        var end = length - 1;
        if (char.IsLowSurrogate(text[end])) end--;
        return text[..end] + Ellipsis;
    }
}
