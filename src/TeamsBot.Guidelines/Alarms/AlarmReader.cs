namespace TeamsBot.Guidelines.Alarms;

/// <summary>
/// Tells whether a typed text is a cry for help about something that is happening, in everyday words, and about what. Pure: the same text
/// gets the same reading, whoever sends it. It does not know what there is to do; and a question about a rule is not its matter, also where
/// it is about trouble.
/// </summary>
public static class AlarmReader
{
    /// <summary>Nobody calls for help at greater length; a longer text is a post or a document.</summary>
    public const int MaxLength = 600;

    /// <summary>
    /// Log-odds against a post: below the first it is one, from the second it is none. Between them it is asked which; that costs a press,
    /// a missed call much more. Set where, of rows left out of learning, some 97 of 100 posts are kept.
    /// </summary>
    private const double Possible = 0.1, Sure = 1;

    /// <summary>Log-odds against a question about a rule, likewise; most rules may be asked for in the words of trouble.</summary>
    private const double PossiblyNoRule = -2.5, SurelyNoRule = -0.5;

    /// <summary>The same where a trouble is named: who asks what to do in one may have it.</summary>
    private const double PossiblyNoRuleAboutTrouble = -5;

    /// <summary>A kind that is less likely than this is no help to whoever calls.</summary>
    private const double UnlikelyKind = -2.5;

    /// <summary>A few words that name a trouble and announce nothing are no post.</summary>
    private const int FewWords = 24;

    private const int FewSentences = 80;

    /// <summary>What the name of a trouble adds to its log-odds where some trouble is called by its name.</summary>
    private const double WorthOfName = 6;

    /// <summary>How much likelier a kind has to be that nothing in the text speaks for, to stand before one that something does.</summary>
    private const double WorthOfSign = 3;

    /// <summary>A kind that is likelier than not needs no sign.</summary>
    private const double EvenOdds = 0;

    public static AlarmReading Read(string text) => Read(text, AlarmModel.Default);

    internal static AlarmReading Read(string text, AlarmModel model)
    {
        if (text.Length > 2 * MaxLength) return AlarmReading.None;
        var folded = AlarmText.Of(text);
        if (folded.Folded.Length is < 2 or > MaxLength) return AlarmReading.None;
        var signs = AlarmSigns.Default.In(folded);
        var features = AlarmFeatures.Of(folded, signs);
        var odds = model.Odds(features);
        // What was learned knows troubles by what is said of them; in such a call nothing is.
        var verdict = Judge(folded.Folded, signs, odds);
        if (verdict == AlarmVerdict.None
            && (AlarmPhrases.CallsWithoutSayingWhy().IsMatch(folded.Folded) || AlarmAccess.MayBeLockedOut(folded.Folded, signs)))
            verdict = AlarmVerdict.Unclear;
        if (verdict == AlarmVerdict.Alarm && AlarmAccess.IsLockedOutOfOffice(folded.Folded)) verdict = AlarmVerdict.Unclear;
        return new(verdict, AlarmKinds.Of(folded.Folded, KindsOf(model, features, signs)), odds, signs.All)
        {
            NamesTrouble = signs is { IsCalledByName: true, Announces: false },
        };
    }

    /// <summary>The post was meant for another account than the one it stands on, for example a private grumble on the city's.</summary>
    public static bool IsOfAnotherAccount(string text) => text.Length <= MaxLength && AlarmKinds.IsOfAnotherAccount(text);

