namespace TeamsBot.Approvals.Model;

/// <summary>What an approver ticked and wrote because the guideline asks for it; kept with the review as part of the record.</summary>
/// <param name="Impact">What the post may do to the people concerned [tochigi-6-1-2].</param>
/// <param name="Facts">The fact lines that were ticked, in their own words [tochigi-4-2-1].</param>
/// <param name="Basis">What they were compared with: document, address or person.</param>
internal sealed record GateAnswers(bool Compliance = false, string Impact = "", IReadOnlyList<string>? Facts = null, string Basis = "")
{
    public const int MaxLine = 300;

    public IReadOnlyList<string> Ticked => Facts ?? [];

    /// <summary>What the second reviewer says about a theme of 炎上さしすせそ that was hit [asaka-6-2-4].</summary>
    public string Comment { get; init; } = "";

    /// <summary>The fields of the checklist's ticks that are on.</summary>
    public IReadOnlyList<string> On { get; init; } = [];

    /// <summary>The items of the checklist as they were confirmed; empty until then, and for reviews of earlier programs.</summary>
    public IReadOnlyList<CheckedItem> Items { get; init; } = [];

    /// <summary>The sentence that stood above the press and was recorded with it; empty where there was none.</summary>
    public string Statement { get; init; } = "";

    /// <summary>The same answers, whatever list holds them.</summary>
    public bool Equals(GateAnswers? other) =>
        other is not null
        && (Compliance, Impact, Basis, Comment, Statement, Items.Count)
            == (other.Compliance, other.Impact, other.Basis, other.Comment, other.Statement, other.Items.Count)
        && Ticked.SequenceEqual(other.Ticked, StringComparer.Ordinal) && On.SequenceEqual(other.On, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Compliance, Impact, Basis, Comment, Ticked.Count, On.Count);
}

/// <summary>The final text was put before the last approver, who has not yet pressed for the second time [ward-4-9, asaka-2-3b].</summary>
/// <param name="TextHash">SHA-256 of exactly the text that was shown, lower-case hexadecimal.</param>
/// <param name="Hash"><see cref="Revision.HashOf"/> of text, account and planned time as shown.</param>
/// <param name="Reason">What the approver had written, kept for the second press.</param>
internal sealed record ShownApproval(string TextHash, string Hash, DateTimeOffset At, string Reason);
