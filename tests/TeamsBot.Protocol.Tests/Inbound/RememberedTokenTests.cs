using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Inbound;

/// <summary>A verified token is remembered, and is worth no more for it: it expires, goes with its key, and vouches for no other.</summary>
public sealed class RememberedTokenTests : IDisposable
{
    private readonly BotHost bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_remembered_token_expires_all_the_same()
    {
        var token = "Bearer " + bot.Token();
        (await bot.PostAsync(Samples.Message(), token)).Status.ShouldBe(202);
        bot.Time.Advance(TimeSpan.FromMinutes(64));
        (await bot.PostAsync(Samples.Message(), token)).Status.ShouldBe(202);
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        (await bot.PostAsync(Samples.Message(), token)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_remembered_token_is_forgotten_with_its_key()
    {
        var token = "Bearer " + bot.Token();
        (await bot.PostAsync(Samples.Message(), token)).Status.ShouldBe(202);
        bot.Signing.Keys.Clear();
        bot.Signing.Publish("k1", bot.Signing.OtherKey);
        await bot.Get<SigningKeys>().RefreshAsync();
        (await bot.PostAsync(Samples.Message(), token)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_remembered_token_does_not_help_a_changed_one()
    {
        var token = bot.Token();
        (await bot.PostAsync(Samples.Message(), "Bearer " + token)).Status.ShouldBe(202);
        var changed = token[..^4] + (token.EndsWith("AAAA", StringComparison.Ordinal) ? "AABA" : "AAAA");
        (await bot.PostAsync(Samples.Message(), "Bearer " + changed)).Status.ShouldBe(401);
        bot.Logs.Lines.Last().Text.ShouldContain($"refused: {RefusalReason.SignatureWrong},");
    }

    [Fact]
    public async Task The_memory_of_verified_tokens_is_bounded()
    {
        var memory = new VerifiedTokens(bot.Time);
        (await bot.PostAsync(Samples.Message())).Status.ShouldBe(202);
        var key = bot.Get<SigningKeys>().Known("k1")!;
        var now = bot.Time.GetUtcNow().ToUnixTimeSeconds();
        for (var number = 0; number < VerifiedTokens.Capacity; number++)
            memory.Remember($"old{number}", new TokenClaims(key, "x", now - 9000, now - 1000));
        memory.Remember("new", new TokenClaims(key, "x", now, now + 60));
        memory.Find("old5").ShouldBeNull();
        memory.Find("new").ShouldNotBeNull();
    }
}
