using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Guidelines;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Answers;

/// <summary>What the desk has to know of a caller in order to phone back.</summary>
internal sealed class DeskCalls(PeopleDirectory people, Pack pack)
{
    /// <param name="kind">Null where only a call for help was heard.</param>
    public DeskCall Of(Question question, TroubleKind? kind)
    {
        var section = people.Find(question.AskerId)?.Section ?? "";
        return new(kind, section, pack.Desks.FirstOrDefault(desk => desk.Name == section && desk.Phone is not null)?.Phone);
    }

    /// <summary>The desk replies; a head is told.</summary>
    public static bool MayReply(PeopleDirectory people, Address address) =>
        address.ObjectId is not { } id || people.Find(id) is { } person && person.Has(Role.Desk);
}

/// <summary>A call for help as the desk is to see it: at once that it is one, and whom to phone.</summary>
/// <param name="Section">Of the caller; empty for one the organisation has not entered.</param>
/// <param name="Phone">Of the caller's section, where the pack knows one.</param>
internal sealed record DeskCall(TroubleKind? Kind, string Section, string? Phone)
{
    public string Title(CardLanguage language) => Kind is { } kind
        ? language.Say($"至急：{NotifyRule.Kinds.InJapanese(kind)}", $"Urgent: {NotifyRule.Kinds.InEnglish(kind)}")
        : language.Say("至急：トラブルの相談", "Urgent: a call for help");

    /// <summary>What a phone shows.</summary>
    public string Summary(Question question, CardLanguage language) =>
        $"{Title(language)}　{question.AskerName}{(Section.Length > 0 ? language.Say($"（{Section}）", $" ({Section})") : "")}"
            + $"　{ShortText.Shorten(question.Text.ReplaceLineEndings(" "), MostShown)}";

    private const int MostShown = 60;
}
