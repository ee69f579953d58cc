namespace TeamsBot.Tests;

/// <summary>The instrument of <see cref="DependencyTests"/> sees what it must see.</summary>
public sealed class TypeUsesTests
{
    [Theory]
    [InlineData("InField", true)]
    [InlineData("InBody", true)]
    [InlineData("InStaticField", true)]
    [InlineData("InLambda", true)]
    [InlineData("InIterator", true)]
    [InlineData("InTypeArgument", true)]
    [InlineData("InMethodArgument", true)]
    [InlineData("InSwitch", true)]
    [InlineData("InCatch", true)]
    [InlineData("InAttribute", true)]
    [InlineData("InConstraint`1", true)]
    [InlineData("InBase", true)]
    [InlineData("InNothing", false)]
    public void A_use_is_seen_wherever_it_stands(string user, bool isUse)
        => TypeUses.In(typeof(TypeUsesTests).Assembly)
            .Any(use => use.From == new TypeName("TeamsBot.Tests.Samples", user) && use.To.Namespace == "TeamsBot.Tests.Samples.Used")
            .ShouldBe(isUse);
}
