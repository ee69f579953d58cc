using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace TeamsBot.Data;

/// <summary>What a turn changed of one kind, before it is committed.</summary>
internal static class ChangedRows
{
    extension(BotDbContext db)
    {
        /// <summary>
        /// Those added or changed. Only rows of this kind are compared: most turns touch none, and nothing else is looked at.
        /// </summary>
        public List<EntityEntry<T>> Changed<T>()
            where T : class
        {
            var detects = db.ChangeTracker.AutoDetectChangesEnabled;
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var tracked = db.ChangeTracker.Entries<T>().ToList();
            foreach (var entry in tracked.Where(entry => entry.State != EntityState.Added)) entry.DetectChanges();
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
            return tracked.FindAll(entry => entry.State is EntityState.Added or EntityState.Modified);
        }
    }
}
