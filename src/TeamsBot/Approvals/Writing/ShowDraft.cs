using System.Globalization;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>Opens a draft's card again, its history, and the form for a new one.</summary>
internal sealed class ShowDraft(BotDbContext db, DraftTurns turns, DraftViews views, PeopleDirectory people)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken) =>
        await turns.FindAsync(turn, cancellationToken) is { } draft ? turns.Show(turn, draft) : turns.NotFound(turn);

    /// <summary>The editor of a long text, alone on a card. It holds the whole text and may be larger than other cards; the service takes 100 KB.</summary>
    public async Task<Reply> HandleEdit(ParsedTurn turn, CancellationToken cancellationToken) =>
        await turns.FindAsync(turn, cancellationToken) is not { } draft ? turns.NotFound(turn)
        : !draft.IsAuthor(turn.Actor!.ObjectId) ? turns.Refuse(turn, draft, Refusal.NotAuthor)
        : Reply.Show(DraftForm.TextEditor(views.Of(draft)));

    public static Task<Reply> HandleNew() => Task.FromResult(Reply.Show(DraftForm.New()));

    /// <summary>「履歴 12」, also 「履歴 No.12」 and full-width digits.</summary>
    public async Task<Reply> HandleHistory(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        var digits = DraftNumbers.In(argument);
        if (digits.Length == 0) return Reply.Say("番号を付けて「履歴 12」のように送ってください。番号は「一覧」で分かります。");
        if (await turns.FindAsync(turn, digits, cancellationToken) is not { } draft) return Reply.Say(Refusal.NotFound.Sentence(null, turns.Now));
        var deliveries = await Deliveries.OfAsync(db, DraftTurns.Subject(draft), cancellationToken);
        return turns.Privately(turn, HistoryCard.For(views.Of(draft), [.. deliveries.Where(delivery => delivery.CardKey.Length > 0).Select(Line)]));
    }

    private (string Name, string State) Line(Delivery delivery)
    {
        var name = delivery.Address.ObjectId is { } id ? people.Find(id)?.Name ?? "登録のない方" : "チャネル";
        var state = delivery.Status switch
        {
            OutboxStatus.Sent => string.Create(CultureInfo.InvariantCulture, $"届いています（{JapaneseTime.Format(delivery.SentAt ?? delivery.CreatedAt, turns.Now)}）"),
            OutboxStatus.Unreachable => "届いていません。本人にこのアプリを開いてもらってください。",
            OutboxStatus.Dead => "送れませんでした。管理者へ連絡してください。",
            _ when delivery.LastFailure is not null => "まだ届いていません。自動で送り直しています。",
            _ => "送付中です。",
        };
        return (name, state);
    }
}
