namespace TeamsBot.Checks;

public enum TextFactKind
{
    Date,
    Place,
    Phone,
    Name,
    Link,
}

/// <summary>What the calendar and the organisation's books say of a fact.</summary>
public enum TextFactVerdict
{
    /// <summary>The printed weekday is the calendar's.</summary>
    WeekdayRight,

    /// <summary>No weekday is printed; <see cref="TextFact.Known"/> is the calendar's.</summary>
    WeekdayUnsaid,

    /// <summary>The calendar has no such day, or another weekday.</summary>
    WeekdayWrong,

    /// <summary>In the books; <see cref="TextFact.Known"/> says whose.</summary>
    Registered,

    /// <summary>Not in the books: nobody but the reader can tell whether it is right.</summary>
    Unregistered,

    /// <summary>An official name, as the books write it.</summary>
    OfficialName,

    OwnSite,

    /// <summary>A site of others that the organisation trusts, or of the state or a local government.</summary>
    TrustedSite,

    ForeignSite,
}

/// <summary>
/// Something checkable that a text states, with what is known about it: put before a second reader, so that a tick rests on what was looked
/// at. It is no finding: rules say what is wrong, this says what there is.
/// </summary>
/// <param name="Quote">As written.</param>
/// <param name="Known">The office that a number belongs to, the weekday of a day, the host of a link; empty where the verdict says
/// all.</param>
public sealed record TextFact(TextFactKind Kind, string Quote, TextFactVerdict Verdict, string Known = "")
{
    /// <summary>Calendar or books confirm it.</summary>
    public bool IsKnown => Verdict is not (TextFactVerdict.WeekdayWrong or TextFactVerdict.Unregistered or TextFactVerdict.ForeignSite);
}
