using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.PeopleDesk;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tables;

namespace TeamsBot.Tests.PeopleDesk;

/// <summary>The largest list with every row faulty, or everybody new, fits a card.</summary>
public sealed class PeopleImportCardTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_thousand_faulty_rows_are_all_named()
    {
        var list = PeopleTable.Read(Table(_ => "x"), new([], []), []);

        var card = new PeopleImportCard(CardLanguage.Ja).Form(new string('表', PeopleTable.MaxText), list.Faults);

        CardSize.BytesOf(card).ShouldBeLessThanOrEqualTo(CardSize.MaxBytes);
        var words = card.ToJson();
        for (var line = 2; line <= PeopleTable.MaxRows + 1; line++) (
            words.Contains($"{line}行目", StringComparison.Ordinal) || words.Contains($"{line}、", StringComparison.Ordinal))
            .ShouldBeTrue($"{line}");
    }

    [Fact]
    public void A_thousand_new_people_beside_as_many_others_fit_with_faults()
    {
        var list = PeopleTable.Read(Table(Id), new([], []), []);
        var others = Enumerable.Range(2_000, 1_000).Select(
            number => new Person(Id(number), new string('名', 60), null, new string('課', 60), new string('職', 60),
            [.. Enum.GetValues<Role>()])).ToList();
        var plan = PeoplePlan.Of(list.Persons, isWhole: false, ImportedPeople.Nobody, new(new(others, [])), []);
        var proposal = PeopleProposal.Of(Id(1), list.Persons, isPartial: false, Now);

        var card = new PeopleImportCard(CardLanguage.Ja)
            .Preview(plan, PeopleTable.Read(Table(_ => "x"), new([], []), []).Faults, proposal, hasRoles: true);

        CardSize.BytesOf(card).ShouldBeLessThanOrEqualTo(CardSize.MaxBytes);
    }

    [Fact]
    public void More_rows_than_may_be_imported_at_once_are_refused_whole() =>
        PeopleTable.Read(new([.. Table(Id).Rows, new(9_999, ["x"])]), new([], []), []).Rows.ShouldBeEmpty();

    private static string Id(int number) => $"c0000000-0000-4000-8000-{number:D12}";

    private static Table Table(Func<int, string> id) => new(
    [
        new(1, ["id", "氏名", "所属", "職名", "役割"]),
        .. Enumerable.Range(2, PeopleTable.MaxRows).Select(
            line => new TableRow(line, [id(line), new string('名', 60), new string('課', 60), new string('職', 60), "起案者、確認者"])),
    ]);
}
