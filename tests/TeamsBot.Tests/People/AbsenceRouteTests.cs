using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.People;

/// <summary>Absences entered in chat come before the deputies of the source; a reviewer who is away is stood in for by a reviewer.</summary>
public sealed class AbsenceRouteTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    private static readonly Person Suzuki = Of(2, "鈴木 一郎", "広報課", Role.Reviewer);
    private static readonly Person Nakamura = Of(11, "中村 美咲", "防災課", Role.Writer);
    private static readonly Person Kobayashi = Of(12, "小林 健", "防災課", Role.Reviewer);
    private static readonly Person Kato = Of(13, "加藤 学", "防災課", Role.Head);
    private static readonly OfficialAccount Bosai = Shipped.Sample.Accounts.Single(account => account.Id == "bosai-x");

    [Fact]
    public void A_reviewer_who_is_away_is_stood_in_for_by_the_reviewer_they_named_who_may_then_review()
    {
        var people = People(Gone(Kobayashi, Suzuki));
        var answer = people.ResolveRoute(Shipped.Sample, Bosai, Nakamura.ObjectId, Now);

        answer.Reviewers.ShouldBe([new RoutePerson(Suzuki, OnBehalfOf: Kobayashi)]);
        people.Resolver(Shipped.Sample, Now).MayReview(Bosai, Nakamura.ObjectId, Suzuki.ObjectId).ShouldBeTrue();
        People().Resolver(Shipped.Sample, Now).MayReview(Bosai, Nakamura.ObjectId, Suzuki.ObjectId).ShouldBeFalse();
        People(Gone(Kobayashi, null)).ResolveRoute(Shipped.Sample, Bosai, Nakamura.ObjectId, Now).Refusal!.Reason
            .ShouldBe(RouteRefusalReason.NoReviewer);
    }

    [Fact]
    public void A_deputy_named_in_chat_comes_before_the_standing_one_and_only_on_the_days()
    {
        var people = new PeopleDirectory(
            [Suzuki, Nakamura, Kobayashi, Kato], [new Deputy(Kato.ObjectId, Kobayashi.ObjectId, null, null, 1)], [Gone(Kato, Suzuki)]);

        people.DeputiesOf(Kato, Day).ShouldBe([Suzuki, Kobayashi]);
        people.DeputiesOf(Kato, Day.AddDays(1)).ShouldBe([Kobayashi]);
        (people.IsAbsent(Kato, Day), people.IsAbsent(Kato, Day.AddDays(1))).ShouldBe((true, false));
    }

    [Fact]
    public void A_deputy_who_is_away_too_is_passed_over() =>
        People(Gone(Kato, Suzuki), Gone(Suzuki, null)).DeputiesOf(Kato, Day).ShouldBeEmpty();

    [Fact]
    public void Other_people_in_force_keep_who_is_away()
    {
        var current = new CurrentPeople(People());
        current.Add(Gone(Kato, Suzuki));
        current.Replace(new PeopleDirectory([Suzuki, Kato], []));
        current.Now.IsAbsent(Kato, Day).ShouldBeTrue();
        current.Remove(current.Now.Absences[0].Id);
        current.Now.IsAbsent(Kato, Day).ShouldBeFalse();
    }

    [Theory]
    [InlineData("鈴木 一郎", 1)]
    [InlineData("鈴木　一郎さん", 1)]
    [InlineData("鈴木", 1)]
    [InlineData("中村美咲", 1)]
    [InlineData("伊藤", 0)]
    [InlineData("", 0)]
    public void A_person_is_found_by_the_name_or_its_beginning(string typed, int found) => People().Named(typed).Count.ShouldBe(found);

    private static PeopleDirectory People(params Away[] absences) => new([Suzuki, Nakamura, Kobayashi, Kato], [], absences);

    private static Away Gone(Person person, Person? deputy) => new(Guid.NewGuid(), person.ObjectId, deputy?.ObjectId, Day, Day);

    private static Person Of(int number, string name, string section, params Role[] roles) =>
        new($"a0000000-0000-4000-8000-0000000000{number:00}", name, null, section, "主事", roles);
}
