using TeamsBot.Approvals.Model;

namespace TeamsBot.Tests.Conversations;

/// <summary>Where a draft may go and who is asked: the account, the route, the deputy. Without a route it stays where it is.</summary>
public sealed class RouteTests
{
    private const string Sato = "a0000000-0000-4000-8000-000000000001";
    private const string Suzuki = "a0000000-0000-4000-8000-000000000002";
    private const string Tanaka = "a0000000-0000-4000-8000-000000000003";
    private const string Takahashi = "a0000000-0000-4000-8000-000000000004";

    [Fact]
    public async Task An_account_that_cannot_be_posted_to_is_refused_with_whom_to_ask()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.PasteAsync();
        (string Account, string Sentence)[] refusals =
        [
            ("", "投稿先のアカウントを選んでください"),
            ("no-such-account", "台帳にないアカウントです"),
            ("library-instagram", "休止中のため投稿できません。再開するときは、所管の図書館に相談してください"),
            ("kanko-x", "閉鎖されています"),
            ("bosai-x", "防災課のアカウントです。広報課からは投稿できません。防災課に依頼してください"),
        ];

        foreach (var (account, sentence) in refusals)
        {
            var card = Scenario.CardOf(scenario.Author);
            var stamp = (await scenario.DraftAsync()).Stamp.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Scenario
                .Shown(
                    await scenario.Author.PressForgedAsync(card, Scenario.HandIn, Forgery.With(Scenario.Plan(account), ("stamp", stamp)))
                )
                .ShouldContain(sentence);
            (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Composing);
            (await scenario.DraftAsync()).AccountId.ShouldBeNull();
        }

        scenario.Checker.Chat.FromBot.ShouldNotContain(message => message.Card != null && BotHost.IsOf(message.Card.Value, 1));
    }

    [Fact]
    public async Task Without_a_head_the_draft_stays_and_says_why_and_the_administrator_is_told()
    {
        await using var host = await BotHost.StartAsync(settings: People(head: false));
        var author = await host.OpenAsync(BotHost.Author);
        var admin = await host.OpenAsync(BotHost.Checker);
        await author.SayAsync(Scenario.Text);
        var card = await host.SeesCardAsync(author, "下書き");

        var words = Scenario.Shown(await author.PressAsync(card, Scenario.HandIn, Scenario.Plan()));

        words.ShouldStartWith("下書き");
        words.ShouldContain("決裁者（広報課長）が登録されていません。下書きは申請せずに残してあります");
        await host.SeesTextAsync(admin.Chat, "承認経路の登録をお願いします");
        await host.SeesCardAsync(author, "下書き");
    }

    [Fact]
    public async Task A_draft_held_back_for_want_of_a_route_can_be_handed_in_unchanged_once_there_is_one()
    {
        using var folder = new TempFolder();
        var time = new FakeTime(BotHost.Morning);
        var host = await BotHost.StartAsync(folder.Path, time, settings: People(head: false));
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync(Scenario.Text);
        var draft = await host.SeesCardAsync(author, "下書き");
        Scenario.Shown(await author.PressAsync(draft, Scenario.HandIn, Scenario.Plan())).ShouldContain("登録されていません");
        var saved = await host.SeesAsync(author.Chat, message =>
            message.Card is { } card && BotHost.Words(card).Contains("星見市（X）@hoshimi_city", StringComparison.Ordinal)
        );
        var press = Forgery.ActionOf(saved, Scenario.HandIn);
        foreach (var (name, value) in Scenario.Plan()) press["data"]![name] = value;
        (await author.ExecuteAsync(saved, press.DeepClone().AsObject(), "manual")).IsAccepted.ShouldBeTrue();
        await host.StopAsync();
        time.Advance(TimeSpan.FromMinutes(11));

        // The very same press, from the card as it stood: by now it is meant anew.
        await using var mended = await BotHost.StartAsync(folder.Path, time, settings: People(head: true));
        var again = await mended.OpenAsync(BotHost.Author);

        Scenario.Shown(await again.ExecuteAsync(saved, press, "manual")).ShouldStartWith("確認中");
    }

    [Fact]
    public async Task An_absent_head_is_replaced_by_the_deputy_and_the_card_and_the_history_say_so()
    {
        await using var host = await BotHost.StartAsync(settings: People(head: true, absent: true, deputy: Takahashi));
        var scenario = await new Scenario(host).InstalledAsync();
        var deputy = await host.OpenAsync("高橋 由美");
        var card = await scenario.SubmitAsync();
        await scenario.Checker.PressAsync(card, "確認済みにする", Scenario.Ticks);

        var asked = await host.SeesCardAsync(deputy, "決裁待ち");
        BotHost.Words(asked.Card!.Value).ShouldContain("田中 誠の代決です。");
        Scenario.Shown(await deputy.PressAsync(asked, "承認する", Scenario.Ticks)).ShouldStartWith("承認済");

        BotHost.Words((await host.SeesCardAsync(scenario.Author, "承認済")).Card!.Value).ShouldContain("高橋 由美（課長補佐・田中 誠の代決）");
        await scenario.Author.SayAsync("履歴　１");
        var history = await host.SeesAsync(scenario.Author.Chat, message =>
            message.Card is { } any && BotHost.Words(any).Contains("カードの送付状況", StringComparison.Ordinal)
        );
        BotHost.Words(history.Card!.Value).ShouldContain("承認　高橋 由美（課長補佐・田中 誠の代決）");
        scenario.Head.Chat.FromBot.ShouldNotContain(message => message.Card != null && BotHost.IsOf(message.Card.Value, 1));
    }

    [Fact]
    public async Task A_deputy_who_wrote_the_draft_does_not_decide_it()
    {
        await using var host = await BotHost.StartAsync(settings: People(head: true, absent: true, deputy: Sato));
        var scenario = await new Scenario(host).InstalledAsync();
        var card = await scenario.PasteAsync();

        Scenario.Shown(await scenario.Author.PressAsync(card, Scenario.HandIn, Scenario.Plan())).ShouldContain("田中 誠さんは不在で、代決できる人がいません");

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Composing);
    }

    /// <summary>The persons of the sample, without or with a head who is away all month.</summary>
    private static string[] People(bool head, bool absent = false, string? deputy = null)
    {
        (string Id, string Name, string Title, string[] Roles)[] persons =
        [
            (Sato, BotHost.Author, "主事", ["writer"]),
            (Suzuki, BotHost.Checker, "係長", ["reviewer", "writer", "desk", "admin"]),
            (Takahashi, "高橋 由美", "課長補佐", ["reviewer", "desk"]),
            (Tanaka, BotHost.Head, "課長", head ? ["head", "prHead"] : ["reviewer"]),
        ];
        var settings = persons.SelectMany((person, at) => (string[])
        [
            $"--People:Persons:{at}:id={person.Id}",
            $"--People:Persons:{at}:name={person.Name}",
            $"--People:Persons:{at}:section=広報課",
            $"--People:Persons:{at}:title={person.Title}",
            .. person.Roles.Select((role, number) => $"--People:Persons:{at}:roles:{number}={role}"),
        ]);
        if (deputy is null) return [.. settings];
        string[] away = ["--People:Deputies:0:from=2026-11-01", "--People:Deputies:0:to=2026-11-30"];
        return [.. settings, $"--People:Deputies:0:for={Tanaka}", $"--People:Deputies:0:by={deputy}", .. absent ? away : []];
    }
}
