using TeamsBot.Guidelines;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>
/// What the organisation does in one kind of trouble, in order, and who is told of it. The order is the file's: one organisation changes
/// the password first, another reports first.
/// </summary>
/// <param name="Notify">Null where the guideline names nobody to be told.</param>
internal sealed record Runbook(NotifyRule? Notify, IReadOnlyList<RunbookStep> Steps)
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

    public static Runbook Read(MapReader from) => new(
        from.OptionalMap("notify", NotifyRule.Read), from.Maps("steps", RunbookStep.Read));
}

/// <summary>Who is told when there is trouble. What they do stands in the steps.</summary>
/// <param name="Desks">Ids of <see cref="Desk"/>.</param>
internal sealed record NotifyRule(IReadOnlyList<Role> Roles, IReadOnlyList<string> Desks, Basis Basis)
{
    public static NotifyRule Read(MapReader from) =>
        new(from.WordList("roles", Packs.Roles.Words), from.Texts("desks"), Basis.Read(from));
}
