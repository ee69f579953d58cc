using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TeamsBot.LocalTeams.Files;

namespace TeamsBot.LocalTeams.Connector;

/// <summary>The addresses of the connector API, as protocol.md 2.3 lists them.</summary>
internal static class ConnectorEndpoints
{
    public static void Map(IEndpointRouteBuilder v3)
    {
        v3.MapPost(
            "/conversations/{conversationId}/activities",
            (HttpContext http, ConnectorGate gate, Deliveries deliveries, string conversationId) =>
                gate.RunAsync(http, ConnectorOperation.Send, conversationId, null, body =>
                    deliveries.Send(conversationId, null, body!.Value)
                )
        );
        v3.MapPost(
            "/conversations/{conversationId}/activities/{activityId}",
            (HttpContext http, ConnectorGate gate, Deliveries deliveries, string conversationId, string activityId) =>
                gate.RunAsync(http, ConnectorOperation.Reply, conversationId, activityId, body =>
                    deliveries.Send(conversationId, activityId, body!.Value)
                )
        );
        v3.MapPut(
            "/conversations/{conversationId}/activities/{activityId}",
            (HttpContext http, ConnectorGate gate, Deliveries deliveries, string conversationId, string activityId) =>
                gate.RunAsync(http, ConnectorOperation.Update, conversationId, activityId, body =>
                    deliveries.Update(conversationId, activityId, body!.Value)
                )
        );
        v3.MapDelete(
            "/conversations/{conversationId}/activities/{activityId}",
            (HttpContext http, ConnectorGate gate, Deliveries deliveries, string conversationId, string activityId) =>
                gate.RunAsync(http, ConnectorOperation.Delete, conversationId, activityId, _ =>
                    deliveries.Delete(conversationId, activityId)
                )
        );
        v3.MapPost("/conversations", (HttpContext http, ConnectorGate gate, NewConversations conversations) =>
            gate.RunAsync(http, ConnectorOperation.CreateConversation, null, null, body => conversations.Create(body!.Value)));
        v3.MapGet(
            "/conversations/{conversationId}/pagedmembers",
            (HttpContext http, ConnectorGate gate, Rosters rosters, string conversationId, int? pageSize, string? continuationToken) =>
                gate.RunAsync(http, ConnectorOperation.PagedMembers, conversationId, null, _ =>
                    rosters.Page(conversationId, pageSize, continuationToken)
                )
        );
        v3.MapGet(
            "/conversations/{conversationId}/members/{userId}",
            (HttpContext http, ConnectorGate gate, Rosters rosters, string conversationId, string userId) =>
                gate.RunAsync(http, ConnectorOperation.Member, conversationId, null, _ => rosters.Member(conversationId, userId))
        );
        v3.MapGet("/attachments/{id}/views/{view}", (HttpContext http, ConnectorGate gate, FileShelf shelf, string id, string view) =>
            gate.RunAsync(http, ConnectorOperation.Attachment, null, id, _ =>
                shelf.Find(id) is { } file && view == "original"
                    ? new(200, file.Bytes)
                    : ConnectorAnswer.Error(404, "NotFound", "No such attachment.")
            )
        );
        v3.MapGet("/teams/{teamId}", (HttpContext http, ConnectorGate gate, Rosters rosters, string teamId) =>
            gate.RunAsync(http, ConnectorOperation.Team, teamId, null, _ => rosters.Team(teamId)));
        v3.MapGet("/teams/{teamId}/conversations", (HttpContext http, ConnectorGate gate, Rosters rosters, string teamId) =>
            gate.RunAsync(http, ConnectorOperation.TeamChannels, teamId, null, _ => rosters.Channels(teamId)));
    }
}
