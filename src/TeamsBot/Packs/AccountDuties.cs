using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>What the guideline demands of an account's life, from its name to its end. Every null is the guideline's silence.</summary>
internal sealed record AccountDuties(
    Opening? Opening,
    NamingRule? Naming,
    PolicyForm? PolicyForm,
    Duty? Verification,
    Duty? Links,
    Duty? PublicList,
    TermsReview? TermsReview,
    Cadence? Cadence,
    Dormancy? Dormancy,
    Closing? Closing,
    Duty? Backup,
    ReplyRule? Replies,
    Duty? PersonalAccount,
    Duty? Plugins,
    LineRule? Line
)
{
    public static AccountDuties Read(MapReader from) => new(
        from.Stated("opening", Opening.Read), from.Stated("naming", NamingRule.Read), from.Stated("policy_form", PolicyForm.Read),
        from.Stated("verification", Duty.Read), from.Stated("links", Duty.Read), from.Stated("public_list", Duty.Read),
        from.Stated("terms_review", TermsReview.Read), from.Stated("cadence", Cadence.Read), from.Stated("dormancy", Dormancy.Read),
        from.Stated("closing", Closing.Read), from.Stated("backup", Duty.Read), from.Stated("replies", ReplyRule.Read),
        from.Stated("personal_account", Duty.Read), from.Stated("plugins", Duty.Read), from.Stated("line", LineRule.Read));
}

/// <summary>A duty without figures: what has to be done, in our words.</summary>
internal sealed record Duty(string Rule, Basis Basis)
{
    public static Duty Read(MapReader from) => new(from.Text("rule"), Basis.Read(from));
}

/// <param name="Steps">What happens before an account runs, in order.</param>
/// <param name="Gates">Which of them the bot waits for, in order; an account does not run before.</param>
/// <param name="PolicyDueOpenDays">Opening days after the start within which the policy is handed in.</param>
internal sealed record Opening(
    IReadOnlyList<string> Steps, IReadOnlyList<AccountGate> Gates, NumberSetting? PolicyDueOpenDays, Basis Basis)
{
    public static Opening Read(MapReader from)
    {
        var basis = Basis.Read(from);
        return new(
            from.Texts("steps"),
            from.WordList("gates", AccountGates.Words),
            from.Number("policy_due_open_days", 0, 60, basis),
            basis
        );
    }
}

/// <param name="Fields">What the guideline wants the policy to say, by the printed labels; the others may be left
/// empty.</param>
/// <param name="PublishOn">Where it is published; null where the guideline names no place.</param>
internal sealed record PolicyForm(IReadOnlyList<string> Fields, string? PublishOn, string? Scope, Basis Basis)
{
    /// <summary>What whoever finalises it confirms, each with its clauses (asaka-4-2).</summary>
    public IReadOnlyList<PolicyTick> Ticks { get; private init; } = [];

    /// <summary>Purposes the guideline names, to be picked (ward-3-1, yamaguchi-0-2).</summary>
    public IReadOnlyList<PolicyPurpose> Purposes { get; private init; } = [];

    /// <summary>The section's people confirm that they have read it (yamaguchi-3-1).</summary>
    public bool IsShared { get; private init; }

    public static PolicyForm Read(MapReader from) =>
        new(from.Texts("fields"), from.OptionalText("publish_on"), from.OptionalText("scope"), Basis.Read(from))
        {
            Ticks = from.Maps("ticks", PolicyTick.Read),
            Purposes = from.Maps("purposes", PolicyPurpose.Read),
            IsShared = from.Flag("shared", false),
        };
}

/// <summary>One thing that is confirmed at the finalising of a policy.</summary>
internal sealed record PolicyTick(string Say, Basis Basis)
{
    public static PolicyTick Read(MapReader from) => new(from.Text("say"), Basis.Read(from));
}

/// <summary>A purpose to be picked.</summary>
/// <param name="TwoWay">It is about an exchange with residents: what becomes of their posts has then to be said.</param>
internal sealed record PolicyPurpose(string Say, bool TwoWay, Basis Basis)
{
    public static PolicyPurpose Read(MapReader from) => new(from.Text("say"), from.Flag("two_way", false), Basis.Read(from));
}

internal sealed record TermsReview(bool BeforeStart, bool OnChange, string? WhenAdverse, NumberSetting? DueOpenDays, Basis Basis)
{
    public static TermsReview Read(MapReader from)
    {
        var basis = Basis.Read(from);
        return new(
            from.Flag("before_start", false),
            from.Flag("on_change", false),
            from.OptionalText("when_adverse"),
            from.Number("due_open_days", 0, 60, basis),
            basis
        );
    }
}

/// <param name="QuietDays">Days without a post after which the custodian is reminded.</param>
internal sealed record Cadence(string Rule, NumberSetting? QuietDays, NumberSetting? InactiveDays, Basis Basis)
{
    public static Cadence Read(MapReader from)
    {
        var basis = Basis.Read(from);
        return new(from.Text("rule"), from.Number("quiet_days", 1, 365, basis), from.Number("inactive_days", 1, 730, basis), basis);
    }
}

internal sealed record Dormancy(bool Forbidden, string? Exception, NumberSetting? LoginCheckDays, Basis Basis)
{
    public static Dormancy Read(MapReader from)
    {
        var basis = Basis.Read(from);
        return new(from.Flag("forbidden", false), from.OptionalText("exception"), from.Number("login_check_days", 1, 365, basis), basis);
    }
}

internal sealed record Closing(IReadOnlyList<string> NoticeOn, NumberSetting? NoticeDays, Basis Basis)
{
    public static Closing Read(MapReader from)
    {
        var basis = Basis.Read(from);
        return new(from.Texts("notice_on"), from.Number("notice_days", 1, 365, basis), basis);
    }
}

/// <param name="Mandatory">Whether comments must be answered.</param>
/// <param name="RemindOpenDays">Opening days after which a comment without an answer is brought back to mind, on an account that replies;
/// null: never (tochigi-6-2-1).</param>
internal sealed record ReplyRule(bool Mandatory, string Rule, string? Complaints, NumberSetting? RemindOpenDays, Basis Basis)
{
    public static ReplyRule Read(MapReader from)
    {
        var basis = Basis.Read(from);
        return new(
            from.Flag("mandatory", false),
            from.Text("rule"),
            from.OptionalText("complaints"),
            from.Number("remind_open_days", 1, 30, basis),
            basis
        );
    }
}

/// <param name="FreeAccounts">How many LINE official accounts an authority has free of charge (asaka-4-n-line).</param>
internal sealed record LineRule(int FreeAccounts, string Keeper, string Extra, Basis Basis)
{
    public static LineRule Read(MapReader from) =>
        new(from.RequiredNumber("free_accounts", 0, 100), from.Text("keeper"), from.Text("extra"), Basis.Read(from));
}
