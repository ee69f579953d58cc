using System.Globalization;
using System.Net;
using System.Text;
using TeamsBot.Packs;

namespace TeamsBot.AccountDesk;

/// <summary>The frame of a page for the own site. Whatever people entered is written as text and never as markup.</summary>
internal static class HtmlPage
{
    /// <param name="title">For the browser's tab.</param>
    /// <param name="style">Ours; it is written as it is.</param>
    public static StringBuilder Begin(string title, string heading, string style) => new StringBuilder()
        .Append("<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n")
        .Append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        .Append(CultureInfo.InvariantCulture, $"<title>{Shown(title)}</title>\n<style>\n{style}\n</style>\n")
        .Append(CultureInfo.InvariantCulture, $"</head>\n<body>\n<h1>{Shown(heading)}</h1>\n");

    public static byte[] End(StringBuilder page) => Encoding.UTF8.GetBytes(page.Append("</body>\n</html>\n").ToString());

    public static string Shown(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Only an address that is one becomes a link.</summary>
    public static string Linked(string text) =>
        OfficialAccount.IsAddress(text) ? $"<a href=\"{Shown(text)}\">{Shown(text)}</a>" : Shown(text);
}
