namespace TeamsBot.Checks.WordBooks;

/// <summary>Something in a word book that cannot be used, with the place to correct it.</summary>
/// <param name="Line">Counts from 1.</param>
/// <param name="Field">The field as written, for example <c>pattern</c>; empty for the file as a whole.</param>
public sealed record WordBookProblem(string File, long Line, string Field, string Message)
{
    public override string ToString() => Field.Length == 0 ? $"{File} {Line}行目: {Message}" : $"{File} {Line}行目 {Field}: {Message}";
}
