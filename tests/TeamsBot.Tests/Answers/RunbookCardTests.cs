using TeamsBot.Answers;
using TeamsBot.Cards;
using TeamsBot.Guidelines;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Answers;

/// <summary>The cards of the shipped runbooks with the organisations' own documents beside them.</summary>
public sealed class RunbookCardTests
{
    /// <summary>UTF-16 units of a call that says much: four sentences.</summary>
    private const int LongCall = 160;

    [SharedTheory]
    [InlineData("asaka")]
    [InlineData("private")]
    [InlineData("tochigi")]
    [InlineData("ward")]
    [InlineData("yamaguchi")]
    public void With_the_guideline_loaded_the_first_step_s_clause_is_quoted_first_and_the_card_stays_within_bounds(string name)
    {
        using var packs = new TempFolder();
        PackCopy.Of(name, packs, text => text);
        Directory.CreateDirectory(packs.File($"{name}/documents"));
        foreach (var file in Directory.GetFiles(SharedFolder.File("guidelines")!, "*.txt"))
            File.Copy(file, packs.File($"{name}/documents/{Path.GetFileName(file)}"));
        var folder = new PackFolder(packs.Path);
        var pack = folder.Load(name);
        var desk = new TroubleDesk(new(folder, pack), pack);

        foreach (var kind in Enum.GetValues<TroubleKind>())
            foreach (var language in Enum.GetValues<CardLanguage>())
            {
                var steps = desk.StepsFor(kind, isOfAnotherAccount: false, language);
                var first = pack.Runbooks[kind].StepsFor(isOfAnotherAccount: false)
                    .OrderByDescending(step => step.IsFirst())
                    .FirstOrDefault(step => step.Clause is not null);
                if (first is not null) steps.Quotes[0].ClauseIds.ShouldContain(first.Clause!, $"{name} {kind}");
                var text = new string('長', LongCall);
                var question = Question.Asked(
                    Guid.NewGuid(), new("t", "a", "29:a", "佐藤 花子"), text, new(true, null), language, new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));
                var call = new AlarmCall(text, kind, language, desk.Phones(language), steps) { HidSecret = true, DraftVerb = "approvals.start" };
                CardSize.BytesOf(AlarmCard.For(call, question)).ShouldBeLessThanOrEqualTo(CardSize.MaxBytes, $"{name} {kind} {language}");
            }
    }
}
