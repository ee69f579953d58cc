namespace TeamsBot.AccountDesk.Policies;

/// <summary>The names of the policy form's fields; they are stored with each version, so none is ever renamed.</summary>
internal static class PolicyFields
{
    public const string Department = "polDepartment";
    public const string Section = "polSection";
    public const string Information = "polInformation";
    public const string Topics = "polTopics";
    public const string Purposes = "polPurposes";
    public const string Purpose = "polPurpose";
    public const string Audience = "polAudience";
    public const string Media = "polMedia";
    public const string MediumName = "polMediumName";
    public const string Name = "polName";
    public const string Handle = "polHandle";
    public const string Url = "polUrl";
    public const string From = "polFrom";
    public const string To = "polTo";
    public const string Days = "polDays";
    public const string Opens = "polOpens";
    public const string Closes = "polCloses";
    public const string Except = "polExcept";
    public const string Holidays = "polHolidays";
    public const string Replies = "polReplies";
    public const string Handling = "polHandling";
    public const string CriticismContact = "polCriticismContact";
    public const string CriticismStance = "polCriticismStance";
    public const string Frequency = "polFrequency";
    public const string Method = "polMethod";
    public const string Writer = "polWriter";
    public const string Responsible = "polResponsible";
    public const string Procedure = "polProcedure";
    public const string MembersOnly = "polMembersOnly";
    public const string Remarks = "polRemarks";
    public const string Rule = "polRule";
    public const string Ticks = "polTicks";
    public const string SectionConfirmed = "polSectionConfirmed";
    public const string PurposeConfirmed = "polPurposeConfirmed";
    public const string RepliesConfirmed = "polRepliesConfirmed";

    /// <summary>No field of the form: what the register added to the remarks when the version was finalised.</summary>
    public const string Also = "polAlso";

    public const string Number = "polNumber";
    public const string Format = "polFormat";
    public const string PublishedUrl = "polPublishedUrl";

    public const string NoReplies = "none";
    public const string RepliesAsNeeded = "as-needed";

    /// <summary>Choices, days and ticks, whose values are ours.</summary>
    public static readonly string[] Chosen =
    [
        Topics, Purposes, Media, From, To, Days, Opens, Closes, Holidays, Replies, MembersOnly, Rule, Ticks, SectionConfirmed,
        PurposeConfirmed, RepliesConfirmed,
    ];

    /// <summary>Of one version and not of the next: what was ticked or let stand is confirmed anew.</summary>
    public static readonly string[] OfOneVersion = [Rule, Ticks, SectionConfirmed, PurposeConfirmed, RepliesConfirmed, Also];

    /// <summary>Fields in which people write, each with the most characters it may have.</summary>
    public static readonly (string Field, int Most)[] Written =
    [
        (Department, 40), (Section, 40), (Information, 300), (Purpose, 300), (Audience, 100), (MediumName, 40), (Name, 100), (Handle, 50),
        (Url, 300), (Except, 60), (Handling, 300), (CriticismContact, 100), (CriticismStance, 300), (Frequency, 60), (Method, 100),
        (Writer, 60), (Responsible, 60), (Procedure, 300), (Remarks, 300),
    ];
}
