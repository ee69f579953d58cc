using System.Globalization;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;
using TeamsBot.Conversations;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals;

/// <summary>Gathers what the cards of a draft show.</summary>
internal sealed class DraftViews(
    Pack pack,
    AccountRegister accounts,
    EndingRegister endings,
    FollowerSeries followers,
    PeopleDirectory people,
    StandingRegister standing,
    PersonLanguage languages,
    TimeProvider time
)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <param name="holder">Whose card it is, for the language; null for one that several read.</param>
    public DraftView Of(Draft draft, string? holder = null)
    {
        var language = LanguageOf(draft, holder);
        return new(
            draft,
            draft.AccountId is { } id && accounts.Find(id) is { } account ? AccountRegister.Display(account) : null,
            Length(draft, language),
            [.. Open(draft).Select(candidate => new AdaptiveChoice { Title = AccountRegister.Display(candidate), Value = candidate.Id })],
            [.. pack.Classes.Select(known => new AdaptiveChoice { Title = language.Say(known.Name.Ja, known.Name.En), Value = known.Id })],
            PostingOf(draft) == ClassPosting.HeadReason,
            Now)
        {
            Language = language,
            AccountNotes = draft.Status == DraftStatus.Posted ? [] : [.. NotesOn(draft, language)],
            NamedMedium = NamedMedium.In(draft.Current.Text) is var (medium, words) && AccountOf(draft)?.Medium == medium ? words : "",
            IsAccountPreset = draft.IsAccountPreset && Open(draft).Skip(1).Any(),
            Asked = draft.MayClaim ? Asked(draft) : null,
            Declares = draft.InformationClass is { } chosen
                ? pack.Class(chosen)
                : pack.Classes.FirstOrDefault(known => known.Posting == ClassPosting.Allowed),
            WantsPicture = draft.Pictures.Count == 0 && draft.AccountId is { } own && accounts.Find(own)?.Medium == Medium.Instagram,
            Gates = pack.Approval?.Gates ?? [],
            Checklist = pack.Approval?.SecondStaff.Checklist,
            IsPlainClass = PostingOf(draft) == ClassPosting.Allowed && draft.InformationClass is not null,
            PostExample = AccountOf(draft) is { } to ? PostAddress.Example(to) : "",
            AsksOwner = AccountOf(draft) is { } asked && PostAddress.SaysNothing(asked),
            HelpDesk = HelpFor(holder),
            ToldOfDifference = Person.NamesOf(ToldOfDifference(draft)),
            Stopped = draft.Status == DraftStatus.Approved ? Shut(draft, language) : null,
            StrayAccounts = draft
                .Elsewheres()
                .SelectMany(stray => AccountsOf(stray).Take(1).Select(account => (stray.Ordinal, Name: AccountRegister.Display(account))))
                .ToDictionary(stray => stray.Ordinal, stray => stray.Name),
            MaySettleStrays = holder is not null && MaySettleStrays(draft, holder),
            Reach = pack.Approval?.Gate(GateKind.Reach) is null ? "" : Reach(draft),
            Standing = draft.MayClaim
                ? new StandingView(standing.ActiveFor(draft.TenantId, draft.AccountId), Judge(draft))
                : StandingView.None,
        };
    }

    /// <summary>Everybody who is told of something that is wrong in public now.</summary>
    public IReadOnlyList<Person> ToldOfDifference(Draft draft) =>
    [
        .. ToldOf(draft, null)
            .Concat(draft.Elsewheres().Where(stray => !draft.IsRemoved(stray)).SelectMany(stray => ToldOf(draft, stray)))
            .Distinct(),
    ];

    /// <summary>
    /// The head who approved, the section's head and the desk: what stands in public is then something nobody approved. Of a post under
    /// another account of ours its people besides, and of nothing else.
    /// </summary>
    /// <param name="alarm">Null for what is no report of its own.</param>
    public IReadOnlyList<Person> ToldOf(Draft draft, DraftEvent? alarm) =>
    [
        .. draft
            .Reviews.Where(review => review is { Step: RouteStep.FinalDecision, Decision: Decision.Approve })
            .Select(review => people.Find(review.ReviewerId))
            .OfType<Person>()
            .Concat(people.Holding(Role.Head, draft.Section))
            .Concat(people.Holding(Role.Desk))
            .Concat(alarm is { Kind: DraftEventKind.PostedElsewhere } stray ? OwnersOf(stray) : [])
            .Where(person => !draft.IsAuthor(person.ObjectId))
            .Distinct(),
    ];

    /// <summary>The author, or a colleague who may write for the account's section: who may post it and say so.</summary>
    public bool MayPost(Draft draft, Person person) =>
        draft.IsAuthor(person.ObjectId) || (person.Has(Role.Writer) && AccountOf(draft)?.Section == person.Section);

    /// <summary>Whether there is a post under another account that this person may say something about.</summary>
    public bool MaySettleStrays(Draft draft, string holder) =>
        draft.Elsewheres().Any()
        && people.Find(holder) is { } person
        && (MayPost(draft, person) || ToldOfDifference(draft).Contains(person));

    private IEnumerable<OfficialAccount> AccountsOf(DraftEvent stray) => accounts.All.Where(account =>
        PostAddress.Judge(stray.Note ?? "", account, pack.Of(account.Medium)?.Hosts ?? []) == AddressProof.Account
    );

    /// <summary>Under whose account of our own it stands by mistake: they can take it down, and are asked by residents.</summary>
    private IEnumerable<Person> OwnersOf(DraftEvent stray) => AccountsOf(stray)
        .SelectMany(account => people.Holding(Role.Head, account.Section).Concat(people.Holding(Role.Writer, account.Section)));

    /// <summary>The language of whoever did this turn.</summary>
    public CardLanguage LanguageOf(ParsedTurn turn) => languages.Of(turn);

    /// <summary>The one place where a card's language is chosen.</summary>
    private CardLanguage LanguageOf(Draft draft, string? holder) =>
        holder is null ? CardLanguage.Ja : languages.LanguageOf(draft.TenantId, holder);

    /// <summary>Empty for whoever sits at that desk: nobody is told to phone their own section.</summary>
    private string HelpFor(string? holder)
    {
        if (pack.Desks.FirstOrDefault(desk => desk.Phone is not null) is not { } help) return "";
        var reader = holder is null ? null : people.Find(holder);
        return reader is not null && (reader.Has(Role.Desk) || reader.Section == help.Name) ? "" : $"{help.Name} {help.Phone}";
    }

    /// <summary>
    /// Why nothing may be posted to the draft's account as it stands now, in words that say whom to ask; null where it may.
    /// </summary>
    public string? Shut(Draft draft, CardLanguage language) =>
        AccountOf(draft) is { } account && AccountRegister.StateRefusal(account) is { } refusal
            ? language.Say(refusal.Japanese, refusal.English)
            : null;

    private OfficialAccount? AccountOf(Draft draft) => draft.AccountId is { } id ? accounts.Find(id) : null;


    /// <summary>How the draft's claim on a range approved ahead counts as things stand; null where it claims none.</summary>
    public StandingUse? Judge(Draft draft) =>
        draft.Claim is null
            ? null
            : standing.Judge(
                draft,
                PostingOf(draft),
                draft.AccountId is { } id
                    && accounts.Find(id) is { } account
                    && people.ResolveRoute(pack, account, draft.AuthorId, Now).Reviewers.Count > 0
            );

    /// <summary>What one should know of the account, and that the text says it is for another medium.</summary>
    private IEnumerable<string> NotesOn(Draft draft, CardLanguage say)
    {
        var account = AccountOf(draft);
        if (NamedMedium.In(draft.Current.Text) is var (medium, words) && medium != account?.Medium
            && NamedMedium.AccountsIn(draft.Current.Text, Open(draft)).Count > 0)
            yield return account is null
                ? say.Say($"本文に「{words}」とあります。投稿先を選んでください。", $"The text says \"{words}\". Please choose the account.")
                : say.Say(
                    $"本文に「{words}」とありますが、投稿先は{account.Medium.Display()}です。",
                    $"The text says \"{words}\", but the account is on {account.Medium.Display()}.");
        if (account is null) yield break;
        foreach (var note in endings.NotesOn(account)) yield return say.Say(note.Ja, note.En);
    }

    private AskedView? Asked(Draft draft)
    {
        if (draft.AccountId is not { } id || accounts.Find(id) is not { } account) return null;
        var route = people.ResolveRoute(pack, account, draft.AuthorId, Now);
        return new([.. route.Reviewers.Select(asked => asked.Person.Name)], route.Final?.Person.Name, route.Refusal?.Japanese);
    }

    /// <summary>The accounts the author may choose: running, and open to the author's section by the pack's route.</summary>
    public IEnumerable<OfficialAccount> Open(Draft draft) => people.Find(draft.AuthorId) is { } author ? accounts.OpenTo(author) : [];

    /// <summary>What the organisation allows for the draft's class; allowed where its guideline knows no classes.</summary>
    public ClassPosting PostingOf(Draft draft) =>
        draft.InformationClass is { } id && pack.Class(id) is { } known ? known.Posting : ClassPosting.Allowed;

    public string Display(string? accountId) =>
        accountId is not null && accounts.Find(accountId) is { } account ? AccountRegister.Display(account) : "投稿先未選択";

    private string Reach(Draft draft) => AccountOf(draft) is { } account && followers.Latest(account) is { } newest
        ? string.Create(CultureInfo.InvariantCulture, $"このアカウントのフォロワーは{newest.Count:N0}人です（{newest.AsOf:yyyy/M/d}現在）。")
        : "フォロワー数は台帳にありません。";

    /// <summary>
    /// Room that is worth no line: a medium of tens of thousands of characters is never short of them. In the medium's own counting.
    /// </summary>
    private const int NearLimit = 1_000;

    private string? Length(Draft draft, CardLanguage language)
    {
        if (draft.AccountId is not { } id || accounts.Find(id) is not { } account || pack.Of(account.Medium)?.TextLimit is not { } limit)
            return null;
        var isX = account.Medium == Medium.X;
        var used = isX ? XLength.Of(draft.Current.Text).Weighted : draft.Current.Text.Length;
        var left = limit.Value - used;
        if (left > NearLimit) return null;
        // X counts a full-width character as two; staff count characters.
        var (count, how) = (
            isX ? (Math.Abs(left) + (left < 0 ? 1 : 0)) / 2 : Math.Abs(left),
            isX ? language.Say("（全角換算）", " (full-width)") : ""
        );
        return left >= 0
            ? language.Say(
                string.Create(CultureInfo.InvariantCulture, $"残り{count}字{how}"),
                string.Create(CultureInfo.InvariantCulture, $"{count} characters left{how}")
            )
            : language.Say(
                string.Create(CultureInfo.InvariantCulture, $"{count}字超過{how}"),
                string.Create(CultureInfo.InvariantCulture, $"{count} characters too many{how}")
            );
    }
}
