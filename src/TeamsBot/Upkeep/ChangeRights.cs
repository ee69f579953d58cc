using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Upkeep;

/// <summary>Who may tell a change of a medium, and who may end the note of it; asked by the card and again at the press.</summary>
internal static class ChangeRights
{
    public static bool MayTell(Person person) => MayEnd(person) || person.Has(Role.PrHead) || person.Has(Role.Head);

    public static bool MayEnd(Person person) => person.Has(Role.Desk) || person.Has(Role.Admin);
}
