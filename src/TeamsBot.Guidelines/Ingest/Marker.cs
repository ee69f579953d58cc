namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// The number or bullet a line begins with. Two markers of one <see cref="Style"/> belong to one list level; which style stands above which
/// is not fixed here but found in each document (<see cref="Outline"/>).
/// </summary>
/// <param name="Style">Shape and kind of number: <c>(N)</c>, <c>ア</c>, <c>第条</c>, a bullet character.</param>
/// <param name="Ordinal">1 for the first; 0 for a bullet, which has no number.</param>
/// <param name="Label">As printed, closing marks of the number included, outer white space not.</param>
/// <param name="Length">How many characters of the line it takes, following spaces included.</param>
internal readonly record struct Marker(string Style, int Ordinal, string Label, int Length)
{
    public bool IsBullet => Ordinal == 0 && !IsNamed;

    /// <summary>A part that is named rather than numbered: 附則, 別表, 〈例〉.</summary>
    public bool IsNamed => Style.StartsWith('名') || Style.StartsWith('〈');

    /// <summary>Parts that stand beside the numbered body, never inside it.</summary>
    public bool IsAppendix => Style is "名附則" or "名別表" or "名別紙" or "名様式" or "名別記" or "名注";

    /// <summary>Rank of the legal units 編 to 号 (1 to 7): they stand in this order in every document; 0 for all others.</summary>
    public int LegalRank => Style.StartsWith('第') ? "編章節款目条項号".IndexOf(Style[1], StringComparison.Ordinal) + 1 : 0;

    /// <summary>Written so that it can hardly be anything but a number of a list, even when the list does not start at 1.</summary>
    public bool IsStrong => LegalRank > 0 || Style is "(N)" or "①" or "Q" or "(ア)" or "※N";
}
