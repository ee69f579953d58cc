using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks;

/// <summary>
/// One line of a draft that states something checkable: a date, time, number, phone or link. The approval card lists them with a tick each
/// [tochigi-4-2-1, asaka-6-2-3]; a basis is kept under <see cref="Text"/>.
/// </summary>
public sealed partial record FactLine(string Text, Span Span)
{
    public static IReadOnlyList<FactLine> Of(string text)
    {
        var draft = new DraftText(text);
        return
        [
            .. draft
                .Sentences.Where(piece => States(draft, piece))
                .Select(piece => Brackets.Balance(text, draft.At(piece)))
                .Select(span => new FactLine(draft.Quote(span), span)),
        ];
    }

    private static bool States(DraftText draft, Piece piece) =>
        Fact().IsMatch(draft.Normal.AsSpan(piece.Start, piece.Length))
        || draft.Urls.Any(url => url.Start >= piece.Start && url.Start < piece.End);

    [GeneratedRegex(
        @"\d{1,4}[年月/]\d|\d月\d{1,2}日|\d{1,2}[:時]\d{0,2}|午[前後]\d|\d[人円名組枚個件回台％%歳校箇所か所分]|0\d{1,4}-\d",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Fact();
}
