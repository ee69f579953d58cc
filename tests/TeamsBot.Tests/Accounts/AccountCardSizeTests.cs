using TeamsBot.AccountDesk.Profiles;
using TeamsBot.AccountDesk.Registry;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Checks;
using TeamsBot.Checks.Profiles;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Accounts;

/// <summary>The register's cards at their largest stay within what a client takes.</summary>
public sealed class AccountCardSizeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    private static readonly OfficialAccount Long = Shipped.Sample.Accounts[0] with
    {
        Name = new string('名', RegisteredAccount.MaxName),
        Section = new string('課', RegisteredAccount.MaxName),
        Url = "https://x.com/" + new string('a', 280),
        Purpose = new string('目', RegisteredAccount.MaxText),
        PolicyUrl = "https://www.city.hoshimi.lg.jp/" + new string('b', 260),
        NameException = new string('理', AccountRecord.MaxReason),
    };

    private static readonly IReadOnlyList<NamingFinding> Naming = [new(Severity.Block, "アカウント名は「星見市」で始めます。", "名前を直してください。", ["asaka-4-4"])];

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(300)]
    public void The_register_of_many_accounts_with_long_names_fits(int count)
    {
        List<OfficialAccount> accounts = [.. Enumerable.Range(0, count).Select(number => Long with { Id = $"{number:x32}" })];

        var late = accounts.Select(account => account.Id).ToHashSet();
        CardSize.Fits(RegistryCard.For(new(accounts, late, accounts, _ => Naming, "朝霞市ソーシャルメディア活用マニュアル 4④"), true, null)).ShouldBeTrue();
    }

    [Fact]
    public void An_account_with_many_devices_fits()
    {
        var devices = Enumerable
            .Range(0, 30)
            .Select(_ =>
                Device.Register(
                    Guid.NewGuid(),
                    Long.Id,
                    new(DeviceKind.PersonalPhone, new string('端', Device.MaxName), new string('保', Device.MaxName), IsProtected: true),
                    new string('例', Device.MaxReason),
                    "田中 誠",
                    Now
                )
            )
            .ToList();

        CardSize.Fits(AccountCard.For(new(Long, Naming, "根拠", devices, true, true), Now)).ShouldBeTrue();
    }

    [Fact]
    public void Somebody_who_is_not_entered_sees_no_keepers()
    {
        CardSize.Fits(AccountCard.For(new(Long, Naming, "根拠", null, false, false), Now)).ShouldBeTrue();
        AccountCard
            .For(new(Long, Naming, "根拠", null, false, false), Now)
            .Body.OfType<AdaptiveTextBlock>()
            .ShouldNotContain(block => block.Text == "端末");
    }

    [Fact]
    public void A_long_form_with_every_problem_fits()
    {
        var form = new AccountForm(
            "",
            "",
            Long.Section,
            Long.Purpose!,
            Long.Purpose!,
            "X",
            Long.Name,
            new string('h', RegisteredAccount.MaxHandle),
            Long.Url!,
            "Section",
            "Running",
            Long.PolicyUrl!,
            Long.NameException!
        );

        CardSize.Fits(AccountFormCard.For(form, Shipped.Sample, [.. Enumerable.Repeat(new string('問', 60), 12)], "根拠")).ShouldBeTrue();
    }

    [Fact]
    public void An_import_of_long_accounts_and_a_pasted_table_too_large_for_a_card_fit()
    {
        List<OfficialAccount> accounts = [.. Enumerable.Repeat(Long, 200)];
        List<ImportProblem> problems = [.. Enumerable.Range(1, 200).Select(line => new ImportProblem(line, new string('問', 150)))];

        var lacking = new Dictionary<AccountGate, IReadOnlyList<OfficialAccount>> { [AccountGate.Consultation] = accounts };
        CardSize.Fits(ImportCard.Result(new(accounts, [], problems, accounts, lacking), _ => Naming, "根拠")).ShouldBeTrue();
        CardSize.Fits(ImportCard.Form(new string('表', ImportTable.MaxText), "", problems)).ShouldBeTrue();
    }

    [Fact]
    public void A_profile_of_the_longest_text_with_everything_missing_fits()
    {
        var text = new string('文', ProfileTurns.MaxText);
        var facts = new ProfileFacts
        {
            Organisation = "星見市",
            Section = Long.Section,
            PolicyUrl = Long.PolicyUrl,
            MaxLength = 160,
            Demands = [.. Enum.GetValues<ProfileMust>().Select(must => new ProfileDemand(must, ["tochigi-7-1-1"]))],
        };

        CardSize
            .Fits(
                ProfileCard.Result(
                    Long,
                    new ProfileInput(Long.Id, text, Long.PolicyUrl!),
                    ProfileCheck.Check(text, facts),
                    false,
                    _ => "栃木県ソーシャルメディア利用ガイドライン ５(1)イ",
                    null,
                    true
                )
            )
            .ShouldBeTrue();
    }
}
