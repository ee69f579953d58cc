namespace TeamsBot.Tests.Answers;

/// <summary>
/// How well everyday wordings are understood when nobody says whose guideline is meant. These are figures, not promises for each question:
/// the rows are hard on purpose (slang, kana alone, slips, English), and most accept few clauses.
/// </summary>
public sealed class ParaphraseTests
{
    [SharedTheory]
    [InlineData("casual", 0.75, 0.9)]
    [InlineData("formal", 0.85, 0.9)]
    [InlineData("kana", 0.9, 0.9)]
    [InlineData("typo", 0.9, 0.9)]
    [InlineData("en", 0.7, 0.85)]
    public void Most_wordings_find_their_clause_first_and_nearly_all_among_three(string style, double first, double amongThree)
    {
        var rows = Loaded.Rows("paraphrases.tsv").Where(row => row[0] == style).ToList();
        var places = rows.ConvertAll(row =>
            Loaded
                .All.Ask(row[1])
                .Citations.ToList()
                .FindIndex(citation => citation.ClauseIds.Intersect(row[2].Split(' '), StringComparer.Ordinal).Any())
        );
        ((double)places.Count(place => place == 0) / rows.Count).ShouldBeGreaterThanOrEqualTo(first);
        ((double)places.Count(place => place >= 0) / rows.Count).ShouldBeGreaterThanOrEqualTo(amongThree);
    }

    [SharedFact]
    public void Every_clause_a_row_names_exists()
    {
        var ids = Loaded.Packs.SelectMany(pack => pack.Clauses).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        Loaded.Rows("paraphrases.tsv").SelectMany(row => row[2].Split(' ')).Where(id => !ids.Contains(id)).ShouldBeEmpty();
    }
}
