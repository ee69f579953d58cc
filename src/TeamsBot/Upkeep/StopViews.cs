using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>Gathers what the card of a stop shows, and says who may lift one.</summary>
internal sealed class StopViews(EndingRegister endings, AccountAccess access, PeopleDirectory people, ClauseNames clauses, Pack pack)
{
    private static readonly string[] Emergency = ["yamaguchi-4-2-3a"];

    public StopView Of(OfficialAccount account, TaskReader reader)
    {
        var open = endings.OpenStopOf(account);
        return new(account, endings.StopOf(account.Id), reader)
        {
            IsOpen = open is not null,
            MayStop = MayStop(reader.Person, account),
            MayLift = access.DecidesToday(reader.Person, account, reader.Today),
            Lifters = Lifters(account, reader.Today, reader.Language),
            Basis = clauses.OwnOf(open?.Kind == StopKind.Adverse ? pack.AccountDuties?.TermsReview?.Basis.Cite ?? [] : Emergency),
        };
    }

    /// <summary>The card after a press, with what the press came to.</summary>
    public Reply Said(ParsedTurn turn, OfficialAccount account, TaskReader reader, NoticeKind kind, string words)
    {
        var said = SecretGuard.Said(words, reader.Typed, reader.Language);
        return UpkeepTurns.Answer(turn, StopCard.For(Of(account, reader) with { Notice = CardParts.Notice(kind, said) }), said);
    }

    /// <summary>
    /// The card as a command or another card opens it. What was typed beside stands in the field it was meant for; where the card has that
    /// field not, or the other one (somebody was faster), it is given back.
    /// </summary>
    public Reply Opened(OfficialAccount account, TaskReader reader, bool isToLift)
    {
        var (view, say) = (Of(account, reader), reader.Language);
        var hasField = account.State != AccountState.Closed && view.IsOpen == isToLift && (isToLift ? view.MayLift : view.MayStop);
        var said = hasField ? SecretGuard.Said("", reader.Typed, say) : AskedAccount.Left(reader).Trim();
        var shown = hasField ? view : view with { Reader = reader.Cleared };
        return Reply.Show(StopCard.For(
            said.Length == 0 ? shown : shown with { Notice = CardParts.Notice(NoticeKind.Attention, said) }));
    }

    public bool MayStop(Person person, OfficialAccount account) =>
        AccountAccess.MayChange(person, account) || access.IsHeadOf(person, account);

    /// <summary>Those who may stop it, for messages that say whom to ask.</summary>
    public IReadOnlyList<Person> StoppersOf(OfficialAccount account) => [.. people.Persons.Where(person => MayStop(person, account))];

    /// <summary>Who may lift it that day, by name: of heads who are away that they are, and who stands in for them.</summary>
    public string Lifters(OfficialAccount account, DateOnly today, CardLanguage say)
    {
        var heads = access.HeadsOf(account);
        var names = access.DecidersOf(account, today).Select(person => Named(person, heads.Contains(person))).ToList();
        return names.Count > 0
            ? string.Join(say.Say("、", ", "), names)
            : say.Say($"{account.Section}の所属長", $"the head of {account.Section}");

        string Named(Person person, bool isHead)
        {
            var name = say.Say($"{person.Name}さん", person.Name);
            if (!isHead) return name + say.Say("（代わり）", " (stands in)");
            return people.IsAbsent(person, today) ? name + say.Say("（不在）", " (away)") : name;
        }
    }
}
