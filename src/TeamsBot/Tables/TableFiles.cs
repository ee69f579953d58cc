using System.Globalization;
using System.Text;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tables;

/// <summary>What is taken of a table that is sent as a file. Counts of work, so that a file gives the same answer on any machine.</summary>
internal static class TableLimits
{
    public const int MaxBytes = 5 * 1024 * 1024;

    public const int MaxParts = 1_000;

    /// <summary>All parts of a workbook together, in bytes.</summary>
    public const int MaxUnpacked = 32 * 1024 * 1024;

    public const int MaxRows = 10_000;

    public const int MaxColumns = 100;

    public static readonly TimeSpan FetchWithin = TimeSpan.FromSeconds(8);
}

internal enum TableTrouble
{
    /// <summary>Neither CSV nor a workbook.</summary>
    OtherKind,

    /// <summary>Excel's format of before 2007, or one with a password, which looks the same from outside.</summary>
    OldOrLocked,

    Broken,
    TooLarge,
    NotReceived,
}

/// <summary>
/// Fetches CSV and Excel files that people attach and reads their cells. Nothing of a file is kept; two are read at a time, one of each
/// person.
/// </summary>
internal sealed class TableFiles(FairFetch files) : IDisposable
{
    private static readonly string[] Endings = [".csv", ".tsv", ".xlsx"];

    private readonly FairRoom reading = new(all: 2, each: 1);

    public static bool IsTable(SharedFile file) => file.Kind == SharedFileKind.Download
        && Endings.Contains(Path.GetExtension(file.Name), StringComparer.OrdinalIgnoreCase);

    public async Task<(Table? Table, TableTrouble? Trouble)> ReadAsync(
        PersonId person, SharedFile file, string serviceUrl, CancellationToken cancellationToken, bool keepsWidth = false)
    {
        var (bytes, trouble) = await files.FetchAsync(
            person, file, serviceUrl, TableLimits.MaxBytes, TableLimits.FetchWithin, cancellationToken);
        if (bytes is null) return (null, trouble == FileTrouble.TooLarge ? TableTrouble.TooLarge : TableTrouble.NotReceived);
        return await reading.InsideAsync(person, () => Task.FromResult(Read(bytes, keepsWidth)), cancellationToken);
    }

    /// <summary>What it is is told by its first bytes.</summary>
    /// <param name="keepsWidth">Cells stay as they were written.</param>
    public static (Table? Table, TableTrouble? Trouble) Read(byte[] bytes, bool keepsWidth = false) => bytes.AsSpan() switch
    {
        var head when head.StartsWith("PK"u8) => Workbook.Read(bytes, keepsWidth),
        var head when head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) => (null, TableTrouble.OldOrLocked),
        var head when head.Contains((byte)0) => (null, TableTrouble.OtherKind),
        _ => PastedTable.Read(TextOf(bytes), keepsWidth) is var table
            && table.Rows.Count <= TableLimits.MaxRows ? (table, null) : (null, TableTrouble.TooLarge),
    };

    public void Dispose() => reading.Dispose();

    /// <summary>What people read about a file that gave no table, with what to do next.</summary>
    public static (string Japanese, string English) Words(TableTrouble trouble) => trouble switch
    {
        TableTrouble.OtherKind => ("CSVやExcel（.xlsx）のファイルではないようです。表をコピーして貼り付けることもできます。",
            "This is no CSV or Excel (.xlsx) file. You can also copy and paste the table."),
        TableTrouble.OldOrLocked => ("古い形式（.xls）か、パスワードの付いたファイルです。パスワードを外し、「.xlsx」で保存してから送ってください。",
            "This file is of the old format (.xls) or has a password. Save it as .xlsx without a password."),
        TableTrouble.Broken => ("ファイルを開けませんでした。もう一度保存してから送ってください。", "The file could not be opened. Save it again and send it."),
        TableTrouble.TooLarge => (
            string.Create(CultureInfo.InvariantCulture,
                $"ファイルが大きすぎます（{TableLimits.MaxBytes / 1024 / 1024}MB、{TableLimits.MaxRows:N0}行まで）。必要な行だけのファイルにして送ってください。"),
            string.Create(CultureInfo.InvariantCulture,
                $"The file is too large (up to {TableLimits.MaxBytes / 1024 / 1024} MB and {TableLimits.MaxRows:N0} rows). "
                    + $"Send only the rows that are needed.")),
        _ => ("ファイルを受け取れませんでした。もう一度添付してください。", "The file did not arrive. Please attach it again."),
    };

    /// <summary>UTF-8 where it is well-formed, else what Excel in Japan writes (Shift_JIS with its extensions, code page 932).</summary>
    private static string TextOf(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetString(bytes);
        }
    }
}
