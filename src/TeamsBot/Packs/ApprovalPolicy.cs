using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>Whose account it is: the organisation's own voice, or one section's (asaka-4-n1a, asaka-4-n1b).</summary>
internal enum AccountKind
{
    CityOfficial,
    Section,
}

/// <summary>Where the holder of a role is looked for.</summary>
internal enum SectionScope
{
    /// <summary>The section that owns the account.</summary>
    Account,

    /// <summary>The writer's own section.</summary>
    Author,

    /// <summary>The whole organisation.</summary>
    Any,
}

internal static class ApprovalWords
{
    public static Words<AccountKind> Kinds { get; } = new(
        ("city-official", AccountKind.CityOfficial, "公式アカウント", "official account"),
        ("section", AccountKind.Section, "所属の個別アカウント", "section account"));

    public static Words<SectionScope> Scopes { get; } = new(
        ("account", SectionScope.Account, "アカウントの所管課", "the account's section"),
        ("author", SectionScope.Author, "起案者の所属", "the writer's section"),
        ("any", SectionScope.Any, "全所属", "any section"));
}

/// <summary>
/// How a draft becomes a decision. Without a route nothing is approved; a pack for private use has none on purpose.
/// </summary>
/// <param name="Responsible">Who answers for posts, in the guideline's words.</param>
/// <param name="StandingDays">Most days a range approved ahead may run before the head has to approve it again; needed where there are
/// ranges.</param>
/// <param name="Gates">What a guideline wants ticked or shown on the way, besides the two decisions.</param>
/// <param name="ExpiresAfterDays">Days after which an undecided draft expires; it never becomes approved by waiting.</param>
internal sealed record ApprovalPolicy(
    string Responsible,
    SecondStaff SecondStaff,
    IReadOnlyList<RouteRule> Routes,
    IReadOnlyList<StandingRange> StandingRanges,
    NumberSetting? StandingDays,
    IReadOnlyList<ApprovalGate> Gates,
    NumberSetting? ExpiresAfterDays,
    OfficialView? OfficialView,
    string? Consult,
    Basis Basis
)
{
    public static ApprovalPolicy Read(MapReader from)
    {
        var basis = Basis.Read(from);
        var read = new ApprovalPolicy(
            from.Text("responsible"),
            from.RequiredMap("second_staff", SecondStaff.Read) ?? new(false, null, new([], false)),
            from.Maps("routes", RouteRule.Read),
            from.Maps("standing_ranges", StandingRange.Read),
            from.Number("standing_days", 1, 1095, basis),
            from.Maps("gates", ApprovalGate.Read),
            from.Number("expires_after_days", 1, 365, basis),
            from.OptionalMap("official_view", OfficialView.Read),
            from.OptionalText("consult"),
            basis
        );
        foreach (var twice in read.Routes.GroupBy(route => route.Kind).Where(routes => routes.Count() > 1))
        {
            var kind = ApprovalWords.Kinds.InJapanese(twice.Key);
            from.Refuse(
                "routes",
                $"「{kind}」の承認経路が二つあります。一つにしてください。",
                $"Two routes for '{ApprovalWords.Kinds.InEnglish(twice.Key)}'; keep one."
            );
        }

        if (read.StandingRanges.Count > 0 && read.StandingDays is null)
            from.Refuse(
                "standing_days",
                "事前承認の範囲（standing_ranges）があるときは、事前承認の最長の日数を書いてください。",
                "With standing_ranges, state the most days an approval ahead may run."
            );
        return read;
    }

    /// <summary>The route of an account, or null: no route means stop.</summary>
    public RouteRule? RouteOf(AccountKind kind) => Routes.FirstOrDefault(route => route.Kind == kind);

    public StandingRange? Range(string id) => StandingRanges.FirstOrDefault(range => range.Id == id);

    /// <summary>The gate of that kind, or null where this guideline asks for none.</summary>
    public ApprovalGate? Gate(GateKind kind) => Gates.FirstOrDefault(gate => gate.Kind == kind);
}

/// <summary>The check by a second member of staff (asaka-6-2). On where a guideline is silent; an organisation may switch it off.</summary>
/// <param name="Checklist">What is ticked; null where the guideline names no items, then the reviewer confirms with the press
/// alone.</param>
internal sealed record SecondStaff(bool Required, ReviewChecklist? Checklist, Basis Basis)
{
    public static SecondStaff Read(MapReader from)
    {
        var read = new SecondStaff(from.Flag("required", true), from.OptionalMap("checklist", ReviewChecklist.Read), Basis.Read(from));
        // The number is the guideline's own; it is written down so that an item which gets lost in editing is missed.
        if (from.OptionalNumber("checklist_items", 1, ReviewChecklist.Most) is { } stated && stated != (read.Checklist?.Items.Count ?? 0))
            from.Refuse(
                "checklist_items",
                $"確認項目は{stated}と書かれていますが、checklist の items と数が合いません。",
                $"{stated} items are stated, but checklist has another number of them."
            );
        return read;
    }
}

/// <summary>The stops of one kind of account: who may write, who checks, who decides.</summary>
/// <param name="Name">How this kind of account is called here, for example 市公式アカウント.</param>
/// <param name="Writers">Which section a writer must belong to.</param>
internal sealed record RouteRule(
    AccountKind Kind,
    Bilingual Name,
    SectionScope Writers,
    SectionScope Reviewers,
    FinalStop Final,
    Basis Basis
)
{
    public static RouteRule Read(MapReader from)
    {
        var kind = from.Word("account_kind", ApprovalWords.Kinds);
        if (!from.Has("final"))
        {
            from.Refuse("final", "最終決裁者（final）のない承認経路です。誰が決裁するかを書いてください。", "A route without a final approver; state who decides (final).");
            from.OptionalText("final");
        }

        return new(
            kind,
            from.RequiredMap("name", Bilingual.Read) ?? new("", ""),
            from.Word("writers", ApprovalWords.Scopes),
            from.Word("reviewers", ApprovalWords.Scopes),
            (from.Has("final") ? from.OptionalMap("final", FinalStop.Read) : null) ?? new(Role.Head, SectionScope.Account, ""),
            Basis.Read(from)
        );
    }
}

/// <summary>Who decides: the holder of a role in a section.</summary>
/// <param name="Title">The office as people call it, for messages: シティ・プロモーション課長.</param>
internal sealed record FinalStop(Role Role, SectionScope Of, string Title)
{
    public static FinalStop Read(MapReader from)
    {
        var role = from.Word("role", Roles.Words);
        if (role is not (Role.Head or Role.PrHead) && from.Has("role"))
            from.Refuse("role", "最終決裁者は head か prHead です。", "The final approver is head or prHead.");
        return new(role, from.Word("of", ApprovalWords.Scopes), from.Text("title"));
    }
}

/// <summary>Wording that states an official view lifts a draft out of every standing range (yamaguchi-3-4c).</summary>
internal sealed record OfficialView(IReadOnlyList<string> Words, Basis Basis)
{
    public static OfficialView Read(MapReader from) => new(from.Texts("words"), Basis.Read(from));
}
