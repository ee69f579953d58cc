using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Answers;

/// <summary>To whom questions go, and who is told besides where somebody calls for help; and to whom one went that was sent.</summary>
internal sealed class DeskRecipients(BotDbContext db, DeskCalls calls, PeopleDirectory people)
{
    /// <summary>The channel the desk chose; without one its people one by one. Empty where the organisation has entered none.</summary>
    public async Task<IReadOnlyList<Address>> DeskAsync(string tenantId, CancellationToken cancellationToken) =>
        await db.DeskChannels.FindAsync([tenantId], cancellationToken) is { } channel
            ? [Address.Conversation(tenantId, channel.ConversationId)]
            : [.. people.Holding(Role.Desk).Select(member => Address.Person(tenantId, member.ObjectId))];

    /// <summary>The desk, the head of public relations and the caller's own head; not the caller, who knows.</summary>
    public async Task<IReadOnlyList<Address>> UrgentAsync(Question question, CancellationToken cancellationToken)
    {
        var told = (await DeskAsync(question.TenantId, cancellationToken)).Concat(
            calls.HeadsOf(question).Select(head => Address.Person(question.TenantId, head.ObjectId))
        );
        var own = Address.Person(question.TenantId, question.AskerId);
        return [.. told.Where(address => address != own).Distinct()];
    }

    /// <summary>
    /// When it was sent and to whom; null where it was not. Messages are not kept for ever, and then only the time is known.
    /// </summary>
    public async Task<SentCall?> SentAsync(Question question, CancellationToken cancellationToken)
    {
        if (question.ForwardedAt is not { } at) return null;
        var told = await Deliveries.OfAsync(db, DeskCard.Subject(question), cancellationToken);
        return await CallAsync(at, [.. told.Select(delivery => delivery.Address).Distinct()], cancellationToken);
    }

    /// <summary>A call as it stands now: who has never opened the bot gets it only then, and must be phoned meanwhile.</summary>
    public async Task<SentCall> CallAsync(DateTimeOffset at, IReadOnlyList<Address> told, CancellationToken cancellationToken)
    {
        var places = await Destinations.FindAsync(db, told, cancellationToken);
        return new(
            at,
            [.. told.Where(address => places[address].Failure is null)],
            [.. told.Where(address => places[address].Failure is not null)]
        );
    }

    /// <summary>As a sentence names them: 「鈴木 一郎さん、高橋 由美さん」; empty where nobody is known.</summary>
    public string Names(IReadOnlyList<Address> told, CardLanguage language) =>
        string.Join(language.Say("、", ", "), told.Select(address => NameOf(address, language)).Where(name => name.Length > 0));

    private string NameOf(Address address, CardLanguage language) =>
        address.ObjectId is not { } id ? language.Say("担当課のチャネル", "the desk's channel")
        : people.Find(id) is { } person ? language.Say($"{person.Name}さん", person.Name) : "";
}

/// <param name="To">Empty where it is no longer known.</param>
/// <param name="Unreached">Those who have no chat with the bot yet, or closed it.</param>
internal sealed record SentCall(DateTimeOffset At, IReadOnlyList<Address> To, IReadOnlyList<Address> Unreached)
{
    /// <summary>It can have reached somebody.</summary>
    public bool IsHeard => Unreached.Count == 0 || To.Count > 0;
}
