using System.Text;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.LocalTeams.Files;
using TeamsBot.People;
using TeamsBot.Tests.Tables;

namespace TeamsBot.Tests.Conversations;

/// <summary>「職員取込」: an administrator brings a list, sees what it changes and which rows are faulty, and confirms; no restart.</summary>
public sealed class ImportPeopleTests
{
    private const string Header = "オブジェクトID\t氏名\t所属\t職名\t役割";
    private const string Sato = "a0000000-0000-4000-8000-000000000001\t佐藤 花子\t広報課\t主事\t起案者";
    private const string Suzuki = "a0000000-0000-4000-8000-000000000002\t鈴木 一郎\t広報課\t係長\t起案者、広報担当、管理者";
    private const string Tanaka = "a0000000-0000-4000-8000-000000000003\t田中 誠\t広報課\t課長\t所属長、広報課長";
    private const string Takahashi = "a0000000-0000-4000-8000-000000000004\t高橋 由美\t広報課\t課長補佐\t広報担当";
    private const string Yamada = "a0000000-0000-4000-8000-000000000005\t山田 太郎\t広報課\t主事\t確認者";
    private const string Nobody = "b0000000-0000-4000-8000-000000000001\t伊藤 恵\t広報課\t主任\t起案者";

    [Fact]
    public async Task Reviewers_of_a_waiting_draft_change_with_the_confirmation_and_not_before()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var yamada = await host.OpenAsync(BotHost.Outsider);
        await scenario.SubmitAsync();

        var preview = await SayAsync(host, scenario.Checker, $"職員取込\n{Header}\n{Suzuki}\n{Takahashi}\n{Yamada}");
        var words = BotHost.Words(preview.Card!.Value);
        words.ShouldContain("新しい方 0名　変わる方 3名　同じ方 0名　一覧にない方 5名");
        words.ShouldContain("山田 太郎：観光課→広報課　役割なし→確認者");
        (await scenario.DraftAsync()).OpenReviews.Select(review => review.ReviewerName).ShouldContain("鈴木 一郎");

        Shown(await scenario.Checker.PressAsync(preview, "この内容で取り込む", Keep)).ShouldContain("取り込みました");

