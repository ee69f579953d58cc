using System.Reflection;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Tests.Outbox;
using TeamsBot.Turns;

namespace TeamsBot.Tests.Data;

/// <summary>
/// What is written past EF Core is what EF Core would have written, and the other way round: every stored member, none forgotten.
/// </summary>
public sealed class RowsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9));
    private readonly TempDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public void Each_stored_member_of_a_message_written_as_a_row_is_read_by_EF_Core() => Agrees(Filled<OutboxMessage>());

    [Fact]
    public void So_is_each_of_a_posted_card_an_inbox_entry_a_conversation_and_a_contact()
    {
        Agrees(Filled<PostedCard>());
        Agrees(Filled<InboxEntry>());
        Agrees(Filled<Conversation>());
        Agrees(Filled<Contact>());
    }

    [Fact]
    public void Members_that_are_not_known_are_stored_as_unknown()
    {
        using (var db = database.CreateDbContext())
        {
            Rows<OutboxMessage>.Of(db).Insert(db, OutboxMessage.Text(OutboxBench.Person("sato"), "こんにちは", "", Now));
            Rows<OutboxMessage>.Of(db).Read(db, "\"SentAt\" IS NULL AND \"Summary\" IS NULL").ShouldHaveSingleItem().SentAt.ShouldBeNull();
        }

        using var other = database.CreateDbContext();
        var read = other.OutboxMessages.Single();
        (read.SentAt, read.Summary, read.NotBefore, read.Body).ShouldBe((null, null, null, "こんにちは"));
    }

    [Fact]
    public async Task A_row_is_written_with_what_is_tracked_or_not_at_all()
    {
        var entry = InboxEntry.Of("key", Now, null);
        using (var db = database.CreateDbContext())
        {
            db.Keep(entry, isNew: true);
            await db.SaveChangesAsync();
        }

        using (var db = database.CreateDbContext())
        {
            db.Add(Filled<Contact>());
            db.Keep(entry, isNew: true);
            await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        }

        using var after = database.CreateDbContext();
        (await after.Contacts.CountAsync()).ShouldBe(0);
        (await after.Inbox.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_pooled_context_that_was_given_back_without_saving_writes_nothing_of_it_later()
    {
        using (var db = database.CreateDbContext()) db.Keep(InboxEntry.Of("left", Now, null), isNew: true);
        using (var db = database.CreateDbContext())
        {
            db.HasRows.ShouldBeFalse();
            db.Keep(InboxEntry.Of("saved", Now, null), isNew: true);
            await db.SaveChangesAsync();
            (await db.Inbox.Select(entry => entry.Key).ToListAsync()).ShouldBe(["saved"]);
        }
    }

    private void Agrees<T>(T entity)
        where T : class
    {
        using (var db = database.CreateDbContext()) Rows<T>.Of(db).Insert(db, entity);
        using (var db = database.CreateDbContext())
        {
            var (tracked, row) = (db.Set<T>().AsNoTracking().Single(), Rows<T>.Of(db).Read(db, "1 = 1").ShouldHaveSingleItem());
            foreach (var property in db.Model.FindEntityType(typeof(T))!.GetProperties())
            {
                var member = property.PropertyInfo!;
                member.GetValue(row).ShouldBe(member.GetValue(tracked), property.Name);
                if (property.Name != "Id") member.GetValue(row).ShouldBe(member.GetValue(entity), property.Name);
                member.GetValue(row).ShouldNotBe(Unset(member.PropertyType), $"{property.Name} was not filled, so this proves nothing");
            }
        }
    }

    /// <summary>With a value of its own in each member, so that two that were mixed up show.</summary>
    private static T Filled<T>()
    {
        var entity = (T)Activator.CreateInstance(typeof(T), nonPublic: true)!;
        var number = 1;
        foreach (var property in typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite))
        {
            property.SetValue(entity, ValueOf(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, number++));
        }

        return entity;
    }

    private static object? Unset(Type type) => type.IsValueType && !type.IsEnum ? Activator.CreateInstance(type) : null;

    private static object ValueOf(Type type, int number) => type switch
    {
        _ when type == typeof(string) => $"値 {number}",
        _ when type == typeof(long) => (long)number << 33,
        _ when type == typeof(int) => number,
        _ when type == typeof(bool) => true,
        _ when type == typeof(DateTimeOffset) => Now.ToUniversalTime().AddMinutes(number),
        _ when type == typeof(Address) => OutboxBench.Person($"{number}"),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
        _ => throw new NotSupportedException(type.Name),
    };
}
