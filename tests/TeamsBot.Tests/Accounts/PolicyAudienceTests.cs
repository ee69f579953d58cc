using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Accounts;

/// <summary>Who has still to read a policy, as the hand-in of a draft asks it: of one account and one person.</summary>
public sealed class PolicyAudienceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    private static readonly Pack Shared = Shipped.Folder.Load("yamaguchi");

    private static readonly OfficialAccount Account = Shared.Accounts[0];

    private static readonly Person Reader =
        new("a0000000-0000-4000-8000-000000000001", "佐藤 花子", null, Account.Section, "主事", [Role.Writer]);

    [Fact]
    public void The_newest_version_is_waited_for_until_it_is_read_and_nothing_else_is_loaded()
    {
        using var database = new TempDatabase();
        using (var db = database.CreateDbContext())
        {
            var book = new PolicyBook(db);
            foreach (var id in (string[])[Account.Id, Account.Id, "another"])
                book.Add(new(id, new Dictionary<string, string>(), []), "鈴木 一郎", "b", Now);
            book.Read(book.Find(Account.Id, 1)!, Reader.ObjectId, Now);
            db.SaveChanges();
        }

        using (var db = database.CreateDbContext())
        {
            var book = new PolicyBook(db);
            AudienceOf(book).WaitsFor(Reader, Account)!.Number.ShouldBe(2);
            db.ChangeTracker.Entries().ShouldBeEmpty();
            book.Read(book.Find(Account.Id, 2)!, Reader.ObjectId, Now);
            AudienceOf(book).WaitsFor(Reader, Account).ShouldBeNull();
            db.SaveChanges();
        }

        using (var db = database.CreateDbContext())
        {
            AudienceOf(new(db)).WaitsFor(Reader, Account).ShouldBeNull();
            db.ChangeTracker.Entries().ShouldBeEmpty();
        }
    }

    private static PolicyAudience AudienceOf(PolicyBook book) => new(Shared, book, new PeopleDirectory([Reader], []));
}
