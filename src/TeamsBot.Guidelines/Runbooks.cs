using TeamsBot.Guidelines.Clauses;
using TeamsBot.Guidelines.Index;

namespace TeamsBot.Guidelines;

/// <summary>Tells whether a question is about something that is happening, for which there are steps to take.</summary>
internal static class Runbooks
{
    private static readonly (RunbookKind Kind, string Concept, string[] Topics)[] Kinds =
    [
        (RunbookKind.Hijack, "hijack", ["hijack", "hijack-prevention"]),
        (RunbookKind.Impersonation, "impersonation", ["impersonation", "impersonation-prevention"]),
        (RunbookKind.Mispost, "errorpost", ["mispost"]),
        (RunbookKind.Mispost, "wrongaccount", ["mispost"]),
        (RunbookKind.Flaming, "flaming", ["flaming"]),
        (RunbookKind.Flaming, "flood", ["flaming"]),
        (RunbookKind.AutoPost, "autopost", ["linked-app"]),
        (RunbookKind.DeviceLoss, "theft", ["hijack-prevention", "device"]),
        (RunbookKind.Leak, "leak", ["check", "prohibited", "classification"]),
        (RunbookKind.ServiceStop, "service_stop", ["service-stop"]),
        (RunbookKind.Abuse, "abuse", ["abuse"]),
    ];

    /// <summary>Whether the question names an incident at all, whatever answers it.</summary>
    public static bool IsNamed(Question asked) => Array.Exists(Kinds, kind => asked.TermWeights.TryGetValue("c:" + kind.Concept, out var weight) && weight >= Weights.Concept / 2);

    public static RunbookKind? Of(Question asked, IReadOnlyList<ClauseRow> rows)
    {
        foreach (var (kind, concept, topics) in Kinds)
            if (asked.TermWeights.TryGetValue("c:" + concept, out var weight) && weight >= Weights.Concept / 2 && (rows.Count == 0 || rows.Any(row => row.Topics.Exists(topics.Contains)))) return kind;
        return null;
    }
}
