using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>What every press on the card of a closing begins and ends with.</summary>
internal sealed class ClosingTurns(AccountRegister accounts, ClosingViews views, UpkeepTurns turns, TaskBook book, TaskTelling telling)
{
    /// <summary>The closing a press is about, as it stands; what is pressed on an older card does not count and is given back.</summary>
    public async Task<(ClosingView? View, Reply Refusal)> FindAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return (null, turns.NotListed(turn));
        var reader = found with
        {
            Typed = TaskForm.Read(
                turn.Action!, [UpkeepFields.Step], (UpkeepFields.Day, 40), (UpkeepFields.Proof, AccountClosing.MaxProof),
                (UpkeepFields.BackReason, AccountClosing.MaxReason)),
        };
        if (accounts.Find(turn.Action![UpkeepFields.Account]) is not { } account) return (null, UpkeepTurns.NotFound(reader));
        var view = views.Of(account, reader);
        var stamp = (view.Closing?.Stamp ?? 0).ToString(CultureInfo.InvariantCulture);
        return view.IsRunning && turn.Action[UpkeepFields.Stamp] == stamp ? (view, Reply.None) : (null, Late(turn, view));
    }

    /// <summary>As it stands after the press; what was typed in the other parts of the card stays.</summary>
    /// <param name="done">The fields that the press has used up.</param>
    public ClosingView Fresh(ClosingView view, params string[] done)
    {
        var left = view.Typed.Without(done);
        return views.Of(accounts.Find(view.Account.Id)!, view.Reader with { Typed = left with { HadSecret = view.Typed.HadSecret } });
    }

    public static Reply Said(ParsedTurn turn, ClosingView view, NoticeKind kind, string words)
    {
        var said = SecretGuard.Said(words, view.Typed, view.Reader.Language);
        return UpkeepTurns.Answer(turn, ClosingCard.For(view with { Notice = CardParts.Notice(kind, said) }), said);
    }

    /// <summary>Ends open tasks of the account; everybody's message of them shows it.</summary>
    /// <param name="why">In a word, for the audit chain.</param>
    public async Task DropAsync(
        ParsedTurn turn, ClosingView view, Func<DatedTask, bool> which, string why, CancellationToken cancellationToken)
    {
        foreach (var task in (await book.OpenOfAsync(turn.Actor!.TenantId, view.Account.Id, cancellationToken)).Where(which).ToList())
        {
            book.Drop(task, turn.Actor, why);
            telling.Show(task, view.Reader.Days, turn.Actor);
        }
    }

    private static Reply Late(ParsedTurn turn, ClosingView view)
    {
        var typed = view.Typed;
        List<string> lost =
        [
            .. view.TakesTicks ? [] : new[] { typed[UpkeepFields.Proof] },
            .. view.IsRunning && view.MayEnd ? [] : new[] { typed[UpkeepFields.BackReason] },
        ];
        var shown = view.IsRunning ? view : view with { Reader = view.Reader.Cleared };
        return Said(turn, shown, NoticeKind.Info, view.Reader.Language.Say(
            "状態が変わっています。いまの内容を確かめてください。", "Things have changed. Please look at the present state.")
            + CardInHand.GivenBack(string.Join('\n', lost.Where(words => words.Length > 0)), view.Reader.Language));
    }
}
