using System.Globalization;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>A text in Japanese with its English reading.</summary>
internal sealed record Bilingual(string Ja, string En)
{
    public static Bilingual Read(MapReader from) => new(from.Text("ja"), from.Text("en"));
}

/// <summary>What a guideline says on a point: where it says so, and whether the value is the organisation's own setting instead.</summary>
/// <param name="Suggested">The guideline gives no such value; it is never shown as guideline text.</param>
internal sealed record Basis(IReadOnlyList<string> Cite, bool Suggested)
{
    public static Basis Read(MapReader from) => new(from.Cite(), from.Flag("suggested", false));
}

/// <summary>
/// A number with its own basis: written <c>10</c>, it rests on its section's clauses; written <c>{value: 30, suggested: true}</c>, on its
/// own.
/// </summary>
internal sealed record NumberSetting(int Value, Basis Basis)
{
    public string Show(string unit) => string.Create(CultureInfo.InvariantCulture, $"{Value}{unit}");
}
