using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
            builder.Ignore(comment => comment.IsDone);
            builder.Property(comment => comment.Told).HasJson();
            builder.Property(comment => comment.Stamp).IsConcurrencyToken();
            builder.HasIndex(comment => new { comment.TenantId, comment.State, comment.LoggedAt });
        }
    }
}
