using TeamsBot.Checks;
using TeamsBot.Packs;

namespace TeamsBot.Tests;

/// <summary>
/// A rule that waits for a fact nobody gathers is silent for ever, and a key of a pack that no code acts on is a promise nobody keeps. Both
/// lists are closed: they may shrink, and they do not grow.
/// </summary>
public sealed class UnusedFactsTests
{
    /// <summary>Facts of a check that no feature of the bot sets; the command line's rows set a few of them.</summary>
    private static readonly string[] FactsNobodySets =
    [
        "CheckContext.Availability", "CheckContext.Bases", "CheckContext.ContentCategory", "CheckContext.Emergency",
        "CheckContext.Event", "CheckContext.FlamingIncident", "CheckContext.OtherMedia", "CheckContext.ReleasePlanned",
        "CheckContext.ScheduledEventDay", "CheckContext.UnusualAccount", "CheckContext.WideNotice", "PrivateUse.RecentThemes",
    ];

    /// <summary>Keys of a pack that are read and validated, and shown at most as a figure beside an answer.</summary>
    private static readonly string[] KeysNobodyActsOn =
    [
        "AccountDuties.PersonalAccount", "AccountDuties.Plugins", "AvailabilityLabels.Scheme", "AvailabilityLabels.Where",
        "Cadence.Rule", "ChecksPolicy.None", "DevicePolicy.Duties", "Dormancy.Exception",
        "DraftClass.PostingInJapanese", "Edition.Label", "Edition.UpdatedOn", "LineRule.Keeper", "MediumPolicy.Ages",
        "MediumPolicy.AsOf", "MediumPolicy.ComfortLength", "MediumPolicy.MaxImages", "MediumPolicy.Users", "NamingRule.Prefix",
        "NamingRule.PrefixLevel", "NamingRule.SectionInPrinciple", "NotifyRule.Desks", "NotifyRule.Roles",
        "Onboarding.AcknowledgementRequired", "Opening.Steps", "Organisation.Kind", "Pack.Duties", "Pack.Edition",
        "Pack.Onboarding", "ParentDocument.Loaded", "PasswordPolicy.OnImpersonation", "PolicyForm.PublishOn", "PolicyForm.Scope",
        "PostingHours.Exempt", "PostingHours.Rule", "PrivateUse.OneToOneOnly", "PrivateUse.StoresText", "ProhibitedKinds.Count",
        "ReplyRule.Complaints", "ReplyRule.Mandatory", "ReplyRule.Rule", "Runbook.Notify", "RunbookStep.Id", "SecrecyLabels.Labels",
        "TermsReview.BeforeStart", "TermsReview.OnChange", "TermsReview.WhenAdverse",
    ];

    [Fact]
    public void No_further_fact_of_a_check_is_without_a_feature_that_sets_it()
    {
        var set = Calls().Select(use => use.Called).Where(called => called.Name.StartsWith("set_", StringComparison.Ordinal))
            .Select(called => (called.DeclaringType, Name: called.Name[4..])).ToHashSet();

        new[] { typeof(CheckContext), typeof(Checks.Context.PrivateUse) }
            .SelectMany(type =>
                type.GetProperties()
                    .Where(fact => fact.SetMethod is not null && !set.Contains((type, fact.Name)))
                    .Select(fact => $"{type.Name}.{fact.Name}")
            )
            .Order(StringComparer.Ordinal).ShouldBe(FactsNobodySets);
    }

    [Fact]
    public void No_further_key_of_a_pack_is_without_code_that_acts_on_it()
    {
        var read = Calls()
            .Where(use =>
                use.Caller.Namespace?.StartsWith("TeamsBot.Packs", StringComparison.Ordinal) == false
                || Acting.Contains(Outermost(use.Caller))
            )
            .Select(use => use.Called).Where(called => called.Name.StartsWith("get_", StringComparison.Ordinal))
            .Select(called => (called.DeclaringType, Name: called.Name[4..])).ToHashSet();

        Sections()
            .SelectMany(type =>
                type.GetProperties()
                    .Where(key => key.Name != "EqualityContract" && key.Name != "Basis" && !read.Contains((type, key.Name)))
                    .Select(key => $"{type.Name}.{key.Name}")
            )
            .Order(StringComparer.Ordinal).ShouldBe(KeysNobodyActsOn);
    }

    /// <summary>Types of the packs' own folder that act on a pack rather than read it from its file.</summary>
    private static readonly Type[] Acting =
    [
        typeof(PackChecks),
        typeof(OfficialAccount),
        typeof(ApprovalPolicy),
        typeof(OpeningHours),
        typeof(FirstQuarter),
        typeof(Desk),
    ];

    private static IEnumerable<(Type Caller, System.Reflection.MethodBase Called)> Calls() => MemberUses.In(typeof(Program).Assembly);

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    /// <summary>The pack and every record of its folder that it holds, however deep.</summary>
    private static HashSet<Type> Sections()
    {
        var found = new HashSet<Type>();
        Add(typeof(Pack));
        return found;

        void Add(Type type)
        {
            foreach (var inner in type.IsGenericType ? type.GetGenericArguments() : []) Add(inner);
            if (type.Namespace != typeof(Pack).Namespace || type.IsEnum || !found.Add(type)) return;
            foreach (var key in type.GetProperties()) Add(key.PropertyType);
        }
    }
}
