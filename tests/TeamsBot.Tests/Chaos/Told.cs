using System.Text.Json;
using TeamsBot.Approvals.Model;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Chaos;

/// <summary>What a card tells its reader about where the draft stands.</summary>
internal static class Told
{
    private static readonly (string Start, DraftStatus Status)[] Starts =
    [
        ("下書き", DraftStatus.Composing),
        ("確認中", DraftStatus.InReview),
        ("決裁待ち", DraftStatus.AwaitingDecision),
        ("承認済", DraftStatus.Approved),
        ("投稿済", DraftStatus.Posted),
        ("差し戻", DraftStatus.Returned),
        ("期限切れ", DraftStatus.Expired),
        ("期限が切れました", DraftStatus.Expired),
        ("却下", DraftStatus.Rejected),
        ("取り下げ", DraftStatus.Withdrawn),
    ];

    /// <summary>Null where the card tells something else, for example of trouble on the way.</summary>
    public static DraftStatus? StatusOf(JsonElement card)
    {
        var words = CardState.Words(card);
        foreach (var (start, status) in Starts)
            if (words.StartsWith(start, StringComparison.Ordinal)) return status;
        return null;
    }
}
