using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>What has to be settled, with somebody's name and a day, before an account may run (domain/rules.md 5).</summary>
internal enum AccountGate
{
    /// <summary>事前協議 of a section with those who look after all accounts (asaka-4-1a, asaka-4-n2).</summary>
    Consultation,

    /// <summary>The operation policy stands where everybody can read it (asaka-4-2, ward-4-2).</summary>
    Policy,

    /// <summary>The section's head decides.</summary>
    HeadApproval,

    /// <summary>合議 of the head who looks after all accounts (asaka-4-1b).</summary>
    CoSign,

    /// <summary>The provider's terms were read and hold nothing against the organisation (tochigi-2-4a).</summary>
    Terms,

    /// <summary>The own site says that the account is genuine (yamaguchi-4-1-5a).</summary>
    SiteListing,

    /// <summary>Who answers comments, or that nobody does (asaka-annex-9b).</summary>
    ReplyDuty,

    /// <summary>Not before the opening: the head lets the account rest although the guideline forbids it (tochigi-8-2a).</summary>
    Rest,
}

internal static class AccountGates
{
    /// <summary>What a pack may demand before the opening.</summary>
    public static Words<AccountGate> Words { get; } = new(
        ("consultation", AccountGate.Consultation, "事前協議", "consultation"),
        ("policy", AccountGate.Policy, "運用ポリシーの公開", "policy published"),
        ("head", AccountGate.HeadApproval, "所属長の決裁", "section head's decision"),
        ("co-sign", AccountGate.CoSign, "合議", "co-signature"),
        ("terms", AccountGate.Terms, "約款の確認", "terms reviewed"),
        ("site-listing", AccountGate.SiteListing, "自己管理サイトへの掲載", "listed on the own site"),
        ("reply-duty", AccountGate.ReplyDuty, "投稿への返信の担当", "who answers comments"));

    public static string InJapanese(this AccountGate gate) => gate == AccountGate.Rest ? "休止の承認" : Words.InJapanese(gate);

    public static string InEnglish(this AccountGate gate) => gate == AccountGate.Rest ? "consent to the rest" : Words.InEnglish(gate);

    /// <summary>
    /// What has to be settled before this one can be; the policy is written for what was agreed and says whether replies are given, the
    /// heads decide on the policy.
    /// </summary>
    public static IReadOnlyList<AccountGate> Before(this AccountGate gate) => gate switch
    {
        AccountGate.Policy => [AccountGate.Consultation],
        AccountGate.ReplyDuty => [AccountGate.Policy],
        AccountGate.HeadApproval or AccountGate.CoSign => [AccountGate.Consultation, AccountGate.Policy],
        _ => [],
    };

    /// <summary>A section asks those who look after all accounts; their own accounts need no question to themselves.</summary>
    public static bool AsksAnotherSection(this AccountGate gate) => gate is AccountGate.Consultation or AccountGate.CoSign;
}
