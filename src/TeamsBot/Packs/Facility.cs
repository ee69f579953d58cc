using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>
/// An office or facility as the organisation prints it: name, phone, address and page belong together and are corrected together.
/// </summary>
/// <param name="Address">Postal code and address in one line, or null.</param>
internal sealed record Facility(string Name, string? Phone, string? Address, string? Url)
{
    /// <summary>The section <c>facilities</c> of a pack's <c>words.yml</c>; the rest of the file is the word book's.</summary>
    public static IReadOnlyList<Facility> ReadAll(MapNode words, ProblemList problems)
    {
        var own = words with { Entries = [.. words.Entries.Where(entry => entry.Key == "facilities")] };
        return MapReader.Read(own, "", problems, from => from.Maps("facilities", Read));
    }

    private static Facility Read(MapReader from)
    {
        var read = new Facility(from.Text("name"), from.OptionalText("phone"), from.OptionalText("address"), from.OptionalText("url"));
        if (read.Phone is { } phone && !phone.All(character => char.IsAsciiDigit(character) || character == '-'))
            from.Refuse("phone", "半角の数字とハイフンで書いてください。", "Write half-width digits and hyphens.");
        return read;
    }
}
