using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Documents;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tables;
using TeamsBot.Turns;

namespace TeamsBot.PeopleDesk;

/// <summary>
/// 職員取込: an administrator pastes or attaches a list of people, sees what it would change and which rows are faulty, and confirms. From then
/// on the people are in force, and drafts that wait for somebody who may not decide any more are led elsewhere. In the personal chat only:
/// the cards name people.
/// </summary>
internal sealed class ImportPeople(
    BotDbContext db, PeopleDirectory people, CurrentPeople current, GraphState graph, Pack pack, TurnRoom room, TableFiles files,
    PersonLanguage languages, AuditTrail audit, TimeProvider time)
{
    /// <summary>
    /// A file with a table and no post beside it. Whoever is no administrator hears what they would hear of any other file.
    /// </summary>
    public static bool Accepts(ParsedTurn turn) => turn.Action is null && turn.Files.Any(TableFiles.IsTable) && turn.Text.Length == 0;

    public async Task<Reply> HandleCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (Refusal(turn) is { } refusal) return refusal;
        if (turn.Files.FirstOrDefault(TableFiles.IsTable) is { } file) return await ReadAsync(turn, file, cancellationToken);
        return argument.Contains('\n', StringComparison.Ordinal) ? await PreviewAsync(turn, argument, cancellationToken)
            : Reply.Show(Card(turn).Form("", []));
    }

    public async Task<Reply> HandleFile(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var file = turn.Files.First(TableFiles.IsTable);
        if (Admin(turn) is null) return Reply.Say(DocumentWords.NotRead(TypedText.Of(file.Name, 60)));
        return Refusal(turn) ?? await ReadAsync(turn, file, cancellationToken);
    }

    public async Task<Reply> HandleTable(ParsedTurn turn, CancellationToken cancellationToken) =>
        Refusal(turn) ?? await PreviewAsync(turn, turn.Action![PeopleImportCard.TableField], cancellationToken);

    public async Task<Reply> HandleConfirm(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (Refusal(turn) is { } refusal) return refusal;
        var (card, now) = (Card(turn), time.GetUtcNow());
        if (!Guid.TryParseExact(turn.Action![PeopleImportCard.ProposalField], "N", out var id)
            || await db.PeopleProposals.FindAsync([id], cancellationToken) is not { } proposal
            || !PersonId.IsSame(proposal.ByObjectId, turn.Actor!.ObjectId) || now - proposal.MadeAt > PeopleProposal.GoodFor)
            return Reply.Show(card.Form("", [new(0, "この確認は使えなくなりました。もう一度、一覧表を取り込んでください。",
                "This preview is not valid any more. Please import the list again.")]));
        var isWhole = turn.Action[PeopleImportCard.OthersField] == PeopleImportCard.Remove && !proposal.IsPartial;
        var before = await db.NewestPeopleAsync(PeopleOrigin.Import, cancellationToken);
        var plan = PeoplePlan.Of(proposal.Persons, isWhole, Imported(before), current, pack.Organisation.Sections);
        if (plan.Faults.Count > 0) return Reply.Show(card.Preview(plan, [], proposal, hasRoles: true));
        await db.AddPeopleAsync(PeopleOrigin.Import, before, plan.Next.Write(), Admin(turn)!.Name, now, cancellationToken);
        db.PeopleProposals.Remove(proposal);
        db.AfterSave(() => current.Replace(plan.People));
        audit.Record(turn.Actor, "people.import", Subject, new
        {
            added = Ids(plan.Added), changed = Ids(plan.Changed.Select(change => change.After)),
            removed = isWhole ? Ids(plan.Others) : [], people = plan.People.Persons.Count,
        });
        return Reply.Show(card.Result(plan, isWhole));
    }

    public const string Subject = "people:";

    private async Task<Reply> ReadAsync(ParsedTurn turn, SharedFile file, CancellationToken cancellationToken)
    {
        var (table, trouble) = await room.OutsideAsync(
            turn,
            () => files.ReadAsync(turn.Actor!.Id, file, turn.Conversation.ServiceUrl, cancellationToken),
            () => (null, TableTrouble.NotReceived));
        if (table is not null) return await PreviewAsync(turn, table, "", cancellationToken);
        var (japanese, english) = TableFiles.Words(trouble!.Value);
        return Reply.Show(Card(turn).Form("", [new(0, japanese, english)]));
    }

    private Task<Reply> PreviewAsync(ParsedTurn turn, string text, CancellationToken cancellationToken) => text.Length > PeopleTable.MaxText
        ? Task.FromResult(Reply.Show(Card(turn).Form(
            "", [new(0, "表が長すぎます。CSVかExcelのファイルで送ってください。", "The table is too long. Please send it as a CSV or Excel file.")])))
        : PreviewAsync(turn, PastedTable.Read(text), text, cancellationToken);

    private async Task<Reply> PreviewAsync(ParsedTurn turn, Table table, string text, CancellationToken cancellationToken)
    {
        var (card, now) = (Card(turn), time.GetUtcNow());
        if (table.Rows.Any(row => row.Cells.Any(cell => CredentialMask.Mask(cell).Seen)))
            return Reply.Show(card.Form("", [new(0, "パスワードのような列があります。取り除いてから、もう一度取り込んでください。表は残していません。",
                "A column looks like passwords. Remove it and import again; the table was not kept.")]));
        var list = PeopleTable.Read(table, current.Now, pack.Organisation.Sections);
        if (list.Rows.Count == 0) return Reply.Show(card.Form(text, list.Faults));
        var by = turn.Actor!.ObjectId;
        var old = db.PeopleProposals.Where(earlier => earlier.ByObjectId == by || earlier.MadeAt < now - PeopleProposal.GoodFor);
        db.PeopleProposals.RemoveRange(await old.ToListAsync(cancellationToken));
        var proposal = PeopleProposal.Of(by, list.Persons, isPartial: list.Faults.Count > 0, now);
        db.PeopleProposals.Add(proposal);
        var imported = Imported(await db.NewestPeopleAsync(PeopleOrigin.Import, cancellationToken));
        return Reply.Show(card.Preview(PeoplePlan.Of(list.Persons, isWhole: false, imported, current, pack.Organisation.Sections),
            list.Faults, proposal, list.HasRoles));
    }

    private Reply? Refusal(ParsedTurn turn)
    {
        var language = languages.Of(turn);
        if (Admin(turn) is null)
        {
            audit.Record(turn.Actor, "people.refused", Subject, new { verb = turn.Action?.Verb ?? PeopleDeskFeature.FormVerb });
            return Reply.Say(language.Say("職員を取り込めるのは管理者です。変えたいことは、管理者へお知らせください。",
                "Only administrators import people. Please tell an administrator what should change."));
        }

        if (graph.Options is not null)
            return Reply.Say(language.Say("職員はMicrosoft 365から読み込んでいます。Entraのグループ・部署・上司を直すと、次の読み込みで反映されます。",
                "The people are read from Microsoft 365. Mend groups, departments and managers in Entra; "
                    + "the next reading takes them over."));
        return turn.IsPersonal ? null : Reply.Say(language.Say(
            "職員の一覧には氏名があります。このボットとの個人チャットで「職員取込」と送ってください。",
            "The list names people. Please send 'import people' in your personal chat with this bot."));
    }

    private Person? Admin(ParsedTurn turn) => people.Find(turn.Actor!) is { } person && person.Has(Role.Admin) ? person : null;

    private PeopleImportCard Card(ParsedTurn turn) => new(languages.Of(turn));

    private static ImportedPeople Imported(PeopleSnapshot? snapshot) =>
        snapshot is null ? ImportedPeople.Nobody : ImportedPeople.Read(snapshot.Content);

    private static string[] Ids(IEnumerable<Person> persons) => [.. persons.Select(person => person.ObjectId)];
}
