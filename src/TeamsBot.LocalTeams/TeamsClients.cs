using TeamsBot.LocalTeams.Bot;

namespace TeamsBot.LocalTeams;

/// <summary>Hands out the people's clients.</summary>
public sealed class TeamsClients
{
    private readonly LocalTenant tenant;
    private readonly ActivityComposer composer;
    private readonly BotCaller bot;

    internal TeamsClients(LocalTenant tenant, ActivityComposer composer, BotCaller bot) => (this.tenant, this.composer, this.bot) = (tenant, composer, bot);

    public TeamsClient Of(Persona person) => new(tenant, composer, bot, person);

    /// <summary>By the person's key.</summary>
    public TeamsClient Of(string key) => Of(tenant.Person(key));
}
