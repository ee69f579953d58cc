using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>A place to ask or to report to. A phone of null is a phone the guideline does not print.</summary>
/// <param name="For">What the desk is there for: opening, incident, consult.</param>
internal sealed record Desk(string Id, string Name, string? Phone, string? Email, IReadOnlyList<DeskPurpose> For, string? Note, Basis Basis)
{
    private static readonly Words<DeskPurpose> Purposes = new(
        ("consult", DeskPurpose.Consult, "相談", "consultation"),
        ("opening", DeskPurpose.Opening, "アカウント開設", "opening an account"),
        ("incident", DeskPurpose.Incident, "トラブルの報告", "reporting an incident"),
        ("website", DeskPurpose.Website, "公式サイト", "the official site"));

    /// <summary>The name for those who speak English; null where the organisation has told none.</summary>
    public string? NameEn { get; private init; }

    public static Desk Read(MapReader from) => new(
        from.Text("id"), from.Text("name"), from.OptionalText("phone"), from.OptionalText("email"), from.WordList("for", Purposes),
        from.OptionalText("note"), Basis.Read(from)) { NameEn = from.OptionalText("name_en") };
}

internal enum DeskPurpose
{
    Consult,
    Opening,
    Incident,
    Website,
}
