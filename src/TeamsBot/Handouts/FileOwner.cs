using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Handouts;

/// <summary>A feature that gives files: makes what an offer was about once its person has accepted, and never before.</summary>
/// <param name="Name">What its offers begin with; no two features have the same.</param>
/// <param name="Give">Makes the file of an id and hands it to the function, which puts it into the person's OneDrive; what it answers is
/// why that did not work, null where it did.</param>
internal sealed record FileOwner(
    string Name,
    FileWords Words,
    Func<IServiceProvider, ParsedTurn, string, Func<byte[], Task<string?>>, CancellationToken, Task<string?>> Give
);

/// <summary>What a feature's offers say of themselves.</summary>
/// <param name="Title">What is offered, as a phone shows it.</param>
/// <param name="Declined">The person wanted none.</param>
/// <param name="Over">It cannot be made any more, and what to do then.</param>
/// <param name="NotPut">OneDrive did not take it.</param>
internal sealed record FileWords(string Title, string Declined, string Saved, string SavedNotice, string Over, string NotPut)
{
    /// <summary>For an offer of nobody: of an earlier program, or written by hand.</summary>
    public const string Nobodys = "この写しはもう用意できません。元の画面から、もう一度受け取ってください。";

    /// <summary>Said by whoever offers a file, as long as the offer is on its way.</summary>
    public const string HowToAccept = "次のメッセージで「許可」を押すと、ファイルがあなたのOneDriveに入ります。";

    public const string OnlyInPersonalChat = "ファイルは、このボットとの個人チャットで受け取れます。";

    public const string FileNotPut = "ファイルをOneDriveに保存できませんでした。少し待ってから、もう一度お試しください。";
}
