using System.Text;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Ingest;

namespace TeamsBot.Tests.Answers;

/// <summary>「次のとおりとする」 answers nothing without what follows it, however long the clause around it is.</summary>
public sealed class AnnouncedListTests
{
    private const string Items = """
        ・個人情報を含むもの
        ・特定の政党を支持するもの
        ・営利を目的とするもの
        ・第三者の著作権を侵害するもの
        """;

    [Theory]
    [InlineData("投稿してはならない情報は、次のとおりとする。")]
    [InlineData("投稿してはならない情報は、次に掲げるものとする。")]
    [InlineData("投稿してはならない情報は、下記の通りである。")]
    [InlineData("投稿してはならない情報を、以下に示す。")]
    public void A_line_that_announces_a_list_is_quoted_with_its_items(string announces)
    {
        var answer = new GuidelineAnswers(
            new GuidelineLibrary([GuidelineFile.Read("tebiki.txt", Encoding.UTF8.GetBytes(Document(announces)))], [])
        ).Ask("投稿してはならない情報は何ですか");

        answer.Found.ShouldBeTrue();
        var quote = answer.Citations[0].Quote;
        quote.ShouldContain(announces);
        quote.ShouldContain("・個人情報を含むもの");
        quote.ShouldContain("・第三者の著作権を侵害するもの");
        quote.Length.ShouldBeLessThanOrEqualTo(800);
        Document(announces).ReplaceLineEndings("\n").ShouldContain(quote.ReplaceLineEndings("\n"));
    }

    /// <summary>The clause is too long to be quoted whole, so that the line alone would stand.</summary>
    private static string Document(string announces) => $"""
        青木町公式SNSの手引

        １　投稿する情報
        {string.Join(
            "\n\n",
            Enumerable.Range(1, 14).Select(at =>
                $"広報の担当者は、第{at}の場合にも、写真の撮影と編集にあたり、季節の行事や観光の話題を、町民に分かりやすく親しみやすい言葉で紹介するよう努める。"
            )
        )}

        {announces}
        {Items}

        ２　返信
        コメントには、原則として返信しない。
        """;
}
