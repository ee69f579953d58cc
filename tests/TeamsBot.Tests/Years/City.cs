using TeamsBot.LocalTeams;

namespace TeamsBot.Tests.Years;

/// <summary>A member of staff as the people's file names them.</summary>
/// <param name="Roles">As in the file, comma between them.</param>
internal sealed record Colleague(string Key, string Id, string Name, string Kana, string Section, string Title, string Roles)
{
    public bool Has(string role) => Roles.Split(", ").Contains(role);
}

/// <summary>Days on which somebody is away, entered in chat some days before.</summary>
internal sealed record Leave(Colleague Who, DateOnly First, DateOnly Last, Colleague? Deputy)
{
    public bool Covers(DateOnly day) => day >= First && day <= Last;
}

/// <summary>The sample city's staff over three years: who comes, who goes, who is away. Written out, nothing is drawn.</summary>
internal static class City
{
    public static readonly Colleague Sato = Of("sato", 1, "佐藤 花子", "さとう はなこ", "広報課", "主事", "writer");
    public static readonly Colleague Suzuki = Of("suzuki", 2, "鈴木 一郎", "すずき いちろう", "広報課", "係長", "reviewer, writer, desk, admin");
    public static readonly Colleague Tanaka = Of("tanaka", 3, "田中 誠", "たなか まこと", "広報課", "課長", "head, prHead");
    public static readonly Colleague Takahashi = Of("takahashi", 4, "高橋 由美", "たかはし ゆみ", "広報課", "課長補佐", "reviewer, desk");
    public static readonly Colleague Nakamura = Of("nakamura", 11, "中村 美咲", "なかむら みさき", "防災課", "主任", "writer");
    public static readonly Colleague Kobayashi = Of("kobayashi", 12, "小林 健", "こばやし けん", "防災課", "係長", "reviewer");
    public static readonly Colleague Kato = Of("kato", 13, "加藤 学", "かとう まなぶ", "防災課", "課長", "head");

    // They come later.
    public static readonly Colleague Watanabe = Of("watanabe", 21, "渡辺 涼", "わたなべ りょう", "防災課", "主任", "writer");
    public static readonly Colleague Ito = Of("ito", 22, "伊藤 翔", "いとう しょう", "広報課", "主事", "writer");
    public static readonly Colleague Yoshida = Of("yoshida", 23, "吉田 恵", "よしだ めぐみ", "防災課", "課長", "head");

    public static readonly IReadOnlyList<Colleague> AtFirst = [Sato, Suzuki, Tanaka, Takahashi, Nakamura, Kobayashi, Kato];

    public static readonly IReadOnlyList<Colleague> Everybody = [.. AtFirst, Watanabe, Ito, Yoshida];

    /// <summary>The people's file from that day on: 1 April of each year, and once in the middle of one.</summary>
    public static readonly IReadOnlyList<(DateOnly Day, IReadOnlyList<Colleague> Staff)> Changes =
    [
        // Nakamura leaves without a word to the bot, and somebody new comes.
        (new(2025, 4, 1), [Sato, Suzuki, Tanaka, Takahashi, Watanabe, Kobayashi, Kato]),
        // Ito comes; the desk enters on the same day that Sato's passwords go over, who stays in another section.
        (new(2026, 4, 1), [Sato with { Section = "健康課" }, Suzuki, Tanaka, Takahashi, Ito, Watanabe, Kobayashi, Kato]),
        // A custodian leaves in the middle of the year, so that an account has one left.
        (new(2026, 10, 15), [Sato with { Section = "健康課" }, Suzuki, Tanaka, Takahashi, Ito, Watanabe, Kato]),
        // Another head, and the last custodian of the section's account is gone.
        (new(2027, 4, 1), [Sato with { Section = "健康課" }, Suzuki, Tanaka, Takahashi, Ito, Kobayashi, Yoshida]),
    ];

    public static readonly IReadOnlyList<Leave> Leaves =
    [
        new(Suzuki, new(2024, 12, 23), new(2024, 12, 27), null),
        new(Nakamura, new(2025, 2, 3), new(2025, 2, 7), null),
        new(Sato, new(2025, 5, 7), new(2025, 5, 16), null),
        new(Tanaka, new(2025, 7, 14), new(2025, 7, 18), Takahashi),
        // Both custodians of an account at once.
        new(Takahashi, new(2025, 8, 4), new(2025, 8, 15), null),
        new(Suzuki, new(2025, 8, 12), new(2025, 8, 22), null),
        new(Tanaka, new(2026, 1, 13), new(2026, 1, 16), null),
        // A head without a deputy: it waits for them.
        new(Kato, new(2026, 5, 7), new(2026, 5, 15), null),
        new(Kobayashi, new(2026, 7, 27), new(2026, 8, 7), null),
        new(Watanabe, new(2026, 7, 30), new(2026, 8, 12), null),
        new(Takahashi, new(2026, 9, 24), new(2026, 10, 2), Suzuki),
        new(Tanaka, new(2027, 2, 8), new(2027, 2, 12), Takahashi),
        new(Suzuki, new(2027, 5, 6), new(2027, 5, 14), null),
        new(Ito, new(2027, 8, 2), new(2027, 8, 13), null),
    ];

    /// <summary>First and last day without the program.</summary>
    public static readonly IReadOnlyList<(DateOnly First, DateOnly Last)> Outages =
    [
        (new(2025, 6, 10), new(2025, 6, 10)),
        // The last opening day of a year.
        (new(2025, 12, 26), new(2025, 12, 26)),
        (new(2026, 2, 16), new(2026, 3, 8)),
        (new(2027, 4, 28), new(2027, 4, 28)),
    ];

    public static Persona PersonaOf(Colleague colleague) => new() { Key = colleague.Key, ObjectId = colleague.Id, Name = colleague.Name };

    public static string FileOf(IEnumerable<Colleague> staff) => string.Join('\n',
    [
        "persons:",
        .. staff.Select(one => $"  - {{id: {one.Id}, name: {one.Name}, kana: {one.Kana}, section: {one.Section}, "
            + $"title: {one.Title}, roles: [{one.Roles}]}}"),
        "deputies:",
        $"  - {{for: {Tanaka.Id}, by: {Takahashi.Id}, order: 1}}",
        "",
    ]);

    private static Colleague Of(string key, int number, string name, string kana, string section, string title, string roles) =>
        new(key, $"a0000000-0000-4000-8000-{number:D12}", name, kana, section, title, roles);
}
