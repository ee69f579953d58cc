using System.ComponentModel.DataAnnotations;
using TeamsBot.Data;

namespace TeamsBot.Accounts;

/// <summary>Whose hands a device is in.</summary>
internal enum DeviceKind
{
    /// <summary>共用：several of the staff use it, it stays at the office.</summary>
    Shared,

    /// <summary>貸与：the organisation's, lent to one person.</summary>
    Assigned,

    /// <summary>私物のスマートフォン：a person's own phone.</summary>
    PersonalPhone,
}

/// <summary>
/// A device that an official account is used on (asaka-8-3-2c). It holds the name people call it by and its keeper; no serial number, no
/// secret.
/// </summary>
[Audited("device")]
internal sealed class Device
{
    public const int MaxName = 60;
    public const int MaxReason = 200;

    private Device()
    {
    }

    public Guid Id { get; private set; }

    public string AccountId { get; private set; } = "";

    public DeviceKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Who answers for it.</summary>
    public string Keeper { get; private set; } = "";

    /// <summary>Somebody confirmed that it is protected and up to date (asaka-4-3).</summary>
    public bool IsProtected { get; private set; }

    /// <summary>Why the head allowed a device that is not shared; null where none was needed.</summary>
    public string? ExceptionReason { get; private set; }

    public string? ExceptionBy { get; private set; }

    public string RegisteredBy { get; private set; } = "";

    public DateTimeOffset RegisteredAt { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    [ConcurrencyCheck]
    public long Version { get; private set; }

    /// <param name="exceptionReason">The head's reason; the head is then the one who registers.</param>
    public static Device Register(
        Guid id,
        string accountId,
        DeviceFacts facts,
        string? exceptionReason,
        string by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = id,
            AccountId = accountId,
            Kind = facts.Kind,
            Name = facts.Name,
            Keeper = facts.Keeper,
            IsProtected = facts.IsProtected,
            ExceptionReason = exceptionReason,
            ExceptionBy = exceptionReason is null ? null : by,
            RegisteredBy = by,
            RegisteredAt = now,
        };

    /// <returns>False where it was taken out before.</returns>
    public bool Remove(DateTimeOffset now)
    {
        if (RemovedAt is not null) return false;
        RemovedAt = now;
        return true;
    }
}

/// <summary>What people say of a device when they enter it.</summary>
internal sealed record DeviceFacts(DeviceKind Kind, string Name, string Keeper, bool IsProtected);
