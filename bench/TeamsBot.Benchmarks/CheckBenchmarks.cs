using System.Globalization;
using BenchmarkDotNet.Attributes;
using TeamsBot.Checks;
using TeamsBot.Checks.Context;

namespace TeamsBot.Benchmarks;

/// <summary>A full check, every rule on, of a post of X's length and of longer texts, against a word book of 5,000 entries.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class CheckBenchmarks
{
    private const string Post =
        "【参加者募集】市民の森 冬の自然観察会を12月13日(日)午前9時30分から開催します。野鳥や冬芽を観察しながら、講師と一緒に森をゆっくり歩きます。荒天中止。申込みは12月8日(火)までに環境推進課 048-463-0099 へ。"
            + "詳しくは市ホームページをご覧ください。\nhttps://www.city.asaka.lg.jp/soshiki/99/kansatsu.html";

    private CheckContext context = null!;
    private string text = "";

    [Params(140, 1_000, 10_000)]
    public int Length { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        context = Contexts.WithWordBook(5_000);
        text = Length == 140 ? Post : Contexts.Repeat(Post + "\n", Length);
        Contexts.WarmUp(text, context);
    }

    [Benchmark]
    public int Check() => ContentChecker.Check(text, context).Count;
}

/// <summary>Texts of 10,000 characters made to hurt: whatever rules look for, over and over.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class HostileCheckBenchmarks
{
    private CheckContext context = null!;
    private string text = "";

    [Params("らしい", "0", "9-", "(", "あ", "「", "外国人は", "パスワード:", "@a.", "https://a.", "山田さん", "12月5日(月)", "﷽", "é")]
    public string Seed { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        context = Contexts.WithWordBook(5_000);
        text = Contexts.Repeat(Seed, 10_000);
        Contexts.WarmUp(text, context);
    }

    [Benchmark]
    public int Check() => ContentChecker.Check(text, context).Count;
}

internal static class Contexts
{
    public static CheckContext WithWordBook(int entries) => new()
    {
        Now = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(9)),
        PlannedAt = new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.FromHours(9)),
        Organisation = new OrganisationProfile
        {
            Name = "朝霞市",
            Domains = ["city.asaka.lg.jp"],
            OfficialNames = ["朝霞市役所", "環境推進課", "シティ・プロモーション課", "朝霞の森", "黒目川"],
            Phones = new Dictionary<string, string>(StringComparer.Ordinal) { ["環境推進課"] = "048-463-0099" },
        },
        Words = new WordBook([.. Enumerable.Range(0, entries).Select(n => new WordEntry($"w{n}", [Word(n)], Word(n) + "課"))]),
    };

    /// <summary>Until the compiler has seen what is hot; a bot that runs for months is measured, not its first second.</summary>
    public static void WarmUp(string text, CheckContext context)
    {
        for (var n = 0; n < 400_000 / text.Length; n++) ContentChecker.Check(text, context);
    }

    public static string Repeat(string seed, int length) => string.Concat(Enumerable.Repeat(seed, (length / seed.Length) + 1))[..length];

    /// <summary>Distinct words of four kanji, none of them a word of the texts.</summary>
    private static string Word(int n) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(char)('亜' + (n % 71))}{(char)('壱' + (n / 71 % 71))}{(char)('乙' + (n / 5041))}庁"
        );
}
