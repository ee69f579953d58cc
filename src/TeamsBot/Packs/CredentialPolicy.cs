using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>What the guideline demands of passwords. The bot keeps dates and names, never a password.</summary>
/// <param name="Kinds">Character kinds a password must contain.</param>
/// <param name="RotationMonths">Months between changes; null: the guideline demands no regular change.</param>
/// <param name="Guessable">What a password is never made of, each to be ticked as absent; empty: one tick for all.</param>
/// <param name="OnStaffChange">Changed as soon as a holder leaves.</param>
/// <param name="OnImpersonation">Changed also when somebody else poses as the account.</param>
/// <param name="TwoStep">The duty of two-step login in words.</param>
internal sealed record PasswordPolicy(
    NumberSetting? MinLength,
    IReadOnlyList<string> Kinds,
    NumberSetting? RotationMonths,
    NumberSetting? MaxHolders,
    bool OnStaffChange,
    bool OnImpersonation,
    bool NotGuessable,
    IReadOnlyList<string> Guessable,
    bool UniquePerSystem,
    bool MediaControlled,
    string? TwoStep,
    string? Duty,
    Basis Basis
)
{
    public static PasswordPolicy Read(MapReader from)
    {
        var basis = Basis.Read(from);
        return new(
            from.Number("min_length", 1, 128, basis),
            from.Texts("kinds"),
            from.Number("rotation_months", 1, 60, basis),
            from.Number("max_holders", 1, 100, basis),
            from.Flag("on_staff_change", false),
            from.Flag("on_impersonation", false),
            from.Flag("not_guessable", false),
            from.Texts("guessable"),
            from.Flag("unique_per_system", false),
            from.Flag("media_controlled", false),
            from.OptionalText("two_step"),
            from.OptionalText("duty"),
            basis
        );
    }
}

/// <summary>Duties about phones and computers, in the guideline's sense.</summary>
/// <param name="SharedForOfficial">Official accounts are used on shared devices only, exceptions aside (asaka-8-3-2c); null where the
/// guideline is silent.</param>
internal sealed record DevicePolicy(IReadOnlyList<string> Duties, Duty? SharedForOfficial, Basis Basis)
{
    public static DevicePolicy Read(MapReader from) =>
        new(from.Texts("duties"), from.OptionalMap("shared_for_official", Duty.Read), Basis.Read(from));
}
