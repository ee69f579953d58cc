using AdaptiveCards;
using TeamsBot.Checks;
using TeamsBot.Checks.WordBooks;
using TeamsBot.OwnWords;
using TeamsBot.WordDesk;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Tests.Words;

/// <summary>The desk's cards at their largest stay within what a client takes.</summary>
public sealed class WordCardSizeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    private static readonly WordingAuthor Author = new("a0000000-0000-4000-8000-000000000002", "鈴木 一郎");

    [Fact]
    public void The_list_of_long_entries_and_dismissals_fits_a_card()
    {
        var entries = Enumerable.Range(0, WordListCard.MaxEntries).Select(_ => Entry()).ToList();
        var dismissed = Enumerable.Range(0, 50).Select(number =>
        {
            var one = DismissedFinding.Of(
                Guid.NewGuid(),
                "t",
                "city-x",
                $"rule-{number}",
                new string('長', DismissedFinding.MaxPhrase),
                "伝聞・未確認"
            );
            one.Mark("鈴木 一郎", new string('理', DismissedFinding.MaxReason), Now);
            return one;
        }).ToList();

        var card = WordListCard.For(entries, 300, dismissed, id => id, Now, null);

        CardSize.BytesOf(card).ShouldBeLessThanOrEqualTo(CardSize.MaxBytes);
        BotWords(card).ShouldContain("最近変えたものから");
    }

    [Fact]
    public void An_entry_with_many_long_versions_fits_a_card()
    {
        var entry = Entry();
        for (var number = 0; number < 20; number++)
            entry.Revise(entry.Version, Content, Author, new string('理', WordingEntry.MaxReason), Now);
        var tried = new DryRunResult(200, 40, [.. Enumerable.Repeat(new string('例', 224), 5)], null);

        var card = WordCard.For(entry, 0, tried, Now, null, new WordingForm(Content, new string('理', WordingEntry.MaxReason)));

        CardSize.BytesOf(card).ShouldBeLessThanOrEqualTo(CardSize.MaxBytes);
    }

    private static WordingContent Content { get; } = new(
        WordingKind.Word, new string('語', WordingContent.MaxText), "", Severity.Warn, new string('直', WordingContent.MaxText),
        new string('外', WordingContent.MaxNote), "asaka-6-2-2b", new string('説', WordingContent.MaxNote));

    private static string BotWords(AdaptiveCard card) =>
        System.Text.Json.JsonSerializer.Serialize(card, TeamsBot.Protocol.Schema.ProtocolJson.Options);

    private static WordingEntry Entry() =>
        WordingEntry.Propose(Guid.NewGuid(), "t", Content, Author, new string('理', WordingEntry.MaxReason), Now);
}
