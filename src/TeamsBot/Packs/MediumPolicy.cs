using TeamsBot.Checks.Context;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>
/// What a medium allows and what is known about its readers. Figures age: a card that shows one shows <see cref="AsOf"/> with it
/// (asaka-3-0).
/// </summary>
/// <param name="Hosts">Hosts of the medium's own pages, to compare with an account's address.</param>
/// <param name="TextLimit">The most a text may have: X's weighted length, otherwise characters.</param>
/// <param name="ComfortLength">Characters beyond which readers of this medium stop reading.</param>
/// <param name="MaxImages">Pictures in one post.</param>
/// <param name="ProfileLimit">Characters a profile may have.</param>
internal sealed record MediumPolicy(
    Medium Medium,
    IReadOnlyList<string> Hosts,
    NumberSetting? TextLimit,
    NumberSetting? ComfortLength,
    NumberSetting? MaxImages,
    NumberSetting? ProfileLimit,
    int? Users,
    string? AsOf,
    IReadOnlyList<string> Ages,
    Basis Basis
)
{
    public static Words<Medium> Media { get; } =
        new(
            ("X", Medium.X, "X", "X"),
            ("Facebook", Medium.Facebook, "Facebook", "Facebook"),
            ("Instagram", Medium.Instagram, "Instagram", "Instagram"),
            ("LINE", Medium.Line, "LINE", "LINE"),
            ("YouTube", Medium.YouTube, "YouTube", "YouTube"),
            ("website", Medium.Website, "ホームページ", "website"),
            ("other", Medium.Other, "その他", "other")
        );

    public static MediumPolicy Read(MapReader from)
    {
        var basis = Basis.Read(from);
        var read = new MediumPolicy(
            from.Word("medium", Media),
            from.Texts("hosts"),
            from.Number("text_limit", 1, 100_000, basis),
            from.Number("comfort_length", 1, 100_000, basis),
            from.Number("max_images", 1, 100, basis),
            from.Number("profile_limit", 10, 10_000, basis),
            from.OptionalNumber("users", 0, int.MaxValue),
            from.OptionalText("as_of"),
            from.Texts("ages"),
            basis
        );
        if (read.Users is not null && read.AsOf is null)
            from.Refuse("as_of", "利用者数には、いつの数字かを書いてください。", "State the month the number of users is from.");
        return read;
    }
}

internal static class MediumText
{
    /// <summary>The medium as people write it.</summary>
    public static string Display(this Medium medium) => MediumPolicy.Media.InJapanese(medium);
}
