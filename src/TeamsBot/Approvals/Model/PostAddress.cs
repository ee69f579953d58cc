using System.Text;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;

namespace TeamsBot.Approvals.Model;

/// <summary>What an address proves about a post.</summary>
internal enum AddressProof
{
    /// <summary>The medium's form of a post address, with the account's own name in it.</summary>
    Account,

    /// <summary>An address of the medium that does not say whose post it is; the reporter is asked.</summary>
    Unknown,

    NotAnAddress,
    OtherMedium,
    OtherAccount,

    /// <summary>The account's page, not a post.</summary>
    NotAPost,
}

/// <summary>
/// Reads what the address of a post says about medium and account. It looks at the address, not at the medium: that the post exists, and
/// what it says, is not known from it; and X opens a post under any name, so that even a name is a claim that the medium does not check.
/// </summary>
internal static partial class PostAddress
{
    /// <summary>What the field takes, in UTF-16 units. The longest addresses of posts that media give are about a quarter of it.</summary>
    public const int MaxLength = 500;

    /// <summary>Signs of no width that a client copies along.</summary>
    private static readonly string[] Hidden = ["\u200B", "\uFEFF", "\u2060", "\u200E", "\u200F"];

    /// <param name="hosts">The medium's hosts as the pack names them, for media that <see cref="PostSite"/> does not know.</param>
    public static AddressProof Judge(string typed, OfficialAccount account, IReadOnlyList<string> hosts)
    {
        if (Read(typed) is not { } address) return AddressProof.NotAnAddress;
        var site = PostSite.Of(address.IdnHost);
        var own = account.Url is { } registered && Read(registered) is { } page ? page : null;
        if (site is not null && Belongs(site, account, own)) return OnSite(site, address, account, own);
        if (account.Medium is Medium.Website or Medium.Other && own is not null && PostSite.Of(own.IdnHost) is null)
            return OnOwnSite(address, own, account.Medium);
        return site is null && IsUnder(address, hosts) ? AddressProof.Unknown : AddressProof.OtherMedium;
    }

    /// <summary>
    /// The address as it is kept: as typed, with https where the reporter left it out. Null where it is none, or hides a user's name.
    /// </summary>
    public static Uri? Read(string typed) => Plain(typed).Length > MaxLength ? null : Kept(typed);

    /// <summary>An address that was read before: what was short as typed may be longer than the field, every sign of it escaped.</summary>
    public static Uri? Kept(string address)
    {
        var plain = Plain(address);
        if (plain.Length == 0 || plain.Any(char.IsWhiteSpace) || plain.Contains('\\', StringComparison.Ordinal)) return null;
        var whole = plain.Contains("://", StringComparison.Ordinal) ? plain : "https://" + plain;
        if (whole.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) whole = "https" + whole[4..];
        return Uri.TryCreate(whole, UriKind.Absolute, out var read)
            && read.Scheme == Uri.UriSchemeHttps && read is { UserInfo.Length: 0, IsDefaultPort: true } && HasHostName(read)
            ? read
            : null;
    }

