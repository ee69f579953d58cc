namespace TeamsBot.Approvals.Model;

/// <summary>
/// Posts of this text that stand under another account. The report of the right post does not take them out of the public: each stays open
/// until somebody writes down what became of it.
/// </summary>
internal sealed partial class Draft
{
    /// <summary>Shortest reason for leaving such a post where it is, in UTF-16 units.</summary>
    public const int MinStrayReason = 4;

    /// <summary>All reports of such posts, oldest first.</summary>
    public IEnumerable<DraftEvent> Elsewheres() => events.Where(happened => happened.Kind == DraftEventKind.PostedElsewhere);

    /// <summary>Those of which nobody has said yet what became of them.</summary>
    public IReadOnlyList<DraftEvent> Strays() => [.. Elsewheres().Where(stray => StrayEnd(stray) is null)];

    /// <summary>What became of the post that stands under another account; null while nobody said it.</summary>
    public DraftEvent? StrayEnd(DraftEvent stray) =>
        events.FindLast(happened =>
            happened.Kind is DraftEventKind.StrayRemoved or DraftEventKind.StrayKept
            && happened.Ordinal > stray.Ordinal
            && IsSamePost(FirstLine(happened), stray.Note ?? "")
        );

    /// <summary>What was left stands in public still: whoever is concerned may see it and say that it was removed since.</summary>
    public bool IsRemoved(DraftEvent stray) => StrayEnd(stray) is { Kind: DraftEventKind.StrayRemoved };

    /// <summary>Why it was left; empty where it was removed.</summary>
    public static string StrayReason(DraftEvent end)
    {
        var (note, at) = (end.Note ?? "", (end.Note ?? "").IndexOf('\n', StringComparison.Ordinal));
        return at > 0 ? note[(at + 1)..] : "";
    }

    /// <param name="ordinal">Of the report.</param>
    /// <param name="reason">Why it stays; null where it was removed.</param>
    public Refusal? SettleStray(int ordinal, string who, string? reason, DateTimeOffset now, out DraftEvent? end)
    {
        end = null;
        var stray = Elsewheres().FirstOrDefault(happened => happened.Ordinal == ordinal);
        if (stray is null) return Refusal.NotFound;
        // What was left may be removed later; nothing brings a removed one back but another report.
        if (StrayEnd(stray) is { } known && (known.Kind == DraftEventKind.StrayRemoved || reason is not null)) return Refusal.StraySettled;
        if (reason is not null && reason.Trim().Length < MinStrayReason) return Refusal.StrayReasonTooShort;
        Happened(
            reason is null ? DraftEventKind.StrayRemoved : DraftEventKind.StrayKept,
            who,
            now,
            reason is null ? stray.Note : $"{stray.Note}\n{reason.Trim()}"
        );
        end = events[^1];
        return null;
    }

    /// <summary>
    /// Since the approval, which none gives while it is so, its author was told last that nothing may be posted to the account.
    /// </summary>
    public bool IsAccountShut =>
        events.FindLast(happened =>
            happened.Kind is DraftEventKind.AccountShut or DraftEventKind.AccountOpen && happened.At >= ApprovedAt
        ) is { Kind: DraftEventKind.AccountShut };

    /// <summary>Nothing may be posted to the draft's account any more, or again. Nobody of the draft's did it.</summary>
    public void SeeAccount(bool isShut, DateTimeOffset now) =>
        Happened(isShut ? DraftEventKind.AccountShut : DraftEventKind.AccountOpen, "", now);

    /// <summary>The same post may be reported again after it came back, and by another form of its address.</summary>
    private static bool IsSamePost(string one, string other) =>
        one == other
        || (PostAddress.Kept(one) is { } first && PostAddress.Kept(other) is { } second && PostAddress.IsSame(first, second));

    private static string FirstLine(DraftEvent happened) => (happened.Note ?? "").Split('\n')[0];
}
