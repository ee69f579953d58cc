using TeamsBot.Guidelines.Clauses;
using TeamsBot.Guidelines.Ingest;

namespace TeamsBot.Tests.Answers;

/// <summary>The packs' clauses against the documents they are about.</summary>
public sealed class PackGuidelineTests
{
    public static TheoryData<string, string> PacksAndDocuments => new()
    {
        { "private", "000_3752b93c43aeb259.txt" }, { "tochigi", "001_ac1f39597110c35c.txt" }, { "ward", "002_543d6ed64498f92c.txt" },
        { "yamaguchi", "003_bbbcee6e50dfe02b.txt" }, { "asaka", "004_83517b9d8e07bf6d.txt" },
    };

    [Fact]
    public void The_five_packs_hold_all_clauses_in_two_languages()
    {
        Loaded.Packs.Sum(pack => pack.Clauses.Count).ShouldBe(327);
        Loaded
            .Packs.SelectMany(pack => pack.Clauses)
            .ShouldAllBe(row =>
                row.Gist.Ja.Length > 0 && row.Gist.En.Length > 0 && row.Ask.Ja.Length > 0 && row.Ask.En.Length > 0 && row.Topics.Count > 0
            );
    }

    [Fact]
    public void Every_reference_between_clauses_leads_to_a_clause_of_the_same_pack()
    {
        foreach (var pack in Loaded.Packs)
        {
            var ids = pack.Clauses.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
            pack.Clauses.SelectMany(row => row.See.Append(row.Parent ?? row.Id))
                .Concat(pack.Uncovered)
                .Where(id => !ids.Contains(id))
                .ShouldBeEmpty();
        }
    }

    [SharedTheory]
    [MemberData(nameof(PacksAndDocuments))]
    public void A_document_is_recognised_and_every_clause_has_its_passage(string pack, string file)
    {
        var document = Loaded.All.Library.Documents.Single(document => document.Name == file);
        ClauseBinding.Recognise(document, Loaded.Packs)!.Pack.ShouldBe(pack);
        var rows = Loaded.Packs.Single(candidate => candidate.Pack == pack).Clauses;
        var bound = ClauseBinding.Bind(document, rows).Values.SelectMany(here => here).ToHashSet();
        rows.Where(row => !bound.Contains(row)).Select(row => $"{row.Id} {row.PassagePath}").ShouldBeEmpty();
    }

    [SharedTheory]
    [MemberData(nameof(PacksAndDocuments))]
    public void A_documents_text_is_the_file_word_for_word(string pack, string file)
    {
        pack.ShouldNotBeEmpty();
        var printed = DisplayText.Fold(File.ReadAllText(Path.Combine(Loaded.DocumentsFolder, file)));
        DisplayText.Fold(Loaded.All.Library.Documents.Single(document => document.Name == file).Text).ShouldBe(printed);
    }

    [Fact]
    public void A_pack_answers_before_its_document_is_loaded()
    {
        var answer = Loaded.WithoutDocuments.Ask("How often do we have to change the password?", "ward");
        answer.Text.ShouldBe("Change the password at least once a year");
        answer.Citations[0].ClauseId.ShouldBe("ward-5-3");
        answer.Citations[0].Quote.ShouldBeEmpty();
    }

    [Fact]
    public void A_broken_pack_is_refused_with_file_and_line()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");
        File.WriteAllText(path, "pack: x\nclauses:\n  - id: a\n    nonsense: 1\n");
        Should.Throw<InvalidDataException>(() => PackGuideline.Load(path)).Message.ShouldContain("(4)");
        File.Delete(path);
    }
}
