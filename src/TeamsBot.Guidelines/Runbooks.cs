using TeamsBot.Guidelines.Clauses;
using TeamsBot.Guidelines.Index;

namespace TeamsBot.Guidelines;

/// <summary>Tells whether a question is about something that is happening, for which there are steps to take.</summary>
internal static class Runbooks
{
    private static readonly (TroubleKind Kind, string Concept, string[] Topics)[] Kinds =
    [
        (TroubleKind.Hijack, "hijack", ["hijack", "hijack-prevention"]),
        (TroubleKind.Impersonation, "impersonation", ["impersonation", "impersonation-prevention"]),
        (TroubleKind.Mispost, "errorpost", ["mispost"]),
        (TroubleKind.Mispost, "wrongaccount", ["mispost"]),
        (TroubleKind.Flaming, "flaming", ["flaming"]),
        (TroubleKind.Flaming, "flood", ["flaming"]),
        (TroubleKind.UnwantedPost, "autopost", ["linked-app"]),
        (TroubleKind.LostDevice, "theft", ["hijack-prevention", "device"]),
        (TroubleKind.Leak, "leak", ["check", "prohibited", "classification"]),
        (TroubleKind.ServiceStop, "service_stop", ["service-stop"]),
        (TroubleKind.Defamation, "abuse", ["abuse"]),
    ];

    /// <summary>Whether the question names an incident at all, whatever answers it.</summary>
    public static bool IsNamed(Question asked) =>
        Array.Exists(Kinds, kind => asked.TermWeights.TryGetValue("c:" + kind.Concept, out var weight) && weight >= Weights.Concept / 2);

    public static TroubleKind? Of(Question asked, IReadOnlyList<ClauseRow> rows)
    {
        foreach (var (kind, concept, topics) in Kinds)
            if (
                asked.TermWeights.TryGetValue("c:" + concept, out var weight)
                && weight >= Weights.Concept / 2
                && (rows.Count == 0 || rows.Any(row => row.Topics.Exists(topics.Contains)))
            )
                return kind;
        return null;
    }
}
