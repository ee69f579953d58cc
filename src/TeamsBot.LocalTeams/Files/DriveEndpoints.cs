using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TeamsBot.LocalTeams.Files;

/// <summary>
/// The people's drives as the bot meets them: signed addresses to read one file, and upload sessions to write one (protocol.md 5.3, 5.5).
/// </summary>
internal static class DriveEndpoints
{
    private const int MaxBytes = 64 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder drive)
    {
        drive.MapGet("/{id}", (FileShelf shelf, string id) =>
            shelf.Find(id) is { } file ? Results.Bytes(file.Bytes, "application/octet-stream") : Results.NotFound()
        );
        drive.MapPut("/{id}/upload", UploadAsync);
    }

    /// <summary>One range that is the whole file; a session takes it once.</summary>
    private static async Task<IResult> UploadAsync(HttpRequest request, FileShelf shelf, string id, CancellationToken cancellationToken)
    {
        if (shelf.Find(id) is not { Bytes.Length: 0 } waiting) return Results.NotFound();
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellationToken);
        if (bytes.Length is 0 or > MaxBytes || request.Headers.ContentRange != $"bytes 0-{bytes.Length - 1}/{bytes.Length}")
            return Results.BadRequest();
        shelf.Replace(id, waiting with { Bytes = bytes.ToArray() });
        return Results.Json(new { id }, LocalJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
