using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>What a draft shows to be inside a range, and what the program compares.</summary>
internal enum RangeProof
{
    /// <summary>Nothing but the head's approval of the range itself (yamaguchi-3-4b).</summary>
    None,

    /// <summary>Where it was published and the published text, which has every number and date of the draft (asaka-5-2-1).</summary>
    Published,

    /// <summary>It tells of what has happened, on days that have been (asaka-5-2-2).</summary>
    AccomplishedFact,

    /// <summary>The name of the law or ordinance (asaka-5-2-3).</summary>
    Law,

    /// <summary>Number and date of a decided document that the head entered with the range (asaka-5-2-4).</summary>
    Document,
}

/// <summary>
/// A range the head may approve ahead (asaka-5-2, yamaguchi-3-4b): drafts inside go to the second member of staff only. The head sets
/// extent and expiry; a range in a pack is a possibility, not a permission.
/// </summary>
/// <param name="Needs">What a draft must show to fall into the range, in words for the writer.</param>
/// <param name="OnSite">What is sent in with 「現地投稿」 from where it happens claims this range (ward-2-1b).</param>
internal sealed record StandingRange(string Id, Bilingual Name, string Needs, RangeProof Proof, bool OnSite, Basis Basis)
{
    private static readonly Words<RangeProof> Proofs = new(
        ("none", RangeProof.None, "範囲の定めのみ", "the range alone"),
        ("published", RangeProof.Published, "公表済みの文章との照合", "the published text"),
        ("accomplished-fact", RangeProof.AccomplishedFact, "起きたことの報告", "a report of the past"),
        ("law", RangeProof.Law, "法令名", "the name of the law"),
        ("document", RangeProof.Document, "決裁済みの文書", "a decided document"));

    public static StandingRange Read(MapReader from) =>
        new(
            from.Text("id"),
            from.RequiredMap("name", Bilingual.Read) ?? new("", ""),
            from.Text("needs"),
            from.Word("proof", Proofs),
            from.Flag("on_site", false),
            Basis.Read(from)
        );
}
