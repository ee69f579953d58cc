using TeamsBot.Accounts;
using TeamsBot.Approvals.Model;
using TeamsBot.Approvals.Standing;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Approvals;

/// <summary>The card of the ranges at its largest stays within what a client takes.</summary>
public sealed class StandingCardSizeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(300)]
    public void Many_accounts_with_full_lists_of_documents_fit(int count)
    {
        var asaka = Shipped.Folder.Load("asaka");
        var ranges = asaka.Approval!.StandingRanges;
        List<OfficialAccount> accounts =
        [
            .. Enumerable
                .Range(0, count)
                .Select(number => asaka.Accounts[0] with { Id = $"{number:x32}", Name = new string('名', RegisteredAccount.MaxName) }),
        ];
        List<DecidedDocument> documents =
        [
            .. Enumerable
                .Range(0, DecidedDocument.Most)
                .Select(number => new DecidedDocument($"{new string('朝', 56)}{number:0000}", new DateOnly(2026, 10, 1))),
        ];
        List<StandingRow> rows = [.. accounts.Select(account => new StandingRow(account, ranges[^1], Grant(account, documents)))];
        var list = new StandingList(rows, accounts, ranges, asaka.Approval.StandingDays!, Now);

        CardSize
            .Fits(
                StandingCard.For(
                    list,
                    typed: new StandingInput(
                        Extent: new string('補', StandingGrant.MaxExtent),
                        Documents: new string('書', StandingInput.MaxDocuments)
                    )
                )
            )
            .ShouldBeTrue();
    }

    private static StandingGrant Grant(OfficialAccount account, IReadOnlyList<DecidedDocument> documents)
    {
        var grant = StandingGrant.Of("t", account.Id, "approved-qa");
        grant.Approve("p", "田中 誠（課長）", new DateOnly(2027, 3, 31), new string('補', StandingGrant.MaxExtent), documents, Now);
        return grant;
    }
}
