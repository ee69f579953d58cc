using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Rotations;

/// <summary>
/// Tells people what others entered about a password that they know: that it is another one now, or that they are to keep it. Never the
/// one who entered it.
/// </summary>
internal sealed class CustodyNews(OutboxWriter outbox, PersonLanguage languages)
{
    /// <summary>The password that these custodians know is no longer the one.</summary>
    public void Changed(OfficialAccount account, IEnumerable<string> custodians, Actor by, string byName)
    {
        var name = AccountRegister.Display(account);
        Say(account, custodians, by, language => language.Say(
            $"{name} のパスワードを、{byName}さんが変えました。新しいパスワードは{byName}さんに確かめてください。",
            $"{byName} changed the password of {name}. Please ask {byName} for the new one."));
    }

    public void Entrusted(OfficialAccount account, IEnumerable<string> newcomers, Actor by, string byName)
    {
        var name = AccountRegister.Display(account);
        Say(account, newcomers, by, language => language.Say(
            $"{byName}さんが、あなたを {name} のパスワードの保管者に登録しました。違うときは「保管者 {Called(account)}」で確かめてください。",
            $"{byName} entered you as a custodian of the password of {name}. Type \"custodians\" if that is wrong."));
    }

    /// <summary>They keep it no longer, by what somebody else entered.</summary>
    public void Left(OfficialAccount account, string leaver, Actor by, string byName)
    {
        var name = AccountRegister.Display(account);
        Say(account, [leaver], by, language => language.Say(
            $"{name} のパスワードの保管者から外れたことを、{byName}さんが記録しました。",
            $"{byName} recorded that you no longer keep the password of {name}."));
    }

    /// <summary>As the command finds it: several accounts may have one name.</summary>
    private static string Called(OfficialAccount account) => account.Handle?.TrimStart('@') ?? account.Name;

    private void Say(OfficialAccount account, IEnumerable<string> people, Actor by, Func<CardLanguage, string> sentence)
    {
        foreach (var id in people.Where(id => !PersonId.IsSame(id, by.ObjectId)))
            outbox.Say(
                Address.Person(by.TenantId, id), sentence(languages.LanguageOf(by.TenantId, id)), AccountRegister.Subject(account.Id));
    }
}
