namespace TeamsBot.Approvals.Model;

/// <summary>The verbs of the buttons about ranges approved ahead.</summary>
internal static class StandingVerbs
{
    public const string Show = "approvals.standing";
    public const string Grant = "approvals.standingGrant";
    public const string End = "approvals.standingEnd";
    public const string ClaimForm = "approvals.claimForm";
    public const string Claim = "approvals.claim";
}

/// <summary>The names of the fields. On the claim's card each range has its own, because ids must differ within a card.</summary>
internal static class StandingFields
{
    public const string Range = "range";
    public const string Expires = "expires";
    public const string Extent = "extent";
    public const string Documents = "documents";

    public static string Where(string range) => $"where@{range}";

    public static string Published(string range) => $"published@{range}";

    public static string Law(string range) => $"law@{range}";

    public static string DocumentNumber(string range) => $"documentNumber@{range}";

    public static string DocumentOn(string range) => $"documentOn@{range}";
}
