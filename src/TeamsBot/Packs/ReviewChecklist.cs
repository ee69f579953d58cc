using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>How the second member of staff ticks the items of the checklist.</summary>
internal enum TickForm
{
    /// <summary>Each item has a tick of its own, whatever was found.</summary>
    Each,

    /// <summary>
    /// Items that are checked on the same evidence share a tick, as long as nothing was found in the text and everything in it is in the
    /// registers; otherwise each has its own.
    /// </summary>
    Grouped,
}

/// <summary>What of a text stands above a tick, for the reviewer to tick on.</summary>
internal enum Evidence
{
    Dates,
    Places,
    Phones,
    Names,
    Links,

    /// <summary>What the writer says it rests on.</summary>
    Source,

    /// <summary>Topics that are prone to flaming (炎上さしすせそ).</summary>
    Topics,

    /// <summary>Wording that touches human rights.</summary>
    Rights,
}

/// <summary>What the second member of staff confirms about a text, in the organisation's words (asaka-6-2-1a to asaka-6-2-5).</summary>
internal sealed record ReviewChecklist(TickForm Ticks, IReadOnlyList<ReviewItem> Items)
{
    /// <summary>A card holds so many ticks; more are no longer read.</summary>
    public const int Most = 9;

    private static readonly Words<TickForm> Forms = new(
        ("each", TickForm.Each, "一項目ずつ", "each"),
        ("grouped", TickForm.Grouped, "まとめて", "grouped"));

    public static ReviewChecklist Read(MapReader from)
    {
        var read = new ReviewChecklist(from.Word("ticks", Forms), from.Maps("items", ReviewItem.Read));
        if (read.Items.Count is 0 or > Most)
            from.Refuse("items", $"確認項目を1から{Most}まで書いてください。", $"State one to {Most} items.");
        return read;
    }
}

/// <param name="Say">The sentence to tick.</param>
/// <param name="Brief">A few words for the head's card.</param>
/// <param name="Shows">What stands above the tick; empty for an item without evidence in the text.</param>
internal sealed record ReviewItem(Bilingual Say, Bilingual Brief, IReadOnlyList<Evidence> Shows, Basis Basis)
{
    private static readonly Words<Evidence> Kinds = new(
        ("dates", Evidence.Dates, "日付", "dates"),
        ("places", Evidence.Places, "住所", "places"),
        ("phones", Evidence.Phones, "電話", "phones"),
        ("names", Evidence.Names, "名称", "names"),
        ("links", Evidence.Links, "リンク", "links"),
        ("source", Evidence.Source, "出典", "source"),
        ("topics", Evidence.Topics, "炎上しやすい話題", "flame-prone topics"),
        ("rights", Evidence.Rights, "人権", "human rights"));

    public static ReviewItem Read(MapReader from) => new(
        from.RequiredMap("say", Bilingual.Read) ?? new("", ""), from.RequiredMap("brief", Bilingual.Read) ?? new("", ""),
        from.WordList("shows", Kinds), Basis.Read(from));
}
