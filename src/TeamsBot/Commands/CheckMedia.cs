using TeamsBot.Checks.Context;
using TeamsBot.Packs;

namespace TeamsBot.Commands;

/// <summary>Media as people type them on a command line: case and width of no matter, and X under its old name too.</summary>
internal static class CheckMedia
{
    public static Medium? Find(string platform)
    {
        var name = platform.Trim().Normalize(System.Text.NormalizationForm.FormKC);
        if (name.Equals("twitter", StringComparison.OrdinalIgnoreCase)) return Medium.X;
        foreach (var medium in Enum.GetValues<Medium>())
        {
            if (
                name.Equals(medium.ToString(), StringComparison.OrdinalIgnoreCase)
                || name.Equals(medium.Display(), StringComparison.OrdinalIgnoreCase)
            )
                return medium;
        }

        return null;
    }
}
