using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>
/// What a person may do. One person may hold several; a role is held in the person's own section, except where it says otherwise.
/// </summary>
internal enum Role
{
    /// <summary>起案者: writes drafts for the section's accounts.</summary>
    Writer,

    /// <summary>確認者: the second member of staff who checks a draft.</summary>
    Reviewer,

    /// <summary>所属長: decides for the section's own accounts.</summary>
    Head,

    /// <summary>広報課長: decides for the accounts that speak for the whole organisation.</summary>
    PrHead,

    /// <summary>広報担当: advises, keeps word books, is told of incidents, organisation-wide.</summary>
    Desk,

    /// <summary>管理者: keeps the bot running; decides nothing.</summary>
    Admin,
}

/// <summary>The roles as packs and people files write them and as people read them.</summary>
internal static class Roles
{
    public static Words<Role> Words { get; } = new(
        ("writer", Role.Writer, "起案者", "writer"),
        ("reviewer", Role.Reviewer, "確認者", "reviewer"),
        ("head", Role.Head, "所属長", "section head"),
        ("prHead", Role.PrHead, "広報課長", "head of public relations"),
        ("desk", Role.Desk, "広報担当", "PR desk"),
        ("admin", Role.Admin, "管理者", "administrator"));

    public static string InJapanese(this Role role) => Words.InJapanese(role);

    public static string InEnglish(this Role role) => Words.InEnglish(role);
}
