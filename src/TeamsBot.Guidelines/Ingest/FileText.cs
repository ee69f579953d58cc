using System.Text;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Bytes of a text file as text: UTF-8, UTF-16 with its mark, or the code page 932 of older office machines. A file that is none of these
/// is refused with the first line that cannot be read, because half-read characters would be quoted as if they were printed.
/// </summary>
internal static class FileText
{
    static FileText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Read(string name, byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException notUtf8)
        {
            try
            {
                return Encoding.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                var line = bytes.Take(Math.Max(0, notUtf8.Index)).Count(b => b == (byte)'\n') + 1;
                throw new DocumentException(
                    name,
                    line,
                    "neither UTF-8 nor Shift_JIS text: save the file as UTF-8 and load it again",
                    notUtf8
                );
            }
        }
    }
}
