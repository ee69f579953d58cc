using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>Opens a draft's card again, its history, and the form for a new one.</summary>
internal sealed class ShowDraft(BotDbContext db, DraftTurns turns, DraftViews views, PeopleDirectory people, Pack pack)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken) =>
        await turns.FindAsync(turn, cancellationToken) is { } draft ? turns.Show(turn, draft) : turns.NotFound(turn);

    /// <summary>
    /// The editor on a card of its own: of a long text, and of one that others have, so that it is known to be in the author's hands.
    /// </summary>
    public async Task<Reply> HandleEdit(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        if (!draft.IsAuthor(turn.Actor!.ObjectId)) return turns.Refuse(turn, draft, Refusal.NotAuthor);
        if (draft.IsClosed || draft.Status == Model.DraftStatus.OnHold) return turns.Refuse(turn, draft, Refusal.NotNow);
        draft.Shows(draft.AuthorId, hasFields: true);
        var typed = CardInHand.GivenBack(PostInput.Of(turn.Action!).Words, turns.Language(turn));
        return Reply.Show(
            DraftForm.EditorCard(
                views.Of(draft, turn.Actor.ObjectId),
                typed.Length > 0 ? CardParts.Notice(NoticeKind.Info, typed.Trim()) : null
            )
        );
    }

    /// <summary>The form for a new draft; for people who may not begin one, who can.</summary>
    public Task<Reply> HandleNew(ParsedTurn turn) =>
        Task.FromResult(
            people.Find(turn.Actor!) is { } author && author.Has(Role.Writer)
                ? Reply.Show(DraftForm.New(language: turns.Language(turn)))
                : Reply.Say(NotWriter(turn))
        );

    /// <summary>「【お知らせ】」 and nothing else: the form with the heading in it asks for the rest.</summary>
    public Task<Reply> HandleHeading(ParsedTurn turn)
    {
        if (people.Find(turn.Actor!) is not { } author || !author.Has(Role.Writer)) return Task.FromResult(Reply.Say(NotWriter(turn)));
        var language = turns.Language(turn);
        var asked = CardParts.Notice(NoticeKind.Info, language.Say(
            "見出しだけが届きました。続けて本文を入力するか、見出しと本文を一緒に送ってください。",
            "Only a heading came. Enter the text below it, or send heading and text together."));
        return Task.FromResult(turns.Privately(turn, DraftForm.New(asked, $"{turn.Text.Trim()}\n", language)));
    }

    /// <summary>
    /// No form that would lead nowhere: colleagues of the section who may begin a draft, and the desk that enters people.
    /// </summary>
    public string NotWriter(ParsedTurn turn)
    {
        const int MaxNamed = 3;
        var (language, section) = (turns.Language(turn), people.Find(turn.Actor!)?.Section);
        List<string> near = [.. people.Holding(Role.Writer, section).Take(MaxNamed).Select(writer => writer.Name)];
        var able = near.Count > 0 || section is null ? near : [.. people.Holding(Role.Writer).Take(MaxNamed).Select(writer => writer.Name)];
        var desk = pack.Desks.FirstOrDefault(desk => desk.For.Contains(DeskPurpose.Consult))
            ?? (pack.Desks is [var first, ..] ? first : null);
        var who = desk is null
            ? language.Say("広報担当", "the public relations desk")
            : language.Say(desk.Name, desk.NameEn ?? desk.Name)
                + (desk.Phone is { } phone ? language.Say($"（{phone}）", $" ({phone})") : "");
        return Refusal.NotWriter.Sentence(null, turns.Now, language)
            + (
                able.Count == 0
                    ? ""
                    : language.Say(
                        $"作成をお願いできる方：{string.Join("、", able.Select(name => name + "さん"))}。",
                        $" Who can: {string.Join(", ", able)}."
                    )
            )
            + language.Say($"登録の相談先：{who}。", $" To be registered: {who}.");
    }

    /// <summary>「履歴 12」, also 「履歴 No.12」 and full-width digits.</summary>
    public async Task<Reply> HandleHistory(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        var digits = DraftNumbers.In(argument);
        var language = turns.Language(turn);
        if (digits.Length == 0)
        {
            return Reply.Say(language.Say(
                "番号を付けて「履歴 12」のように送ってください。番号は「一覧」で分かります。",
                "Send the number too, for example \"history 12\". The numbers are in \"list\"."));
        }

       
        if (await turns.FindAsync(turn, digits, cancellationToken) is not { } draft)
            return Reply.Say(Refusal.NotFound.Sentence(null, turns.Now, language));
        var deliveries = await Deliveries.OfAsync(db, DraftTurns.Subject(draft), cancellationToken);
        return turns.Privately(
            turn,
            HistoryCard.For(
                views.Of(draft, turn.Actor!.ObjectId),
                [.. deliveries.Where(delivery => delivery.CardKey.Length > 0).Select(delivery => Line(delivery, language))]
            )
        );
    }

    private (string Name, string State) Line(Delivery delivery, CardLanguage language)
    {
        var name = delivery.Address.ObjectId is { } id
            ? people.Find(id)?.Name ?? language.Say("登録のない方", "somebody not registered")
            : language.Say("チャネル", "channel");
        var state = delivery.Status switch
        {
            OutboxStatus.Sent when JapaneseTime.Format(delivery.SentAt ?? delivery.CreatedAt, turns.Now, language) is var at =>
                language.Say($"届いています（{at}）", $"arrived ({at})"),
            OutboxStatus.Unreachable => language.Say(
                "届いていません。本人にこのアプリを開いてもらってください。",
                "not arrived; please ask them to open this app"
            ),
            OutboxStatus.Dead => language.Say(
                "送れませんでした。管理者へ連絡してください。",
                "could not be sent; please tell the administrator"
            ),
            _ when delivery.LastFailure is not null => language.Say(
                "まだ届いていません。自動で送り直しています。",
                "not arrived yet; it is being sent again"
            ),
            _ => language.Say("送付中です。", "on its way"),
        };
        return (name, state);
    }
}
