using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Audit;
using TeamsBot.Data;

namespace TeamsBot.Comments;

internal static class CommentsData
{
    extension(BotDbContext db)
    {
        public DbSet<Comment> Comments => db.Set<Comment>();
    }

    internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
    {
        public void Configure(EntityTypeBuilder<Comment> builder)
        {
            builder.HasKey(comment => comment.Id);
            builder.Ignore(comment => comment.IsNew);
            builder.Ignore(comment => comment.IsDone);
            builder.Property(comment => comment.Told).HasJson();
            builder.Property(comment => comment.Stamp).IsConcurrencyToken();
            builder.HasIndex(comment => new { comment.TenantId, comment.State, comment.LoggedAt });
        }
    }
}

internal static class AuditedComments
{
    private const string Prefix = "comment:";

    public static readonly AuditedKind Kind = new(Prefix, (db, cancellationToken) => AuditedKind.ReadAsync(
        [.. db.Comments.Select(comment => comment.Id)],
        (List<Guid> ids) => db.Comments.AsNoTracking().Where(comment => ids.Contains(comment.Id)).ToListAsync(cancellationToken),
        SubjectOf,
        comment => new AuditedRow(SubjectOf(comment.Id), comment.AuditState())));

    /// <summary>As the audit chain names it.</summary>
    public static string SubjectOf(Guid id) => $"{Prefix}{id:N}";
}
