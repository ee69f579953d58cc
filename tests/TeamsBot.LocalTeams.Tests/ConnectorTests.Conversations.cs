using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TeamsBot.LocalTeams.Connector;
using TeamsBot.LocalTeams.Tests.Hosting;

namespace TeamsBot.LocalTeams.Tests;

/// <summary>Conversations that the bot opens, and who is in them.</summary>
public sealed partial class ConnectorTests
{
    [Fact]
    public async Task A_persons_chat_is_created_once_and_its_activity_is_posted_every_time()
    {
        var body = new
        {
            isGroup = false,
            tenantId = Tenant,
            members = new[] { new { id = Sato.UserId } },
            activity = new { type = "message", text = "お知らせ" },
        };
        var first = await SendAsync(HttpMethod.Post, "v3/conversations", body);
        var second = await SendAsync(HttpMethod.Post, "v3/conversations", body);

        first.Status.ShouldBe(HttpStatusCode.Created);
        first.Body!.Value.GetRawText().ShouldBe($$"""{"id":"{{Chat}}"}""");
        second.Body!.Value.GetRawText().ShouldBe(first.Body.Value.GetRawText());
        host.Tenant.ChatOf(Sato).FromBot.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_channel_thread_is_created_with_its_first_message_and_answered_by_its_id()
    {
        var created = await SendAsync(
            HttpMethod.Post,
            "v3/conversations",
            NewThread(host.Tenant.Channel.Id, new { type = "message", text = "最初の投稿" })
        );

        created.Status.ShouldBe(HttpStatusCode.Created);
        var root = created.Body!.Value.GetProperty("activityId").GetString()!;
        created.Body.Value.GetProperty("id").GetString().ShouldBe($"{host.Tenant.Channel.Id};messageid={root}");

        await SendAsync(
            HttpMethod.Post,
            Activities(created.Body.Value.GetProperty("id").GetString()!),
            new { type = "message", text = "返信" }
        );
        host.Tenant.Channel.Messages.Select(message => (message.Text, message.ThreadId)).ShouldBe([("最初の投稿", root), ("返信", root)]);
    }

    [Fact]
    public async Task A_send_to_the_bare_channel_starts_a_thread_and_a_reply_to_its_message_joins_it()
    {
        await SendAsync(HttpMethod.Post, Activities(host.Tenant.Channel.Id), new { type = "message", text = "一つ目" });
        var root = host.Tenant.Channel.Messages.Single().Id;
        await SendAsync(HttpMethod.Post, $"{Activities(host.Tenant.Channel.Id)}/{root}", new { type = "message", text = "返信" });
        await SendAsync(HttpMethod.Post, Activities(host.Tenant.Channel.Id), new { type = "message", text = "二つ目" });

        host.Tenant.Channel.Messages.Select(message => message.ThreadId == root).ShouldBe([true, true, false]);
    }

    [Fact]
    public async Task What_cannot_be_created_is_bad_syntax()
    {
        object[] refused =
        [
            new { isGroup = false, members = new[] { new { id = Sato.UserId } } },
            new { isGroup = false, tenantId = Tenant },
            new
            {
                isGroup = false,
                tenantId = Tenant,
                members = new[] { new { id = Sato.UserId }, new { id = host.Tenant.Person("tanaka").UserId } },
            },
            new
            {
                isGroup = false,
                tenantId = Tenant,
                members = new[] { new { id = Sato.ObjectId } },
            },
            new
            {
                isGroup = true,
                tenantId = Tenant,
                members = new[] { new { id = Sato.UserId } },
                activity = new { type = "message", text = "x" },
            },
            new
            {
                isGroup = true,
                tenantId = Tenant,
                channelData = new { channel = new { id = host.Tenant.Channel.Id } },
            },
        ];
        foreach (var body in refused)
            await ShouldFailAsync(HttpMethod.Post, "v3/conversations", body, HttpStatusCode.BadRequest, "BadSyntax");
        host.Tenant.Calls.ShouldAllBe(call => call.Operation == ConnectorOperation.CreateConversation && call.Status == 400);
    }

    [Fact]
    public async Task Members_come_in_pages_until_no_token_is_left()
    {
        List<string> names = [];
        string? token = null;
        do
        {
            var (_, page) = await SendAsync(
                HttpMethod.Get,
                $"v3/conversations/{Uri.EscapeDataString(host.Tenant.TeamId)}"
                    + $"/pagedmembers?pageSize=2{(token is null ? "" : $"&continuationToken={token}")}"
            );
            names.AddRange(page!.Value.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("name").GetString()!));
            token = page.Value.TryGetProperty("continuationToken", out var next) ? next.GetString() : null;
        }
        while (token is not null);

        names.ShouldBe(["佐藤 花子", "鈴木 一郎", "田中 誠", "高橋 恵", "山田 太郎"]);
    }

    [Fact]
    public async Task A_single_member_is_found_by_either_id_and_only_where_they_belong()
    {
        foreach (var id in new[] { Sato.UserId, Sato.ObjectId })
        {
            var (status, member) = await SendAsync(
                HttpMethod.Get,
                $"v3/conversations/{Uri.EscapeDataString(Chat)}/members/{Uri.EscapeDataString(id)}"
            );
            status.ShouldBe(HttpStatusCode.OK);
            member!.Value.GetProperty("id").GetString().ShouldBe(Sato.UserId);
            member.Value.GetProperty("aadObjectId").GetString().ShouldBe(Sato.ObjectId);
            member.Value.GetProperty("tenantId").GetString().ShouldBe(Tenant);
        }

        await ShouldFailAsync(
            HttpMethod.Get,
            $"v3/conversations/{Uri.EscapeDataString(Chat)}/members/{Uri.EscapeDataString(host.Tenant.Person("tanaka").UserId)}",
            null,
            HttpStatusCode.NotFound,
            "MemberNotFoundInConversation"
        );
    }

    [Fact]
    public async Task The_team_and_its_channel_can_be_read()
    {
        var (_, team) = await SendAsync(HttpMethod.Get, $"v3/teams/{Uri.EscapeDataString(host.Tenant.TeamId)}");
        team!.Value.GetProperty("name").GetString().ShouldBe("広報広聴");
        team.Value.GetProperty("memberCount").GetInt32().ShouldBe(5);
        Guid.TryParse(team.Value.GetProperty("aadGroupId").GetString(), out _).ShouldBeTrue();

        var (_, channels) = await SendAsync(HttpMethod.Get, $"v3/teams/{Uri.EscapeDataString(host.Tenant.TeamId)}/conversations");
        channels!.Value.GetProperty("conversations")[0].GetProperty("id").GetString().ShouldBe(host.Tenant.Channel.Id);
        host.Tenant.Channel.Id.ShouldNotBe(host.Tenant.TeamId);
    }
}
