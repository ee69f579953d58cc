using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;
using TeamsBot.Guidelines.Ingest;

namespace TeamsBot.Benchmarks;

/// <summary>
/// What a question costs: with the packs and the documents beside the repository (without them, the packs alone), and with ten thousand
/// passages made of recombined sentences of the sample policy. Building the index is measured as reading the documents plus indexing.
/// </summary>
[MemoryDiagnoser]
public class GuidelineBenchmarks
{
    private const int Many = 10_000;

    private readonly string[] questions =
    [
        "パスワードは何文字以上？", "アカウントが乗っ取られたらどうする", "炎上した投稿は消していい？", "What should we do when our account is hacked?", "夜や休日に投稿してもいいですか。",
        "なりすましを見つけたときの連絡先を教えてください。", "ぱすわーどは いつ かえる？", "明日の天気は？",
    ];

    private GuidelineAnswers few = null!;
    private GuidelineAnswers many = null!;
    private byte[] manyText = [];
    private IReadOnlyList<PackGuideline> packs = [];
    private int next;

    [GlobalSetup]
    public void Load()
    {
        var root = Root();
        packs = PackGuideline.LoadAll(Path.Combine(root, "packs"));
        var shared = Path.GetFullPath(Path.Combine(root, "..", "shared", "guidelines"));
        if (!Directory.Exists(shared)) shared = Path.GetFullPath(Path.Combine(root, "..", "..", "shared", "guidelines"));
        few = new(
            new GuidelineLibrary(
                Directory.Exists(shared)
                    ? GuidelineLibrary.ReadFolder(shared)
                    : GuidelineLibrary.ReadFolder(Path.Combine(root, "packs", "sample", "documents")),
                packs
            )
        );
        manyText = Recombined(File.ReadAllText(Path.Combine(root, "packs", "sample", "documents", "social-media-policy.md")));
        many = new(new GuidelineLibrary([GuidelineFile.Read("many.txt", manyText)], []));
    }

    [Benchmark]
    public Answer Question_over_the_five_documents() => few.Ask(questions[next++ % questions.Length]);

    [Benchmark]
    public Answer Question_over_ten_thousand_passages() => many.Ask(questions[next++ % questions.Length]);

    [Benchmark]
    public GuidelineLibrary Index_of_the_five_documents() => new(few.Library.Documents, packs);

    [Benchmark]
    public GuidelineLibrary Index_of_ten_thousand_passages() => new([GuidelineFile.Read("many.txt", manyText)], []);

    private static byte[] Recombined(string policy)
    {
        var random = new Random(1);
        var sentences = policy
            .Split('\n')
            .Where(line => line.Contains('。', StringComparison.Ordinal))
            .Select(line => line.TrimStart('-', ' ', '(', ')', '1', '2', '3', '4', '5', '①', '②', '③', '④'))
            .ToArray();
        var text = new StringBuilder("運用の手引\n\n");
        for (var chapter = 1; chapter <= 99; chapter++)
        {
            text.Append(CultureInfo.InvariantCulture, $"第{chapter}章　その{chapter}\n");
            for (var item = 1; item <= 101; item++)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"({item}) {sentences[random.Next(sentences.Length)]}{sentences[random.Next(sentences.Length)]}\n"
                );
        }

        return Encoding.UTF8.GetBytes(text.ToString()[..]);
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "TeamsBot.sln")))
            at = at.Parent ?? throw new DirectoryNotFoundException("run it inside the repository");
        return at.FullName;
    }
}
