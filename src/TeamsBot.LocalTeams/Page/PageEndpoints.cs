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

namespace TeamsBot.LocalTeams.Page;

/// <summary>The page's requests. Who asks is whoever the page says: there is no sign-in here, which is why the guard stands before it.</summary>
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
    }

    internal sealed record Words(string As, string ChatId, string? ThreadId, string Text);

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
    private static ServerSentEventsResult<string> Events(LocalTenant tenant, PageState state, IHostApplicationLifetime lifetime, HttpContext http)
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
        if (string.IsNullOrWhiteSpace(words.Text) || words.Text.Length > LongestText) return Results.BadRequest();
        if (words.ThreadId is not null && chat.Find(words.ThreadId) is null) return Results.NotFound();
        var said = await clients.Of(me).SayAsync(chat, words.ThreadId, words.Text, CancellationToken.None);
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
