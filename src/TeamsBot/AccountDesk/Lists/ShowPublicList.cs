using AdaptiveCards;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Handouts;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>「公開一覧」: everybody may have it; whoever edits the own site says that its list was mended.</summary>
internal sealed class ShowPublicList(
    SiteList list, SiteListDuty duty, ListFiles files, TaskBook book, PeopleDirectory people, PersonLanguage languages, AuditTrail audit,
    TimeProvider time)
{
    public Task<Reply> Handle(ParsedTurn turn) => Task.FromResult(Show(turn, null));

    public Task<Reply> HandleFile(ParsedTurn turn)
    {
        var format = turn.Action![PublicListCard.Format] == PublicListCard.Html ? ListFiles.PublicHtml : ListFiles.PublicCsv;
        return Task.FromResult(files.Offer(turn, format) ?? Show(turn, CardParts.Notice(NoticeKind.Info, FileWords.HowToAccept)));
    }

    public async Task<Reply> HandleListed(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var say = languages.Of(turn);
        if (people.Find(turn.Actor!) is not { } person || !list.Editors.Contains(person))
        {
            audit.Record(turn.Actor, "accounts.refused", "account:", new { verb = turn.Action!.Verb });
            return Reply.Say(say.Say(
                "ホームページの一覧を直したことを記録できるのは、広報担当の方です。", "The PR desk records that the site's list was mended."));
        }

        if (list.Difference.IsEmpty) return Show(turn, CardParts.Notice(
                NoticeKind.Info, say.Say("一覧に直すところはありません。", "Nothing is to be changed in the list.")));
        if (turn.Action![AccountFields.Stamp] != list.Stamp)
            return Show(turn, CardParts.Notice(NoticeKind.Attention, say.Say(
                "カードを開いたあとに台帳が変わりました。いまの内容を確かめてから、もう一度押してください。",
                "The register changed since this card was drawn. Look at it as it is now and press again.")));
        var difference = list.Difference;
        foreach (var task in await book.OpenOfAsync(turn.Actor!.TenantId, "", cancellationToken))
            if (task.Key == SiteList.Key) book.Finish(task, turn.Actor, person.Name, new { difference.Added, difference.Removed });
        list.Confirm(list.Lines, person.Name, time.GetUtcNow());
        await duty.EnsureAsync(turn.Actor, cancellationToken);
        audit.Record(turn.Actor, "accounts.siteList", "account:", new { difference.Added, difference.Removed });
        return Show(turn, CardParts.Notice(
            NoticeKind.Done, say.Say("ホームページの一覧を直したことを記録しました。", "It is recorded that the list was mended.")));
    }

    private Reply Show(ParsedTurn turn, AdaptiveContainer? notice) => Reply.Show(PublicListCard.For(
        PublicList.Open(list.Accounts),
        list.Difference,
        list.Stamp,
        people.Find(turn.Actor!) is { } person && list.Editors.Contains(person),
        languages.Of(turn),
        notice));
}
