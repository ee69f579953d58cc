using System.Runtime.CompilerServices;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;
using TeamsBot.Checks.WordBooks;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A near miss of an official name [asaka-6-2-2b]: シティプロモーション課 for シティ・プロモーション課. The right name inside a longer one, another official
/// name, and the same-sounding office of another organisation (他市, 県) are left alone.
/// </summary>
internal sealed class OfficialNameRule : IRule
{
    /// <summary>A profile is the same object for every check of a run; its variants live as long as it does.</summary>
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, Names> Indexes = [];

    private static readonly string[] Elsewhere = ["県", "都", "府", "道", "国", "他市", "隣市", "警察", "省", "庁"];

    /// <summary>What may follow a katakana name written in hiragana (あおばほーるで).</summary>
    private const string Particles = "でにはのをがへと";

    public RuleInfo About { get; } = new("official-name", Category.OfficialName, Severity.Warn, "asaka-6-2-2b", "ward-5-5-2");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var organisation = context.Organisation;
        if (organisation.OfficialNames.Count == 0) return [];
        var names = Indexes.GetValue(organisation.OfficialNames, list => new Names(list, organisation));
        var right = names.Right.Find(draft.Normal).Select(hit => new Piece(hit.Start, hit.Start + hit.Length)).ToList();
        var wrong = names
            .Wrong.Find(draft.Normal)
            .Select(hit => (Piece: new Piece(hit.Start, hit.Start + hit.Length), Name: hit.Value))
            .Concat(Folded(draft.Normal, names))
            .Concat(names.Sounded.Find(draft.Normal))
            .Where(hit =>
                !draft.InUrl(hit.Piece.Start)
                && !right.Any(piece =>
                    piece.Start < hit.Piece.End
                    && hit.Piece.Start < piece.End
                    && !(piece.Length < hit.Piece.Length && piece.Start >= hit.Piece.Start && piece.End <= hit.Piece.End)
                )
            )
            .OrderByDescending(hit => hit.Piece.Length)
            .ThenBy(hit => hit.Piece.Start);
        var taken = new List<Piece>();
        var findings = new List<Finding>();
        foreach (var (piece, name) in wrong)
        {
            if (taken.Any(other => other.Start < piece.End && piece.Start < other.End) || !IsWord(draft.Normal, piece, name, organisation))
                continue;
            taken.Add(piece);
            var span = draft.At(piece);
            findings.Add(
                Facility.Weigh(
                    About.Find(span, $"「{draft.Quote(span)}」は、正式名称の「{name}」と違います。", $"「{name}」に直してください。", name),
                    organisation,
                    name
                )
            );
        }

        return findings;
    }

    /// <summary>Names that are right but for signs (・「」) and the kind of kana.</summary>
    private static IEnumerable<(Piece Piece, string Name)> Folded(string text, Names names)
    {
        var folded = new FoldedText(text);
        foreach (var (start, length, name) in names.Folds.Find(folded.Text))
        {
            var piece = folded.Original(start, length);
            if (string.CompareOrdinal(text, piece.Start, name, 0, name.Length) != 0) yield return (piece, name);
        }
    }

    /// <summary>The near miss must not be the head of an ordinary longer word, nor belong to somebody else.</summary>
    private static bool IsWord(string text, Piece piece, string name, OrganisationProfile organisation)
    {
        var last = text[piece.End - 1];
        var next = piece.End < text.Length ? text[piece.End] : ' ';
        var kanaEnd = last is >= 'ぁ' and <= 'ゖ' && name[^1] is not (>= 'ぁ' and <= 'ゖ');
        if (
            kanaEnd
            && next is >= 'ぁ' and <= 'ゖ'
            && !(name[^1] is >= 'ァ' and <= 'ー' && Particles.Contains(next, StringComparison.Ordinal))
        )
            return false;
        if (last is >= 'ァ' and <= 'ー' && next is >= 'ァ' and <= 'ー') return false;
        if (last is >= '一' and <= '龠' && name[^1] != last && next is >= '一' and <= '龠') return false;
        var before = text[Math.Max(0, piece.Start - 3)..piece.Start];
        return !Elsewhere.Any(other =>
            before.EndsWith(other, StringComparison.Ordinal) && !organisation.Name.EndsWith(other, StringComparison.Ordinal)
        );
    }

    /// <summary>The names of one organisation, ready to be searched for: as they are, folded, and in their usual misspellings.</summary>
    private sealed class Names
    {
        private const int ShortestFold = 4;

        public Names(IReadOnlyList<string> names, OrganisationProfile organisation)
        {
            var known = names.Append(organisation.Name).Concat(organisation.Phones.Keys).Where(name => name.Length > 0)
                .Select(name => NormalView.Of(name)).ToHashSet(StringComparer.Ordinal);
            Right = new WordIndex<string>(known.Select(name => (name, name)));
            var own = known.Where(name => !CommonName.Is(name)).ToHashSet(StringComparer.Ordinal);
            Folds = new WordIndex<string>(
                own.Concat(own.SelectMany(KanaParts))
                    .Select(name => (Fold: new FoldedText(name).Text, name))
                    .Where(pair => pair.Fold.Length >= ShortestFold)
            );
            var stem = organisation.Name.TrimEnd('市', '区', '町', '村', '県');
            Sounded = new KanaStem(own, stem);
            var taken = new HashSet<string>(known, StringComparer.Ordinal);
            Wrong = new WordIndex<string>(
                from name in names.Where(name => !CommonName.Is(name))
                from variant in NameVariants.Of(name, stem)
                where taken.Add(variant) && !known.Any(other => other.Contains(variant, StringComparison.Ordinal))
                select (variant, name));
        }

        public WordIndex<string> Right { get; }

        public WordIndex<string> Folds { get; }

        public WordIndex<string> Wrong { get; }

        public KanaStem Sounded { get; }

        /// <summary>
        /// The kana part that makes a name (ほしみんホール of 星見市文化会館ほしみんホール), when it is long enough to be its own word and not only katakana.
        /// </summary>
        private static IEnumerable<string> KanaParts(string name)
        {
            for (var i = 0; i < name.Length; i++)
            {
                var end = i;
                while (end < name.Length && name[end] is (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ー')) end++;
                if (end - i >= 5 && name[i..end].Count(c => c is >= 'ぁ' and <= 'ゖ') >= 3) yield return name[i..end];
                i = Math.Max(i, end - 1);
            }
        }
    }
}
