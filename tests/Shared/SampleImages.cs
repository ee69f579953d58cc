using System.Buffers.Binary;
using System.Text;

namespace TeamsBot.Tests;

/// <summary>
/// Small images made byte by byte, so that a test knows every offset: EXIF with and without GPS, both byte orders, and the coded picture
/// apart.
/// </summary>
internal static class SampleImages
{
    /// <summary>Stands for the coded picture; nothing may touch it.</summary>
    public static readonly byte[] Scan = [.. Enumerable.Range(0, 64).Select(n => (byte)(n * 3 % 255))];

    private static readonly byte[] Sos = [0xFF, 0xDA, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3F, 0x00];

    public static byte[] Jpeg(bool gps, bool little = true, string? xmp = null, bool second = false)
    {
        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        Segment(file, 0xE1, [.. "Exif\0\0"u8, .. Tiff(gps, little)]);
        if (xmp is not null) Segment(file, 0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(xmp)]);
        file.Write(Sos);
        file.Write(Scan);
        file.Write([0xFF, 0xD9]);
        if (second) file.Write(Jpeg(gps, little));
        return file.ToArray();
    }

    public static byte[] Png(bool gps, string? text = null)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
        Chunk(file, "eXIf", Tiff(gps, little: false));
        if (text is not null) Chunk(file, "tEXt", Encoding.Latin1.GetBytes(text));
        Chunk(file, "IDAT", Scan);
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A PNG with one further chunk.</summary>
    public static byte[] PngWith(string type, byte[] data)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
        Chunk(file, type, data);
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>
    /// IFD0 with a maker, an EXIF directory with the time taken, and on request a GPS directory at 35°48' N 139°35'36" E.
    /// </summary>
    public static byte[] Tiff(bool gps, bool little)
    {
        var bytes = new byte[512];
        var order = little ? "II"u8 : "MM"u8;
        order.CopyTo(bytes);
        W16(2, 42);
        W32(4, 8);
        var entries = gps ? 3 : 2;
        W16(8, entries);
        Entry(10, 0x010F, 2, 6, 200);
        "Asaka\0"u8.CopyTo(bytes.AsSpan(200));
        Entry(22, 0x8769, 4, 1, 100);
        if (gps) Entry(34, 0x8825, 4, 1, 240);
        W32(10 + (entries * 12), 0);
        W16(100, 1);
        Entry(102, 0x9003, 2, 20, 210);
        "2026:11:03 10:20:30\0"u8.CopyTo(bytes.AsSpan(210));
        if (!gps) return bytes;
        W16(240, 4);
        Entry(242, 1, 2, 2, 0);
        "N\0"u8.CopyTo(bytes.AsSpan(250));
        Entry(254, 2, 5, 3, 400);
        Entry(266, 3, 2, 2, 0);
        "E\0"u8.CopyTo(bytes.AsSpan(274));
        Entry(278, 4, 5, 3, 430);
        Rationals(400, 35, 48, 0);
        Rationals(430, 139, 35, 36);
        return bytes;

        void W16(int at, int value)
        {
            if (little) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)value);
            else BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)value);
        }

        void W32(int at, uint value)
        {
            if (little) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);
            else BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), value);
        }

        void Entry(int at, int tag, int type, uint count, uint value)
        {
            W16(at, tag);
            W16(at + 2, type);
            W32(at + 4, count);
            W32(at + 8, value);
        }

        void Rationals(int at, params ReadOnlySpan<uint> values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                W32(at + (i * 8), values[i]);
                W32(at + (i * 8) + 4, 1);
            }
        }
    }

    private static void Segment(MemoryStream file, byte marker, byte[] data)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(data.Length + 2));
        file.Write(head);
        file.Write(data);
    }

    private static void Chunk(MemoryStream file, string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    /// <summary>The check sum of PNG chunks, bit by bit.</summary>
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
