namespace TeamsBot.Tests.Browser;

/// <summary>Finds the browser that is installed; Playwright's own download is not used.</summary>
internal static class Chromium
{
    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary><c>CHROMIUM_PATH</c> wins; null where there is none.</summary>
    public static string? Path { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH") }.Concat(Usual).FirstOrDefault(File.Exists);

    /// <summary>Without a window, and without the requests a browser makes for itself.</summary>
    public static string[] Arguments { get; } =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
}
