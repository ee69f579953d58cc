using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Counts a Word file's automatic numbers (ECMA-376 part 1, 17.9): per list, per level, a level starting anew below a higher one.
/// </summary>
internal sealed class WordNumbering(Numbering? part)
{
    private readonly Dictionary<(int List, int Level), int> counts = [];

    /// <summary>
    /// The number printed before the paragraph, with a space behind it, and the depth of its level from 1; empty and 0 outside lists.
    /// </summary>
    public (string Number, int Depth) Next(int? numId, int level)
    {
        if (numId is not > 0 || part is null) return ("", 0);
        var instance = part.Elements<NumberingInstance>().FirstOrDefault(candidate => candidate.NumberID?.Value == numId);
        if (instance?.AbstractNumId?.Val?.Value is not { } abstractId || Level(instance, abstractId, level) is not { } at) return ("", 0);
        counts[(abstractId, level)] = counts.TryGetValue((abstractId, level), out var last) ? last + 1 : Start(at);
        foreach (var deeper in counts.Keys.Where(key => key.List == abstractId && key.Level > level).ToList()) counts.Remove(deeper);
        var format = at.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        if (format == NumberFormatValues.Bullet) return ("・", level + 1);
        var text = at.LevelText?.Val?.Value ?? "%1.";
        for (var k = 0; k < 9; k++)
        {
            var mark = "%" + (k + 1).ToString(CultureInfo.InvariantCulture);
            if (!text.Contains(mark, StringComparison.Ordinal) || Level(instance, abstractId, k) is not { } shown) continue;
            var value = counts.TryGetValue((abstractId, k), out var counted) ? counted : Start(shown);
            text = text.Replace(
                mark,
                NumberFormats.Write(shown.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal, value),
                StringComparison.Ordinal
            );
        }

        return (text.Length == 0 ? "" : text + " ", level + 1);
    }

    private static int Start(Level level) => level.StartNumberingValue?.Val?.Value ?? 1;

    private Level? Level(NumberingInstance instance, int abstractId, int level) =>
        instance.Elements<LevelOverride>().FirstOrDefault(over => over.LevelIndex?.Value == level)?.Level
        ?? part!
            .Elements<AbstractNum>()
            .FirstOrDefault(candidate => candidate.AbstractNumberId?.Value == abstractId)
            ?.Elements<Level>()
            .FirstOrDefault(candidate => candidate.LevelIndex?.Value == level);
}
