using TeamsBot.Guidelines;
using TeamsBot.Packs;

namespace TeamsBot.Tests.Packs;

/// <summary>The runbooks of the shipped packs: the same alarm, other organisations, other steps.</summary>
public sealed class ShippedRunbooksTests
{
    public static TheoryData<string> Names => [.. Shipped.Folder.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_pack_says_what_to_do_first_in_every_kind_of_trouble(string name)
    {
        var runbooks = Shipped.Folder.Load(name).Runbooks;
        foreach (var kind in Enum.GetValues<TroubleKind>()) runbooks[kind].Steps.ShouldContain(step => step.IsFirst(), $"{name} {kind}");
    }

    [Theory]
    [InlineData("sample", TroubleKind.Hijack, "change-password", "sample-7-1-1")]
    [InlineData("asaka", TroubleKind.Hijack, "tell-head", "asaka-8-1-1a")]
    [InlineData("tochigi", TroubleKind.Hijack, "change-password", "tochigi-7-3-2-1a")]
    [InlineData("ward", TroubleKind.Hijack, "change-password", "ward-5-6b")]
    [InlineData("yamaguchi", TroubleKind.Hijack, "change-or-suspend", "yamaguchi-4-2-3a")]
    [InlineData("asaka", TroubleKind.Impersonation, "tell-sections", "asaka-8-2-1a")]
    [InlineData("asaka", TroubleKind.Flaming, "tell-head", "asaka-8-3-3a")]
    [InlineData("asaka", TroubleKind.Threat, "police", "asaka-8-3-4c")]
    [InlineData("yamaguchi", TroubleKind.Flaming, "no-argument", "yamaguchi-4-2-1-1")]
    [InlineData("private", TroubleKind.Mispost, "correct", "private-3-3-2a")]
    public void The_first_step_is_the_organisation_s_own(string pack, TroubleKind kind, string id, string clause)
    {
        var first = Shipped.Folder.Load(pack).Runbooks[kind].Steps[0];
        (first.Id, first.Clause).ShouldBe((id, clause));
        first.IsFirst().ShouldBeTrue();
    }

    /// <summary>Others change it on a hijack only (ward-5-6b).</summary>
    [Theory]
    [InlineData("ward", true)]
    [InlineData("asaka", false)]
    [InlineData("tochigi", false)]
    [InlineData("yamaguchi", false)]
    public void Only_the_ward_changes_the_password_for_an_impersonation_too(string pack, bool changes) => Shipped
        .Folder.Load(pack)
        .Runbooks[TroubleKind.Impersonation]
        .Steps.Any(step => step.Id == "change-password")
        .ShouldBe(changes);

    /// <summary>
    /// A private grumble has no right content to put in its place; either may be taken out of sight with the head's consent.
    /// </summary>
    [Fact]
    public void Only_wrong_content_is_put_right_and_either_may_be_hidden()
    {
        foreach (var name in Shipped.Folder.Names.Where(name => name != "private"))
            foreach (var isOfAnother in (bool[])[true, false])
                Shipped.Folder.Load(name).Runbooks[TroubleKind.Mispost].StepsFor(isOfAnother).ShouldContain(step => step.Id == "hide-post", name);

        var own = Shipped.Sample.Runbooks[TroubleKind.Mispost];
        own.StepsFor(isOfAnotherAccount: true).ShouldNotContain(step => step.Clause == "sample-7-4-1");
        own.StepsFor(isOfAnotherAccount: false).ShouldContain(step => step.Clause == "sample-7-4-1");
    }
}
