using System.Reflection;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;

namespace TeamsBot.Tests.Approvals;

/// <summary>
/// Whoever reads English reads why something was found and what to do; the words of the text and official names stay Japanese.
/// </summary>
public sealed class FindingWordsTests
{
    [Fact]
    public void Every_rule_and_every_category_has_english_words()
    {
        ContentChecker.Rules.Select(rule => rule.Id).Except(RulesInEnglish.Words.Keys).ShouldBeEmpty();
        RulesInEnglish.Words.Keys.Except(ContentChecker.Rules.Select(rule => rule.Id)).ShouldBeEmpty();
        var categories = typeof(Category)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => ((Category)field.GetValue(null)!).Id)
            .ToList();
        categories.Count.ShouldBeGreaterThan(30);
        RulesInEnglish.Titles.Keys.Order().ShouldBe(categories.Order());
        foreach (
            var words in RulesInEnglish.Titles.Values.Concat(
                RulesInEnglish.Words.Values.SelectMany(words => (string[])[words.Why, words.Next])
            )
        )
        {
            words.Length.ShouldBeInRange(4, 160);
            words.ShouldAllBe(letter => letter < 0x3000);
        }
    }

    [Fact]
    public void Registered_words_are_named_and_the_fix_is_said_once()
    {
        var finding = Found(
            "official-name",
            "official_name",
            "正式名称",
            "星見図書館",
            "「星見図書館」は、正式名称の「星見市立図書館」と違います。",
            "「星見市立図書館」に直してください。",
            "星見市立図書館"
        );

        finding.Title(CardLanguage.En).ShouldBe("Official name");
        finding.Why(CardLanguage.En).ShouldBe("The name is not quite the official one.");
        finding.Better(CardLanguage.En).ShouldBe("「星見市立図書館」 Use the official name.");
        finding.Title(CardLanguage.Ja).ShouldBe("正式名称");
        finding.Why(CardLanguage.Ja).ShouldBe(finding.Message);
        finding.Better(CardLanguage.Ja).ShouldBe("「星見市立図書館」に直してください。");
        (finding with { Replacement = null }).Why(CardLanguage.En).ShouldBe("The name is not quite the official one. (「星見市立図書館」)");
    }

    /// <summary>A rule of an earlier program, kept with an old draft, is shown as it was.</summary>
    [Fact]
    public void A_rule_that_is_no_more_speaks_as_it_did() =>
        Found("gone", "gone", "むかし", "語", "むかしの指摘です。", null, null).Why(CardLanguage.En).ShouldBe("むかしの指摘です。");

    private static DraftFinding Found(
        string rule,
        string category,
        string label,
        string quote,
        string message,
        string? suggestion,
        string? replacement
    ) => new(rule, category, label, Severity.Warn, FindingGroup.Error, 0, quote.Length, quote, message, suggestion, replacement, [], "");
}
