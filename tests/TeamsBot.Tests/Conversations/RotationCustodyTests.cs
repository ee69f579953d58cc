using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Checks.Context;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>Who may keep a password, what they hear of it, and what is asked where nobody has said who does.</summary>
public sealed class RotationCustodyTests
{
    private const string Nobody = "b0000000-0000-4000-8000-000000000099";

    [Fact]
    public async Task Only_the_accounts_people_and_the_desk_succeed_and_a_successor_who_is_gone_is_not_nobody()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        foreach (var account in (string[])["koho-x", "kiki-x"])
            await play.EntrustAsync(desk, account, $"{RotationPlay.Suzuki},{RotationPlay.Takahashi}", "2026-10-01");
        await desk.SayAsync("異動 高橋→佐藤");
        await host.SeesTextAsync(desk.Chat, "栃木県危機管理課（危機管理課）の所属の職員でも広報担当でもないため、後任にできません");

        await desk.SayAsync("異動 koho-x 高橋→佐藤");
        var asked = await play.SeesAsync(desk, "保管者の異動");
        (await desk.PressForgedAsync(asked, "異動を記録する", ("account", "kiki-x"))).ToCardAnswer().Text!.ShouldContain("後任にできません");
        (await desk.PressForgedAsync(asked, "異動を記録する", ("successor", Nobody))).ToCardAnswer().Text!.ShouldContain("職員の一覧にいない");
        (await host.ReadAsync(db => db.AccountCredentials.ToListAsync())).ShouldAllBe(one => one.Custodians.Count == 2);
        (await host.ReadAsync(db => db.DatedTasks.CountAsync())).ShouldBe(0);
        Scenario.Shown(await desk.PressAsync(asked, "異動を記録する")).ShouldContain("1件のパスワードの変更を、保管者にお願いします。");
    }

    [Fact]
    public async Task Successor_and_leaver_hear_of_it_where_no_change_is_asked_for_and_nobody_is_said_to_be_asked()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=asaka");
        var play = new RotationPlay(host);
        var (desk, writer, leaver) =
            (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync("高橋 由美"));
        await play.EntrustAsync(
            desk, "city-x", $"{RotationPlay.Suzuki},{RotationPlay.Takahashi}", "2026-10-01", ("storage", "Vault"), ("place", "執務室の金庫"),
            ("keeper", RotationPlay.Suzuki));
        await desk.SayAsync("担当変更 city-x 高橋→佐藤");

        var answer = Scenario.Shown(await desk.PressAsync(await play.SeesAsync(desk, "保管者の異動"), "異動を記録する"));

        answer.ShouldContain("高橋 由美さんの異動を1件のアカウントに記録しました。");
        answer.ShouldNotContain("お願い");
        await host.SeesTextAsync(writer.Chat, "鈴木 一郎さんが、あなたを");
        await host.SeesTextAsync(leaver.Chat, "のパスワードの保管者から外れたことを、鈴木 一郎さんが記録しました");
    }

    [Fact]
    public async Task A_transfer_over_several_accounts_is_one_message_for_each_of_the_two()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (desk, leaver, successor) =
            (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Author), await host.OpenAsync("高橋 由美"));
        foreach (var account in new[] { "city-x", "city-facebook", "city-instagram", "city-line" })
            await play.EntrustAsync(desk, account, RotationPlay.Sato, "2026-10-01");
        await host.IdleAsync();
        var before = (Leaver: leaver.Chat.FromBot.Count, Successor: successor.Chat.FromBot.Count);
        await desk.SayAsync("異動 佐藤→高橋");

        await desk.PressAsync(await play.SeesAsync(desk, "保管者の異動"), "異動を記録する");
        await host.IdleAsync();

        RotationPlay.Since(leaver, before.Leaver).ShouldHaveSingleItem().ShouldContain("ほか1件 のパスワードの保管者から外れた");
        RotationPlay.Since(successor, before.Successor).Count(said => said.Contains("あなたを", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_typed_while_a_colleague_entered_something_else_stays_in_the_form()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, other) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await writer.SayAsync("保管者 city-x");
        var shown = await play.SeesAsync(writer, "パスワードの管理");
        var form = (await writer.PressAsync(shown, "内容を変える")).ToCardAnswer().Card!.Value;
        await play.EntrustAsync(other, "city-x", RotationPlay.Suzuki, "2026-10-12");

        var late = await writer.PressAsync(shown, form, "登録する", new Dictionary<string, string>
        {
            ["custodians"] = RotationPlay.Sato, ["storage"] = "Vault", ["place"] = "広報課の金庫", ["keeper"] = RotationPlay.Sato,
        });

        Scenario.Shown(late).ShouldContain("開いている間に、内容が変わりました。いまの保管者は鈴木 一郎さんです");
        var again = late.ToCardAnswer().Card!.Value;
        again.GetRawText().ShouldContain("広報課の金庫");
        (await host.ReadAsync(db => db.AccountCredentials.SingleAsync())).Custodians.ShouldBe([RotationPlay.Suzuki]);
        Scenario.Shown(await writer.PressAsync(shown, again, "登録する")).ShouldContain("登録しました");
        (await host.ReadAsync(db => db.AccountCredentials.SingleAsync())).Place.ShouldBe("広報課の金庫");
    }

    [Fact]
    public async Task Of_an_account_whose_password_nobody_is_known_to_keep_its_head_is_asked_and_one_form_ends_it()
    {
        await using var host = await BotHost.StartAsync(settings: ["--Pack:Name=tochigi", "--Rotations:AsksUnknown=true"]);
        var play = new RotationPlay(host);
        var head = await host.OpenAsync("加藤 学");
        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
        await play.SweepAsync();
        var card = await play.SeesAsync(head, "パスワードの保管者と変更日を登録してください");
        Notices.Summary(card).ShouldBe("保管者と変更日の登録　栃木県危機管理課（X）　12/1(火)まで");

        // A reason that lacks leaves in the form what was chosen.
        var refused = await head.PressAsync(card, "期限を延ばす", Fields(("laterUntil", "2026-12-03"), ("laterReason", "")));
        Scenario.Shown(refused).ShouldContain("理由を入力してください");
        refused.ToCardAnswer().Card!.Value.GetRawText().ShouldContain($"\"{RotationPlay.Nakamura}\"");
        refused.ToCardAnswer().Card!.Value.GetRawText().ShouldContain("執務室");
        Scenario.Shown(await head.PressAsync(card, "登録する", Fields(("changedOn", "2026-11-02")))).ShouldContain("登録しました");

        (await host.ReadAsync(db => db.DatedTasks.Where(task => task.AccountId == "kiki-x").Select(task => task.State).ToListAsync()))
            .ShouldBe([TaskState.Done]);
        await play.GoToAsync(RotationPlay.At(2026, 11, 25, 8, 31));
        (await host.ReadAsync(db => db.DatedTasks.CountAsync(task => task.AccountId == "kiki-x"))).ShouldBe(1);
    }

    [Fact]
    public async Task An_account_that_does_not_run_yet_is_not_asked_for_its_password()
    {
        await using var host = await BotHost.StartAsync(settings: "--Rotations:AsksUnknown=true");
        var play = new RotationPlay(host);
        var desk = await host.OpenAsync(BotHost.Checker);
        var id = await PreparingAsync(host);
        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));
        (await host.ReadAsync(db => db.DatedTasks.CountAsync())).ShouldBeGreaterThan(0);
        (await host.ReadAsync(db => db.DatedTasks.CountAsync(task => task.AccountId == id))).ShouldBe(0);

        await play.EntrustAsync(desk, "準備中の広報", $"{RotationPlay.Sato},{RotationPlay.Suzuki}", "2025-12-01");
        await desk.SayAsync("異動 準備中の広報 佐藤→");
        await desk.PressAsync(await play.SeesAsync(desk, "保管者の異動"), "異動を記録する");

        (await host.ReadAsync(db => db.DatedTasks.CountAsync(task => task.AccountId == id))).ShouldBe(0);
    }

    [Fact]
    public async Task Who_is_in_the_list_of_people_no_more_keeps_no_password_and_no_paper()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        await host.OpenAsync(BotHost.Author);
        await InScopeAsync(host, services =>
        {
            var credentials = services.GetRequiredService<CredentialRegister>();
            credentials.Of("koho-x").Entrust([RotationPlay.Sato, Nobody], null, "");
            credentials.Of("kiki-x").Entrust([RotationPlay.Nakamura], Nobody, "");
        });

        await play.GoToAsync(RotationPlay.At(2026, 11, 24, 8, 31));

        var left = await host.ReadAsync(db => db.AuditEntries.Where(entry => entry.Action == "custody.left").ToListAsync());
        left.Select(entry => entry.Subject).ShouldBe(["account:koho-x", "account:kiki-x"], ignoreOrder: true);
        var credentials = await host.ReadAsync(db => db.AccountCredentials.ToListAsync());
        credentials.ShouldAllBe(one => one.KeeperId == null && one.Custodians.Count == 1);
        var task = await host.ReadAsync(db => db.DatedTasks.SingleAsync(task => task.Key.StartsWith("pw-")));
        (task.Key, task.AccountId).ShouldBe(("pw-staff", "koho-x"));
    }

    private static Dictionary<string, string> Fields(params (string Field, string Value)[] more)
    {
        var fields = new Dictionary<string, string>
        {
            ["custodians"] = RotationPlay.Nakamura, ["storage"] = "Vault", ["place"] = "執務室", ["keeper"] = RotationPlay.Nakamura,
        };
        foreach (var (field, value) in more) fields[field] = value;
        return fields;
    }

    private static async Task<string> PreparingAsync(BotHost host)
    {
        var id = "";
        await InScopeAsync(host, services =>
        {
            var now = host.Time.GetUtcNow();
            var account = new RegisteredAccount(
                "準備中の広報", "junbi", Medium.Instagram, null, AccountKind.Section, "広報課", AccountState.Preparing);
            var record = AccountRecord.Register(Guid.CreateVersion7(now), account, null, "鈴木 一郎", now);
            services.GetRequiredService<AccountRegister>().Add(record);
            id = record.AccountId;
        });
        return id;
    }

    private static async Task InScopeAsync(BotHost host, Action<IServiceProvider> act)
    {
        await using var scope = host.Services.CreateAsyncScope();
        act(scope.ServiceProvider);
        await host.Services.GetRequiredService<CommitGate>()
            .SaveAsync(scope.ServiceProvider.GetRequiredService<BotDbContext>(), CancellationToken.None);
    }
}
