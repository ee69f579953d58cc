using System.Buffers.Binary;

namespace TeamsBot.Checks.Images;

/// <summary>
/// The GPS directory of an EXIF block (TIFF 6.0 structure, tag 0x8825 of EXIF 2.32): its values and entries are overwritten with zeros and
/// the entry that points to it is taken out of its directory. The block keeps its length.
/// </summary>
internal static class ExifLocation
{
    private const ushort GpsPointer = 0x8825;
    private const int EntryLength = 12;
    private const int MaxDirectories = 8;

    public static void Remove(Span<byte> tiff)
    {
        if (tiff.Length < 8) return;
        bool little;
        if (tiff.StartsWith("II"u8)) little = true;
        else if (tiff.StartsWith("MM"u8)) little = false;
        else return;
        var directory = (long)U32(tiff, 4, little);
        for (var n = 0; n < MaxDirectories && directory > 0 && directory + 2 <= tiff.Length; n++)
            directory = CleanDirectory(tiff, (int)directory, little);
    }

    /// <summary>Returns the offset of the next directory, 0 at the end.</summary>
    private static long CleanDirectory(Span<byte> tiff, int at, bool little)
    {
        var count = U16(tiff, at, little);
        var entries = at + 2;
        if (entries + (count * EntryLength) + 4 > tiff.Length)
            throw new InvalidDataException("An EXIF directory is longer than its block.");
        for (var i = count - 1; i >= 0; i--)
        {
            var entry = entries + (i * EntryLength);
            if (U16(tiff, entry, little) != GpsPointer) continue;
            Zero(tiff, U32(tiff, entry + 8, little), little);
            var end = entries + (count * EntryLength) + 4;
            tiff[(entry + EntryLength)..end].CopyTo(tiff[entry..]);
            tiff[(end - EntryLength)..end].Clear();
            count--;
            Write16(tiff, at, count, little);
        }

        return U32(tiff, entries + (count * EntryLength), little);
    }

    private static void Zero(Span<byte> tiff, uint directory, bool little)
    {
        if (directory == 0 || directory + 2L > tiff.Length) return;
        var at = (int)directory;
        var count = U16(tiff, at, little);
        for (var i = 0; i < count; i++)
        {
            var entry = at + 2 + (i * EntryLength);
            if (entry + EntryLength > tiff.Length) break;
            var size = (long)U32(tiff, entry + 4, little) * SizeOf(U16(tiff, entry + 2, little));
            var value = U32(tiff, entry + 8, little);
            if (size > 4 && value + size <= tiff.Length) tiff.Slice((int)value, (int)size).Clear();
            tiff.Slice(entry, EntryLength).Clear();
        }

        Write16(tiff, at, 0, little);
    }

    private static int SizeOf(ushort type) => type switch
    {
        3 or 8 => 2,
        4 or 9 or 11 => 4,
        5 or 10 or 12 => 8,
        _ => 1,
    };

    private static ushort U16(ReadOnlySpan<byte> tiff, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]);

    private static uint U32(ReadOnlySpan<byte> tiff, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[at..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[at..]);

    private static void Write16(Span<byte> tiff, int at, int value, bool little)
    {
        if (little) BinaryPrimitives.WriteUInt16LittleEndian(tiff[at..], (ushort)value);
        else BinaryPrimitives.WriteUInt16BigEndian(tiff[at..], (ushort)value);
    }
}
