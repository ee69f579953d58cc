using TeamsBot.LocalTeams;

namespace TeamsBot.Tests.Conversations;

/// <summary>休止 and 再開 where the guideline does not speak of them, also of an account that stands in the pack.</summary>
public sealed class AccountRestTests
{
    [Fact]
    public async Task An_account_of_the_pack_rests_where_nothing_forbids_it_and_comes_back()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var writer = await host.OpenAsync(BotHost.Author);
        await writer.SayAsync("休止 city-x");
        var form = await host.SeesAsync(writer.Chat, message => RotationPlay.Says(message, "アカウントの休止"));

        (await writer.PressAsync(form, "休止する", Reason(""))).ToCardAnswer().Card!.Value.GetRawText().ShouldContain("休止する理由を入力してください");
        (await writer.PressAsync(form, "休止する", Reason("媒体の整理のため"))).ToCardAnswer().Text!.ShouldContain("を休止にしました");
        await writer.SayAsync("休止 city-x");
        await host.SeesTextAsync(writer.Chat, "いま「休止」です");

        await writer.SayAsync("再開 city-x");
        await host.SeesTextAsync(writer.Chat, "を再開しました。投稿できます");
    }

    private static Dictionary<string, string> Reason(string reason) => new() { ["reason"] = reason };
}
