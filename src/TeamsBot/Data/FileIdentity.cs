using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace TeamsBot.Data;

/// <summary>
/// Which file stands under a path, so that a file deleted, renamed or replaced under the program is told from the one it works on. Where
/// the system does not say (only Linux is asked; Windows lets nobody delete an open file), whether one is there and how long it is.
/// </summary>
/// <param name="Length">In bytes.</param>
internal readonly record struct FileIdentity(ulong Device, ulong Inode, long Length)
{
    /// <summary>Null where no file is there, or none that can be looked at.</summary>
    public static FileIdentity? Of(string path)
    {
        if (OperatingSystem.IsLinux()) return FromSystem(path);
        var file = new FileInfo(path);
        return file.Exists ? new(0, 0, file.Length) : null;
    }

    public bool IsSameFile(FileIdentity other) => (Device, Inode) == (other.Device, other.Inode);

    // statx(2): unlike that of stat(2), its structure is the same on every processor.
    private const int CurrentFolder = -100;
    private const uint InodeAndSize = 0x100 | 0x200;
    private const int StructureBytes = 256;

    private static FileIdentity? FromSystem(string path)
    {
        var answer = new byte[StructureBytes];
        if (NativeStatx(CurrentFolder, Encoding.UTF8.GetBytes($"{path}\0"), 0, InodeAndSize, answer) != 0) return null;
        var words = answer.AsSpan();
        return new(Word(words[136..]), Word(words[32..]), (long)Word(words[40..]));
    }

    private static ulong Word(Span<byte> at) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(at) : BinaryPrimitives.ReadUInt64BigEndian(at);

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int NativeStatx(int folder, byte[] path, int flags, uint mask, [Out] byte[] answer);
}
