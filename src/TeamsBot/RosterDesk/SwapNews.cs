using System.Text.Json.Nodes;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.People;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>
/// Puts a request for cover before those who are asked, and keeps their cards true. The cards hold no field, so nobody loses what they
/// write when they change.
/// </summary>
internal sealed class SwapNews(
    OutboxWriter outbox, PersonLanguage languages, DutyRoster roster, PeopleDirectory people, DutyCount count)
{
    private const int Open = 1;

    private const int Ended = 2;

    public static string Subject(DutySwap swap) => $"dutySwap:{swap.Id:N}";

    public void Ask(DutySwap swap, RosterReader by)
    {
        foreach (var reader in AskedOf(swap, by))
        {
            outbox.Ring(
                Address.Person(swap.TenantId, reader.Person.ObjectId),
                Subject(swap),
                Open,
                new SwapCard(roster, people).Request(swap, reader),
                new SwapCard(roster, people).Summary(swap, reader),
                new Opening(
                    reader.Language.Say("依頼を開く", "Open the request"), RosterVerbs.Open,
                    new JsonObject { [RosterFields.Swap] = swap.Id.ToString("N") }, reader.Language.Code()),
                Subject(swap));
            count.Told(swap.TenantId, reader.Person);
        }
    }

    /// <summary>Everybody's card of the request shows how it ended.</summary>
    public void Change(DutySwap swap, RosterReader by)
    {
        foreach (var reader in AskedOf(swap, by)) Change(swap, reader, Ended);
    }

    /// <summary>The card of one who cannot loses its buttons.</summary>
    public void LeftOut(DutySwap swap, RosterReader by) => Change(swap, by, Ended);

    private void Change(DutySwap swap, RosterReader reader, int version) => outbox.Change(
        Address.Person(swap.TenantId, reader.Person.ObjectId),
        Subject(swap),
        version,
        new SwapCard(roster, people).Request(swap, reader),
        new SwapCard(roster, people).State(swap, reader.Language),
        Subject(swap));

    public void Taken(DutySwap swap, RosterReader by)
    {
        Change(swap, by);
        Tell(swap.FromId, swap, by, say => RosterWords.Of(swap, by.Today, say), (say, what) => say.Say(
            $"{by.Person.Name}さんが、{what}を引き受けました。あなたの当番ではなくなりました。", $"{by.Person.Name} has taken the {what}. It is no longer yours."));
        if (swap.AskedById.Length > 0)
            Tell(swap.AskedById, swap, by, say => Whose(swap, by, say), (say, what) => say.Say(
                $"{by.Person.Name}さんが、{what}を引き受けました。", $"{by.Person.Name} has taken the {what}."));
    }

    public void Declined(DutySwap swap, RosterReader by)
    {
        Change(swap, by);
        Tell(swap.AskerId, swap, by, say => Whose(swap, by, say), (say, what) => swap.IsOpenToAll
            ? say.Say($"{what}を代われる方がいませんでした。所属長へ相談してください。", $"Nobody could take the {what}; please ask your head.")
            : say.Say(
                $"{by.Person.Name}さんは、{what}を引き受けられません。「交代」で、ほかの方に頼むか「代わりを探す」を使えます。",
                $"{by.Person.Name} cannot take the {what}. Type \"swap\" to ask somebody else or the whole section."));
    }

    /// <summary>Whoever asked hears it where another took it back: the one whose duty it is.</summary>
    public void Withdrawn(DutySwap swap, RosterReader by)
    {
        Change(swap, by);
        Tell(swap.AskerId, swap, by, say => Whose(swap, by, say), (say, what) => say.Say(
            $"{by.Person.Name}さんが、代わりを頼むのをやめました。{what}は変わりません。",
            $"{by.Person.Name} has taken the request for cover back. The {what} stays as it is."));
    }

    /// <summary>The duty, and whose it is where somebody else asked: one may have asked for several.</summary>
    private string Whose(DutySwap swap, RosterReader by, CardLanguage say)
    {
        var what = RosterWords.Of(swap, by.Today, say);
        return swap.AskedById.Length > 0 && people.Find(swap.FromId) is { } from
            ? say.Say($"{from.Name}さんの{what}", $"{what} of {from.Name}")
            : what;
    }

    /// <summary>Not whoever did it, nor somebody who has left.</summary>
    private void Tell(
        string personId, DutySwap swap, RosterReader by, Func<CardLanguage, string> what, Func<CardLanguage, string, string> sentence)
    {
        if (by.Person.Is(personId) || people.Find(personId) is not { } person) return;
        var say = languages.LanguageOf(swap.TenantId, personId);
        outbox.Say(Address.Person(swap.TenantId, personId), sentence(say, what(say)), Subject(swap));
        count.Told(swap.TenantId, person);
    }

    private IEnumerable<RosterReader> AskedOf(DutySwap swap, RosterReader by) => swap.AskedIds.Select(people.Find).OfType<Person>()
        .Select(person => by with { Person = person, Language = languages.LanguageOf(swap.TenantId, person.ObjectId) });
}
