using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Alarms;

/// <summary>
/// Tells whether a typed text is a cry for help about something that is happening, in everyday words, and about what. Pure: the same text gets the
/// same reading, whoever sends it. It does not know what there is to do; and a question about a rule is not its matter, also where it is about trouble.
/// </summary>
public static partial class AlarmReader
{
    /// <summary>Nobody calls for help at greater length; a longer text is a post or a document.</summary>
    public const int MaxLength = 600;

    /// <summary>Log-odds from which a text is heard as an alarm without asking; from <see cref="Doubtful"/> on both readings are possible.</summary>
    private const double Sure = 0.9;

    private const double Doubtful = 0.3;

    /// <summary>The voice of somebody in need, without a word about what is the matter.</summary>
    private const double SureWithoutTrouble = 1.5;

    /// <summary>A few words that name a trouble and announce nothing are no post.</summary>
    private const int FewWords = 24;

    private const int FewSentences = 80;

    [GeneratedRegex(@"[?]\s*$|(か|かな|の|っけ|教えて|おしえて|(教えて|おしえて)ください|どうする|どうすれば|とは|は)[。.!]?\s*$|^(what|how|who|whom|whose|when|where|which|why|may|can|could|do|does|should|shall|must|is|are|will|would)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(what|how|who|whom|whose|when|where|which|why|may|can|could|do|does|should|shall|must|is|are|will|would)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StartsAsQuestion();

    [GeneratedRegex(@"どう(し|す|せ|対|やっ)|(何|なに)(を|から)(す|し|や)|まず|最初|対(処|応)(は|方|を|の)|いかが|first\b|\b(what|how) (do|does|should|shall|can|could|must|to)\b.{0,12}\b(do|react|respond|act|handle|deal)\b|what (now|next|then)|steps", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsksForSteps();

    [GeneratedRegex(@"(公式|アカウント|うちの|当課の|当館の|(市|県|町|村|区)の)[^。!?\n]{0,16}(が|を)[^。!?\n]{0,6}(乗っ?取|ハック|凍結|停止|なりすま|奪)(され|られ)(まし|て(い|お)|た)|(our|the) (official |city.s )?\w* ?(account|page) (was|has been|got|is) (hijacked|hacked|suspended|taken over)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnAccountLost();

    [GeneratedRegex(@"防(ぐ|ぎ|止|ご)|ように(する|は)|予防|対策|備え|とは|定義|ていぎ|注意(点)?は|意味|って(何|なに)|どんな|プロフィール|prevent|avoid|prepare|protect|mean\b|definition|check|confirm|before|what is\b|likely", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AsksForRules();

    public static AlarmReading Read(string text)
    {
        var folded = AlarmText.Of(text);
        if (folded.Folded.Length is < 2 or > MaxLength) return AlarmReading.None;
        var signs = AlarmSigns.Default.In(folded);
        var kinds = AlarmSigns.Default.Likeliest(folded);
        var odds = AlarmWeights.Sum(AlarmWeights.Default, signs);
        var names = AlarmSigns.Default.IsCalledByName(folded) && !AlarmSigns.Default.Announces(signs);
        return new(Judge(folded, signs, odds), kinds, odds, signs) { NamesTrouble = names };
    }

    private static AlarmVerdict Judge(AlarmText text, IReadOnlyList<(string Name, double Value)> signs, double odds)
    {
        var called = AlarmSigns.Default.IsCalledByName(text);
        var asksForRules = AsksForRules().IsMatch(text.Folded);
        if (Asks().IsMatch(text.Folded) && !Tells(text, signs))
        {
            return called && AsksForSteps().IsMatch(text.Folded) && !asksForRules ? AlarmVerdict.Alarm : AlarmVerdict.None;
        }

        if (called && text.Folded.Length <= FewWords && !AlarmSigns.Default.Announces(signs)) return asksForRules ? AlarmVerdict.None : AlarmVerdict.Alarm;
        if (signs.Any(sign => sign.Name == "nothing")) return odds >= SureWithoutTrouble ? AlarmVerdict.Unclear : AlarmVerdict.None;
        if (odds < Doubtful && IsOfOurOwnAccount(text, signs)) return AlarmVerdict.Unclear;
        return odds >= Sure ? AlarmVerdict.Alarm : odds >= Doubtful ? AlarmVerdict.Unclear : AlarmVerdict.None;
    }

    /// <summary>
    /// "市公式Xが乗っ取られました。URLは開かないでください。": said to residents, and yet whoever has to say it is in need of the steps. Longer texts, and
    /// those with links and the like, are posts that somebody has worked on.
    /// </summary>
    private static bool IsOfOurOwnAccount(AlarmText text, IReadOnlyList<(string Name, double Value)> signs) =>
        text.Folded.Length <= FewSentences && OwnAccountLost().IsMatch(text.Folded)
        && signs.All(sign => sign.Name is not ("links" or "lines" or "emoji" or "apology" or "notice" or "addressed" or "dates"));

    /// <summary>Something happened or is happening, rather than may happen: it is told, or the question stands behind a sentence of its own.</summary>
    private static bool Tells(AlarmText text, IReadOnlyList<(string Name, double Value)> signs) =>
        (StartsAsQuestion().IsMatch(text.Folded) ? [] : Told).Append("now").Append("hearsay").Any(name => signs.Any(sign => sign.Name == name)) || IsInSentences(text.Folded);

    private static bool IsInSentences(string text) => text.TrimEnd('。', '!', '?', '.', ' ').AsSpan().IndexOfAny("。!?\n") >= 0;

    private static readonly string[] Told = ["told", "told-en"];
}

/// <param name="Kinds">The kinds of trouble there are signs of, the likeliest first; may be empty.</param>
/// <param name="Odds">Log-odds of a cry for help, before the rules about questions.</param>
/// <param name="Signs">What was found in the text, for whoever wants to know why.</param>
public sealed record AlarmReading(AlarmVerdict Verdict, IReadOnlyList<TroubleKind> Kinds, double Odds, IReadOnlyList<(string Name, double Value)> Signs)
{
    /// <summary>A trouble is called by its name, and nothing in the text speaks to the public.</summary>
    public bool NamesTrouble { get; init; }

    public static AlarmReading None { get; } = new(AlarmVerdict.None, [], double.NegativeInfinity, []);
}

public enum AlarmVerdict
{
    None,

    /// <summary>A call for help or a text for the public: only its writer knows.</summary>
    Unclear,
    Alarm,
}
