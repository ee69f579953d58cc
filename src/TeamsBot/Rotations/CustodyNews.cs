using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Rotations;

/// <summary>
/// Tells people what others entered about a password that they know: that it is another one now, or that they are to keep it. Never the
/// one who entered it.
/// </summary>
internal sealed class CustodyNews(OutboxWriter outbox, PersonLanguage languages, PeopleDirectory staff)
{
    private const int MostNamed = 3;

    /// <summary>The password that these custodians know is no longer the one.</summary>
    public void Changed(OfficialAccount account, IEnumerable<string> custodians, Actor by, string byName)
    {
        var name = AccountRegister.Display(account);
        Say(account, custodians, by, language => language.Say(
            $"{name} のパスワードを、{byName}さんが変えました。新しいパスワードは{byName}さんに確かめてください。",
            $"{byName} changed the password of {name}. Please ask {byName} for the new one."));
    }

    /// <summary>One message a person, however many accounts it is about.</summary>
    public void Entrusted(IReadOnlyList<OfficialAccount> accounts, IEnumerable<string> newcomers, Actor by, string byName)
    {
        if (accounts.Count == 0) return;
        Say(accounts[0], newcomers, by, language => language.Say(
            $"{byName}さんが、あなたを {Names(accounts, language)} のパスワードの保管者に登録しました。"
                + $"違うときは「保管者 {Called(accounts[0])}」で確かめてください。",
            $"{byName} entered you as a custodian of the password of {Names(accounts, language)}. Type \"custodians\" if that is wrong."));
    }

    public void Seconded(OfficialAccount account, string deputy, Actor by, string byName) => Say(
        account, [deputy], by, language => language.Say(
        $"{byName}さんが、あなたを {AccountRegister.Display(account)} の副保管者に登録しました。保管者が不在のときや遅れているときに、お知らせします。",
        $"{byName} entered you as deputy of the custodians of {AccountRegister.Display(account)}. You hear where none of them is there."));

    /// <summary>They keep it no longer, by what somebody else entered. One message, as above.</summary>
    public void Left(IReadOnlyList<OfficialAccount> accounts, string leaver, Actor by, string byName)
    {
        if (accounts.Count == 0) return;
        Say(accounts[0], [leaver], by, language => language.Say(
            $"{Names(accounts, language)} のパスワードの保管者から外れたことを、{byName}さんが記録しました。",
            $"{byName} recorded that you no longer keep the password of {Names(accounts, language)}."));
    }

    private static string Names(IReadOnlyList<OfficialAccount> accounts, CardLanguage language)
    {
        var named = string.Join("、", accounts.Take(MostNamed).Select(AccountRegister.Display));
        return accounts.Count <= MostNamed
            ? named
            : named + FormattableString.Invariant($"{language.Say("ほか", " and ")}{accounts.Count - MostNamed}{language.Say("件", " more")}");
    }

    /// <summary>As the command finds it: several accounts may have one name.</summary>
    private static string Called(OfficialAccount account) => account.Handle?.TrimStart('@') ?? account.Name;

    private void Say(OfficialAccount account, IEnumerable<string> people, Actor by, Func<CardLanguage, string> sentence)
    {
        // Whoever is no longer on the staff list hears nothing of passwords.
        foreach (var id in people.Where(id => !PersonId.IsSame(id, by.ObjectId) && staff.Find(id) is not null))
            outbox.Say(
                Address.Person(by.TenantId, id), sentence(languages.LanguageOf(by.TenantId, id)), AccountRegister.Subject(account.Id));
    }
}
