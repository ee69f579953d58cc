using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Protocol.Files;

namespace TeamsBot.Tests.Turns;

/// <summary>The way to where files lie, on which the first so many requests stand still until the test lets them go.</summary>
internal sealed class SlowFiles(int held)
{
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim arrived = new(0);
    private int seen;

    public void AddTo(WebApplicationBuilder builder)
    {
        foreach (var name in (string[])[FileClient.WithTokenName, FileClient.WithoutTokenName])
            builder.Services.AddHttpClient(name).AddHttpMessageHandler(() => new Way(this));
    }

    /// <summary>Until one more of the held requests stands here. The limit is real time, there to end a hanging test.</summary>
    public async Task ArrivedAsync() => (await arrived.WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeTrue("no file was asked for");

    public void Release() => released.TrySetResult();

    private sealed class Way(SlowFiles files) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref files.seen) <= files.Held)
            {
                files.arrived.Release();
                await files.released.Task.WaitAsync(cancellationToken);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    private int Held => held;
}
