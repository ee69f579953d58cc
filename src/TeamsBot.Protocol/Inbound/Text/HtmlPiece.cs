namespace TeamsBot.Protocol.Inbound.Text;

/// <summary>A piece of a message's HTML in reading order.</summary>
internal readonly record struct HtmlPiece(HtmlPieceKind Kind, string Text);

internal enum HtmlPieceKind
{
    /// <summary>What stands there, with line breaks; the plain text has it too.</summary>
    Words,

    /// <summary>An emoji, which the plain text lacks.</summary>
    Emoji,

    /// <summary>Where a link leads, which the plain text lacks as well unless its words are the address.</summary>
    Address,

    /// <summary>The dot or number of a list's line, which no text node holds.</summary>
    Marker,
}
