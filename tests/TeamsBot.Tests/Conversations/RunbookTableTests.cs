using System.Globalization;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.Packs;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Every kind of trouble, organisation, language and wording: the card has the organisation's own steps, in its order, each with its own
/// clause or marked as none of the guideline's.
/// </summary>
public sealed class RunbookTableTests
{
    /// <summary>The clause that comes first on the card; empty where the guideline has none for this kind.</summary>
    private static readonly Dictionary<TroubleKind, string[]> First = new()
    {
        [TroubleKind.Hijack] =
            ["asaka-8-1-1a", "private-3-4-3", "sample-7-1-1", "tochigi-7-3-2-1a", "ward-5-6b", "yamaguchi-4-2-3a"],
        [TroubleKind.Impersonation] =
            ["asaka-8-2-1a", "private-3-3-2b", "sample-7-2-1", "tochigi-7-3-1-1", "ward-5-6a", "yamaguchi-4-2-2a"],
        [TroubleKind.Flaming] =
            ["asaka-8-3-3a", "private-3-3-1a", "sample-7-3-1", "tochigi-6-1-5", "ward-2-2b", "yamaguchi-4-2-1-1"],
        [TroubleKind.Mispost] = ["asaka-8-3-1b", "private-3-3-2a", "sample-7-4-1", "tochigi-6-1-4", "ward-2-2b", "yamaguchi-4-1-2"],
        [TroubleKind.Leak] = ["", "private-3-4-1", "", "", "", "yamaguchi-4-2-3c"],
        [TroubleKind.LostDevice] = ["", "private-3-4-3", "", "tochigi-7-3-2-1a", "ward-5-6b", "yamaguchi-4-2-3a"],
        [TroubleKind.ServiceStop] = ["", "private-3-3-2b", "", "tochigi-5-3-1", "ward-4-12", "yamaguchi-3-2"],
        [TroubleKind.Defamation] =
            ["asaka-2-4b", "private-3-3-1a", "sample-6-3", "tochigi-6-2-2", "", "yamaguchi-4-2-1-1"],
        [TroubleKind.Threat] = ["asaka-8-3-4c", "private-3-3-1a", "sample-7-3-3", "", "", ""],
        [TroubleKind.UnwantedPost] = ["asaka-8-3-1b", "private-3-5-1", "sample-7-4-1", "tochigi-6-1-4", "", "yamaguchi-4-1-2"],
    };

    private static readonly (TroubleKind Kind, string[] Said)[] Calls =
    [
        (TroubleKind.Hijack,
        [
            "乗っ取られた", "アカウントが乗っ取られたらどうすればいい？今朝から覚えのない投稿が続いていて、フォロワーから連絡が来ています。",
            "our account was hacked", "What do I do if the account is hijacked? Since this morning it has been posting things we never wrote.",
        ]),
        (TroubleKind.Impersonation,
        [
            "なりすましを見つけた", "市のロゴを使った偽アカウントが、うちのフォロワーにDMを送っているそうです。どうすればいいですか？",
            "someone is impersonating us", "There is a fake account with our logo and it sends messages to our followers. What should we do?",
        ]),
        (TroubleKind.Flaming,
        [
            "炎上した", "昨日の投稿に批判のコメントが殺到していて、止まりません。炎上だと思います。どうすればいいですか？",
            "we are being flamed", "Our post from yesterday is under fire and hundreds of angry comments keep coming in. What should we do?",
        ]),
        (TroubleKind.Mispost,
        [
            "誤投稿してしまった", "イベントの日付を間違えたまま公式Xに投稿してしまいました。もう何件もリポストされています。どうすればいいですか？",
            "I posted the wrong date", "I posted the wrong date of the event on the official account and it was already shared. What should I do?",
        ]),
        (TroubleKind.Leak,
        [
            "個人情報を載せてしまった", "参加者の氏名と電話番号が写った名簿の写真を、公式アカウントに載せてしまいました。どうすればいいですか？",
            "personal data leaked", "I published a photo that shows the names and phone numbers of the participants. What should I do?",
        ]),
        (TroubleKind.LostDevice,
        [
            "公用スマホをなくした", "公用のスマホをなくしました。公式アカウントにログインしたままです。どうすればいいですか？",
            "I lost the office phone", "I lost the office phone on the train and it is still logged in to the official accounts. What should I do?",
        ]),
        (TroubleKind.ServiceStop,
        [
            "アカウントが凍結された", "朝から公式アカウントが凍結されていて、ログインしても投稿できません。どうすればいいですか？",
            "our account was suspended", "Our official account was suspended by the operator this morning and we cannot post. What should we do?",
        ]),
        (TroubleKind.Defamation,
        [
            "誹謗中傷されています", "担当している職員が名前を出されて、コメント欄でひどい中傷を受けています。どうすればいいですか？",
            "I am being slandered online", "One of our staff is insulted by name in the comments, day after day. What should we do?",
        ]),
        (TroubleKind.Threat,
        [
            "殺害予告が届いた", "公式アカウントのDMに「庁舎に爆弾を仕掛けた」という脅迫が届きました。どうすればいいですか？",
            "we received a bomb threat", "Somebody sent our official account a message that they will blow up the town hall. What should we do?",
        ]),
        (TroubleKind.UnwantedPost,
        [
            "勝手にいいねされていた", "連携アプリが公式アカウントから勝手に自動投稿していました。誰も操作していません。どうすればいいですか？",
            "accidentally liked a post", "A linked app posted automatically from our official account and nobody wanted it. What should we do?",
        ]),
    ];

