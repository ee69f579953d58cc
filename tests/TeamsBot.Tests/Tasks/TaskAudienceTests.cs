using AdaptiveCards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Tasks;

/// <summary>Who is told of a task: those in charge who are there, the head or the head's deputy, then the desk.</summary>
public sealed class TaskAudienceTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    private static readonly Person Writer = Named("01", "広報課", Role.Writer);
    private static readonly Person Second = Named("02", "広報課", Role.Writer);
    private static readonly Person Head = Named("03", "広報課", Role.Head);
    private static readonly Person Deputy = Named("04", "広報課", Role.Reviewer);
    private static readonly Person Desk = Named("05", "総務課", Role.Desk);

    [Fact]
    public void Whoever_is_away_is_not_told_and_a_custodian_has_no_deputy()
    {
        var audience = Of([Writer, Second], Away(Writer, Deputy));
        audience.Present(Task(), 0, Day).ShouldBe([Second]);
        Of([Writer], Away(Writer, Deputy)).Present(Task(), 0, Day).ShouldBeEmpty();
        audience.Present(Task(), 0, Day.AddDays(1)).ShouldBe([Writer, Second]);
    }

    [Fact]
    public void The_heads_deputy_is_told_while_the_head_is_away()
    {
        var audience = Of([Writer], Away(Head, Deputy));
        audience.Present(Task(), 1, Day).ShouldBe([Deputy]);
        audience.Present(Task(), 1, Day.AddDays(1)).ShouldBe([Head]);
    }

    [Fact]
    public void Without_a_custodian_the_head_owns_it_and_without_a_head_the_desk()
    {
        Of([]).At(Task(), 0).ShouldBe([Head]);
        Of([]).At(Task("観光課"), 0).ShouldBe([Desk]);
        Of([Writer]).IsFor(Head, Task(), Day).ShouldBeFalse();
        Of([]).IsFor(Head, Task(), Day).ShouldBeTrue();
    }

    [Fact]
    public void What_only_a_head_decides_goes_to_the_desk_where_the_section_has_none()
    {
        Of([Writer]).At(Task(key: "inactive"), 0).ShouldBe([Head]);
        Of([Writer]).At(Task("観光課", "inactive"), 0).ShouldBe([Desk]);
        Of([Writer]).Present(Task("観光課", "inactive"), 0, Day).ShouldBe([Desk]);
    }

    [Theory]
    [InlineData("cadence", 1)]
    [InlineData("policy-submit", 1)]
    [InlineData("dormant-login", 2)]
    public void What_is_overdue_in_a_section_without_a_head_reaches_the_desk(string key, int step) =>
        Of([Writer]).Present(Task("観光課", key), step, Day).ShouldBe([Desk]);

    [Fact]
    public void Whoever_took_it_over_and_is_no_custodian_any_more_is_not_in_charge()
    {
        var task = Task();
        task.HandOver(Second.ObjectId, "出張のため");

        Of([Writer, Second]).At(task, 0).ShouldBe([Second]);
        Of([Writer]).At(task, 0).ShouldBe([Writer]);
    }

    [Fact]
    public void A_message_of_an_open_task_shows_it_to_nobody_who_left_and_of_an_ended_one_does()
    {
        var (task, other) = (Task(), Named("06", "観光課", Role.Writer));
        task.NewMessage(other.ObjectId);

        Of([Writer]).MaySee(other, task, Day).ShouldBeFalse();
        task.Finish("01", new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));
        Of([Writer]).MaySee(other, task, Day).ShouldBeTrue();
    }

    private static TaskAudience Of(IReadOnlyList<Person> custodians, params Deputy[] away) => new(
        new PeopleDirectory([Writer, Second, Head, Deputy, Desk], away), TaskCatalogue.Load(), [new Kind(custodians)]);

    private static Deputy Away(Person person, Person deputy) => new(person.ObjectId, deputy.ObjectId, Day, Day, 1);

    private static DatedTask Task(string section = "広報課", string key = "pw-yearly") =>
        DatedTask.Raised(new("tenant", key, "city-x", section, "2025-11-20"), Day, Day, new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));

    private static Person Named(string id, string section, Role role) =>
        new($"a0000000-0000-4000-8000-0000000000{id}", id, null, section, "主事", [role]);

    private sealed class Kind(IReadOnlyList<Person> custodians) : ITaskKind
    {
        public bool Has(string key) => true;

        public bool IsNeeded(DatedTask task) => true;

        public IReadOnlyList<Person> InCharge(DatedTask task) => custodians;

        public IReadOnlyList<Person> Takers(DatedTask task) => custodians;

        public string AboutOf(DatedTask task) => task.AccountId;

        public AdaptiveCard Card(DatedTask task, TaskReader reader, AdaptiveContainer? notice = null) => new("1.5");

        public TaskForm Read(DatedTask task, Protocol.Inbound.CardAction action) => TaskForm.Empty;
    }
}
