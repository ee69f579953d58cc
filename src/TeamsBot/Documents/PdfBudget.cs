using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace TeamsBot.Documents;

/// <summary>
/// Stands between a PDF's streams and what unpacks them, and counts: how often and how many bytes. Streams that grow a thousandfold, and
/// drawings inside drawings without end, come to a stop here. A packed stream is measured before it is unpacked.
/// </summary>
internal sealed class PdfBudget : IFilterProvider
{
    private readonly IFilterProvider filters = DefaultFilterProvider.Instance;
    private readonly IFilter plain;
    private long bytes;
    private int streams;
    private long steps;

    public PdfBudget() => plain = new Counted(this, null);

    /// <summary>Nothing more is unpacked.</summary>
    public bool IsSpent { get; private set; }

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        var asked = filters.GetFilters(dictionary);
        return asked.Count == 0 ? [plain] : [.. asked.Select(filter => new Counted(this, filter))];
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        [.. filters.GetNamedFilters(names).Select(filter => new Counted(this, filter))];

    public IReadOnlyList<IFilter> GetAllFilters() => [.. filters.GetAllFilters().Select(filter => new Counted(this, filter))];

    /// <summary>Operations of pages and drawings, and characters.</summary>
    public void Step(int more)
    {
        steps += more;
        if (steps > DocumentLimits.MaxSteps) Refuse();
    }

    /// <summary>More is asked than is given; nothing more is given after that.</summary>
    public void Refuse()
    {
        IsSpent = true;
        throw new InvalidDataException("The document asks for more than is read.");
    }

    public void Spend(long more)
    {
        (bytes, streams) = (bytes + more, streams + 1);
        if (IsSpent || bytes > DocumentLimits.MaxStreamBytes || streams > DocumentLimits.MaxStreams) Refuse();
    }

    private sealed class Counted(PdfBudget budget, IFilter? filter) : IFilter
    {
        /// <summary>A run of up to 128 equal bytes takes two.</summary>
        private const int RunLengthGrowth = 64;

        /// <summary>The longest sequence of LZW's table of 4,096 in one code of 9 to 12 bits.</summary>
        private const int LzwGrowth = 4_096;

        public bool IsSupported => filter?.IsSupported ?? true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider provider, int index)
        {
            budget.Spend(filter switch
            {
                FlateFilter => Inflated(input, DocumentLimits.MaxStreamBytes - budget.bytes),
                LzwFilter => Math.Min(input.Length * (long)LzwGrowth, LongestOf(input)),
                RunLengthFilter => input.Length * (long)RunLengthGrowth,
                _ => input.Length,
            });
            return filter is null ? input : filter.Decode(input, dictionary, provider, index);
        }

        /// <summary>
        /// Each code of LZW adds at most one entry, and an entry is at most one longer than the one before: n codes give n²/2 at most.
        /// </summary>
        private static long LongestOf(Memory<byte> input)
        {
            var codes = input.Length * 8L / 9;
            return codes < LzwGrowth ? codes * codes / 2 : codes * LzwGrowth / 2;
        }

        /// <summary>How long it is unpacked, as far as it matters. Nothing is kept of it.</summary>
        private static long Inflated(Memory<byte> input, long most)
        {
            using var packed = new MemoryStream(input.ToArray());
            using var stream = new ZLibStream(packed, CompressionMode.Decompress);
            var buffer = new byte[64 * 1024];
            long length = 0;
            try
            {
                for (int read; length <= most && (read = stream.Read(buffer)) > 0;) length += read;
            }
            catch (InvalidDataException)
            {
                // Damaged at its end, or no zlib at all: the library makes of it what it can, and what came so far is what it costs.
            }

            return length;
        }
    }
}
