using Microsoft.Data.Sqlite;

namespace TeamsBot.Data;

/// <summary>
/// The database cannot be used at start: what is wrong and what to do, in Japanese and English, for the console instead of a stack trace.
/// <see cref="ExitCode"/> follows sysexits.h, so that a supervisor can tell "try again" (75) from "somebody must act".
/// </summary>
internal sealed class DatabaseUnavailableException(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    public const int BadData = 65;
    public const int CannotOpen = 73;
    public const int DiskProblem = 74;
    public const int TryAgain = 75;
    public const int NewerProgram = 76;
    public const int NoPermission = 77;

    public int ExitCode { get; } = exitCode;

    /// <param name="problem">What SQLite or the file system said.</param>
    /// <param name="diskIsFull">
    /// Known from the disk itself: when it fills up in the middle of a migration, SQLite has rolled back already and the error that arrives
    /// is a later one about the transaction.
    /// </param>
    public static DatabaseUnavailableException Because(Exception problem, string file, bool diskIsFull = false)
    {
        var code = problem is SqliteException sqlite ? sqlite.SqliteErrorCode : CodeOf(problem);
        if (diskIsFull && code is GeneralError or IoError) code = Full;
        var (ja, en, exitCode) = Explain(code);
        var detail = problem is SqliteException { SqliteErrorCode: var first, SqliteExtendedErrorCode: var second }
            ? $" (SQLite {first}/{second})"
            : "";
        return new($"{ja}\n{en}\n  {file}{detail}", exitCode, problem);
    }

    public static DatabaseUnavailableException Damaged(string file) => Because(new SqliteException("", Corrupt), file);

    /// <summary>It has tables that a later version of this program made.</summary>
    public static DatabaseUnavailableException Newer(string file) => new(
        "データベースは、このプログラムより新しいプログラムが使ったものです。何も書き込んでいません。新しいプログラムで起動するか、更新の前に取った控えに戻してください。\n"
            + $"The database was used by a newer program than this one. Nothing was written. Start the newer program, or restore the "
            + $"backup made before the update.\n  {file}",
        NewerProgram
    );

    /// <summary>Its tables are not those of any version of this program.</summary>
    public static DatabaseUnavailableException Foreign(string file) => new(
        "データベースの表の履歴が、このボットのものではありません。何も書き込んでいません。設定 Data:File が指す場所を確認してください。\n"
        + $"The history of the database's tables is not this bot's. Nothing was written. Check the place that Data:File names.\n  {file}",
        BadData);

    private const int GeneralError = 1;
    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;

    /// <summary>What the file system says, in SQLite's numbers. The numbers are errno on Unix and HRESULTs on Windows.</summary>
    private static int CodeOf(Exception problem) => problem.HResult switch
    {
        11 or 35 or unchecked((int)0x80070020) or unchecked((int)0x80070021) => Busy,
        28 or unchecked((int)0x80070070) => Full,
        _ => ReadOnly,
    };

    // https://www.sqlite.org/rescode.html
    private static (string Ja, string En, int ExitCode) Explain(int code) => code switch
    {
        5 or 6 or 15 => ("データベースを別のプログラムが使っています。もう一つのボットやバックアップが終わってから、もう一度起動してください。",
            "Another program is using the database. Start again when the other bot or the backup has finished.", TryAgain),
        13 => ("ディスクの空きがないため、データベースを更新できません。空きを作ってから、もう一度起動してください。記録済みの内容は失われていません。",
            "The disk is full. Free some space and start again; nothing already recorded is lost.", DiskProblem),
        10 => ("ディスクの読み書きに失敗しました。空き容量とディスクの状態を確認してから、もう一度起動してください。",
            "Reading or writing the disk failed. Check its free space and health, then start again.", DiskProblem),
        3 or 8 or 23 => ("データベースを書き込めません。フォルダーとファイルの権限を確認してから、もう一度起動してください。",
            "The database cannot be written. Check the permissions of its folder and file, then start again.", NoPermission),
        14 => ("データベースを開けません。設定 Data:File の場所があるか、権限があるかを確認してください。",
            "The database cannot be opened. Check that the place in Data:File exists and is permitted.", CannotOpen),
        11 or 26 => ("データベースのファイルが壊れているか、別の種類のファイルです。控えから戻してください。",
            "The database file is damaged or is another kind of file. Restore it from a backup.", BadData),
        _ => ("データベースを準備できませんでした。", "The database could not be prepared.", DiskProblem),
    };
}
