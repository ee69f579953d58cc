using TeamsBot.LocalTeams;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Hosting;

/// <summary>The people of the local Teams are those of the organisation, so that the bot knows whoever speaks there.</summary>
internal static class Stage
{
    public static void Fill(LocalTeamsOptions local, Pack pack, PeopleDirectory people)
    {
        local.TeamName = pack.Organisation.Name;
        local.ChannelName = "SNS発信";
        foreach (var person in people.Persons)
        {
            local.People.Add(new Persona
            {
                Key = KeyOf(local.People.Count),
                ObjectId = person.ObjectId,
                Name = person.Name,
                Section = person.Section,
                Title = TitleOf(person),
            });
        }

        // Private use asks nobody; somebody has to be there to speak.
        if (local.People.Count == 0)
            local.People.Add(
                new Persona
                {
                    Key = KeyOf(0),
                    ObjectId = "a0000000-0000-4000-8000-0000000000ff",
                    Name = "試用 花子",
                    Title = "本人",
                }
            );
    }

    private static string KeyOf(int index) => $"p{index + 1}";

    /// <summary>The part a person plays in an approval, by the role that matters most.</summary>
    private static string TitleOf(Person person) => person switch
    {
        _ when person.Has(Role.PrHead) => Role.PrHead.InJapanese(),
        _ when person.Has(Role.Head) => Role.Head.InJapanese(),
        _ when person.Has(Role.Reviewer) => Role.Reviewer.InJapanese(),
        _ when person.Has(Role.Writer) => Role.Writer.InJapanese(),
        _ => person.Title,
    };
}
