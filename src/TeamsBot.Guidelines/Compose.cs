using TeamsBot.Guidelines.Clauses;
using TeamsBot.Guidelines.Index;

namespace TeamsBot.Guidelines;

/// <summary>Words the answer: the clauses' gists in the asker's language, or what was not found and whom to ask.</summary>
internal static class Compose
{
    /// <summary>
    /// A clause of another topic is only worth asking about next where it fits the question nearly as well as the one that answers it.
    /// </summary>
    private const float NearlyAsGood = 0.5f;

    public static Citation Cite(Hit hit, Passage? passage, Question asked)
    {
        var source = hit.Entry.Source;
        var inside = source.Pack is null ? [] : ClausesIn(passage, source, hit.Entry.Clause);
        return new(
            source.DocumentName,
            source.Title,
            source.Document?.Edition ?? source.Pack?.Edition,
            passage?.Clause ?? hit.Entry.Clause!.Clause,
            passage?.Heading ?? "",
            passage is null ? "" : Quotation.Cut(passage, asked),
            inside.FirstOrDefault()?.Id,
            [.. inside.Select(row => row.Id)],
            source.Pack?.Pack
        );
    }

    public static Answer Answered(
        Question asked,
        AnswerLanguage language,
        Ranking ranking,
        IReadOnlyList<Citation> citations,
        IReadOnlyList<Citation> examples,
        GuidelineLibrary library
    )
    {
        var first = citations[0];
        var best = ranking.Hits[0].Score;
        var rows = ranking
            .Hits.Where(hit => hit.Entry.Clause is { } row && first.ClauseIds.Contains(row.Id) && hit.Score >= best * 0.6f)
            .Take(5)
            .Select(hit => hit.Entry.Clause!)
            .ToList();
        if (rows.Count == 0 && first.ClauseId is { } id && library.FindClause(id) is { } found) rows.Add(found.Row);
        var text = rows.Count switch
        {
            0 => FromQuote(first, language),
            1 => rows[0].Gist.In(language),
            _ => string.Join('\n', rows.Select(row => "・" + row.Gist.In(language))),
        };
        var cited = citations.SelectMany(citation => citation.ClauseIds).ToHashSet(StringComparer.Ordinal);
        var topics = rows.SelectMany(row => row.Topics).ToHashSet(StringComparer.Ordinal);
        var related = ranking
            .Hits.Where(hit =>
                hit.Entry.Clause is { } row
                && !cited.Contains(row.Id)
                && (hit.Score >= best * NearlyAsGood || row.Topics.Exists(topics.Contains))
            )
            .Select(hit => hit.Entry.Clause!.Id)
            .Distinct(StringComparer.Ordinal)
            .Take(3)
            .ToList();
        return new(true, language, text, citations, RefusalReason.None, related, Runbooks.Of(asked, rows), [], examples, null);
    }

    public static Answer Refused(RefusalReason reason, AnswerLanguage language, GuidelineSource? own, Ranking? ranking)
    {
        var desk = own?.Pack?.Desk;
        var ask =
            desk is null ? ""
            : language == AnswerLanguage.En ? $" Please ask the {desk.En}{(desk.Phone is null ? "" : $" ({desk.Phone})")}."
            : $"{desk.Ja}{Phone(desk)}に相談してください。";
        var text = (reason, language) switch
        {
            (RefusalReason.Empty, AnswerLanguage.Ja) => "質問を入力してください。例：パスワードはいつ変えますか。",
            (RefusalReason.Empty, _) => "Please type a question, for example: How often do we change the password?",
            (RefusalReason.NotSet, AnswerLanguage.Ja) => "このガイドラインには定めがありません。" + ask,
            (RefusalReason.NotSet, _) => "This guideline does not set that." + ask,
            (RefusalReason.NotLoaded, AnswerLanguage.Ja) => "その文書は読み込まれていないため、内容をお答えできません。" + ask,
            (RefusalReason.NotLoaded, _) => "That document is not loaded, so its content cannot be told." + ask,
            (RefusalReason.Instruction, AnswerLanguage.Ja) =>
                "ガイドラインについての質問だけにお答えします。知りたいことを一文で入力してください。",
            (RefusalReason.Instruction, _) =>
                "Only questions about the guideline are answered here. Please type what you want to know in one sentence.",
            (_, AnswerLanguage.Ja) => "ガイドラインには見つかりませんでした。言い方を変えるか、"
                + (ask.Length > 0 ? ask : "担当課に相談してください。"),
            _ => "Nothing was found in the guideline. Please put it differently"
                + (ask.Length > 0 ? "." + ask : " or ask the section in charge."),
        };
        var uncovered = reason is RefusalReason.NotSet or RefusalReason.NotLoaded ? own?.Pack?.Uncovered ?? [] : [];
        IReadOnlyList<string> related =
            ranking is null || reason == RefusalReason.OutOfScope
                ? []
                :
                [
                    .. uncovered
                        .Concat(
                            ranking
                                .Hits.Where(hit => own is null || hit.Entry.Source == own)
                                .Select(hit => hit.Entry.Clause)
                                .OfType<ClauseRow>()
                                .Select(row => row.Id)
                        )
                        .Distinct(StringComparer.Ordinal)
                        .Take(3),
                ];
        return new(false, language, text, [], reason, related, null, [], [], desk);
    }

    /// <summary>
    /// Clauses printed inside a passage, the answering one first; around a passage without any, the nearest clause above.
    /// </summary>
    private static List<ClauseRow> ClausesIn(Passage? passage, GuidelineSource source, ClauseRow? answering)
    {
        var rows = new List<ClauseRow>();
        if (answering is not null) rows.Add(answering);
        if (passage is null) return rows;
        foreach (var (at, here) in source.Bound) if (Quotation.IsWithin(at, passage)) rows.AddRange(here.Where(row => !rows.Contains(row)));
        for (var up = passage.Parent; rows.Count == 0 && up is not null; up = up.Parent)
            if (source.Bound.TryGetValue(up, out var above))
                rows.AddRange(above);
        return rows;
    }

    private static string FromQuote(Citation citation, AnswerLanguage language)
    {
        var line = citation.Quote.Split('\n').FirstOrDefault(part => part.Contains('。', StringComparison.Ordinal))
            ?? citation.Quote.Split('\n')[0];
        return language == AnswerLanguage.En ? $"The guideline says so in {citation.Clause} (Japanese text quoted)." : line;
    }

    private static string Phone(DeskContact desk) => desk.Phone is null ? "" : $"（{desk.Phone}）";
}
