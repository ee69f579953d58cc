namespace TeamsBot.Approvals.Model;

/// <summary>
/// The writer says that a draft falls into a range approved ahead, and shows what the range asks for. Whether it does is judged anew at
/// each hand-in.
/// </summary>
/// <param name="Where">The page's address or the issue of the bulletin.</param>
/// <param name="Published">The published text, pasted.</param>
/// <param name="Law">The name of the law or ordinance.</param>
/// <param name="DocumentNumber">The decided document.</param>
internal sealed record StandingClaim(
    string RangeId,
    string Where = "",
    string Published = "",
    string Law = "",
    string DocumentNumber = "",
    DateOnly? DocumentOn = null
);

/// <summary>How a range approved ahead counted when a draft was handed in; kept with its route.</summary>
/// <param name="GrantedBy">The head, as records name people.</param>
/// <param name="Proof">What the draft rests on, for the record; empty where the range asks for nothing.</param>
/// <param name="WhyNot">Why the full route was taken after all, in words for the writer; null where the range holds.</param>
internal sealed record StandingUse(string RangeId, string RangeName, string GrantedBy, DateOnly? ExpiresOn, string Proof, string? WhyNot)
{
    public bool Holds => WhyNot is null;

    /// <summary>For the history and the record.</summary>
    public string Display => WhyNot is { } why
        ? $"事前承認「{RangeName}」の範囲外：{why}"
        : $"事前承認「{RangeName}」{GrantedBy}{(Proof.Length > 0 ? $"　{Proof}" : "")}";
}
