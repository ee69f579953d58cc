using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Commands;
using TeamsBot.Hosting;
using TeamsBot.Packs;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Tests.Commands;

public sealed class CliTests
{
    [Theory]
    [InlineData(new string[0], new string[0])]
    [InlineData(new[] { "serve", "--urls", "http://localhost:1" }, new[] { "--urls", "http://localhost:1" })]
    [InlineData(new[] { "--Pack:Name=asaka" }, new[] { "--Pack:Name=asaka" })]
    [InlineData(new[] { "Pack:Name=asaka" }, new[] { "Pack:Name=asaka" })]
    [InlineData(new[] { "--help" }, null)]
    [InlineData(new[] { "serve", "--help" }, null)]
    [InlineData(new[] { "check", "文" }, null)]
    [InlineData(new[] { "chekc", "文" }, null)]
    public void Only_settings_and_serve_start_the_server(string[] args, string[]? settings) => Cli.ServeArguments(args).ShouldBe(settings);

    [Fact]
    public async Task A_mistyped_command_is_an_error_and_not_a_server()
    {
        var run = await CliRun.Of("", "chekc", "文");

        run.ExitCode.ShouldNotBe(0);
        run.Error.ShouldContain("chekc");
    }

    [Theory]
    [InlineData("--help", "check")]
    [InlineData("serve --help", "--Pack:Name")]
    [InlineData("check --help", "--jsonl")]
    [InlineData("ask --help", "--documents")]
    [InlineData("routes --help", "--pack")]
    [InlineData("audit --help", "verify")]
    [InlineData("audit verify --help", "--kept")]
    [InlineData("package --help", "--bot-id")]
    [InlineData("clauses --help", "--tests")]
    public async Task Every_command_has_help(string args, string words)
    {
        var run = await CliRun.Of("", args.Split(' '));

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        run.Out.ShouldContain(words);
    }

    [Fact]
    public async Task A_pack_that_is_not_there_stops_the_start_with_words_and_a_status()
    {
        var run = await CliRun.Of("", "--environment=Development", "--Pack:Name=nowhere");

        run.ExitCode.ShouldBe(SettingsRefusedException.ExitCode);
        run.Error.ShouldContain("パック「nowhere」が見つかりません");
        run.Error.ShouldContain("There is no pack 'nowhere'");
    }

    [Fact]
    public async Task A_wrong_policy_stops_the_start_with_file_line_and_field()
    {
        using var packs = new TempFolder();
        Directory.CreateDirectory(packs.File("broken"));
        File.WriteAllText(packs.File("broken/policy.yaml"), "pack: broken\nmode: offical\n");

        var run = await CliRun.Of("", "--environment=Development", $"--Packs:Folder={packs.Path}", "--Pack:Name=broken");

        run.ExitCode.ShouldBe(SettingsRefusedException.ExitCode);
        run.Error.ShouldContain("policy.yaml:2:7 [mode]");
    }

    [Fact]
    public async Task A_port_that_is_taken_stops_the_start_with_words_and_a_status()
    {
        using var folder = new TempFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var run = await CliRun.Of(
            "",
            "--environment=Development",
            $"--Data:File={folder.File("bot.db")}",
            $"--urls=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}"
        );

        run.ExitCode.ShouldBe(69);
        run.Error.ShouldContain("ポートを別のプログラムが使っています");
    }

    [Theory]
    [InlineData("asaka")]
    [InlineData("private")]
    [InlineData("tochigi")]
    [InlineData("ward")]
    [InlineData("yamaguchi")]
    public void Every_shipped_pack_can_be_served(string name)
    {
        using var app = Serving.Build(["--environment=Development", $"--Pack:Name={name}"]);

        app.Services.GetRequiredService<Pack>().Name.ShouldBe(name);
    }

    [Fact]
    public void The_settings_at_the_top_of_the_repository_are_read_wherever_the_program_is_started_from()
    {
        using var elsewhere = new TempFolder();
        File.WriteAllText(
            elsewhere.File("appsettings.json"),
            """{ "Logging": { "LogLevel": { "Microsoft.EntityFrameworkCore": "Trace" } } }"""
        );

        using var app = Serving.Build(["--environment=Development", $"--contentRoot={elsewhere.Path}"]);

        app.Environment.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar)
            .ShouldBe(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        app.Configuration["Logging:LogLevel:Microsoft.EntityFrameworkCore"].ShouldBe("Warning");
    }
}
