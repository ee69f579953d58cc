namespace TeamsBot.Audit;

/// <summary>Section <c>Audit</c>.</summary>
internal sealed class AuditOptions
{
    /// <summary>
    /// A file to which the end of the chain is added at start, once a day and at the stop, a line each. Empty (the default) for none. It
    /// proves something only where whoever can change the database cannot change it: another machine's share, or a file that can only be
    /// added to.
    /// </summary>
    public string KeptFile { get; set; } = "";

    /// <summary>A mailbox to which the end is sent at start and once a day, where it has changed. Not used without an address.</summary>
    public KeptMailOptions KeptMail { get; set; } = new();
}

/// <summary>Section <c>Audit:KeptMail</c>: a mail server of the organisation and who gets the end of the chain.</summary>
internal sealed class KeptMailOptions
{
    public const string Help =
        "Audit:KeptMail needs To and From (mail addresses), Host and Port; a User needs RequireTls, so that no password goes in the clear.";

    /// <summary>Who keeps it: somebody who cannot change the database. Empty (the default) for nobody.</summary>
    public string To { get; set; } = "";

    public string From { get; set; } = "";

    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    /// <summary>
    /// Whether the connection must be encrypted, by STARTTLS or on port 465 from the start; true unless a relay inside of the organisation
    /// offers none.
    /// </summary>
    public bool RequireTls { get; set; } = true;

    /// <summary>Empty where the server asks for no login.</summary>
    public string User { get; set; } = "";

    /// <summary>Given from outside, as every secret (<c>Audit__KeptMail__Password</c>); never in a file of the repository.</summary>
    public string Password { get; set; } = "";

    public bool IsUsed => To.Length > 0;

    public bool IsComplete =>
        !IsUsed
        || (MimeKit.MailboxAddress.TryParse(To, out _)
            && MimeKit.MailboxAddress.TryParse(From, out _)
            && Host.Length > 0
            && Port is > 0 and <= 65535
            && (User.Length == 0 || RequireTls));
}
