using System.Globalization;

namespace TeamsBot.Documents;

/// <summary>What people read about a document that gave no text, each with what to do next.</summary>
internal static class DocumentWords
{
    private const string Paste = "投稿する文章を、チャットに貼り付けて送ってください。";

    public static string Sentence(string name, DocumentTrouble trouble) => $"「{name}」：{Reason(trouble)}";

    /// <summary>Files that are not read at all.</summary>
    public static string NotRead(string name) => $"「{name}」は読み取れません。{Paste}Word（.docx）とPDFは、ファイルを送ると文章を読み取れます。";

    /// <summary>A document beside a text that is already the post.</summary>
    public static string LeftOut(string name) => $"「{name}」は下書きに入れていません。ファイルの文章で下書きを作るときは、ファイルだけを送ってください。";

    private static string Reason(DocumentTrouble trouble) => trouble switch
    {
        DocumentTrouble.OtherKind => $"WordやPDFのファイルではないようです。{Paste}",
        DocumentTrouble.OldOrLocked =>
            $"古い形式（.doc）か、パスワードの付いたファイルです。Wordで開き、パスワードを外して「.docx」で保存してから送るか、{Paste}",
        DocumentTrouble.Locked => $"パスワードや権限の付いたPDFは読み取れません。{Paste}",
        DocumentTrouble.Broken => $"ファイルを開けませんでした。もう一度保存してから送るか、{Paste}",
        DocumentTrouble.TooManyPages => string.Create(
            CultureInfo.InvariantCulture,
            $"{DocumentLimits.MaxPages}ページを超えています。投稿する部分だけを、チャットに貼り付けて送ってください。"
        ),
        DocumentTrouble.TooComplex => $"内容が複雑すぎて読み取れません。{Paste}",
        DocumentTrouble.TextTooLong => string.Create(
            CultureInfo.InvariantCulture,
            $"文章が{DocumentLimits.MaxText:N0}字を超えています。投稿する部分だけを、チャットに貼り付けて送ってください。"
        ),
        DocumentTrouble.NoText => $"文字の情報がありません（画像だけの可能性があります）。{Paste}",
        DocumentTrouble.TooLarge => string.Create(
            CultureInfo.InvariantCulture,
            $"ファイルが大きすぎます（{DocumentLimits.MaxBytes / 1024 / 1024}MBまで）。{Paste}"
        ),
        _ => $"ファイルを受け取れませんでした。もう一度添付するか、{Paste}",
    };
}
