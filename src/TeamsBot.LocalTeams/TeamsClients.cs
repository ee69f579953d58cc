using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Files;

namespace TeamsBot.LocalTeams;

/// <summary>Hands out the people's clients.</summary>
public sealed class TeamsClients
{
    private readonly LocalTenant tenant;
    private readonly ActivityComposer composer;
    private readonly BotCaller bot;
    private readonly FileAttachments files;

    internal TeamsClients(LocalTenant tenant, ActivityComposer composer, BotCaller bot, FileAttachments files) =>
        (this.tenant, this.composer, this.bot, this.files) = (tenant, composer, bot, files);

    public TeamsClient Of(Persona person) => new(tenant, composer, bot, files, person);

    /// <summary>By the person's key.</summary>
    public TeamsClient Of(string key) => Of(tenant.Person(key));
}
