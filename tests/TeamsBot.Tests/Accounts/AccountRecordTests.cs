using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Profiles;
using TeamsBot.Packs;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Accounts;

/// <summary>What people entered lives beside the pack: it adds to the pack's accounts and brings its own.</summary>
public sealed class AccountRecordTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    private static readonly RegisteredAccount Channel = new(
        "星見市広報課チャンネル",
        "@hoshimi_yt",
        Medium.YouTube,
        null,
        AccountKind.Section,
        "広報課",
        AccountState.Running
    );

    [Fact]
    public async Task What_was_entered_adds_to_the_packs_account_and_leaves_its_name_alone()
    {
        using var file = new TempDatabase();
        await using (var db = file.CreateDbContext())
        {
            var register = new AccountRegister(Shipped.Sample, db);
            register.RecordOf("CITY-X").Choose(ReplyMode.Inform, "鈴木 一郎", Now);
            register.Find("city-x")!.ReplyMode.ShouldBe(ReplyMode.Inform);
            await db.SaveChangesAsync();
        }

        await using var again = file.CreateDbContext();
        var account = new AccountRegister(Shipped.Sample, again).Find("city-x").ShouldNotBeNull();
        (account.Name, account.ReplyMode).ShouldBe(("星見市", ReplyMode.Inform));
        new AccountRegister(Shipped.Sample, again).All.Count.ShouldBe(Shipped.Sample.Accounts.Count);
    }

    [Fact]
    public async Task A_registered_account_stands_beside_the_packs_until_the_pack_lists_its_id()
    {
        using var file = new TempDatabase();
        await using var db = file.CreateDbContext();
        var record = AccountRecord.Register(Guid.NewGuid(), Channel, null, "鈴木 一郎", Now);
        new AccountRegister(Shipped.Sample, db).Add(record);
        await db.SaveChangesAsync();

        new AccountRegister(Shipped.Sample, db).Find(record.AccountId)!.Handle.ShouldBe("@hoshimi_yt");
        new AccountRegister(Shipped.Sample, db).Handles.ShouldContain("@hoshimi_yt");
        var taken = Shipped.Sample with
        {
            Accounts = [.. Shipped.Sample.Accounts, Shipped.Sample.Accounts[0] with { Id = record.AccountId, Name = "星見市動画" }],
        };
        new AccountRegister(taken, db).All.Where(account => account.Id == record.AccountId).ShouldHaveSingleItem().Name.ShouldBe("星見市動画");
    }

    [Fact]
    public async Task Of_two_registrations_of_one_handle_at_once_the_second_is_a_duplicate()
    {
        using var file = new TempDatabase();
        await using var first = file.CreateDbContext();
        await using var second = file.CreateDbContext();
        first.AccountRecords.Add(AccountRecord.Register(Guid.NewGuid(), Channel, null, "鈴木 一郎", Now));
        second.AccountRecords.Add(AccountRecord.Register(Guid.NewGuid(), Channel with { Handle = "＠Hoshimi_YT" }, null, "高橋 由美", Now));
        await first.SaveChangesAsync();

        CommitGate.IsDuplicate(await Should.ThrowAsync<DbUpdateException>(() => second.SaveChangesAsync())).ShouldBeTrue();
    }
}
