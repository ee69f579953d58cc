using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.RosterDesk;
using TeamsBot.Rosters;

namespace TeamsBot.Tests.Rosters;

/// <summary>The form of a week holds six lists of people and the weeks to come, and still fits.</summary>
public sealed class RosterCardSizeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_form_of_a_large_section_fits_a_message(bool isEnglish)
    {
        using var database = new TempDatabase();
        using var db = database.CreateDbContext();
        var (language, now) = (isEnglish ? CardLanguage.En : CardLanguage.Ja, Conversations.BotHost.Morning);
        var persons = Enumerable.Range(0, 60).Select(number => new Person(
            $"a0000000-0000-4000-8000-0000000000{number:00}", $"勅使河原 龍之介{number}", null, "広報課", "課長補佐", [Role.Reviewer])).ToList();
        var people = new PeopleDirectory(persons, []);
        var roster = new DutyRoster(db, people);
        for (var week = 0; week < 20; week++)
            foreach (var duty in Duties.All)
                roster.Row("tenant", "広報課", duty, new DateOnly(2026, 11, 16).AddDays(7 * week))
                    .Enter(persons[week].ObjectId, persons[week + 1].ObjectId, "鈴木 一郎", now);
        var reader = new RosterReader(persons[0], "tenant", new DateOnly(2026, 11, 20), now, language);

        var card = new RosterFormCard(roster, people)
            .For(RosterForm.Of(roster, "tenant", "広報課", new DateOnly(2026, 11, 16)), reader);

        CardSize.FitsMessage(card).ShouldBeTrue();
    }
}
