using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AdaptiveCards;

namespace TeamsBot.Tests.Outbox;

/// <summary>The connector's end of the wire: remembers what it was asked, accepts everything unless the test says otherwise.</summary>
internal sealed class FakeConnector : HttpMessageHandler
{
    private readonly ConcurrentQueue<ConnectorCall> calls = new();
    private readonly List<(int Count, TaskCompletionSource Arrived)> awaited = [];
    private int lastId;

    /// <summary>What to answer instead of accepting; null accepts. May throw what a broken network throws.</summary>
    public Func<ConnectorCall, Task<HttpResponseMessage?>> Answer { get; set; } = _ => Task.FromResult<HttpResponseMessage?>(null);

    /// <summary>Everything but questions about members.</summary>
    public IReadOnlyList<ConnectorCall> Calls => [.. calls.Where(call => !call.IsQuestion)];

    public IReadOnlyList<ConnectorCall> Questions => [.. calls.Where(call => call.IsQuestion)];

    public void AlwaysAnswer(HttpStatusCode status, string? code = null, TimeSpan? retryAfter = null)
        => Answer = _ => Task.FromResult<HttpResponseMessage?>(Refusal(status, code, retryAfter));

    /// <summary>Answers the first calls so, one after another, and accepts afterwards.</summary>
    public void AnswerFirst(params Func<HttpResponseMessage>[] answers)
    {
        var rest = new ConcurrentQueue<Func<HttpResponseMessage>>(answers);
        Answer = _ => Task.FromResult(rest.TryDequeue(out var answer) ? answer() : null);
    }

    public void Accept() => Answer = _ => Task.FromResult<HttpResponseMessage?>(null);

    /// <summary>Completes when so many calls have arrived in all, before they are answered.</summary>
    public Task ArrivedAsync(int count)
    {
        lock (awaited)
        {
            if (calls.Count >= count) return Task.CompletedTask;
            var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            awaited.Add((count, arrived));
            return arrived.Task;
        }
    }

    public static HttpResponseMessage Refusal(HttpStatusCode status, string? code = null, TimeSpan? retryAfter = null)
    {
        var response = new HttpResponseMessage(status)
        {
            Content = new StringContent(code is null ? "" : $$$"""{"error":{"code":"{{{code}}}","message":"no"}}"""),
        };
        if (retryAfter is { } wait) response.Headers.RetryAfter = new RetryConditionHeaderValue(wait);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var call = new ConnectorCall(request.Method.Method, Uri.UnescapeDataString(request.RequestUri!.PathAndQuery), body);
        lock (awaited)
        {
            calls.Enqueue(call);
            foreach (var (_, arrived) in awaited.Where(wait => calls.Count >= wait.Count)) arrived.TrySetResult();
        }

        return await Answer(call) ?? Accepted(call);
    }

    private HttpResponseMessage Accepted(ConnectorCall call) => new(HttpStatusCode.Created)
    {
        Content = new StringContent(
            call.Method == "PUT" ? ""
            : call.IsCreation ? """{"id":"a:created"}"""
            : $$"""{"id":"m{{Interlocked.Increment(ref lastId)}}"}"""
        ),
    };
}

internal sealed record ConnectorCall(string Method, string Path, string Body)
{
    public bool IsQuestion => Method == "GET";

    public bool IsCreation => Path.EndsWith("/v3/conversations", StringComparison.Ordinal);

    /// <summary>The conversation's id.</summary>
    public string To => Path.Split('/')[^(Method == "PUT" ? 3 : 2)];

    /// <summary>What the message says: its text, or the first text of its card.</summary>
    public string Says
    {
        get
        {
            var activity = JsonElement.Parse(Body);
            return activity.TryGetProperty("text", out var text)
                ? text.GetString()!
                : activity.GetProperty("attachments")[0].GetProperty("content").GetProperty("body")[0].GetProperty("text").GetString()!;
        }
    }

    /// <summary>For example <c>POST a:sato hello</c>.</summary>
    public override string ToString() => IsCreation ? "CREATE" : $"{Method} {To} {Says}";
}

internal static class TestCards
{
    public static AdaptiveCard Saying(string text) => new("1.5") { Body = [new AdaptiveTextBlock { Text = text, Wrap = true }] };
}
