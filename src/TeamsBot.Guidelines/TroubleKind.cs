namespace TeamsBot.Guidelines;

/// <summary>Kinds of trouble that a guideline has steps for, or that people call for help with.</summary>
public enum TroubleKind
{
    Hijack,
    Impersonation,
    Flaming,
    Mispost,
    Leak,
    LostDevice,

    /// <summary>An account or its service cannot be used: frozen, restricted, down, ended.</summary>
    ServiceStop,

    /// <summary>Somebody is insulted or slandered.</summary>
    Defamation,

    /// <summary>Violence or harm is announced.</summary>
    Threat,

    /// <summary>An account acted without anybody wanting it to: a like, a follow, an automatic post.</summary>
    UnwantedPost,
}

/// <summary>The kinds as they are written in pack files and data.</summary>
public static class TroubleKinds
{
    private static readonly Dictionary<TroubleKind, string> Words = new()
    {
        [TroubleKind.Hijack] = "hijack", [TroubleKind.Impersonation] = "impersonation", [TroubleKind.Flaming] = "flaming",
        [TroubleKind.Mispost] = "mispost", [TroubleKind.Leak] = "leak", [TroubleKind.LostDevice] = "lost-device",
        [TroubleKind.ServiceStop] = "service-stop", [TroubleKind.Defamation] = "defamation", [TroubleKind.Threat] = "threat",
        [TroubleKind.UnwantedPost] = "unwanted-post",
    };

    public static string Word(this TroubleKind kind) => Words[kind];

    public static bool IsKind(string word) => Words.ContainsValue(word);

    /// <exception cref="FormatException">There is no such kind.</exception>
    public static TroubleKind Parse(string word) =>
        Words.Where(row => row.Value == word).Select(row => (TroubleKind?)row.Key).FirstOrDefault()
        ?? throw new FormatException($"'{word}' is no kind of trouble");
}
