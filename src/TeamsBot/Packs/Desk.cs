using TeamsBot.Guidelines;
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

/// <summary>Who is told and what is done outside the bot when there is trouble. The order of steps is the runbook's.</summary>
/// <param name="Desks">Ids of <see cref="Desk"/>.</param>
/// <param name="Acts">Duties in words, each as the guideline has it.</param>
internal sealed record NotifyRule(IReadOnlyList<Role> Roles, IReadOnlyList<string> Desks, IReadOnlyList<string> Acts, Basis Basis)
{
    public static Words<TroubleKind> Kinds { get; } = new(
        ("hijack", TroubleKind.Hijack, "乗っ取り", "hijack"),
        ("impersonation", TroubleKind.Impersonation, "なりすまし", "impersonation"),
        ("flaming", TroubleKind.Flaming, "炎上", "flaming"),
        ("mispost", TroubleKind.Mispost, "誤投稿", "mis-post"),
        ("leak", TroubleKind.Leak, "情報の漏えい", "leak"),
        ("lost-device", TroubleKind.LostDevice, "端末の紛失", "lost device"),
        ("service-stop", TroubleKind.ServiceStop, "凍結・停止", "stopped account"),
        ("defamation", TroubleKind.Defamation, "中傷", "defamation"),
        ("threat", TroubleKind.Threat, "脅し・予告", "threat"),
        ("unwanted-post", TroubleKind.UnwantedPost, "意図しない投稿", "unwanted post"));

    public static NotifyRule Read(MapReader from) =>
        new(from.WordList("roles", Packs.Roles.Words), from.Texts("desks"), from.Texts("acts"), Basis.Read(from));
}
