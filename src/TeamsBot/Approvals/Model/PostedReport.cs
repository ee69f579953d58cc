using TeamsBot.Checks.Context;

namespace TeamsBot.Approvals.Model;

/// <summary>How it is known that the post is the account's. Names stand in proofs: they never change.</summary>
internal enum AccountProof
{
    /// <summary>The account's name stands in the address.</summary>
    ByAddress,

    /// <summary>The address does not say; the reporter ticked that it is the account's.</summary>
    ByReporter,
}

/// <summary>A report that a draft was posted: where, by whom, and what it proves. Kept with the draft as proof of posting.</summary>
/// <param name="Text">The text as pasted, kept only where it differs, so that it can be shown to those who are told; empty
/// otherwise.</param>
internal sealed record PostedReport(
    string Url,
    AccountProof Account,
    PostedComparison Comparison,
    IReadOnlyList<PostedAllowance> Allowances,
    string Text,
    string By,
    DateTimeOffset At
);

/// <summary>What the poster's card says, read and judged before the draft is asked.</summary>
/// <param name="Text">The text as pasted; empty where only the address is reported.</param>
internal sealed record PostedPress(string Url, string Text, AccountProof Account, Medium Medium);
