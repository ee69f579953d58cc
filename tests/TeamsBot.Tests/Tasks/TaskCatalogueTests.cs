using TeamsBot.Packs;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Tasks;

/// <summary>The reminder catalogue is data whose sources exist.</summary>
public sealed class TaskCatalogueTests
{
    [Fact]
    public void Every_row_names_clauses_that_exist_and_begins_with_those_whose_it_is()
    {
        var folder = new PackFolder(Path.Combine(AppContext.BaseDirectory, "packs"));
        var known = Guidelines.Clauses.PackGuideline.LoadAll(folder.Path).SelectMany(guideline => guideline.Clauses)
            .Select(clause => clause.Id).ToHashSet(StringComparer.Ordinal);
        var rows = TaskCatalogue.Load().Rows;
        rows.Count.ShouldBe(17);
        foreach (var row in rows)
        {
            row.Basis.Cite.ShouldNotBeEmpty();
            row.Basis.Cite.Except(known).ShouldBeEmpty(row.Key);
            // Whether an account goes on is its head's to decide, and nobody's before.
            row.Chain[0].To.ShouldBe(row.Key == "inactive" ? TaskReaders.Head : TaskReaders.Custodians);
        }
    }
}
