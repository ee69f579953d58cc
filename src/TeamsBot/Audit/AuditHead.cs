using System.ComponentModel.DataAnnotations;

namespace TeamsBot.Audit;

/// <summary>
/// Where the chain ends: one row, written in the same commit as the entries. It notices a tail that was cut off, which the chain itself
/// cannot, and makes two writers of the same place collide.
/// </summary>
internal sealed class AuditHead
{
    public const int OnlyId = 1;

    public int Id { get; private set; } = OnlyId;

    public long Sequence { get; private set; }

    public string Hash { get; private set; } = AuditEntry.Genesis;

    [ConcurrencyCheck]
    public long Version { get; private set; }

    public void MoveTo(AuditEntry last)
    {
        Sequence = last.Sequence;
        Hash = last.Hash;
    }
}
