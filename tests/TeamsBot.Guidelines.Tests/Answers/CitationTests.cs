using System.Globalization;
using System.Text;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Ingest;

namespace TeamsBot.Tests.Answers;

/// <summary>A citation always leads to a passage that holds its quotation, whatever is asked.</summary>
public sealed class CitationTests
{
    private const int Questions = 10_000;

    /// <summary>Questions put together from pieces of the documents, the lexicon's words and noise; the same ones every time.</summary>
    [SharedFact]
    public void Ten_thousand_generated_questions_have_no_citation_that_does_not_resolve()
    {
        var random = new Random(20261120);
        var sentences = Loaded.All.Library.Documents.SelectMany(document => document.Passages).Select(passage => passage.OwnText).ToList();
        var words = Loaded.Packs.SelectMany(pack => pack.Clauses).SelectMany(row => new[] { row.Gist.En, row.Ask.Ja, row.Ask.En }).ToList();
        var ends = new[] { "ですか", "していい？", "とは何？", "？", " please?", "", "どうすればいい", " how often?" };
        var cited = 0;
        for (var n = 0; n < Questions; n++)
        {
            var question = new StringBuilder();
            for (var piece = 0; piece <= random.Next(3); piece++)
            {
                var from = random.Next(3) == 0 ? words[random.Next(words.Count)] : sentences[random.Next(sentences.Count)];
                var start = random.Next(from.Length);
                question.Append(from.AsSpan(start, Math.Min(random.Next(2, 25), from.Length - start)));
                if (random.Next(12) == 0) question.Append((char)random.Next(0x21, 0xFFEF));
            }

            var text = question.Append(ends[random.Next(ends.Length)]).ToString();
            var answer = Loaded.All.Ask(text, random.Next(3) == 0 ? Loaded.Packs[random.Next(Loaded.Packs.Count)].Pack : null);
            foreach (var citation in answer.Citations.Concat(answer.Examples)) Resolves(citation, text);
            cited += answer.Citations.Count;
        }

        cited.ShouldBeGreaterThan(Questions / 2);
    }

    [SharedFact]
    public void A_quotation_is_at_most_eight_hundred_characters_and_three_are_cited()
    {
        foreach (var row in Loaded.Rows("clauses.tsv"))
        {
            var answer = Loaded.All.Ask(row[1]);
            answer.Citations.Count.ShouldBeLessThanOrEqualTo(3);
            answer.Citations.ShouldAllBe(citation => citation.Quote.Length <= 800);
        }
    }

    [SharedFact]
    public void No_passage_is_quoted_twice()
    {
        foreach (var row in Loaded.Rows("clauses.tsv"))
        {
            var quotes = Loaded.All.Ask(row[1]).Citations.Select(citation => $"{citation.Document} {citation.Quote}").ToList();
            quotes.Distinct(StringComparer.Ordinal).Count().ShouldBe(quotes.Count);
        }
    }

    private static void Resolves(Citation citation, string question)
    {
        var document = Loaded.All.Library.Documents.SingleOrDefault(document => document.Name == citation.Document);
        document.ShouldNotBeNull(question);
        var passages = document.Passages.Where(passage => passage.Clause == citation.Clause).ToList();
        citation.Quote.Length.ShouldBeGreaterThan(0, question);
        passages
            .Any(passage =>
                passage.Text.Contains(citation.Quote, StringComparison.Ordinal)
                && document.Text.Substring(passage.Start, passage.End - passage.Start) == passage.Text
            )
            .ShouldBeTrue(string.Create(CultureInfo.InvariantCulture, $"{question} -> {citation.Document} {citation.Clause}"));
        DisplayText.Fold(document.Text).ShouldContain(DisplayText.Fold(citation.Quote), customMessage: question);
    }
}
