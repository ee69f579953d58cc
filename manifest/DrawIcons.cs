// Draws the two icons of the Teams app: a megaphone with a check mark. Run from the top of the repository after a change:
//   dotnet run manifest/DrawIcons.cs
// It needs nothing but the SDK; shapes are given in a square of 32 units and sampled 8 × 8 times a pixel.
#:property PublishAot=false
using System.Buffers.Binary;
using System.IO.Compression;

(double X, double Y)[] horn = [(9.2, 12.2), (20.6, 6.6), (20.6, 22.4), (9.2, 17.8)];
(double X, double Y)[] grip = [(9.8, 18.6), (13.6, 20.1), (14.6, 25.0), (11.2, 25.0)];
(double X, double Y)[] check = [(18.6, 21.9), (21.4, 24.7), (26.8, 18.6)];

var accent = (R: 0x1F, G: 0x5C, B: 0x99);
var green = (R: 0x1E, G: 0x8E, B: 0x5A);

Save("manifest/color.png", 192, (x, y) =>
{
    // The store wants the picture within the middle 120 of 192 pixels, on a full background.
    var (u, v) = (16 + (x - 16) * 1.28, 16 + (y - 16.4) * 1.28);
    if (Distance(u, v, check, closed: false) <= 1.25) return (255, 255, 255, 255);
    if (Circle(u, v, 22.6, 21.9) <= 6.6) return (green.R, green.G, green.B, 255);
    if (Circle(u, v, 22.6, 21.9) <= 7.9) return (accent.R, accent.G, accent.B, 255);
    var megaphone = Inside(u, v, horn) || Inside(u, v, grip)
        || Distance(u, v, horn, closed: true) <= 0.7 || Distance(u, v, grip, closed: true) <= 0.5
        || Rounded(u, v, 4.9, 12.0, 8.3, 18.0, 1.2) || Wave(u, v, 3.6) || Wave(u, v, 6.6);
    return megaphone ? (255, 255, 255, 255) : (accent.R, accent.G, accent.B, 255);
});

Save("manifest/outline.png", 32, (x, y) =>
{
    // White lines on nothing; Teams colours them itself.
    var (u, v) = (16 + (x - 15.2) * 0.98, 16 + (y - 16) * 0.98);
    if (Distance(u, v, check, closed: false) <= 1.15) return (255, 255, 255, 255);
    if (Circle(u, v, 22.6, 21.6) <= 6.6) return (255, 255, 255, 0);
    var line = Distance(u, v, horn, closed: true) <= 0.8 || Distance(u, v, grip, closed: false) <= 0.8
        || (Rounded(u, v, 4.6, 11.6, 9.6, 18.4, 1.6) && !Rounded(u, v, 6.2, 13.2, 8.4, 16.8, 0.4)) || Wave(u, v, 3.8);
    return (255, 255, 255, line ? 255 : 0);
});

// An arc to the right of the horn's mouth.
static bool Wave(double x, double y, double radius) =>
    Math.Abs(Circle(x, y, 20.6, 13.4) - radius) <= 0.75 && x > 20.6 && Math.Abs(Math.Atan2(y - 13.4, x - 20.6)) <= 0.72;

static double Circle(double x, double y, double centreX, double centreY) =>
    Math.Sqrt(((x - centreX) * (x - centreX)) + ((y - centreY) * (y - centreY)));

static bool Rounded(double x, double y, double left, double top, double right, double bottom, double radius)
{
    var dx = Math.Max(Math.Max(left + radius - x, x - right + radius), 0);
    var dy = Math.Max(Math.Max(top + radius - y, y - bottom + radius), 0);
    return Math.Sqrt((dx * dx) + (dy * dy)) <= radius;
}

static bool Inside(double x, double y, (double X, double Y)[] shape)
{
    var inside = false;
    for (int at = 0, before = shape.Length - 1; at < shape.Length; before = at++)
    {
        var (a, b) = (shape[at], shape[before]);
        if (a.Y > y != b.Y > y && x < ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X) inside = !inside;
    }

    return inside;
}

static double Distance(double x, double y, (double X, double Y)[] line, bool closed)
{
    var nearest = double.MaxValue;
    for (var at = 0; at < line.Length - (closed ? 0 : 1); at++)
    {
        var (a, b) = (line[at], line[(at + 1) % line.Length]);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var along = Math.Clamp((((x - a.X) * dx) + ((y - a.Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        nearest = Math.Min(nearest, Circle(x, y, a.X + (along * dx), a.Y + (along * dy)));
    }

    return nearest;
}

static void Save(string file, int size, Func<double, double, (int R, int G, int B, int A)> colour)
{
    const int samples = 8;
    var rows = new MemoryStream();
    for (var row = 0; row < size; row++)
    {
        rows.WriteByte(0); // filter: none
        for (var column = 0; column < size; column++)
        {
            var (r, g, b, a) = (0, 0, 0, 0);
            for (var sample = 0; sample < samples * samples; sample++)
            {
                var at = colour(
                    (column + (((sample % samples) + 0.5) / samples)) * 32 / size,
                    (row + (((sample / samples) + 0.5) / samples)) * 32 / size);
                (r, g, b, a) = (r + at.R, g + at.G, b + at.B, a + at.A);
            }

            foreach (var value in (int[])[r, g, b, a]) rows.WriteByte((byte)(value / (samples * samples)));
        }
    }

    var packed = new MemoryStream();
    using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(rows.ToArray());
    using var png = File.Create(file);
    png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
    var header = new byte[13];
    BinaryPrimitives.WriteInt32BigEndian(header, size);
    BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size);
    (header[8], header[9]) = (8, 6); // eight bits, colour with alpha
    Chunk(png, "IHDR"u8, header);
    Chunk(png, "IDAT"u8, packed.ToArray());
    Chunk(png, "IEND"u8, []);
    Console.WriteLine($"{file}: {png.Length} bytes");
}

static void Chunk(Stream png, ReadOnlySpan<byte> kind, byte[] content)
{
    Span<byte> number = stackalloc byte[4];
    BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
    png.Write(number);
    byte[] body = [.. kind, .. content];
    png.Write(body);
    BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
    png.Write(number);
}

// PNG specification, annex D.
static uint Crc(byte[] bytes)
{
    var crc = 0xFFFFFFFFu;
    foreach (var value in bytes)
    {
        crc ^= value;
        for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
    }

    return ~crc;
}
