using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Policies;

/// <summary>「運用ポリシー city-x」: the policy in force; where there is none, its form for those who may write it.</summary>
internal sealed class ShowPolicy(
    Pack pack, AccountRegister accounts, PolicyBook policies, PeopleDirectory people, PolicyViews views, PolicyFormCard forms,
    OutboxWriter outbox)
{
    /// <param name="argument">An account's name, handle or id; empty for a choice of one's own.</param>
    public Task<Reply> HandleCommand(ParsedTurn turn, string argument)
    {
        var person = people.Find(turn.Actor!);
        if (argument.Length == 0) return Task.FromResult(Choose(person, accounts.All, "どのアカウントの運用ポリシーですか"));
        return Task.FromResult(accounts.Named(argument) switch
        {
            [var account] => Show(turn, account),
            [] => Choose(person, accounts.All, $"「{TypedText.Quote(argument)}」は台帳にありません。どのアカウントですか"),
            var several => Choose(person, several, "どのアカウントの運用ポリシーですか"),
        });
    }

    /// <summary>「方針様式」: the empty form, whose account is found by its name when it is finalised (asaka-annex-0).</summary>
    public Task<Reply> HandleBlank(ParsedTurn turn) => Task.FromResult(
        people.Find(turn.Actor!) is null
            ? NotListed
            : Form(new(PolicySheet.Empty.With(PolicyFields.Holidays, "true"), null, 0, [])));

    public Task<Reply> HandleShow(ParsedTurn turn) => turn.Action![AccountFields.Account].Length == 0
        ? HandleCommand(turn, "")
        : Task.FromResult(turn.Action[AccountDoors.Apart] == "true" ? ShowApart(turn)
        : accounts.Find(turn.Action[AccountFields.Account]) is not { } account ? AccountParts.NotFound
        : int.TryParse(turn.Action[PolicyFields.Number], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && policies.Find(account.Id, number) is { } version ? views.Show(turn, account, version)
        : Show(turn, account));

    /// <summary>A new version begins with what the last one says.</summary>
    public Task<Reply> HandleForm(ParsedTurn turn) => Task.FromResult(
        accounts.Find(turn.Action![AccountFields.Account]) is { } account ? Write(turn, account) : AccountParts.NotFound);

    /// <summary>Beside the card of the press, on which something is still to be done.</summary>
    private Reply ShowApart(ParsedTurn turn)
    {
        if (accounts.Find(turn.Action![AccountFields.Account]) is not { } account || policies.Newest(account.Id) is not { } newest)
            return AccountParts.NotFound;
        var say = views.LanguageOf(turn);
        var said = say.Say($"運用ポリシー：{AccountRegister.Display(account)}", $"Policy: {AccountRegister.Display(account)}");
        outbox.Post(Address.Of(turn), views.CardFor(people.Find(turn.Actor!), say, account, newest), said, isAnswer: true);
        return Reply.Say(say.Say(
            "運用ポリシーを、次のメッセージに出しました。読んで「読みました」を押してから、このカードに戻ってください。",
            "The policy is in the next message. Read it, press \"I have read it\" and come back to this card."));
    }

    private Reply Show(ParsedTurn turn, OfficialAccount account) =>
        policies.Newest(account.Id) is { } version ? views.Show(turn, account, version) : Write(turn, account);

    private Reply Write(ParsedTurn turn, OfficialAccount account)
    {
        if (!AccountAccess.MayChange(people.Find(turn.Actor!), account))
            return Reply.Say(policies.Newest(account.Id) is null
                ? $"{AccountRegister.Display(account)} の運用ポリシーは、まだありません。作れるのは{account.Section}の担当者と広報担当です。"
                : AccountAccess.NotYours(account));
        var newest = policies.Newest(account.Id);
        var sheet = newest is null
            ? PolicySheet.Of(account, accounts.Known(account.Id), pack.OfficeHours)
            : new PolicySheet(newest.Fields).Next();
        return Form(new(sheet, account, newest?.Number ?? 0, []));
    }

    private Reply Form(PolicyFormView view) => Reply.Show(forms.For(view));

    private static Reply NotListed => Reply.Say("運用ポリシーを作れるのは、登録された職員の方です。管理者へご連絡ください。");

    private static Reply Choose(Person? person, IReadOnlyList<OfficialAccount> all, string title)
    {
        var own = all.Where(account => account.State != AccountState.Closed)
            .OrderByDescending(account => account.Section == person?.Section).ToList();
        var choices = own.Take(ChooserCard.InARow)
            .Select(account => ($"{account.Name}（{account.Medium.Display()}）", AccountParts.Data(account))).ToList();
        return choices.Count == 0
            ? Reply.Say("台帳にアカウントがありません。")
            : Reply.Show(ChooserCard.Of(title, Others(own.Count - choices.Count), AccountVerbs.PolicyShow, choices, CardLanguage.Ja));
    }

    private static string? Others(int count) => count <= 0 ? null : string.Create(
        CultureInfo.InvariantCulture, $"ほか{count}件は、「運用ポリシー アカウント名」と送ると開けます。名前の一部でも探せます。");
}
