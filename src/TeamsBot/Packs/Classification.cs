using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>
/// Which labels of the organisation's information classes may not be posted or need a copy on the own site. Labels are a set, never a
/// scale:
/// 機密性2 of one organisation says nothing about 機密性2 of another (domain/rules.md, "Read first" 1).
/// </summary>
internal sealed record Classification(SecrecyLabels? Secrecy, AvailabilityLabels? Availability, ProhibitedKinds? ProhibitedKinds)
{
    public static Classification Read(MapReader from) =>
        new(
            from.Stated("secrecy", SecrecyLabels.Read),
            from.Stated("availability", AvailabilityLabels.Read),
            from.OptionalMap("prohibited_kinds", ProhibitedKinds.Read)
        );
}

/// <param name="Scheme">How the labels are called on paper: 機密性, 情報区分.</param>
/// <param name="UnlessReleasePlanned">The prohibition holds only for what is not going to be released (tochigi-6-1-1).</param>
internal sealed record SecrecyLabels(
    string Scheme,
    IReadOnlyList<string> Labels,
    IReadOnlyList<string> Forbidden,
    bool UnlessReleasePlanned,
    Basis Basis
)
{
    public static SecrecyLabels Read(MapReader from)
    {
        var read = new SecrecyLabels(
            from.Text("scheme"),
            from.Texts("labels"),
            from.Texts("forbid"),
            from.Flag("unless_release_planned", false),
            Basis.Read(from)
        );
        if (read.Forbidden.Except(read.Labels, StringComparer.Ordinal).Any())
            from.Refuse("forbid", "labels にない区分が含まれています。", "Contains a label that labels does not list.");
        return read;
    }
}

/// <param name="MirrorRequired">Information with one of these labels must stand on the own site as well.</param>
/// <param name="Where">Which site that is, in words.</param>
internal sealed record AvailabilityLabels(string Scheme, IReadOnlyList<string> MirrorRequired, string Where, Basis Basis)
{
    public static AvailabilityLabels Read(MapReader from) =>
        new(from.Text("scheme"), from.Texts("mirror_required"), from.Text("where"), Basis.Read(from));
}

/// <summary>A guideline that lists kinds of forbidden content instead of labels.</summary>
internal sealed record ProhibitedKinds(int Count, Basis Basis)
{
    public static ProhibitedKinds Read(MapReader from) => new(from.RequiredNumber("count", 1, 100), Basis.Read(from));
}

/// <summary>When a draft of a class may be posted.</summary>
internal enum ClassPosting
{
    Allowed,

    /// <summary>Not before the release time the draft carries.</summary>
    AfterRelease,

    /// <summary>Only when the head lifts it with a written reason.</summary>
    HeadReason,

    Never,
}

/// <summary>A class the writer must choose for each draft: 公開可, 解禁日時あり, 内部, 個人情報.</summary>
internal sealed record DraftClass(string Id, Bilingual Name, ClassPosting Posting)
{
    private static readonly Words<ClassPosting> PostingWords = new(
        ("allowed", ClassPosting.Allowed, "投稿できます", "may be posted"),
        ("after-release", ClassPosting.AfterRelease, "解禁日時まで投稿できません", "not before its release"),
        ("head-reason", ClassPosting.HeadReason, "所属長が理由を記して認めた場合だけ投稿できます", "only with the head's written reason"),
        ("never", ClassPosting.Never, "投稿できません", "may not be posted"));

    public string PostingInJapanese => PostingWords.InJapanese(Posting);

    public static DraftClass Read(MapReader from) => new(
        from.Text("id"), new(from.Text("name"), from.Text("name_en")), from.Word("posting", PostingWords));
}