        Scenario.Shown(await yamada.PressAsync(await host.SeesCardAsync(yamada, "確認中"), "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");
        (await host.ReadAsync(db => db.AuditEntries.Where(entry => entry.Action == "people.import").CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Every_faulty_row_is_named_and_nobody_is_lost_by_one()
    {
        await using var host = await BotHost.StartAsync();
        var admin = await host.OpenAsync(BotHost.Checker);

        var preview = await SayAsync(
            host,
            admin,
            $"職員取込\n{Header}\n{Nobody}\nxyz\t伊藤\t広報課\t主任\t起案者\n{Nobody}\n{Yamada.Replace("広報課", "税務課", StringComparison.Ordinal)}"
                + $"\n{Tanaka.Replace("所属長", "王様", StringComparison.Ordinal)}"
        );
        var words = BotHost.Words(preview.Card!.Value);
        words.ShouldSatisfyAllConditions(
            shown => shown.ShouldContain("取り込めない行　4件"),
            shown => shown.ShouldContain("・3行目　オブジェクトIDが"),
            shown => shown.ShouldContain("・4行目　同じオブジェクトIDの人が二人います"),
            shown => shown.ShouldContain("・5行目　所属「税務課」は組織の一覧にありません"),
            shown => shown.ShouldContain("・6行目　役割「王様」が分かりません"),
            shown => shown.ShouldContain("一覧にない方はそのまま残します"));

        Shown(await admin.PressAsync(preview, "取り込めない行を除いて取り込む", new Dictionary<string, string> { ["others"] = "remove" }))
            .ShouldContain("いまの職員 9名");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("shift_jis")]
    [InlineData("xlsx")]
    public async Task A_file_is_read_as_what_is_pasted(string kind)
    {
        await using var host = await BotHost.StartAsync();
        var admin = await host.OpenAsync(BotHost.Checker);
        var csv = $"{Header}\n{Nobody}".Replace('\t', ',');
        var file = kind switch
        {
            "utf-8" => new LocalFile("職員.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)], LocalFileKind.Shared),
            "shift_jis" => new LocalFile("職員.csv", CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(csv),
                LocalFileKind.Shared),
            _ => new LocalFile("職員.xlsx", Sheet(Header, Nobody), LocalFileKind.Shared),
        };

        await admin.SendAsync(kind == "xlsx" ? "" : "職員取込", [file]);
        var preview = await host.SeesAsync(admin.Chat, IsPreview);
        BotHost.Words(preview.Card!.Value).ShouldContain("伊藤 恵（広報課 主任）起案者");
        Shown(await admin.PressAsync(preview, "この内容で取り込む", Keep)).ShouldContain("新しい方 1名");

        (await People(host)).ShouldContain(person => person.Name == "伊藤 恵");
    }

    [Fact]
    public async Task The_list_of_users_that_Entra_downloads_is_understood_and_leaves_roles()
    {
        await using var host = await BotHost.StartAsync();
        var admin = await host.OpenAsync(BotHost.Checker);
        var csv =
            "userPrincipalName,displayName,id,userType,jobTitle,department\ny@example.jp,山田 太郎,a0000000-0000-4000-8000-000000000005,Member,"
                + "主任,広報課\nt@example.jp,田中 誠,a0000000-0000-4000-8000-000000000003,Member,部長,広報課";

        await admin.SayAsync("English");
        var preview = await SayAsync(host, admin, $"import people\n{csv}");
        BotHost.Words(preview.Card!.Value).ShouldContain("There is no column of roles");
        Shown(await admin.PressAsync(preview, "Import", Keep)).ShouldContain("2 changed");

        (await People(host)).Single(person => person.Name == "田中 誠").ShouldSatisfyAllConditions(
            person => person.Title.ShouldBe("部長"), person => person.Roles.ShouldBe([TeamsBot.Packs.Role.Head, TeamsBot.Packs.Role.PrHead]));
    }

    [Fact]
    public async Task Whoever_is_not_listed_is_taken_away_where_the_administrator_says_so_and_stays_away_after_a_restart()
    {
        using var folder = new TempFolder();
        var time = new FakeTime(BotHost.Morning);
        var host = await BotHost.StartAsync(folder.Path, time);
        var admin = await host.OpenAsync(BotHost.Checker);
        var preview = await SayAsync(host, admin, $"職員取込\n{Header}\n{Sato}\n{Suzuki}\n{Tanaka}\n{Yamada}");
        Shown(await admin.PressAsync(preview, "この内容で取り込む", new Dictionary<string, string> { ["others"] = "remove" }))
            .ShouldContain("外した方 4名　いまの職員 4名");
        await host.StopAsync();

        await using var again = await BotHost.StartAsync(folder.Path, time);
        (await People(again)).Select(person => person.Name).ShouldBe(["佐藤 花子", "鈴木 一郎", "田中 誠", "山田 太郎"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_taken_away()
    {
        await using var host = await BotHost.StartAsync();
        var admin = await host.OpenAsync(BotHost.Checker);
        var preview = await SayAsync(host, admin, $"職員取込\n{Header}\n{Suzuki.Replace("、管理者", "", StringComparison.Ordinal)}");

        Shown(await admin.PressAsync(preview, "この内容で取り込む", Keep)).ShouldContain("管理者がいなくなります");

        (await host.ReadAsync(db => db.PeopleSnapshots.CountAsync())).ShouldBe(0);
        (await People(host)).Single(person => person.Name == "鈴木 一郎").Has(TeamsBot.Packs.Role.Admin).ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_head_beside_one_who_stays_is_refused_and_taken_where_the_other_goes()
    {
        await using var host = await BotHost.StartAsync();
        var admin = await host.OpenAsync(BotHost.Checker);
        var preview = await SayAsync(host, admin,
            $"職員取込\n{Header}\n{Sato}\n{Suzuki}\n{Yamada.Replace("確認者", "所属長、広報課長", StringComparison.Ordinal)}");

        Shown(await admin.PressAsync(preview, "この内容で取り込む", Keep)).ShouldContain("「広報課」の所属長が二人います");
        Shown(await admin.PressAsync(preview, "この内容で取り込む", new Dictionary<string, string> { ["others"] = "remove" }))
            .ShouldContain("いまの職員 3名");
    }

    [Fact]
    public async Task Others_cannot_and_what_they_try_is_written_down()
    {
        await using var host = await BotHost.StartAsync();
        var admin = await host.OpenAsync(BotHost.Checker);
        var author = await host.OpenAsync(BotHost.Author);
        var preview = await SayAsync(host, admin, $"職員取込\n{Header}\n{Nobody}");

        await author.SayAsync("職員取込");
        await host.SeesTextAsync(author.Chat, "職員を取り込めるのは管理者です");
        (await author.PressAsync(preview, preview.Card!.Value, "この内容で取り込む", Keep)).ToCardAnswer().Text.ShouldNotBeNull()
            .ShouldContain("管理者です");

        (await host.ReadAsync(db => db.PeopleSnapshots.CountAsync())).ShouldBe(0);
        (await host.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "people.refused"))).ShouldBe(2);
    }

    [Fact]
    public async Task A_preview_is_used_once_and_by_whoever_made_it()
    {
        await using var host = await BotHost.StartAsync();
        var admin = await host.OpenAsync(BotHost.Checker);
        var preview = await SayAsync(host, admin, $"職員取込\n{Header}\n{Nobody}");
        Shown(await admin.PressAsync(preview, "この内容で取り込む", Keep)).ShouldContain("取り込みました");
        host.Time.Advance(TimeSpan.FromMinutes(11));

        Shown(await admin.PressAsync(preview, "この内容で取り込む", Keep)).ShouldContain("この確認は使えなくなりました");

        (await host.ReadAsync(db => db.PeopleSnapshots.CountAsync())).ShouldBe(1);
    }

    private static Dictionary<string, string> Keep => new() { ["others"] = "keep" };

    private static async Task<IReadOnlyList<Person>> People(BotHost host)
    {
        await Task.Yield();
        return ((CurrentPeople)host.Services.GetService(typeof(CurrentPeople))!).Now.Persons;
    }

    private static bool IsPreview(ChatMessage message) => message.Card is { } card && BotHost.Words(card) is var words
        && (words.StartsWith("職員取込", StringComparison.Ordinal) || words.StartsWith("Import people", StringComparison.Ordinal));

    private static async Task<ChatMessage> SayAsync(BotHost host, TeamsClient client, string text)
    {
        await client.SayAsync(text);
        return await host.SeesAsync(client.Chat, IsPreview);
    }

    private static string Shown(BotAnswer answer) => Scenario.Shown(answer);

    private static byte[] Sheet(params string[] rows) =>
        WorkbookTests.Book(
            string.Concat(
                rows.Select(
                    (row, at) =>
                        $"<row r=\"{at + 1}\">{string.Concat(row.Split('\t').Select((cell, column) => $"<c r=\"{(char)('A' + column)}{at + 1}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>"
                )
            ),
            "<si><t/></si>"
        );
}
