using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;

namespace TeamsBot.Approvals.Model;

/// <summary>A medium as its post addresses show it: its hosts, and where in an address the account stands.</summary>
/// <remarks>
/// The forms are those that the media's own "copy link" gives or once gave, in browser and app. They change without notice: an address of a
/// known host in an unknown form is not refused, its account is asked for.
/// </remarks>
/// <param name="Medium">As the register names it; accounts of <see cref="Medium.Other"/> belong to the site that their own address stands
/// on.</param>
/// <param name="Hosts">Without <c>www.</c>, <c>m.</c> and the like, which count as the same host.</param>
/// <param name="ShortHosts">Hosts that hold nothing but shortened addresses of posts, which say nothing about the account.</param>
/// <param name="Named">Paths of a post in which group <c>who</c> is the account, without its @.</param>
/// <param name="Nameless">Paths of a post that do not say whose it is.</param>
/// <param name="Pages">Paths of an account, which are no post.</param>
internal sealed record PostSite(Medium Medium, string[] Hosts, string[] ShortHosts, Regex? Named, Regex? Nameless, Regex Pages)
{
    private static readonly string[] SameHost = ["www.", "m.", "mobile.", "mbasic.", "touch.", "web.", "ja-jp.", "en-gb.", "en-us."];

    /// <summary>A LINE message has no address of its own; what can be reported is the account's.</summary>
    public bool PageIsEnough => Medium == Medium.Line;

    public static IReadOnlyList<PostSite> All { get; } =
    [
        new(
            Medium.X, ["x.com", "twitter.com"], [],
            Path("/(?!i/)(?<who>[a-z0-9_]{1,15})/status(?:es)?/[0-9]{1,25}(?:/.{0,100})?"),
            Path("/i/(?:web/)?status/[0-9]{1,25}"),
            Path("/(?<who>[a-z0-9_]{1,15})")),
        new(
            Medium.Facebook, ["facebook.com", "fb.com"], ["fb.watch"],
            Path("/(?!share/|groups/|watch/|reel/|photo/|events/|people/|pages/)(?<who>[^/]{1,80})/(?:posts|videos|photos|reels)/.{1,300}"),
            Path("/(?:permalink[.]php|story[.]php|photo(?:[.]php)?|watch|video[.]php|(?:reel|events|groups|share|photos)/.{1,300})"),
            Path("/(?:profile[.]php|people/[^/]{1,200}/[0-9]{5,20}|pages/.{1,200}|(?<who>[a-z0-9.-]{1,80}))")),
        new(
            Medium.Instagram,
            ["instagram.com", "instagr.am"],
            [],
            Path(
                "/(?:stories/(?<who>[a-z0-9_.]{1,30})/[0-9]{1,25}|(?!p/|reels?/|tv/|share/|stories/)(?<who>[a-z0-9_.]{1,30})/(?:p|reels?|"
                    + "tv)/[a-z0-9_-]{5,60})"
            ),
            Path("/(?:p|reels?|tv|share(?:/p|/reel)?)/[a-z0-9_-]{5,60}"),
            Path("/(?<who>[a-z0-9_.]{1,30})")
        ),
        new(
            Medium.YouTube, ["youtube.com"], ["youtu.be"],
            Path("/@(?<who>[^/]{1,60})/(?:community|posts)"),
            Path("/(?:watch|(?:shorts|live|post|clip|embed)/[a-z0-9_-]{5,80}|channel/[a-z0-9_-]{10,40}/(?:community|posts))"),
            Path("/(?:@(?<who>[^/]{1,60})|channel/[a-z0-9_-]{10,40}|(?:c|user)/(?<who>[^/]{1,60}))")),
        new(
            Medium.Line, ["line.me", "page.line.me", "linevoom.line.me", "timeline.line.me"], ["lin.ee"],
            null,
            Path("/(?:post|user)/.{1,200}"),
            Path("/(?:(?:R/)?ti/p/|(?=@))(?<who>@[^/?]{1,60})")),
        new(
            Medium.Other, ["tiktok.com"], ["vt.tiktok.com", "vm.tiktok.com"],
            Path("/@(?<who>[a-z0-9_.]{1,30})/(?:video|photo)/[0-9]{5,25}"),
            Path("/t/[a-z0-9]{5,30}"),
            Path("/@(?<who>[a-z0-9_.]{1,30})")),
        new(
            Medium.Other, ["threads.net", "threads.com"], [],
            Path("/@(?<who>[a-z0-9_.]{1,30})/post/[a-z0-9_-]{5,40}"),
            Path("/t/[a-z0-9_-]{5,40}"),
            Path("/@(?<who>[a-z0-9_.]{1,30})")),
        new(
            Medium.Other, ["bsky.app"], [],
            Path("/profile/(?<who>[a-z0-9.:-]{3,100})/post/[a-z0-9]{5,30}"), null, Path("/profile/(?<who>[a-z0-9.:-]{3,100})")),
        new(Medium.Other, ["note.com"], [], Path("/(?<who>[a-z0-9_]{2,30})/n/n[a-z0-9]{6,20}"), null, Path("/(?<who>[a-z0-9_]{2,30})")),
    ];

    public static PostSite? Of(string host) =>
        All.FirstOrDefault(site => site.Hosts.Contains(Bare(host), StringComparer.Ordinal) || site.IsShort(host));

    public bool IsShort(string host) => ShortHosts.Contains(Bare(host), StringComparer.Ordinal);

    /// <summary>The host without what a medium puts before it for phones and languages.</summary>
    public static string Bare(string host)
    {
        var bare = host.TrimEnd('.').ToLowerInvariant();
        return SameHost.FirstOrDefault(prefix => bare.StartsWith(prefix, StringComparison.Ordinal)) is { } front
            ? bare[front.Length..]
            : bare;
    }

    private static Regex Path(string form) =>
        new(
            $"^(?:{form})/?$",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(2)
        );
}
