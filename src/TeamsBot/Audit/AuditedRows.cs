using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using TeamsBot.Data;

namespace TeamsBot.Audit;

/// <summary>
/// The rows marked with <see cref="AuditedAttribute"/>, as what the database holds: named by their key, hashed over their columns
/// (<see cref="HashOf"/>). Columns that only count changes are left out; a removed row has no hash.
/// </summary>
internal static class AuditedRows
{
    /// <summary>Where they stand in an entry's details: name and hash, or null for one that was removed.</summary>
    public const string Member = "rows";

    /// <summary>What an entry of its own is about, where a turn said nothing of the rows it changed.</summary>
    public const string Subject = "records";

    private static readonly ConcurrentDictionary<Type, string?> Names = new();

    /// <summary>As the save that comes will leave them; only what <paramref name="db"/> tracks and knows to be changed.</summary>
    public static Dictionary<string, string?> ChangedIn(BotDbContext db)
    {
        Dictionary<string, string?> rows = new(StringComparer.Ordinal);
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            if (NameOf(entry.Metadata.ClrType) is not { } name) continue;
            rows[KeyOf(name, Key(entry.Metadata).Select(part => Stored(entry, part)))] =
                entry.State == EntityState.Deleted
                    ? null
                    : HashOf(Columns(entry.Metadata).Select(column => (column.GetColumnName(), Stored(entry, column))));
        }

        return rows;
    }

    /// <summary>Whether any entry says how such rows stand; those of an earlier program do not.</summary>
    public static Task<bool> AreRecordedAsync(BotDbContext db, CancellationToken cancellationToken) =>
        db.AuditEntries.OrderByDescending(entry => entry.Sequence)
            .AnyAsync(entry => entry.Details.Contains($"\"{Member}\":{{"), cancellationToken);

    /// <summary>All that the database holds now, read without entities, so that what no program wrote can be read too.</summary>
    public static async Task<Dictionary<string, string?>> ReadAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        Dictionary<string, string?> rows = new(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync(cancellationToken);
        foreach (var type in db.Model.GetEntityTypes())
        {
            if (NameOf(type.ClrType) is not { } name) continue;
            var (key, columns) = (Key(type), Columns(type));
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Query(type, key.Concat(columns));
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                rows[KeyOf(name, key.Select((_, index) => Read(reader, index)))] =
                    HashOf(columns.Select((column, index) => (column.GetColumnName(), Read(reader, key.Count + index))));
            }
        }

        await db.Database.CloseConnectionAsync();
        return rows;
    }

    /// <summary>
    /// Over the names and values of the columns that are filled, so that a column which a later program adds changes nothing while it is
    /// empty. Empty is also what such a column begins with: no text, no number, no list.
    /// </summary>
    internal static string HashOf(IEnumerable<(string Column, object? Value)> columns) =>
        RecordedState.HashOf(
            columns.Where(one => one.Value is not (null or "" or "[]" or 0L)).SelectMany(one => (object?[])[one.Column, one.Value]));

    /// <param name="recorded">The last word of the chain about each row.</param>
    public static IEnumerable<Difference> Compare(
        IReadOnlyDictionary<string, string?> recorded, IReadOnlyDictionary<string, string?> rows) =>
        recorded.Keys.Union(rows.Keys).Order(StringComparer.Ordinal)
            .Select(row => (Row: row, Said: recorded.GetValueOrDefault(row), Is: rows.GetValueOrDefault(row)))
            .Where(row => row.Said != row.Is)
            .Select(row => new Difference(row.Row, KindOf(row.Said, row.Is), []));

    private static DifferenceKind KindOf(string? said, string? found) =>
        found is null ? DifferenceKind.Missing
        : said is null ? DifferenceKind.Unrecorded
        : DifferenceKind.Differs;

    private static string? NameOf(Type type) =>
        Names.GetOrAdd(type, one => ((AuditedAttribute?)Attribute.GetCustomAttribute(one, typeof(AuditedAttribute)))?.Name);

    private static string KeyOf(string name, IEnumerable<object?> key) => $"{name}:{string.Join('/', key)}";

    private static IReadOnlyList<IProperty> Key(IEntityType type) => type.FindPrimaryKey()!.Properties;

    private static List<IProperty> Columns(IEntityType type) =>
    [
        .. type.GetProperties().Where(one => !one.IsConcurrencyToken && !one.IsPrimaryKey())
            .OrderBy(one => one.GetColumnName(), StringComparer.Ordinal),
    ];

    private static string Query(IEntityType type, IEnumerable<IProperty> properties) =>
        $"SELECT {string.Join(", ", properties.Select(one => $"\"{one.GetColumnName()}\""))} FROM \"{type.GetTableName()}\"";

    private static object? Stored(EntityEntry entry, IProperty property)
    {
        var value = entry.Property(property).CurrentValue;
        return AsStored(value is not null && property.GetTypeMapping().Converter is { } convert ? convert.ConvertToProvider(value) : value);
    }

    private static object? Read(DbDataReader reader, int index) => reader.IsDBNull(index) ? null : AsStored(reader.GetValue(index));

    /// <summary>As SQLite holds it: numbers and texts.</summary>
    private static object? AsStored(object? value) => value switch
    {
        bool flag => flag ? 1L : 0L,
        Guid id => id.ToString().ToUpperInvariant(),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IConvertible and not string and not double => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => value,
    };
}
