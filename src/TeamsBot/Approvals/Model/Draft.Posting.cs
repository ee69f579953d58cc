namespace TeamsBot.Approvals.Model;

/// <summary>What happens after approval: the text is handed out, posted by a person, and reported with proof.</summary>
internal sealed partial class Draft
{
    /// <summary>Shortest reason for putting another address in place of the reported one.</summary>
    public const int MinUrlReason = 4;

    /// <summary>The approved text is in the poster's hands: what comes next is the report.</summary>
    public bool IsHandedOut =>
        Status == DraftStatus.Approved
        && events.Exists(happened =>
            happened.Kind == DraftEventKind.TextHandedOut && happened.At >= ApprovedAt && happened.RevisionNumber == Current.Number
        );

    /// <summary>What was reported as posted is not what was approved.</summary>
    public bool Differs =>
        Status == DraftStatus.Approved && Report is { Comparison: PostedComparison.Different } && Report.At >= ApprovedAt;

    /// <summary>The last report of this approval was of a post by another account; null where it was not, and once it is posted.</summary>
    public DraftEvent? Elsewhere => OpenAlarm == AlarmKind.Account ? Alarms().Last() : null;

    /// <summary>What those who were told last were told of; also when it is settled.</summary>
    public AlarmKind LastAlarm => KindOf(Alarms().LastOrDefault()?.Kind);

    /// <summary>What is wrong in public as things stand.</summary>
    public AlarmKind OpenAlarm => AlarmOf(Alarms().LastOrDefault() is { } last ? (last.Kind, last.At) : null, Status, ApprovedAt);

    /// <summary>The same for a draft of which only these are at hand.</summary>
    /// <param name="last">The last report that told others of something wrong; null where there was none.</param>
    public static AlarmKind AlarmOf((DraftEventKind Kind, DateTimeOffset At)? last, DraftStatus status, DateTimeOffset? approvedAt) =>
        status == DraftStatus.Approved && last?.At >= approvedAt ? KindOf(last?.Kind) : AlarmKind.None;

    private static AlarmKind KindOf(DraftEventKind? alarm) => alarm switch
    {
        DraftEventKind.PostedElsewhere => AlarmKind.Account,
        DraftEventKind.PostedTextDiffered => AlarmKind.Text,
        _ => AlarmKind.None,
    };

    /// <summary>The reports that told others of what is wrong in public, oldest first.</summary>
    public IEnumerable<DraftEvent> Alarms() =>
        events.Where(happened => happened.Kind is DraftEventKind.PostedTextDiffered or DraftEventKind.PostedElsewhere);

    /// <summary>The reports that told others of a difference, oldest first.</summary>
    public IEnumerable<DraftEvent> Differences() => events.Where(happened => happened.Kind == DraftEventKind.PostedTextDiffered);

    /// <summary>
    /// The address that was last entered as the post of this approval and is another account's; null where it was none, and once it is
    /// settled which post it is.
    /// </summary>
    public DraftEvent? UnfitAddress() =>
        Status == DraftStatus.Approved
        && OpenAlarm == AlarmKind.None
        && events.FindLast(happened => happened.Kind == DraftEventKind.AddressUnfit) is { } last
        && last.At >= ApprovedAt
            ? last
            : null;

    /// <summary>Whether this is news: not where it was entered before, or those who answer for the post know already.</summary>
    public bool EnterUnfit(string who, Uri url, DateTimeOffset now)
    {
        if (Status != DraftStatus.Approved || OpenAlarm != AlarmKind.None || UnfitAddress()?.Note == url.AbsoluteUri) return false;
        Happened(DraftEventKind.AddressUnfit, who, now, url.AbsoluteUri);
        return true;
    }

    /// <summary>
    /// Whether there is still something to say about this alarm: a post elsewhere until it is settled what becomes of it, a text that
    /// differs while it is the last that was reported.
    /// </summary>
    public bool IsOpen(DraftEvent alarm) =>
        alarm.Kind == DraftEventKind.PostedElsewhere
            ? StrayEnd(alarm) is null
            : OpenAlarm == AlarmKind.Text && Alarms().Last() == alarm;

    /// <summary>What the author was told about one alarm, oldest first; several answer for it, and each begins with the address.</summary>
    public IReadOnlyList<DraftEvent> Advice(DraftEvent alarm) =>
        events.FindAll(happened =>
            happened.Kind == DraftEventKind.Advised && happened.Ordinal > alarm.Ordinal && IsAbout(FirstLine(happened), alarm)
        );

    /// <summary>What was said, without the address of the post in the first line.</summary>
    public static string AdviceWords(DraftEvent advice) =>
        (advice.Note ?? "").Split('\n', 2) is [var url, var words] && PostAddress.Read(url) is not null ? words : advice.Note ?? "";

    /// <summary>The same about all that is open, for its author, who reads it in one place.</summary>
    public IReadOnlyList<DraftEvent> Advice() =>
        [.. Alarms().Where(IsOpen).SelectMany(Advice).Distinct().OrderBy(advice => advice.Ordinal)];

    private bool IsAbout(string address, DraftEvent alarm) =>
        alarm.Kind == DraftEventKind.PostedElsewhere
            ? IsSamePost(address, alarm.Note ?? "")
            : !Elsewheres().Any(stray => IsSamePost(address, stray.Note ?? ""));

