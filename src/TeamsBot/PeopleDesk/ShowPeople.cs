using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.PeopleDesk;

/// <summary>
/// 職員: desk and administrators see where the people come from, how fresh they are, and what is to be mended. In the personal chat only.
/// </summary>
internal sealed class ShowPeople(BotDbContext db, PeopleDirectory people, GraphState graph, PersonLanguage languages, AuditTrail audit,
    TimeProvider time)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var language = languages.Of(turn);
        if (people.Find(turn.Actor!) is not { } person || !(person.Has(Role.Desk) || person.Has(Role.Admin)))
        {
            audit.Record(turn.Actor, "people.refused", ImportPeople.Subject, new { verb = PeopleDeskFeature.ShowVerb });
            return Reply.Say(language.Say("職員の登録を確かめられるのは、広報担当と管理者です。登録の変更は、管理者へお知らせください。",
                "Only the desk and administrators see the people. Please tell an administrator what should change."));
        }

        if (!turn.IsPersonal) return Reply.Say(language.Say(
            "このボットとの個人チャットで「職員」と送ってください。", "Please send 'people' in your personal chat with this bot."));
        var import = graph.Options is null ? await db.NewestPeopleAsync(PeopleOrigin.Import, cancellationToken) : null;
        return Reply.Show(new PeopleCard(language).For(
            people, graph, import, mayImport: graph.Options is null && person.Has(Role.Admin), time.GetUtcNow()));
    }
}
