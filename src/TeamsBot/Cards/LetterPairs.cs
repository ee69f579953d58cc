namespace TeamsBot.Cards;

/// <summary>A text as its pairs of neighbouring characters: how many two texts share is how much they resemble each other.</summary>
/// <param name="Text">In the form commands are compared in.</param>
internal sealed record LetterPairs(string Text)
{
    /// <summary>Longer than any command or name; of a longer text only the beginning is compared pair by pair.</summary>
    private const int Compared = 64;

    /// <summary>Each pair once, in order.</summary>
    private readonly uint[] pairs =
    [
        .. Enumerable
            .Range(0, Math.Max(0, Math.Min(Text.Length, Compared) - 1))
            .Select(at => ((uint)Text[at] << 16) | Text[at + 1])
            .Distinct()
            .Order(),
    ];

    public int Count => pairs.Length;

    public int SharedWith(LetterPairs other)
    {
        var shared = 0;
        for (int at = 0, its = 0; at < pairs.Length && its < other.pairs.Length;)
        {
            if (pairs[at] == other.pairs[its]) shared++;
            if (pairs[at] <= other.pairs[its]) at++;
            else its++;
        }

        return shared;
    }
}
