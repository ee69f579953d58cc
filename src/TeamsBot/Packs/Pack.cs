using System.Collections.ObjectModel;
using TeamsBot.Checks.Context;
using TeamsBot.Guidelines;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>
/// One organisation's policy, as data: whatever differs between organisations differs here and never in a branch on a name. A null section
/// means the guideline is silent. It is read once at start and never changes while the program runs.
/// </summary>
internal sealed record Pack
{
    /// <summary>The folder's name, also the prefix of the organisation's clause ids.</summary>
    public required string Name { get; init; }

    public required Bilingual Title { get; init; }

    public required Edition? Edition { get; init; }

    public required UseMode Mode { get; init; }

    public required Organisation Organisation { get; init; }

    public required IReadOnlyList<ParentDocument> Parents { get; init; }

    public required Classification? Classification { get; init; }

    /// <summary>The classes a writer chooses from; empty only in private use.</summary>
    public required IReadOnlyList<DraftClass> Classes { get; init; }

    public required ApprovalPolicy? Approval { get; init; }

    public required IReadOnlyList<OfficialAccount> Accounts { get; init; }

    public required AccountDuties? AccountDuties { get; init; }

    public required IReadOnlyList<Desk> Desks { get; init; }

    /// <summary>What to do in trouble, by kind; from a file of its own, and empty where the pack has none.</summary>
    public IReadOnlyDictionary<TroubleKind, Runbook> Runbooks { get; init; } = ReadOnlyDictionary<TroubleKind, Runbook>.Empty;

    public required PasswordPolicy? Password { get; init; }

    public required DevicePolicy? Devices { get; init; }

    /// <summary>When the organisation is open: for deadlines and reminders.</summary>
    public required OpeningHours? OfficeHours { get; init; }

    /// <summary>When posts may go out.</summary>
    public required PostingHours? PostingHours { get; init; }

    public required IReadOnlyList<MediumPolicy> Media { get; init; }

    /// <summary>What posts are about (asaka-5-1); empty where the guideline names nothing.</summary>
    public required ContentCategories? ContentCategories { get; init; }

    public required ChecksPolicy Checks { get; init; }

    public required Onboarding? Onboarding { get; init; }

    /// <summary>What else the guideline demands, without figures.</summary>
    public required IReadOnlyList<Duty> Duties { get; init; }

    /// <summary>The terms of private use; null in a pack for staff.</summary>
    public required PrivateUse? PrivateUse { get; init; }

    public MediumPolicy? Of(Medium medium) => Media.FirstOrDefault(policy => policy.Medium == medium);

    public DraftClass? Class(string id) => Classes.FirstOrDefault(known => known.Id == id);
}

/// <summary>Who a pack is for.</summary>
internal enum UseMode
{
    /// <summary>Staff who post for an organisation.</summary>
    Official,

    /// <summary>People who post for themselves: 1:1 chat only, nothing stored, no supervision (private-1-1).</summary>
    Private,
}

/// <summary>The themes the guideline has posts be about.</summary>
internal sealed record ContentCategories(IReadOnlyList<string> Items, Basis Basis)
{
    public static ContentCategories Read(MapReader from) => new(from.Texts("items"), Basis.Read(from));
}

/// <summary>What a user must have read before the first draft (tochigi-0-2, ward-2-3).</summary>
internal sealed record Onboarding(bool AcknowledgementRequired, Basis Basis)
{
    public static Onboarding Read(MapReader from) => new(from.Flag("acknowledgement_required", false), Basis.Read(from));
}

/// <summary>Help for a person's own accounts: nobody else sees it and nothing of it is kept (private-1-1).</summary>
/// <param name="TraceList">What gives away who somebody works for, to be looked for in texts (private-2-1-5).</param>
internal sealed record PrivateUse(bool OneToOneOnly, bool StoresText, IReadOnlyList<string> TraceList, Basis Basis)
{
    public static PrivateUse Read(MapReader from) => new(
        from.Flag("one_to_one_only", true), from.Flag("stores_text", false), from.Texts("trace_list"), Basis.Read(from));
}
