using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>The tasks about policies: who is in charge of them, and until when they have a cause.</summary>
internal sealed class PolicyTasks(
    AccountRegister accounts, PolicyBook policies, PolicyAudience audience, CredentialRegister credentials, PeopleDirectory people,
    TaskCatalogue catalogue) : ITaskKind
{
    public bool Has(string key) => key is PolicyDuties.Publish or PolicyDuties.Submit or PolicyDuties.Read;

    public bool IsNeeded(DatedTask task)
    {
        if (accounts.Find(task.AccountId) is not { State: not AccountState.Closed } account) return false;
        var newest = policies.Newest(task.AccountId);
        return task.Key switch
        {
            PolicyDuties.Submit => account.State == AccountState.Running && newest?.ReceivedAt is null
                && task.Cause == (newest is null ? PolicyDuties.NoVersion : PolicyDuties.CauseOf(newest)),
            PolicyDuties.Publish => IsOf(task, newest) && newest!.Url is null,
            _ => IsOf(task, newest) && audience.Unread(account, newest!).Count > 0,
        };
    }

    /// <summary>The custodians; where there are none, whoever finalised it. A reading is each member's own.</summary>
    public IReadOnlyList<Person> InCharge(DatedTask task)
    {
        var newest = policies.Newest(task.AccountId);
        if (task.Key == PolicyDuties.Read)
            return newest is not null && accounts.Find(task.AccountId) is { } account ? audience.Unread(account, newest) : [];
        if (credentials.CustodiansOf(task.AccountId) is { Count: > 0 } custodians) return custodians;
        return newest is not null && people.Find(newest.FinalById) is { } writer ? [writer] : [];
    }

    public Person? DeputyOf(DatedTask task) => task.Key == PolicyDuties.Read ? null : credentials.DeputyOf(task.AccountId);

    public IReadOnlyList<Person> Takers(DatedTask task) => task.Key == PolicyDuties.Read || accounts.Find(task.AccountId) is not { } account
        ? []
        : [.. people.Persons.Where(person => person.Section == account.Section && AccountAccess.MayChange(person, account)
            && !person.Is(task.HandedToId ?? ""))];

    public string AboutOf(DatedTask task) =>
        accounts.Find(task.AccountId) is { } account ? AccountRegister.Display(account) : task.AccountId;

    public AdaptiveCard Card(DatedTask task, TaskReader reader, AdaptiveContainer? notice = null)
    {
        var (row, account) = (catalogue.Of(task.Key), accounts.Find(task.AccountId));
        var title = TaskWords.Heading(task, row, reader);
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(new AdaptiveTextRun { Text = AboutOf(task), Weight = AdaptiveTextWeight.Bolder }),
                .. AccountParts.Notice(notice),
                CardParts.Field(reader.Language.Say("期限", "Due"), TaskWords.Due(task, reader)),
                .. task.IsOpen && account is not null ? Body(task, account, reader) : [],
                .. TaskParts.Ways(task, row, Takers(task), reader),
            ],
            title,
            language: reader.Language);
    }

    public TaskForm Read(DatedTask task, Protocol.Inbound.CardAction action) => TaskForm.Read(
        action, TaskParts.Chosen, [(PolicyFields.PublishedUrl, RegisteredAccount.MaxUrl), .. TaskParts.Written]);

    private IEnumerable<AdaptiveElement> Body(DatedTask task, OfficialAccount account, TaskReader reader)
    {
        var (say, number) = (reader.Language, policies.Newest(account.Id)?.Number ?? 0);
        yield return CardParts.Line(task.Key switch
        {
            PolicyDuties.Publish => say.Say(
                "確定した運用ポリシーを公式ホームページに載せ、そのページのアドレスを記録してください。", "Publish the policy on the own site and enter the page's address."),
            PolicyDuties.Submit when number == 0 => say.Say(
                "運用ポリシーがまだ作られていません。作って確定すると、広報担当へ届きます。", "There is no policy yet. Once it is final, it goes to the PR desk."),
            PolicyDuties.Submit => say.Say(
                "運用ポリシーは広報担当へ送りましたが、「受け取りました」がまだです。広報担当に確かめてください。",
                "The PR desk has not confirmed that it received the policy. Please ask."),
            _ => say.Say("所属の運用ポリシーを開いて読み、「読みました」を押してください。", "Open your section's policy, read it and press the button."),
        });
        if (task.Key == PolicyDuties.Publish) yield return PolicyCard.UrlField(reader.Typed[PolicyFields.PublishedUrl], say);
        yield return CardParts.Row(
            AdaptiveSpacing.Small,
            task.Key == PolicyDuties.Publish
                ? Buttons.Execute(
                    say.Say("公開を記録する", "Record the page"), AccountVerbs.PolicyPublish, PolicyCard.Data(account, number), style: "positive")
                : null,
            Buttons.Execute(
                say.Say("運用ポリシーを開く", "Open the policy"), AccountVerbs.PolicyShow, PolicyCard.Data(account, number), takesInputs: false));
    }

    private static bool IsOf(DatedTask task, PolicyVersion? newest) => newest is not null && task.Cause == PolicyDuties.CauseOf(newest);
}