    private static AlarmVerdict Judge(string text, AlarmSigns.Seen signs, AlarmOdds odds)
    {
        if (AlarmPhrases.TellsReadersWhatToDo().IsMatch(text) && !signs.Has("plea") && !signs.Has("ours")) return AlarmVerdict.None;
        if (AlarmAccess.TellsOfOthers(text, signs))
            return AlarmAccess.MayBeOfUs(text, signs) ? AlarmVerdict.Unclear : AlarmVerdict.None;
        if (AlarmAccess.IsCall(text, signs)) return AlarmVerdict.Alarm;
        if (odds.AgainstPost < Possible)
            return IsOfOurOwnAccount(text, signs) || AlarmPhrases.AsksAColleague().IsMatch(text) ? AlarmVerdict.Unclear : AlarmVerdict.None;
        if (signs.IsCalledByName)
        {
            if (AlarmPhrases.AsksForRules().IsMatch(text) && odds.AgainstRule < SurelyNoRule) return AlarmVerdict.None;
            if (AlarmPhrases.AsksForSteps().IsMatch(text) || (text.Length <= FewWords && !signs.Announces)) return AlarmVerdict.Alarm;
        }

        var isAboutTrouble = signs.All.Any(sign => sign.Name == "names");
        if (odds.AgainstRule < (isAboutTrouble ? PossiblyNoRuleAboutTrouble : PossiblyNoRule))
            return IsOfOurOwnAccount(text, signs) && !AlarmPhrases.AsksForRules().IsMatch(text) ? AlarmVerdict.Alarm : AlarmVerdict.None;
        if (odds.AgainstRule < SurelyNoRule && signs.All.Any(sign => sign.Name == "nothing") && AlarmPhrases.AsksForDuty().IsMatch(text))
            return AlarmVerdict.None;
        return odds.AgainstPost >= Sure && (odds.AgainstRule >= SurelyNoRule || (isAboutTrouble && IsTold(text, signs)))
            ? AlarmVerdict.Alarm
            : AlarmVerdict.Unclear;
    }

    private static readonly string[] Telling = ["told", "casual", "now", "ours", "plain-end"];

    /// <summary>
    /// Whoever tells of a trouble and asks nothing asks for no rule; and what was just done by mistake has happened, whatever is asked
    /// about it.
    /// </summary>
    private static bool IsTold(string text, AlarmSigns.Seen signs) =>
        !signs.Announces
        && !AlarmPhrases.AsksForRules().IsMatch(text)
        && (
            signs.Has(AlarmSigns.SeenOf(TroubleKind.Mispost))
            || (!AlarmPhrases.AsksAnything().IsMatch(text) && Array.Exists(Telling, signs.Has))
        );

    /// <summary>
    /// "市公式Xが乗っ取られました。URLは開かないでください。": said to residents, and yet whoever has to say it is in need of the steps. Longer texts, and
    /// those with links and the like, are posts that somebody has worked on.
    /// </summary>
    private static bool IsOfOurOwnAccount(string text, AlarmSigns.Seen signs) =>
        text.Length <= FewSentences && AlarmPhrases.OwnAccountLost().IsMatch(text)
        && signs.All.All(sign => sign.Name is not ("links" or "lines" or "emoji" or "apology" or "notice" or "addressed" or "dates"));

    /// <summary>
    /// What is called by its own name is that; else what was learned says. Only a kind that nothing in the text speaks for gives way to
    /// one that something speaks for: the voice of whoever is upset is much the same in all of them.
    /// </summary>
    private static List<TroubleKind> KindsOf(AlarmModel model, IReadOnlyList<AlarmFeature> features, AlarmSigns.Seen signs)
    {
        var all = model.Likeliest(features).ToList();
        var likely = all.Where(kind => kind.Odds >= UnlikelyKind || signs.IsNamed(kind.Kind));
        var ranked = (
            signs.IsCalledByName ? likely.OrderByDescending(kind => kind.Odds + (signs.IsNamed(kind.Kind) ? WorthOfName : 0)) : likely
        ).ToList();
        var kinds = ranked.ConvertAll(kind => kind.Kind);
        if (ranked is not [var first, ..] || signs.SpeaksFor(first.Kind) || first.Odds > EvenOdds) return kinds;
        var spoken = all.FindIndex(kind => signs.SpeaksFor(kind.Kind) && kind.Odds >= first.Odds - WorthOfSign);
        return spoken < 0 ? kinds : [all[spoken].Kind, .. kinds.Where(kind => kind != all[spoken].Kind)];
    }
}

/// <param name="Kinds">The kinds of trouble it may be about, the likeliest first; may be empty.</param>
/// <param name="Odds">Before the rules about named troubles.</param>
/// <param name="Signs">What was found in the text, for whoever wants to know why.</param>
public sealed record AlarmReading(
    AlarmVerdict Verdict,
    IReadOnlyList<TroubleKind> Kinds,
    AlarmOdds Odds,
    IReadOnlyList<(string Name, double Value)> Signs
)
{
    /// <summary>A trouble is called by its name, and nothing in the text speaks to the public.</summary>
    public bool NamesTrouble { get; init; }

    public static AlarmReading None { get; } = new(AlarmVerdict.None, [], new(double.NegativeInfinity, double.NegativeInfinity), []);
}

public enum AlarmVerdict
{
    None,

    /// <summary>A call for help or something else: only its writer knows.</summary>
    Unclear,
    Alarm,
}
