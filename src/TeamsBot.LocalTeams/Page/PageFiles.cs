using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TeamsBot.LocalTeams.Page;

/// <summary>The page and its files, out of the assembly. Nothing is ever loaded from elsewhere.</summary>
internal static class PageFiles
{
    private const string Folder = "wwwroot/";

    /// <summary>Card pictures may be embedded data; scripts and styles are the page's own.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri "
            + "'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Assembly Assembly = typeof(PageFiles).Assembly;
    private static readonly ImmutableHashSet<string> Names = [.. Assembly.GetManifestResourceNames()];

    public static void Map(IEndpointRouteBuilder routes, string prefix)
    {
        routes.MapGet("/", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = Policy;
            http.Response.Headers.XContentTypeOptions = "nosniff";
            http.Response.Headers["Referrer-Policy"] = "no-referrer";
            http.Response.Headers.CacheControl = "no-store";
            return Results.Text(Read("index.html").Replace("{{prefix}}", prefix, StringComparison.Ordinal), "text/html", Encoding.UTF8);
        });
        routes.MapGet(prefix + "/files/{**name}", (HttpContext http, string name) =>
        {
            if (name == "index.html" || !Names.Contains(Folder + name)) return Results.NotFound();
            http.Response.Headers.CacheControl = "no-cache";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            return Results.Stream(Assembly.GetManifestResourceStream(Folder + name)!, TypeOf(name));
        });
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(Folder + name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
