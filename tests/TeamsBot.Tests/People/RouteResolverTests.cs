using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.People;

public sealed class RouteResolverTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    private static readonly Person Sato = Of(1, "佐藤 花子", "広報課", Role.Writer);
    private static readonly Person Suzuki = Of(2, "鈴木 一郎", "広報課", Role.Reviewer, Role.Writer);
    private static readonly Person Tanaka = Of(3, "田中 誠", "広報課", Role.Head, Role.PrHead, Role.Writer);
    private static readonly Person Takahashi = Of(4, "高橋 由美", "広報課", Role.Reviewer);
    private static readonly Person Yamada = Of(5, "山田 太郎", "観光課");
    private static readonly Person Nakamura = Of(11, "中村 美咲", "防災課", Role.Writer);
    private static readonly Person Kobayashi = Of(12, "小林 健", "防災課", Role.Reviewer, Role.Writer);
    private static readonly Person Kato = Of(13, "加藤 学", "防災課", Role.Head, Role.Writer);
    private static readonly Person[] Everybody = [Sato, Suzuki, Tanaka, Takahashi, Yamada, Nakamura, Kobayashi, Kato];

    private static readonly OfficialAccount City = Account("city-x");
    private static readonly OfficialAccount Bosai = Account("bosai-x");

    [Fact]
    public void The_official_account_is_decided_by_the_head_of_public_relations_whoever_writes()
    {
        foreach (var writer in new[] { Sato, Nakamura })
        {
            var answer = Resolve(City, writer);

            answer.Final.ShouldBe(new RoutePerson(Tanaka));
            answer.Reviewers.Select(reviewer => reviewer.Person).ShouldBe([Suzuki, Takahashi]);
        }
    }

    [Fact]
    [RuleOf("asaka-4-n3b")]
    public void A_section_account_is_decided_by_that_sections_head()
    {
        var answer = Resolve(Bosai, Nakamura);

        answer.Final.ShouldBe(new RoutePerson(Kato));
        answer.Reviewers.ShouldBe([new RoutePerson(Kobayashi)]);

        Refused(Resolve(Bosai, Kato), RouteRefusalReason.AuthorDecides, "所属長");
        var ownDraft = Resolve(Bosai, Kato, Standing(Kato, Suzuki));
        ownDraft.Final.ShouldBe(new RoutePerson(Suzuki, OnBehalfOf: Kato));
        ownDraft.Reviewers.ShouldBe([new RoutePerson(Kobayashi)]);
    }

    [Fact]
    public void The_writer_never_checks_the_own_draft()
    {
        Resolve(City, Suzuki).Reviewers.ShouldBe([new RoutePerson(Takahashi)]);
        Refused(Resolve(Bosai, Kobayashi), RouteRefusalReason.NoReviewer, "防災課");
    }

    [Fact]
    public void A_head_who_writes_does_not_decide()
    {
        var answer = Resolve(City, Tanaka, Standing(Tanaka, Takahashi));

        answer.Final.ShouldBe(new RoutePerson(Takahashi, OnBehalfOf: Tanaka));
        answer.Reviewers.ShouldBe([new RoutePerson(Suzuki)]);
    }

    [Fact]
    [RuleOf("yamaguchi-3-4a")]
    public void An_absent_head_is_replaced_by_the_deputy_of_the_period()
    {
        var away = Away(Tanaka, Takahashi, new(2026, 11, 20), new(2026, 11, 24));

        Resolve(City, Sato, away).Final.ShouldBe(new RoutePerson(Takahashi, OnBehalfOf: Tanaka));
        Resolve(City, Sato, Away(Tanaka, Takahashi, new(2026, 11, 21), new(2026, 11, 24))).Final.ShouldBe(new RoutePerson(Tanaka));
        Resolve(City, Sato, Away(Tanaka, Takahashi, new(2026, 11, 1), new(2026, 11, 19))).Final.ShouldBe(new RoutePerson(Tanaka));
        Refused(
            Resolve(City, Sato, away, Away(Takahashi, Suzuki, new(2026, 11, 20), new(2026, 11, 20))),
            RouteRefusalReason.FinalApproverAbsent,
            "代決者の登録"
        );
    }

    [Fact]
    public void Absence_follows_the_calendar_of_Japan()
    {
        var away = Away(Tanaka, Takahashi, new(2026, 11, 21), new(2026, 11, 21));
        var lastMinuteInJapan = new DateTimeOffset(2026, 11, 20, 14, 59, 59, TimeSpan.Zero);

        Resolve(City, Sato, lastMinuteInJapan, away).Final!.Person.ShouldBe(Tanaka);
        Resolve(City, Sato, lastMinuteInJapan.AddSeconds(1), away).Final!.Person.ShouldBe(Takahashi);
    }

    [Fact]
    public void A_deputy_who_wrote_the_draft_is_passed_over()
    {
        var away = Away(Tanaka, Sato, new(2026, 11, 20), new(2026, 11, 20));

        Refused(Resolve(City, Sato, away), RouteRefusalReason.FinalApproverAbsent, "田中 誠");
        Resolve(City, Sato, away, Standing(Tanaka, Takahashi)).Final.ShouldBe(new RoutePerson(Takahashi, OnBehalfOf: Tanaka));
    }

    [Fact]
    public void Deputies_are_asked_in_their_order_and_the_absent_are_left_out()
    {
        var today = new DateOnly(2026, 11, 20);
        Deputy[] deputies =
        [
            Away(Tanaka, Suzuki, today, today) with
            {
                Order = 2,
            },
            Away(Tanaka, Takahashi, today, today),
            Away(Takahashi, Suzuki, today, today),
        ];

        Resolve(City, Nakamura, deputies[..2]).Final!.Person.ShouldBe(Takahashi);
        Refused(Resolve(City, Nakamura, deputies), RouteRefusalReason.NoReviewer, "広報課");
    }

    [Fact]
    public void Nobody_stands_at_two_stops()
    {
        var away = Away(Kato, Kobayashi, new(2026, 11, 20), new(2026, 11, 20));

        Refused(Resolve(Bosai, Nakamura, away), RouteRefusalReason.NoReviewer, "確認者");
        Resolve(Bosai, Nakamura, away, Away(Kato, Suzuki, new(2026, 11, 20), new(2026, 11, 20)) with { Order = 2 })
            .Final.ShouldBe(new RoutePerson(Suzuki, OnBehalfOf: Kato));
    }

    [Fact]
    public void An_absent_reviewer_is_not_asked() => Resolve(City, Sato, Away(Suzuki, Takahashi, new(2026, 11, 20), new(2026, 11, 20)))
        .Reviewers.ShouldBe([new RoutePerson(Takahashi)]);

    [Fact]
    public void An_outsider_has_no_route()
    {
        Refused(Resolve(City, Yamada), RouteRefusalReason.NotAWriter, "山田 太郎");
        Refused(Answer([Sato], [], City, "ffffffff-0000-4000-8000-000000000000", Now), RouteRefusalReason.UnknownPerson, "管理者");
    }

    [Fact]
    public void Another_sections_account_is_refused_with_its_owner() =>
        Refused(Resolve(Bosai, Sato), RouteRefusalReason.ForeignSection, "防災課に依頼");

    [Fact]
    public void A_missing_head_stops_the_draft() =>
        Refused(Answer([Nakamura, Kobayashi], [], Bosai, Nakamura.ObjectId, Now), RouteRefusalReason.NoFinalApprover, "所属長");

    [Fact]
    public void An_account_without_a_rule_has_no_route()
    {
        var onlySections = Shipped.Sample with
        {
            Approval = Shipped.Sample.Approval! with { Routes = [Shipped.Sample.Approval.Routes[1]] },
        };

        Refused(
            new PeopleDirectory(Everybody, []).ResolveRoute(onlySections, City, Sato.ObjectId, Now),
            RouteRefusalReason.NoRoute,
            "承認経路"
        );
    }

    [Fact]
    public void A_pack_may_switch_the_second_check_off()
    {
        var without = Shipped.Sample with { Approval = Shipped.Sample.Approval! with { SecondStaff = new(false, null, new([], false)) } };

        var answer = new PeopleDirectory([Nakamura, Kato], []).ResolveRoute(without, Bosai, Nakamura.ObjectId, Now);

        answer.Refusal.ShouldBeNull();
        answer.Reviewers.ShouldBeEmpty();
        answer.Final!.Person.ShouldBe(Kato);
    }

    [Fact]
    public void An_object_id_is_compared_without_regard_to_case() =>
        new PeopleDirectory([Sato], []).Find(Sato.ObjectId.ToUpperInvariant()).ShouldBe(Sato);

    private static RouteAnswer Resolve(OfficialAccount account, Person author, params Deputy[] deputies) =>
        Resolve(account, author, Now, deputies);

    private static RouteAnswer Resolve(OfficialAccount account, Person author, DateTimeOffset now, params Deputy[] deputies) =>
        Answer(Everybody, deputies, account, author.ObjectId, now);

    private static RouteAnswer Answer(Person[] persons, Deputy[] deputies, OfficialAccount account, string author, DateTimeOffset now) =>
        new PeopleDirectory(persons, deputies).ResolveRoute(Shipped.Sample, account, author, now);

    private static void Refused(RouteAnswer answer, RouteRefusalReason reason, string words)
    {
        answer.Final.ShouldBeNull();
        answer.Reviewers.ShouldBeEmpty();
        answer.Refusal.ShouldNotBeNull().Reason.ShouldBe(reason);
        answer.Refusal.Japanese.ShouldContain(words);
    }

    private static Deputy Standing(Person of, Person deputy) => new(of.ObjectId, deputy.ObjectId, null, null, 1);

    private static Deputy Away(Person who, Person deputy, DateOnly from, DateOnly to) => new(who.ObjectId, deputy.ObjectId, from, to, 1);

    private static OfficialAccount Account(string id) => Shipped.Sample.Accounts.Single(account => account.Id == id);

    private static Person Of(int number, string name, string section, params Role[] roles) =>
        new($"a0000000-0000-4000-8000-{number:D12}", name, null, section, "職員", roles);
}
