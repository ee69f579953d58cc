using System.Globalization;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Text;

/// <summary>
/// A draft as rules read it: the original text, its normalised form (<see cref="Normal"/>, NFKC) and the pieces several rules need,
/// each found once. Rules search <see cref="Normal"/> and turn hits into original offsets with <see cref="At(int, int)"/>; a message quotes
/// with <see cref="Quote"/>, so the writer sees exactly what was written.
/// </summary>
internal sealed class DraftText
{
    private readonly NormalView view;
    private int[]? boundaries;
    private IReadOnlyList<Piece>? sentences;
    private IReadOnlyList<Piece>? lines;
    private IReadOnlyList<Url>? urls;
    private IReadOnlyList<Span>? quotedErrors;
    private IReadOnlyList<TimeMention>? times;
    private IReadOnlyList<PhoneNumber>? phones;
    private (DateOnly PostedOn, IReadOnlyList<DateMention> Mentions)? dates;
    private PhraseHits? phrases;
    private IReadOnlyList<Piece>? people;

    public DraftText(string original)
    {
        Original = original;
        view = new NormalView(original);
    }

    public string Original { get; }

    public string Normal => view.Text;

    /// <summary>Sentences as pieces of <see cref="Normal"/>, cut after 。！？ and at line ends, without surrounding white space.</summary>
    public IReadOnlyList<Piece> Sentences => sentences ??= Piece.Sentences(Normal);

    /// <summary>Lines as pieces of <see cref="Normal"/>, without their line ends.</summary>
    public IReadOnlyList<Piece> Lines => lines ??= Piece.Lines(Normal);

    public IReadOnlyList<Url> Urls => urls ??= Url.FindAll(Normal);

    /// <summary>Words that a correction quotes as the mistake (（誤）…（正）…), as original offsets.</summary>
    public IReadOnlyList<Span> QuotedErrors => quotedErrors ??= [.. Correction.QuotedErrors(Normal).Select(At)];

    /// <summary>Telephone numbers outside links, impossible ones included.</summary>
    public IReadOnlyList<PhoneNumber> Phones => phones ??= [.. PhoneNumber.Scan(Normal).Where(number => !InUrl(number.Piece.Start))];

    public IReadOnlyList<TimeMention> Times => times ??= TimeMention.Scan(Normal);

    /// <summary>The dates of the text, in order, with the years that a reader on the day of posting would think of.</summary>
    public IReadOnlyList<DateMention> Dates(DateOnly postedOn)
    {
        if (dates is { } known && known.PostedOn == postedOn) return known.Mentions;
        var mentions = DateReader.Read(this, postedOn);
        dates = (postedOn, mentions);
        return mentions;
    }

    /// <summary>Everybody the text names, with title.</summary>
    public IReadOnlyList<Piece> People =>
        people ??= [
            .. PersonNames
                .All(this)
                .Concat(PersonNames.Listed(this))
                .Concat(PersonNames.Labelled(this))
                .Distinct()
                .OrderBy(name => name.Start),
        ];

    /// <summary>Where the words of the shipped word lists stand; one pass for all rules.</summary>
    public PhraseHits Phrases => phrases ??= PhraseBook.Embedded.Scan(this);

    /// <summary>Original offsets of a piece of <see cref="Normal"/>.</summary>
    public Span At(int start, int length) => view.ToOriginal(start, length);

    public Span At(Capture match) => At(match.Index, match.Length);

    public Span At(Piece piece) => At(piece.Start, piece.Length);

    /// <summary>A match in <see cref="Original"/>, widened to whole characters as a reader sees them.</summary>
    public Span AtOriginal(Capture match)
    {
        boundaries ??= [.. StringInfo.ParseCombiningCharacters(Original), Original.Length];
        var (start, end) = (Array.BinarySearch(boundaries, match.Index), Array.BinarySearch(boundaries, match.Index + match.Length));
        return new Span(boundaries[start >= 0 ? start : ~start - 1], boundaries[end >= 0 ? end : ~end]);
    }

    /// <summary>The words of an original span, exactly as written.</summary>
    public string Quote(Span span) => Original[span.Start..span.End];

    /// <summary>The sentence (of <see cref="Normal"/>) in which a position stands.</summary>
    public Piece SentenceAt(int start)
    {
        var (low, high) = (0, Sentences.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (start < Sentences[middle].End) high = middle;
            else low = middle + 1;
        }

        return Sentences.Count > 0 && start < Sentences[low].End ? Sentences[low] : new Piece(0, Normal.Length);
    }

    public Piece? SentenceBefore(Piece sentence) => Beside(sentence, -1);

    public Piece? SentenceAfter(Piece sentence) => Beside(sentence, +1);

    /// <summary>The text of a piece of <see cref="Normal"/>.</summary>
    public string TextOf(Piece piece) => Normal.Substring(piece.Start, piece.Length);

    /// <summary>True when a position of <see cref="Normal"/> lies inside an address of the web, where words are not words.</summary>
    public bool InUrl(int start)
    {
        var (low, high) = (0, Urls.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Urls[middle].End <= start) low = middle + 1;
            else high = middle;
        }

        return low < Urls.Count && Urls[low].Start <= start;
    }

    private Piece? Beside(Piece sentence, int step)
    {
        var (low, high) = (0, Sentences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].End <= sentence.Start) low = middle + 1;
            else high = middle;
        }

        return low + step >= 0 && low + step < Sentences.Count ? Sentences[low + step] : null;
    }
}
