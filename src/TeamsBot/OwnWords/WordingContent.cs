using System.Globalization;
using TeamsBot.Checks;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.WordBooks;

namespace TeamsBot.OwnWords;

/// <summary>What an entry of the desk looks for.</summary>
internal enum WordingKind
{
    /// <summary>A word or phrase.</summary>
    Word,

    /// <summary>A regular expression that the <see cref="PatternGuard"/> admits.</summary>
    Pattern,

    /// <summary>A short or old name, with the official one to write instead.</summary>
    OfficialName,

    /// <summary>A day of the year on which festive words are read differently.</summary>
    SensitiveDate,

    /// <summary>A building or office with the address and number that belong to its name.</summary>
    Facility,
}

/// <summary>What a member of the desk typed for one entry; never changed, a correction is another version.</summary>
/// <param name="Text">The word, the pattern, or the name of the day.</param>
/// <param name="Day"><c>MM-dd</c>; empty but for a sensitive date.</param>
/// <param name="Severity">The weight of the finding; on a sensitive date of the reminder, which festive words raise to a warning.</param>
/// <param name="Instead">The words to write; on a sensitive date what to do. A facility has none, its own facts are what is right.</param>
/// <param name="Except">Longer words in which the spelling is right, parted by 、 or a comma.</param>
/// <param name="Clause">A clause id, or empty.</param>
/// <param name="Note">What to tell the writer, or empty for the usual sentence.</param>
/// <param name="Address">Of a facility: postal code and address as printed, or empty.</param>
/// <param name="Phone">Of a facility: the number as printed, or empty.</param>
internal sealed record WordingContent(
    WordingKind Kind,
    string Text,
    string Day,
    Severity Severity,
    string Instead,
    string Except,
    string Clause,
    string Note,
    string Address = "",
    string Phone = ""
)
{
    public const int MaxText = 100;

    public const int MaxNote = 200;

    public const int MaxPhone = 20;

    /// <summary>One character hits everywhere; a kanji that matters is written with its neighbours.</summary>
    private const int MinText = 2;

    /// <summary>A shorter name is part of too many others.</summary>
    private const int MinFacility = 3;

    private static readonly char[] Separators = ['、', ',', '，', '\n'];

    /// <summary>The first thing that is wrong with what was typed, as a sentence for the desk; null where the entry can be tried.</summary>
    public string? Problem() => Kind switch
    {
        _ when Text.Length == 0 => "語（または日の名前）を入力してください。",
        _ when Text.Length > (Kind == WordingKind.Pattern ? PatternGuard.MaxLength : MaxText) =>
            $"語が長すぎます（上限{(Kind == WordingKind.Pattern ? PatternGuard.MaxLength : MaxText)}文字）。",
        _ when Note.Length > MaxNote || Instead.Length > MaxText || Except.Length > MaxNote =>
            "入力が長すぎます。言い換えは100文字、例外と説明は200文字までです。",
        _ when Address.Length > MaxText || Phone.Length > MaxPhone => "住所は100文字、電話番号は20文字までです。",
        WordingKind.Facility => FacilityProblem(),
        WordingKind.SensitiveDate => DayOf() is null ? "日付を「03-11」のように、月と日の数字で入力してください。" : null,
        WordingKind.Pattern => PatternGuard.Admit(Text).Refusal,
        _ when Text.Length < MinText => "1文字だけの語は、ほとんどの投稿に当たります。2文字以上で入力してください。",
        WordingKind.OfficialName when Instead.Length == 0 => "正式名称を「言い換え」に入力してください。",
        _ when Instead == Text => "語と言い換えが同じです。",
        _ => null,
    };

    /// <summary>The day of a sensitive date, or null where it is none of the calendar. 29 February is a day.</summary>
    public MonthDay? DayOf() =>
        Kind == WordingKind.SensitiveDate
        && DateOnly.TryParseExact($"2024-{Day}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new MonthDay(day.Month, day.Day)
            : null;

    /// <summary>
    /// The entry as the checks take it; null for a sensitive date, a facility, and a pattern that is not admitted any more.
    /// </summary>
    public WordEntry? ToEntry(string id)
    {
        if (Kind is WordingKind.SensitiveDate or WordingKind.Facility) return null;
        var pattern = Kind == WordingKind.Pattern ? PatternGuard.Admit(Text).Pattern : null;
        if (Kind == WordingKind.Pattern && pattern is null) return null;
        return new WordEntry(id, pattern is null ? [Text] : [], Instead.Length > 0 ? Instead : null)
        {
            Kind = Kind == WordingKind.OfficialName ? WordKind.OfficialName : WordKind.Wording,
            Patterns = pattern is null ? [] : [pattern],
            Except = Except.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Note = Note.Length > 0 ? Note : null,
            Severity = Severity,
            Clauses = Clauses(),
        };
    }

    /// <summary>The day as the checks take it; null for anything else. The letter of 災害 stands for all days of mourning.</summary>
    public SensitiveDate? ToDate() => DayOf() is { } day
        ? new SensitiveDate(day, Text, "さ") { Severity = Severity, Instead = Given(Instead), Note = Given(Note), Clauses = Clauses() }
        : null;

    /// <summary>The facility as the checks take it; null for anything else.</summary>
    public Facility? ToFacility() => Kind == WordingKind.Facility
        ? new Facility(Text, Address, Phone) { Severity = Severity, Note = Given(Note), Clauses = Clauses() }
        : null;

    private string? FacilityProblem() =>
        Text.Length < MinFacility ? "施設の正式名称を3文字以上で入力してください。"
        : Address.Length == 0 && Phone.Length == 0 ? "施設の住所か電話番号を入力してください。名称だけのときは、種類を「正式名称」にしてください。"
        : Address.Length > 0 && !Address.Any(char.IsDigit) ? "住所を番地まで入力してください（例 〒351-8501 朝霞市本町1-1-1）。"
        : Phone.Length > 0 && Phone.Count(char.IsDigit) is not (10 or 11) ? "電話番号は、市外局番から10桁か11桁で入力してください。"
        : null;

    private static string? Given(string text) => text.Length > 0 ? text : null;

    private string[] Clauses() => Clause.Length > 0 ? [Clause] : [];
}
