using TeamsBot.Checks.Images;

namespace TeamsBot.Checks.Context;

/// <summary>On what right an image may be posted; asked of the writer, never guessed.</summary>
public enum ImageRights
{
    Undeclared,
    Own,
    Licensed,
    Consent,
}

/// <summary>Whether people can be recognised in an image.</summary>
public enum Faces
{
    Undeclared,
    None,
    Blurred,
    Consent,
    Identifiable,
}

/// <summary>One image of a draft: what its bytes say and what the writer declared.</summary>
/// <param name="Name">How the writer knows it, for messages.</param>
public sealed record AttachedImage(string Name)
{
    public ImageRights Rights { get; init; }

    public Faces Faces { get; init; }

    /// <summary>The writer ticked that it is a flyer and no photo [asaka-3-3-3-3].</summary>
    public bool IsFlyer { get; init; }

    /// <summary>What the bytes say; null when they were not read.</summary>
    public ImageFacts? Facts { get; init; }

    /// <summary>The words for people who cannot see it.</summary>
    public string AltText { get; init; } = "";
}
