using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TeamsBot.Data;

/// <summary>
/// An instant as the ticks of its UTC time: comparable, sortable, exact to 100 ns. The offset is not kept, it is always zero when read.
/// </summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