    /// <summary>
    /// Of the forty wordings, how many are heard as this kind without a press. It is what hearing alone does, with no tuning for these
    /// words; where it fails the kind is one press away, and the runbook has to be right there too.
    /// </summary>
    private const int HeardAtOnce = 27;

    [Theory]
    [InlineData("asaka")]
    [InlineData("private")]
    [InlineData("sample")]
    [InlineData("tochigi")]
    [InlineData("ward")]
    [InlineData("yamaguchi")]
    public async Task A_call_is_answered_from_the_organisation_s_own_runbook(string pack)
    {
        var guideline = PackGuideline.LoadAll(Shipped.Folder.Path).Single(one => one.Pack == pack);
        await using var host = await BotHost.StartAsync(settings: $"--Pack:Name={pack}");
        var author = await host.OpenAsync(host.Tenant.People[0].Name);
        await host.IdleAsync();
        var (heard, wrong) = (0, new List<string>());
        foreach (var (kind, said) in Calls)
            foreach (var text in said)
            {
                var isEnglish = char.IsAscii(text[0]);
                var name = NameOf(kind, isEnglish);
                var message = await SayAsync(host, author, text);
                var shown = WordsOf(message);
                if (IsOf(shown, name)) heard++;
                else
                {
                    if (!HasSteps(shown) || isEnglish != shown.Contains("minutes", StringComparison.Ordinal))
                        message = await SayAsync(host, author, isEnglish ? "help, our account got hacked" : "垢が乗っ取られた");
                    shown = Scenario.Shown(await author.PressAsync(message, name));
                }

                if (Fault(shown, kind, guideline, isEnglish) is { } fault) wrong.Add($"{kind} 「{text}」: {fault}");
            }

        wrong.ShouldBeEmpty(string.Create(CultureInfo.InvariantCulture, $"{wrong.Count} of {Calls.Length * 4} at {pack}; heard {heard}"));
        heard.ShouldBeGreaterThanOrEqualTo(HeardAtOnce, pack);
    }

    private static async Task<ChatMessage> SayAsync(BotHost host, TeamsClient author, string text)
    {
        var before = author.Chat.FromBot.Count;
        await author.SayAsync(text);
        await host.Tenant.WaitForAsync(_ => author.Chat.FromBot.Count > before);
        await host.IdleAsync();
        return author.Chat.FromBot[^1];
    }

    private static string WordsOf(ChatMessage message) => message.Card is { } card ? BotHost.Words(card) : "";

    private static bool HasSteps(string shown) => shown.Split('\n')[0] is var title
        && (title.EndsWith("：最初の15分", StringComparison.Ordinal) || title.EndsWith(": the first 15 minutes", StringComparison.Ordinal));

    private static bool IsOf(string shown, string name) => HasSteps(shown) && shown.StartsWith(name, StringComparison.Ordinal);

    /// <summary>Only the steps that stand open: those of the first quarter of an hour.</summary>
    private static string? Fault(string shown, TroubleKind kind, PackGuideline guideline, bool isEnglish)
    {
        var lines = shown.Split('\n');
        if (!IsOf(shown, NameOf(kind, isEnglish))) return $"no steps: {lines[0]}";
        var steps = lines
            .SkipWhile(line => !line.StartsWith("1　", StringComparison.Ordinal))
            .TakeWhile((line, at) => line.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{at + 1}　"), StringComparison.Ordinal))
            .ToList();
        if (steps.Count == 0) return "no first step";
        var labels = guideline.Clauses.ToLookup(row => row.Clause, row => row.Id, StringComparer.Ordinal);
        var places = steps.Select(step => step.Split('　')[^1].Trim()).ToList();
        var derived = isEnglish ? "not in the guideline" : "ガイドラインにない手順";
        var isSaidOfAll = lines.Any(line => line.StartsWith(isEnglish ? "None of these steps" : "次の手順は、どれも", StringComparison.Ordinal));
        if (!isSaidOfAll && places.Find(place => place != derived && !labels.Contains(place)) is { } unmarked)
            return $"neither clause nor mark: {unmarked}";
        if (isSaidOfAll && places.Exists(labels.Contains)) return "said of all, and one has its clause";
        var first = places.SelectMany(place => labels[place].Take(1)).FirstOrDefault() ?? "";
        var expected = Array.Find(First[kind], id => id.StartsWith($"{guideline.Pack}-", StringComparison.Ordinal)) ?? "";
        return first != expected ? $"first clause {first}, not {expected}" : null;
    }

    private static string NameOf(TroubleKind kind, bool isEnglish)
    {
        if (!isEnglish) return Runbook.Kinds.InJapanese(kind);
        var name = Runbook.Kinds.InEnglish(kind);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
