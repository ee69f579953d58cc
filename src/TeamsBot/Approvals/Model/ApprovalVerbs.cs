namespace TeamsBot.Approvals.Model;

/// <summary>The verbs of this feature's buttons.</summary>
internal static class ApprovalVerbs
{
    public const string New = "approvals.new";
    public const string Start = "approvals.start";
    public const string Like = "approvals.like";
    public const string Check = "approvals.check";
    public const string Edit = "approvals.edit";
    public const string Dismiss = "approvals.dismiss";
    public const string Fix = "approvals.fix";
    public const string RemoveLocation = "approvals.removeLocation";
    public const string DropPicture = "approvals.dropPicture";
    public const string Submit = "approvals.submit";
    public const string Decide = "approvals.decide";
    public const string AskLift = "approvals.askLift";
    public const string Lift = "approvals.lift";
    public const string Withdraw = "approvals.withdraw";
    public const string TakeBack = "approvals.takeBack";
    public const string HandOut = "approvals.handOut";
    public const string FullText = "approvals.fullText";
    public const string Posted = "approvals.posted";
    /// <summary>The report of a draft, with an address that came alone.</summary>
    public const string ReportAddress = "approvals.reportAddress";

    public const string CorrectUrl = "approvals.correctUrl";
    public const string Show = "approvals.show";
    /// <summary>Turns a short message into the draft's card.</summary>
    public const string Open = "approvals.open";

    /// <summary>A request that reached nobody is tried again.</summary>
    public const string Resend = "approvals.resend";

    /// <summary>Words of somebody asked or told go to the author, as a message and no decision.</summary>
    public const string Note = "approvals.note";

    /// <summary>The author answers a note.</summary>
    public const string ReplyToNote = "approvals.replyToNote";

    /// <summary>Head or desk tells the author how a post that differs is to be put right.</summary>
    public const string Advise = "approvals.advise";

    /// <summary>It was posted from another account than the chosen one.</summary>
    public const string WrongAccount = "approvals.wrongAccount";

    /// <summary>What became of a post that stands under another account.</summary>
    public const string SettleStray = "approvals.settleStray";

    public const string List = "approvals.list";
    public const string History = "approvals.history";
}

/// <summary>The names of this feature's card fields.</summary>
internal static class ApprovalFields
{
    public const string Text = "text";

    /// <summary>The button stands below the editor, so that a text that does not come was emptied.</summary>
    public const string Editor = "editor";

    public const string Account = "account";
    public const string PlannedDate = "plannedDate";
    public const string PlannedTime = "plannedTime";
    public const string InformationClass = "informationClass";

    /// <summary>
    /// When to post, so that a planned time can be given up: an emptied date does not come at all. One of <see cref="AsSoonAsApproved"/>,
    /// <see cref="AtTime"/>.
    /// </summary>
    public const string PlannedWhen = "plannedWhen";
    public const string AsSoonAsApproved = "asap";
    public const string AtTime = "at";

    /// <summary>The class of information that the pressed button names; counts where the field says none.</summary>
    public const string Declares = "declares";

    public const string Note = "note";

    /// <summary>The author has read that the text is the one that was returned, and hands it in all the same.</summary>
    public const string Unchanged = "unchanged";

    /// <summary>When the draft was held back for something that is mended elsewhere; the same press afterwards is another one.</summary>
    public const string HeldAt = "heldAt";

    /// <summary>Takes the note away; an emptied field does not come at all.</summary>
    public const string ClearNote = "clearNote";

    public const string LiftReason = "liftReason";

    /// <summary>Which part of the list is shown: <see cref="PostedOnly"/>, or what is open.</summary>
    public const string Filter = "filter";
    public const string PostedOnly = "posted";

    /// <summary>Which part of the list goes on (<see cref="MyTurnOnly"/>, <see cref="WaitingOnly"/>), and after how many rows.</summary>
    public const string MyTurnOnly = "mine";
    public const string WaitingOnly = "waiting";
    public const string After = "after";

    public const string Decision = "decision";
    public const string QuickReason = "quickReason";
    public const string Reason = "reason";

    /// <summary>
    /// As <see cref="Reason"/>, of the folded part: an approval does not take it along. Cards of before have one field for both.
    /// </summary>
    public const string ReturnReason = "returnReason";

    /// <summary>The presser was asked about the words of a return beside which they approve, and sends them along as a note.</summary>
    public const string WordsGoAlong = "wordsGoAlong";

    public const string Confirmed = "confirmed";
    public const string PostedUrl = "postedUrl";
    public const string PostedText = "postedText";

    /// <summary>The reporter vouches that the post is the account's.</summary>
    public const string PostedOurs = "postedOurs";

    public const string UrlReason = "urlReason";

    /// <summary>The address of which the reporter was told that another draft was reported with it.</summary>
    public const string UrlSeen = "urlSeen";

    /// <summary>The text in a field, to be copied; it comes back with the report and shows whether it was altered there.</summary>
    public const string CopyText = "copyText";

    public const string Dismissed = "dismissed";
    public const string DismissReason = "dismissReason";

    /// <summary>What a press sends the author as a note.</summary>
    public const string NoteText = "noteText";

    /// <summary>
    /// Which report of a post under another account is meant, what became of it, and, with the report's ordinal behind it, why it stays.
    /// </summary>
    public const string Stray = "stray";
    public const string StrayOutcome = "strayOutcome";
    public const string StrayReason = "strayReason";

    /// <summary>How much of what others told the author stands on the card of an alarm.</summary>
    public const string AdviceSeen = "adviceSeen";

    /// <summary>Which report the card of an alarm is about: what is written about one post must not be read about another.</summary>
    public const string AdviceOf = "adviceOf";

    /// <summary>On the message of a note: whose it is, when it came, and its words, which the message keeps when it was answered.</summary>
    public const string NoteFrom = "noteFrom";
    public const string NoteAt = "noteAt";
    public const string NoteSaid = "noteSaid";

    /// <summary>The press was made in a list, which stays as it is.</summary>
    public const string FromList = "fromList";
}
