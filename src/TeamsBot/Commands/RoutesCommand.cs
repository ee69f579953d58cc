using System.CommandLine;
using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Commands;

/// <summary>
/// <c>routes</c>: who would be asked today about a draft for each running account, writer by writer, so that a gap in the settings shows
/// before somebody's draft stops at it.
/// </summary>
internal static class RoutesCommand
{
    public static Command Create(CliStreams streams)
    {
        var pack = new Option<string>("--pack")
        {
            Description = "パックの名前。省くと設定 Pack:Name / The pack; by default the one of the settings",
            DefaultValueFactory = _ => PacksFeature.NameIn(CommandSettings.Read()),
        };
        var packs = new Option<string?>("--packs") { Description = "パックのフォルダー / The folder of packs" };
        var command = new Command(
            "routes",
            "アカウントごとの確認者と決裁者を並べます。経路のない起案者がいれば終了コード1です。 / Lists reviewers and approvers of each account. Ends with 1 when a writer has no "
                + "route."
        )
        {
            pack, packs,
        };
        command.SetAction(
            (parsed, _) =>
                ListAsync(
                    parsed.GetRequiredValue(pack),
                    PacksFeature.FolderOf(parsed.GetValue(packs), CommandSettings.Read()),
                    TimeProvider.System,
                    streams
                )
        );
        return command;
    }

    private static async Task<int> ListAsync(string name, PackFolder folder, TimeProvider time, CliStreams streams)
    {
        var pack = folder.Load(name);
        var section = CommandSettings.Read().GetSection("People");
        if (PeopleFeature.GraphOf(section) is not null)
        {
            await streams.Error.WriteLineAsync(
                "職員はMicrosoft Graphから読み込む設定です（People:Source）。ボットに「職員」と送って確かめてください。"
                + " / People come from Microsoft Graph (People:Source); send 'people' to the bot.");
            return ExitCodes.Unavailable;
        }

        var people = PeopleFeature.Load(section, pack, folder);
        var (register, exitCode) = (new AccountRegister(pack), ExitCodes.Done);
        foreach (var account in register.All.Where(account => AccountRegister.StateRefusal(account) is null))
        {
            var writers = people.Holding(Role.Writer).Where(writer => register.Refusal(account, writer) is null).ToList();
            await streams.Out.WriteLineAsync($"{AccountRegister.Display(account)} [{account.Id}]");
            if (writers.Count == 0) exitCode = await NoRouteAsync(streams, $"{account.Section}に起案者がいません");
            foreach (var writer in writers)
            {
                var route = people.ResolveRoute(pack, account, writer.ObjectId, time.GetUtcNow());
                if (route.Refusal is { } refusal) exitCode = await NoRouteAsync(streams, $"起案 {writer.Name}: {refusal.Japanese}");
                else
                    await streams.Out.WriteLineAsync(
                        $"  起案 {writer.Name} → 確認 {string.Join('・', route.Reviewers.Select(Named))} → 決裁 {Named(route.Final!)}"
                    );
            }
        }

        return exitCode;
    }

    private static string Named(RoutePerson person) =>
        person.OnBehalfOf is { } absent ? $"{person.Person.Name}（{absent.Name}の代決）" : person.Person.Name;

    private static async Task<int> NoRouteAsync(CliStreams streams, string words)
    {
        await streams.Out.WriteLineAsync($"  × {words}");
        return ExitCodes.Found;
    }
}