    /// <summary>
    /// Whether a note is such advice (which may quote an earlier one behind its own words), and not about anything else: what is answered
    /// to it concerns everybody called.
    /// </summary>
    public bool IsAdvice(string who, string words) =>
        Advice().Any(one => one.Who == who && one.Note is { Length: > 0 } said && words.StartsWith(said, StringComparison.Ordinal));

    public void Advise(string who, string words, DateTimeOffset now) => Happened(DraftEventKind.Advised, who, now, words);

    /// <summary>
    /// Whether a card drawn at this stamp shows the draft as it is. What the author was told since, an address that was not taken, or what
    /// became of a post elsewhere, makes no report stale in which they put right what is wrong.
    /// </summary>
    public bool IsCurrent(long stamp)
    {
        var since = events.Count - 1 - events.FindLastIndex(happened =>
            happened.Kind
                is not (
                    DraftEventKind.Advised
                    or DraftEventKind.AddressUnfit
                    or DraftEventKind.StrayRemoved
                    or DraftEventKind.StrayKept
                    or DraftEventKind.AccountShut
                    or DraftEventKind.AccountOpen
                )
        );
        return stamp <= Stamp && stamp >= Stamp - since;
    }

    /// <summary>The poster confirmed the account and gets the approved text to copy (features.md b15).</summary>
    public Refusal? HandOut(string who, DateTimeOffset now)
    {
        if (Status != DraftStatus.Approved) return Refusal.NotNow;
        if (IsEmbargoed && now < PlannedAt) return Refusal.TooEarly;
        Happened(DraftEventKind.TextHandedOut, who, now);
        return null;
    }

    /// <summary>
    /// Takes the report that the draft was posted. A text that is not the approved one leaves the draft where it is and is written down,
    /// because what stands in public is then something nobody approved. Without a text the report stands on its address: 本文は未照合.
    /// </summary>
    public Refusal? MarkPosted(string who, PostedPress press, DateTimeOffset now, out PostedComparison comparison)
    {
        comparison = PostedComparison.Different;
        if (Status != DraftStatus.Approved) return Refusal.NotNow;
        if (IsEmbargoed && now < PlannedAt) return Refusal.TooEarly;
        var verdict = CurrentHash != ApprovedHash ? new PostedVerdict(PostedComparison.Different, [])
            : string.IsNullOrWhiteSpace(press.Text) ? new PostedVerdict(PostedComparison.NotCompared, [])
            : PostedText.Compare(Current.Text, press.Text, press.Medium);
        comparison = verdict.Comparison;
        var kept = comparison == PostedComparison.Different ? press.Text : "";
        Report = new PostedReport(press.Url, press.Account, comparison, verdict.Allowances, kept, who, now);
        if (comparison == PostedComparison.Different)
        {
            Happened(DraftEventKind.PostedTextDiffered, who, now, PlaceOfDifference.Said(Current.Text, press.Text));
            return null;
        }

        MoveTo(DraftStatus.Posted, now);
        (PostedUrl, PostedAt) = (press.Url, now);
        Happened(DraftEventKind.Posted, who, now, press.Url);
        return null;
    }

    /// <summary>
    /// Puts the right address in place of the reported one. The earlier one stays in the story and in the audit, and so does what the text
    /// was compared with:
    /// it was the poster's own copy of the post.
    /// </summary>
    public Refusal? CorrectUrl(string who, string url, AccountProof account, string reason, DateTimeOffset now)
    {
        if (Status != DraftStatus.Posted || LikeOf is not null) return Refusal.NotNow;
        if (url == PostedUrl) return Refusal.SameUrl;
        if (reason.Trim().Length < MinUrlReason) return Refusal.UrlReasonTooShort;
        Report = (Report ?? new PostedReport(url, account, PostedComparison.NotCompared, [], "", who, now)) with
        {
            Url = url,
            Account = account,
        };
        PostedUrl = url;
        Happened(DraftEventKind.PostedUrlCorrected, who, now, $"{url}（{reason.Trim()}）");
        return null;
    }

    /// <summary>Somebody says that it was posted from another account. It stays approved: where it was to appear it has not.</summary>
    public Refusal? ReportElsewhere(string who, Uri url, DateTimeOffset now)
    {
        if (Status != DraftStatus.Approved) return Refusal.NotNow;
        // From a second device, or by a colleague: whoever answers for it was told.
        if (Strays().Any(stray => IsSamePost(stray.Note ?? "", url.AbsoluteUri))) return Refusal.KnownElsewhere;
        Happened(DraftEventKind.PostedElsewhere, who, now, url.AbsoluteUri);
        return null;
    }

    /// <summary>Nothing may be posted before the head's decision; that it was is written down and changes no state [asaka-6-1].</summary>
    public bool IsUndecided => Status is not (DraftStatus.Approved or DraftStatus.Posted);

    /// <summary>Somebody says that it was posted all the same.</summary>
    public void ReportUnapproved(string who, DateTimeOffset now) => Happened(DraftEventKind.UnapprovedPost, who, now);
}

/// <summary>What is wrong with a post that others were told of.</summary>
internal enum AlarmKind
{
    None,

    /// <summary>It says something else than was approved.</summary>
    Text,

    /// <summary>It stands under another account.</summary>
    Account,
}
