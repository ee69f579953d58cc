using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Guidelines;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Answers;

/// <summary>
/// A question somebody asked, what the guideline had to say, and what the desk made of it. Kept so that the desk sees what its guideline
/// does not answer.
/// </summary>
[Audited("question")]
internal sealed class Question
{
    /// <summary>Longest question kept, in UTF-16 units.</summary>
    public const int MaxLength = 500;

    private Question()
    {
    }

    public Guid Id { get; private set; }
    public string TenantId { get; private set; } = "";
    public string AskerId { get; private set; } = "";
    public string AskerName { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>Whether the guideline answered.</summary>
    public bool Found { get; private set; }

    /// <summary>The clause that was shown first, or null.</summary>
    public string? ClauseId { get; private set; }

    /// <summary>The asker's word on the answer: true useful, false wrong, null nothing said.</summary>
    public bool? WasUseful { get; private set; }

    /// <summary>The language it was asked in; replies of the desk come in that language's frame.</summary>
    public CardLanguage Language { get; private set; }

    /// <summary>What the asker missed in the answer, in their words; null where nothing was said.</summary>
    public string? Wanted { get; private set; }

    public DateTimeOffset? ForwardedAt { get; private set; }

    /// <summary>It was sent as a call for help: desk and heads were called, and those answer it whom it called.</summary>
    public bool IsCall { get; private set; }

    /// <summary>About what kind of trouble it was sent; null where only a call for help was heard, or it is none.</summary>
    public TroubleKind? CallKind { get; private set; }

    public string? DeskReply { get; private set; }
    public string? DeskReplyBy { get; private set; }

    /// <summary>Counts changes; the desk's card carries it, so that of two replies the second is noticed.</summary>
    public long Stamp { get; private set; }

    public static Question Asked(
        Guid id,
        Actor asker,
        string text,
        FoundAnswer found,
        CardLanguage language,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = id,
            TenantId = asker.TenantId,
            AskerId = asker.ObjectId,
            AskerName = asker.Name,
            AskedAt = now,
            Text = ShortText.Cut(text, MaxLength),
            Found = found.IsFound,
            ClauseId = found.ClauseId,
            Language = language,
        };

    /// <summary>Whoever asked; a card in a channel is pressed by others too.</summary>
    public bool IsOf(Actor actor) => string.Equals(AskerId, actor.ObjectId, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same question as another person's own, who wants to know it too.</summary>
    public Question AskedBy(Guid id, Actor actor, DateTimeOffset now) =>
        Asked(id, actor, Text, new(Found, ClauseId), Language, now);

    /// <summary>Its beginning, as a sentence about it names it; UTF-16 units.</summary>
    public string Quoted(int most = MostQuoted) => ShortText.Shorten(Text.ReplaceLineEndings(" "), most);

    private const int MostQuoted = 30;

    public void Judge(bool wasUseful) => WasUseful = wasUseful;

    /// <returns>False where it went to the desk before.</returns>
    public bool Forward(DateTimeOffset now, string wanted = "")
    {
        if (ForwardedAt is not null) return false;
        if (wanted.Length > 0) Wanted = ShortText.Cut(wanted, MaxLength);
        ForwardedAt = now;
        Stamp++;
        return true;
    }

    /// <summary>Sends it as a call for help.</summary>
    public void Call(TroubleKind? kind, DateTimeOffset now)
    {
        if (Forward(now)) (IsCall, CallKind) = (true, kind);
    }

    /// <returns>False where a colleague replied before.</returns>
    public bool Reply(string by, string text)
    {
        if (DeskReply is not null) return false;
        (DeskReplyBy, DeskReply) = (by, text);
        Stamp++;
        return true;
    }

    /// <summary>A colleague adds to the reply; in trouble several have something to say.</summary>
    /// <param name="isAskers">The asker answers back.</param>
    /// <returns>False where there is no room for more.</returns>
    public bool AddReply(string by, string text, bool isAskers = false)
    {
        var longer = $"{DeskReply}\n\n{by}：{text}";
        if (longer.Length > MaxReplies) return false;
        (DeskReply, IsAskedBack) = (longer, isAskers);
        Stamp++;
        return true;
    }

    /// <summary>The last word is the asker's: in trouble it waits for an answer again.</summary>
    public bool IsAskedBack { get; private set; }

    /// <summary>
    /// How often the asker answered back, as the replies have it: each answer comes to those called in a message of its own. Whoever writes
    /// a reply in the form of such an answer makes it one more, and the others' next message a new one.
    /// </summary>
    public int AnswersBack() =>
        DeskReply is null ? 0 : DeskReply.Split($"\n\n{AskerName}：").Length - 1;

    /// <summary>A call that waits for an answer.</summary>
    public bool WaitsForAnswer() => IsCall && (DeskReply is null || IsAskedBack);

    /// <summary>
    /// It was dealt with elsewhere, by phone for example, or the asker's last word asks nothing more. Stands as a reply, so that everybody
    /// sees who said so.
    /// </summary>
    /// <returns>False where nothing waits for an answer any more.</returns>
    public bool Settle(string by)
    {
        if (!WaitsForAnswer()) return false;
        var settled = $"対応済み（{by}）";
        if (DeskReply is null) (DeskReplyBy, DeskReply) = (by, settled);
        else if ($"{DeskReply}\n\n{settled}" is { Length: <= MaxReplies } longer) DeskReply = longer;
        IsAskedBack = false;
        Stamp++;
        return true;
    }

    /// <summary>The caller says after it was sent that it is something else.</summary>
    /// <returns>False where it is none, or says nothing new.</returns>
    public bool CallAgain(TroubleKind? kind)
    {
        if (!IsCall || kind == CallKind) return false;
        CallKind = kind;
        Stamp++;
        return true;
    }

    /// <summary>
    /// All replies to one question together, in UTF-16 units: with them, the question and a full field the desk's card fits.
    /// </summary>
    public const int MaxReplies = 4_000;
}

/// <summary>Whether the guideline answered, and the clause that was shown first.</summary>
internal sealed record FoundAnswer(bool IsFound, string? ClauseId);

/// <summary>The channel the desk chose for questions. One a tenant; without it they go to the desk's people one by one.</summary>
[Audited("deskChannel")]
internal sealed class DeskChannel
{
    private DeskChannel()
    {
    }

    public string TenantId { get; private set; } = "";

    public string ConversationId { get; private set; } = "";

    public static DeskChannel In(string tenantId, string conversationId) => new() { TenantId = tenantId, ConversationId = conversationId };

    public void MoveTo(string conversationId) => ConversationId = conversationId;
}

internal static class AnswersData
{
    extension(BotDbContext db)
    {
        public DbSet<Question> Questions => db.Set<Question>();

        public DbSet<DeskChannel> DeskChannels => db.Set<DeskChannel>();

        /// <param name="id">As a card carries it; null where it is none or another tenant's.</param>
        public async Task<Question?> FindQuestionAsync(string id, string tenantId, CancellationToken cancellationToken) =>
            Guid.TryParseExact(id, "N", out var known)
                ? await db.Questions.SingleOrDefaultAsync(
                    question => question.Id == known && question.TenantId == tenantId,
                    cancellationToken
                )
                : null;
    }

    internal sealed class QuestionConfiguration : IEntityTypeConfiguration<Question>
    {
        public void Configure(EntityTypeBuilder<Question> builder)
        {
            builder.HasKey(question => question.Id);
            builder.Property(question => question.Stamp).IsConcurrencyToken();
            builder.Property(question => question.CallKind).HasConversion<string>();
            // Questions from before it was kept were answered in Japanese frames.
            builder.Property(question => question.Language).HasDefaultValue(CardLanguage.Ja);
            builder.HasIndex(question => new { question.TenantId, question.AskedAt });
        }
    }

    internal sealed class DeskChannelConfiguration : IEntityTypeConfiguration<DeskChannel>
    {
        public void Configure(EntityTypeBuilder<DeskChannel> builder) => builder.HasKey(channel => channel.TenantId);
    }
}
