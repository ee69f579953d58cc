using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.LocalTeams.Files;

namespace TeamsBot.LocalTeams.Page;

/// <summary>
/// The page's requests. Who asks is whoever the page says: there is no sign-in here, which is why the guard stands before it.
/// </summary>
internal static class PageEndpoints
{
    private const int LongestText = 60_000;

    public static void Map(IEndpointRouteBuilder page)
    {
        page.MapGet("/state", State);
        page.MapGet("/events", Events);
        page.MapPost("/messages", Say);
        page.MapPost("/edits", Edit);
        page.MapPost("/presses", Press);
        page.MapPost("/read", Read);
        page.MapPost("/consents", Consent);
        page.MapGet("/files/{id}", FileOf);
    }

    private const int MostFiles = 10;

    internal sealed record Words(string As, string ChatId, string? ThreadId, string Text, IReadOnlyList<Enclosed>? Files);

    /// <param name="Data">Base64.</param>
    internal sealed record Enclosed(string Name, byte[] Data, bool IsPasted);

    internal sealed record Consented(string As, string ChatId, string MessageId, bool IsAccepted);

    internal sealed record Edited(string As, string ChatId, string MessageId, string Text);

    /// <param name="Action">What an Action.Execute carries; null where <paramref name="Data"/> of an Action.Submit is sent instead.</param>
    internal sealed record Pressed(string As, string ChatId, string MessageId, JsonObject? Action, JsonObject? Data, string? Trigger);

    internal sealed record Seen(string As, string ChatId, string MessageId);

    private static IResult State(LocalTenant tenant, PageState state, FirstOpening opening, string? @as)
    {
        var me = tenant.FindPerson(@as ?? "") ?? tenant.People[0];
        opening.Begin();
        return Answer(state.Everything(me));
    }

    /// <summary>One stream for all persons: the page picks what concerns it, so several tabs can share it.</summary>
    private static ServerSentEventsResult<string> Events(
        LocalTenant tenant,
        PageState state,
        IHostApplicationLifetime lifetime,
        HttpContext http
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(Stream(tenant, state, lifetime.ApplicationStopping, http.RequestAborted));
    }

    private static async IAsyncEnumerable<SseItem<string>> Stream(
        LocalTenant tenant, PageState state, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        using var listening = tenant.Feed.Listen();
        yield return new SseItem<string>(state.Instance, "hello") { ReconnectionInterval = TimeSpan.FromSeconds(1) };
        while (await HasMoreAsync(listening, either.Token))
        {
            while (listening.Reader.TryRead(out var what))
            {
                if (state.ToPage(what) is { } told) yield return new SseItem<string>(told.Data, told.Name);
            }
        }
    }

    /// <summary>An open page must not hold up the host's stop, so both ends of the stream end it quietly.</summary>
    private static async ValueTask<bool> HasMoreAsync(ChatFeed.Listening listening, CancellationToken cancellationToken)
    {
        try
        {
            return await listening.Reader.WaitToReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<IResult> Say(LocalTenant tenant, TeamsClients clients, Words words)
    {
        if (Place(tenant, words.As, words.ChatId) is not var (me, chat)) return Results.NotFound();
        var files = words.Files ?? [];
        if ((string.IsNullOrWhiteSpace(words.Text) && files.Count == 0) || words.Text.Length > LongestText || files.Count > MostFiles)
            return Results.BadRequest();
        if (words.ThreadId is not null && chat.Find(words.ThreadId) is null) return Results.NotFound();
        var said = await clients
            .Of(me)
            .SayAsync(
                chat,
                words.ThreadId,
                words.Text,
                [.. files.Select(file => new LocalFile(file.Name, file.Data, file.IsPasted ? LocalFileKind.Pasted : LocalFileKind.Shared))],
                CancellationToken.None
            );
        return Answer(new { said.Message.Id, said.Message.Problem });
    }

    private static async Task<IResult> Edit(LocalTenant tenant, TeamsClients clients, Edited edited)
    {
        if (Place(tenant, edited.As, edited.ChatId) is not var (me, chat)) return Results.NotFound();
        if (string.IsNullOrWhiteSpace(edited.Text) || edited.Text.Length > LongestText) return Results.BadRequest();
        if (chat.Find(edited.MessageId) is not { IsDeleted: false } message || message.Sender != me) return Results.NotFound();
        var said = await clients.Of(me).EditAsync(message, edited.Text);
        return Answer(new { said.Message.Id, said.Message.Problem });
    }

    private static async Task<IResult> Press(LocalTenant tenant, TeamsClients clients, Pressed pressed)
    {
        if (Place(tenant, pressed.As, pressed.ChatId) is not var (me, chat)) return Results.NotFound();
        if (chat.Find(pressed.MessageId) is not { IsDeleted: false } message) return Results.NotFound();
        var client = clients.Of(me);
        if (pressed.Action is { } action)
        {
            var answer = (await client.ExecuteAsync(message, action, pressed.Trigger)).ToCardAnswer();
            return Answer(new { kind = answer.Kind.ToString().ToLowerInvariant(), answer.Card, answer.Text });
        }

        var taken = await client.SubmitAsync(message, pressed.Data ?? []);
        return taken.IsAccepted
            ? Answer(new { kind = "none" })
            : Answer(new { kind = "error", text = CardAnswer.Failed(taken.Problem ?? $"HTTP {taken.Status}").Text });
    }

    private static async Task<IResult> Consent(LocalTenant tenant, TeamsClients clients, Consented consented)
    {
        if (Place(tenant, consented.As, consented.ChatId) is not var (me, chat)) return Results.NotFound();
        if (chat.Find(consented.MessageId) is not { IsDeleted: false } message || FileAttachments.OfferIn(message.Activity) is null)
            return Results.NotFound();
        var answer = await clients.Of(me).AnswerOfferAsync(message, consented.IsAccepted);
        return Answer(new { answer.IsAccepted });
    }

    /// <summary>For the page's own eyes: shown as a picture or kept as a file, never run as a page.</summary>
    private static IResult FileOf(FileShelf shelf, HttpContext http, string id)
    {
        if (shelf.Find(id) is not { Bytes.Length: > 0 } file) return Results.NotFound();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(file.Bytes, PictureTypeOf(file.Bytes), file.Name);
    }

    private static string PictureTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "image/png"
        : bytes.StartsWith("GIF8"u8) ? "image/gif"
        : bytes.StartsWith("RIFF"u8) ? "image/webp"
        : "application/octet-stream";

    private static IResult Read(LocalTenant tenant, Seen seen)
    {
        if (Place(tenant, seen.As, seen.ChatId) is not var (me, chat)) return Results.NotFound();
        tenant.MarkRead(chat, me, seen.MessageId);
        return Results.NoContent();
    }

    private static (Persona Me, Chat Chat)? Place(LocalTenant tenant, string who, string chatId) =>
        tenant.FindPerson(who) is { } me && tenant.FindChat(chatId) is { } chat && chat.Includes(me) ? (me, chat) : null;

    private static IResult Answer(object value) => Results.Json(value, LocalJson.Options);
}
