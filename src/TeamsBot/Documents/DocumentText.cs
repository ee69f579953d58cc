namespace TeamsBot.Documents;

/// <summary>What came of reading a document: its text, or why there is none.</summary>
/// <param name="HasLists">It numbers its lists by itself, and those numbers are not in the text.</param>
internal sealed record DocumentText(string? Text, DocumentTrouble? Trouble, bool HasLists = false)
{
    public static DocumentText Not(DocumentTrouble trouble) => new(null, trouble);
}

/// <summary>Why a document gives no text.</summary>
internal enum DocumentTrouble
{
    /// <summary>Neither Word nor PDF.</summary>
    OtherKind,

    /// <summary>Word's format of before 2007, or one with a password, which looks the same from outside.</summary>
    OldOrLocked,

    Locked,
    Broken,
    TooManyPages,

    /// <summary>More work than a document of a post takes; hostile files end here.</summary>
    TooComplex,

    TextTooLong,

    /// <summary>Pictures of text, or nothing.</summary>
    NoText,

    TooLarge,
    NotReceived,
}
