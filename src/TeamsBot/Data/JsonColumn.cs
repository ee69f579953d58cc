using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsBot.Data;

/// <summary>
/// Stores a value that is only ever read and replaced whole (a list of ids, of findings) as JSON in one column. Nothing in it can be
/// searched.
/// </summary>
internal static class JsonColumn
{
    public static void HasJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
        json => JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Default)!,
        new ValueComparer<T>(
            // These values are replaced, never changed in place, so most comparisons end at the reference.
            (a, b) =>
                ReferenceEquals(a, b)
                || JsonSerializer.Serialize(a, JsonSerializerOptions.Default)
                    == JsonSerializer.Serialize(b, JsonSerializerOptions.Default),
            value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default).GetHashCode(StringComparison.Ordinal)
        ));
}