    /// <summary>
    /// A name with a dot that can be written for the name service; a Japanese sentence behind "https://" is none, and asking it for its
    /// name throws.
    /// </summary>
    private static bool HasHostName(Uri address)
    {
        try
        {
            return address.IdnHost.Contains('.', StringComparison.Ordinal);
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    /// <summary>
    /// What the address of a post of this account looks like, for the field that asks for one; empty where the medium is not known.
    /// </summary>
    public static string Example(OfficialAccount account)
    {
        var who = (account.Handle ?? "").TrimStart('@');
        return account.Medium switch
        {
            Medium.X when who.Length > 0 => $"https://x.com/{who}/status/…",
            Medium.Facebook when account.Url is { } page => $"{page.TrimEnd('/')}/posts/…",
            Medium.Instagram => "https://www.instagram.com/p/…",
            Medium.YouTube => "https://www.youtube.com/watch?v=…",
            _ => "https://…",
        };
    }

    /// <summary>
    /// Addresses that this medium gives for a post seldom or never say whose it is, or the register knows no name to compare with.
    /// </summary>
    public static bool SaysNothing(OfficialAccount account) =>
        account.Medium is Medium.Instagram or Medium.YouTube or Medium.Line
        || (account.Medium != Medium.Website && account is { Handle: null, Url: null });

    /// <summary>
    /// Whether two addresses open the same post: a client adds how it was shared (<c>?s=20</c>), a phone has a host of its own, and X goes
    /// by two names. On a site that is not known everything but such additions counts.
    /// </summary>
    public static bool IsSame(Uri one, Uri other)
    {
        var site = PostSite.Of(one.IdnHost);
        var isSameHost =
            PostSite.Bare(one.IdnHost) == PostSite.Bare(other.IdnHost)
            || (site is not null && !site.IsShort(one.IdnHost) && !site.IsShort(other.IdnHost) && PostSite.Of(other.IdnHost) == site);
        return isSameHost && PathOf(one, site) == PathOf(other, site) && Naming(one, site) == Naming(other, site);
    }

    /// <summary>
    /// What stands in every form of the address of a post: X opens one by its number under any name, elsewhere the path ends with it.
    /// </summary>
    public static string KeyOf(Uri address) =>
        PostSite.Of(address.IdnHost) is { Medium: Medium.X } && NumberOnX().Match(address.AbsolutePath) is { Success: true } status
            ? status.Groups["id"].Value
            : address.AbsolutePath.TrimEnd('/').Split('/')[^1];

    [GeneratedRegex(
        "/status(?:es)?/(?<id>[0-9]{1,25})(?:/|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex NumberOnX();

    private static string PathOf(Uri address, PostSite? site) =>
        site?.Medium == Medium.X ? KeyOf(address) : Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/');

    /// <summary>
    /// The part of the query that says which post it is: of a known site what that site names posts by, else all but what counts visitors.
    /// </summary>
    private static string Naming(Uri address, PostSite? site) =>
        string.Join(
            '&',
            address
                .Query.TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Where(pair =>
                    pair.Split('=')[0] is var name
                    && (
                        site is null
                            ? !Counting.Contains(name) && !name.StartsWith("utm_", StringComparison.Ordinal)
                            : PostNames.Contains(name)
                    )
                )
                .Order(StringComparer.Ordinal)
        );

    private static readonly string[] PostNames = ["v", "id", "story_fbid", "fbid"];

    private static readonly string[] Counting = ["fbclid", "gclid", "igsh", "igshid", "ref", "ref_src"];

    private static string Plain(string typed)
    {
        var plain = typed.Trim();
        foreach (var hidden in Hidden) plain = plain.Replace(hidden, "", StringComparison.Ordinal);
        return plain.Trim('<', '>', '「', '」', '\u00A0', '\u3000', ' ');
    }

    private static bool Belongs(PostSite site, OfficialAccount account, Uri? own) => account.Medium is Medium.Other or Medium.Website
        ? own is not null && PostSite.Of(own.IdnHost) == site
        : site.Medium == account.Medium;

    private static AddressProof OnSite(PostSite site, Uri address, OfficialAccount account, Uri? own)
    {
        var path = Uri.UnescapeDataString(address.AbsolutePath);
        if (path.Trim('/').Length == 0) return AddressProof.NotAPost;
        if (site.IsShort(address.IdnHost)) return AddressProof.Unknown;
        if (site.Named?.Match(path) is { Success: true } named) return Whose(site, named.Groups["who"].Value, account, own);
        if (site.Nameless?.IsMatch(path) == true) return ByNumber(address, own);
        if (!site.Pages.IsMatch(path)) return AddressProof.Unknown;
        return site.PageIsEnough ? Whose(site, site.Pages.Match(path).Groups["who"].Value, account, own) : AddressProof.NotAPost;
    }

    /// <summary>Facebook names an account that chose no name by its number, in its page's address as in its posts'.</summary>
    private static AddressProof ByNumber(Uri address, Uri? own) =>
        NumberIn(address) is not { } number || own is null || NumberIn(own) is not { } ours ? AddressProof.Unknown
        : number == ours ? AddressProof.Account
        : AddressProof.OtherAccount;

    private static AddressProof Whose(PostSite site, string who, OfficialAccount account, Uri? own)
    {
        string?[] names = [account.Handle, own is null || PostSite.Of(own.IdnHost) != site ? null : NameIn(site, own)];
        var known = names.OfType<string>().Select(name => Fold(site, name)).Where(name => name.Length > 0).ToList();
        if (known.Count == 0) return AddressProof.Unknown;
        return known.Contains(Fold(site, who), StringComparer.Ordinal) ? AddressProof.Account : AddressProof.OtherAccount;
    }

    private static string? NameIn(PostSite site, Uri page) =>
        site.Pages.Match(Uri.UnescapeDataString(page.AbsolutePath)) is { Success: true } match
        && match.Groups["who"].Value is { Length: > 0 } who
            ? who
            : null;

    private static string? NumberIn(Uri address) =>
        PostSite.Bare(address.IdnHost) is "facebook.com" or "fb.com"
        && address.AbsolutePath.TrimEnd('/') is "/permalink.php" or "/story.php" or "/profile.php"
            ? address.Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).FirstOrDefault(pair => pair is ["id", _])?[1]
            : null;

    /// <summary>Handles are compared without their @, their width and their case; Facebook also ignores the dots in them.</summary>
    private static string Fold(PostSite site, string name)
    {
        var folded = name.Normalize(NormalizationForm.FormKC).Trim().TrimStart('@').ToLowerInvariant();
        return site.Medium == Medium.Facebook ? folded.Replace(".", "", StringComparison.Ordinal) : folded;
    }

    /// <summary>A page of the organisation's own site is its own; a stranger's server is another medium.</summary>
    private static AddressProof OnOwnSite(Uri address, Uri own, Medium medium) =>
        PostSite.Bare(address.IdnHost) != PostSite.Bare(own.IdnHost) ? AddressProof.OtherMedium
        : medium == Medium.Website ? AddressProof.Account
        : AddressProof.Unknown;

    private static bool IsUnder(Uri address, IReadOnlyList<string> hosts) =>
        hosts.Any(host =>
            address.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase)
            || address.IdnHost.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase)
        );
}
