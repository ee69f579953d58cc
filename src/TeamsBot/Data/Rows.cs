using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TeamsBot.Data;

/// <summary>
/// Reads and writes entities of one type by statements of their own, as EF Core's model maps them: table, columns and conversions are the
/// model's, so that the two cannot disagree. Tracks nothing and notices no conflict; for rows that only one part of the bot changes.
/// </summary>
internal sealed class Rows<T>
    where T : class
{
    private static Rows<T>? known;

    private readonly IModel model;
    private readonly Column[] columns;
    private readonly Column[] written;
    private readonly Column[] keys;
    private readonly string table;
    private readonly string insert;
    private readonly string byKey;
    private readonly ConcurrentDictionary<string, string> selects = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string[], Change> changes = new();

    private Rows(IModel model)
    {
        this.model = model;
        var entity = model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not stored.");
        columns = [.. entity.GetProperties().Select(property => new Column(property))];
        keys = [.. entity.FindPrimaryKey()!.Properties.Select(key => Named(key.Name))];
        written = [.. columns.Where(column => !column.IsGenerated)];
        byKey = string.Join(" AND ", keys.Select((key, at) => $"{key.Name} = {Parameter(at)}"));
        table = $"\"{entity.GetTableName()}\"";
        insert =
            $"INSERT INTO {table} ({string.Join(", ", written.Select(column => column.Name))}) VALUES "
                + $"({string.Join(", ", written.Select((_, at) => Parameter(at)))})";
    }

    public static Rows<T> Of(BotDbContext db) =>
        known is { } rows && ReferenceEquals(rows.model, db.Model) ? rows : known = new Rows<T>(db.Model);

    public void Insert(BotDbContext db, T entity) => db.Execute(insert, Values(written, entity));

    /// <summary>Writes these members of the row with the entity's key.</summary>
    /// <param name="members">The same array each time: the statement is remembered by it.</param>
    public void Update(BotDbContext db, T entity, string[] members)
    {
        var change = changes.GetOrAdd(members, static (named, rows) => rows.Changing(named), this);
        db.Execute(change.Sql, Values(change.Columns, entity));
    }

    /// <summary>
    /// The entity with this key, whose parts are given as stored and in the order of the mapping; null where there is none.
    /// </summary>
    public T? Find(BotDbContext db, params ReadOnlySpan<object?> key)
    {
        var found = Read(db, byKey, key);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>All entities for which a condition with the parameters <c>?1</c>, <c>?2</c>, … holds.</summary>
    /// <param name="condition">A constant: the statement is remembered by it.</param>
    public List<T> Read(BotDbContext db, string condition, params ReadOnlySpan<object?> values)
    {
        var sql = selects.GetOrAdd(
            condition,
            static (where, rows) =>
                $"SELECT {string.Join(", ", rows.columns.Select(column => column.Name))} FROM {rows.table} WHERE {where}",
            this
        );
        var found = new List<T>();
        using var row = db.Query(sql, values);
        while (row.Read())
        {
            var entity = (T)Activator.CreateInstance(typeof(T), nonPublic: true)!;
            for (var at = 0; at < columns.Length; at++) columns[at].Fill(entity, row, at);
            found.Add(entity);
        }

        return found;
    }

    /// <summary>Whether <paramref name="act"/>, which it does, changes what is stored of the entity.</summary>
    public bool Changes(T entity, Action<T> act)
    {
        var before = Values(columns, entity);
        act(entity);
        return !before.SequenceEqual(Values(columns, entity));
    }

    private Change Changing(string[] members)
    {
        Column[] changed = [.. members.Select(Named)];
        var sets = changed.Select((column, at) => $"{column.Name} = {Parameter(at)}");
        var where = keys.Select((key, at) => $"{key.Name} = {Parameter(at + changed.Length)}");
        return new Change($"UPDATE {table} SET {string.Join(", ", sets)} WHERE {string.Join(" AND ", where)}", [.. changed, .. keys]);
    }

    private Column Named(string member) =>
        Array.Find(columns, column => column.Member == member)
        ?? throw new ArgumentException($"{typeof(T).Name} stores no {member}.", nameof(member));

    private static object?[] Values(Column[] of, T entity) => Array.ConvertAll(of, column => column.Value(entity));

    private static string Parameter(int at) => string.Create(CultureInfo.InvariantCulture, $"?{at + 1}");

    private sealed record Change(string Sql, Column[] Columns);

    private sealed class Column(IProperty property)
    {
        private readonly FieldInfo field = property.FieldInfo ?? throw new InvalidOperationException($"{property.Name} has no field.");
        private readonly Func<object?, object?>? store = property.GetTypeMapping().Converter?.ConvertToProvider;
        private readonly Func<object?, object?>? restore = property.GetTypeMapping().Converter?.ConvertFromProvider;
        private readonly Func<SqliteDataReader, int, object> read = ReaderOf(property);

        public string Member { get; } = property.Name;

        public string Name { get; } = $"\"{property.GetColumnName()}\"";

        /// <summary>The database counts it up.</summary>
        public bool IsGenerated { get; } = property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(long);

        public object? Value(T entity) => field.GetValue(entity) is not { } value ? null : store is null ? value : store(value);

        public void Fill(T entity, SqliteDataReader row, int at)
        {
            if (row.IsDBNull(at)) return;
            var value = read(row, at);
            field.SetValue(entity, restore is null ? value : restore(value));
        }

        private static Func<SqliteDataReader, int, object> ReaderOf(IProperty property)
        {
            var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
            type = Nullable.GetUnderlyingType(type) ?? type;
            return type == typeof(string) ? static (row, at) => row.GetString(at)
                : type == typeof(long) ? static (row, at) => row.GetInt64(at)
                : type == typeof(int) ? static (row, at) => row.GetInt32(at)
                : type == typeof(bool) ? static (row, at) => row.GetBoolean(at)
                : throw new NotSupportedException($"{property.Name} is stored as {type.Name}, which is not read here.");
        }
    }
}
