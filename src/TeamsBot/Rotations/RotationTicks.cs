using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;

namespace TeamsBot.Rotations;

/// <summary>One thing a custodian says of the new password, never the password.</summary>
internal sealed record RotationTick(string Id, Bilingual Text)
{
    public string In(CardLanguage language) => language.Say(Text.Ja, Text.En);
}

/// <summary>
/// What the pack demands of a password, as ticks: each must be set before a change counts [ward-5-2, tochigi-7-2-1, asaka-2-5a].
/// </summary>
internal static class RotationTicks
{
    public static IReadOnlyList<RotationTick> Of(PasswordPolicy policy, AccountCredential? credential) =>
    [
        .. policy.MinLength is { } length
            ? [new("length", new($"{length.Show("文字以上")}にした", $"It has {length.Value} characters or more"))]
            : Array.Empty<RotationTick>(),
        .. policy.Kinds.Select((kind, at) => new RotationTick($"kind{at}", new($"{kind}を入れた", $"It contains: {EnglishOf(kind)}"))),
        .. policy is { Kinds.Count: 0, Duty: { } duty }
            ? [new("duty", new($"「{duty}」を満たしている", $"It meets the rule 「{duty}」"))]
            : Array.Empty<RotationTick>(),
        .. Guessable(policy),
        .. policy.UniquePerSystem
            ? [new("unique", new("ほかで使っていないものにした", "It is used in no other system"))]
            : Array.Empty<RotationTick>(),
        .. policy.TwoStep is not null && credential?.TwoStep is not (TwoStepState.Off or TwoStepState.NotOffered)
            ? [new("twoStep", new("二段階認証が入っている", "Two-step login is on"))]
            : Array.Empty<RotationTick>(),
    ];

    /// <summary>Each thing of the pack's list by itself; one tick where it has none.</summary>
    private static IEnumerable<RotationTick> Guessable(PasswordPolicy policy) =>
        policy.Guessable.Count > 0
            ? policy.Guessable.Select((word, at) => new RotationTick($"guess{at}", new($"{word}を使っていない", $"It does not use: {word}")))
        : policy.NotGuessable ? [new("guess", new("推測されにくいものにした", "It is hard to guess"))]
        : [];

    /// <summary>The kinds as packs write them; any other stands in its own words.</summary>
    private static string EnglishOf(string kind) => kind switch
    {
        "英大文字" => "a capital letter",
        "英小文字" => "a small letter",
        "数字" => "a digit",
        "記号" => "a symbol",
        _ => kind,
    };
}
