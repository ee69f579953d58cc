namespace TeamsBot.LocalTeams.Bot;

/// <summary>
/// Installs the bot for everybody and in the team when the page is first opened, as an organisation's setup policy does, so that a reviewer
/// can be written to before ever having opened the page. Tried again at the next opening where the bot did not take the events.
/// </summary>
internal sealed class FirstOpening(LocalTenant tenant, TeamsClients clients)
{
    private readonly Lock gate = new();
    private Task<bool>? installing;

    /// <summary>Does not wait: the page shows what there is, and greetings arrive as they come.</summary>
    public void Begin()
    {
        lock (gate)
        {
            if (installing is null or { IsCompletedSuccessfully: true, Result: false } or { IsFaulted: true }) installing = InstallAsync();
        }
    }

    private async Task<bool> InstallAsync()
    {
        // The page must not wait for the bot, not even for the part before the first real wait.
        await Task.Yield();
        var all = true;
        foreach (var person in tenant.People) all &= await clients.Of(person).InstallAsync();
        return all & await clients.Of(tenant.People[0]).InstallInTeamAsync();
    }
}
