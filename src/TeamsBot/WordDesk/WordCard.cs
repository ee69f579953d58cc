using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks.WordBooks;
using TeamsBot.OwnWords;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.WordDesk;

/// <summary>One entry for the desk: what it looks for, what the trial found, its versions, and the buttons its state allows.</summary>
internal static class WordCard
{
    private const int MaxVersions = 5;

    /// <param name="stamp">The state of the entry that the buttons will be checked against.</param>
    /// <param name="tried">The trial of the newest version; null when that one is in effect.</param>
    /// <param name="typed">What somebody typed who was refused; shown in the form instead of the entry's own.</param>
    public static AdaptiveCard For(
        WordingEntry entry,
        long stamp,
        DryRunResult? tried,
        DateTimeOffset now,
        AdaptiveContainer? notice,
        WordingForm? typed
    ) =>
        CardParts.Card(
            [
                CardParts.Title("用語"),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                CardParts.Field("状態", WordListCard.State(entry)),
                .. Content(entry.Latest),
                .. tried is null ? [] : Trial(tried),
                .. Versions(entry, now),
            ],
            "用語",
            [.. Actions(entry, stamp, tried, typed)]
        );

    private static IEnumerable<AdaptiveElement> Content(WordingVersion version)
    {
        var content = version.Content;
        yield return CardParts.Field("種類", WordingForm.WordOf(content.Kind));
        yield return CardParts.Field(
            content.Kind switch
            {
                WordingKind.SensitiveDate => "日",
                WordingKind.Facility => "施設",
                _ => "語",
            },
            content.Day.Length > 0 ? $"{content.Text}（{WordingForm.DayOf(content)}）" : content.Text
        );
        if (content.Address.Length > 0) yield return CardParts.Field("住所", content.Address);
        if (content.Phone.Length > 0) yield return CardParts.Field("電話番号", content.Phone);
        if (content.Instead.Length > 0)
            yield return CardParts.Field(content.Kind == WordingKind.SensitiveDate ? "していただきたいこと" : "言い換え", content.Instead);
        yield return CardParts.Field("重さ", WordingForm.WordOf(content.Severity));
        if (content.Except.Length > 0) yield return CardParts.Field("例外", content.Except);
        if (content.Clause.Length > 0) yield return CardParts.Field("根拠", content.Clause);
        if (content.Note.Length > 0) yield return CardParts.Field("説明", content.Note);
    }

    private static IEnumerable<AdaptiveElement> Trial(DryRunResult tried)
    {
        yield return CardParts.Heading("過去の投稿で試した結果");
        yield return CardParts.Line(tried.Posts == 0
            ? "試せる投稿がまだありません。"
            : string.Create(CultureInfo.InvariantCulture, $"最近の投稿{tried.Posts}件のうち{tried.Hits}件（{tried.Share * 100:0.#}%）に当たります。"));
        foreach (var example in tried.Examples) yield return CardParts.Line($"・…{example}…");
        if (tried.Refusal is { } refusal) yield return CardParts.Notice(NoticeKind.Attention, refusal);
    }

    private static IEnumerable<AdaptiveElement> Versions(WordingEntry entry, DateTimeOffset now)
    {
        yield return CardParts.Heading("版");
        foreach (var version in entry.Versions.Reverse().Take(MaxVersions))
        {
            yield return CardParts.Line(
                new AdaptiveTextRun
                {
                    Text = string.Create(CultureInfo.InvariantCulture, $"第{version.Number}版　"), Weight = AdaptiveTextWeight.Bolder,
                },
                new AdaptiveTextRun
                {
                    Text =
                        $"{JapaneseTime.Format(version.At, now)} {version.By}　{WordListCard.Short(version.Content.Text)}"
                            + $"　理由：{version.Reason}",
                    Size = AdaptiveTextSize.Small,
                });
        }

        yield return CardParts.Remark($"最後の変更：{JapaneseTime.Format(entry.ChangedAt, now)} {entry.ChangedBy}");
    }

    private static IEnumerable<AdaptiveAction> Actions(WordingEntry entry, long stamp, DryRunResult? tried, WordingForm? typed)
    {
        if (tried is { Refusal: null })
            yield return Buttons.Execute(
                "有効にする",
                WordsVerbs.Activate,
                Data(("version", Text(entry.LatestVersion))),
                style: "positive",
                takesInputs: false
            );
        yield return new AdaptiveShowCardAction
        {
            Title = "内容を変える",
            Card = new AdaptiveCard("1.5")
            {
                Body = [.. (typed ?? new WordingForm(entry.Latest.Content, "")).Fields()],
                Actions = [Buttons.Execute("過去の投稿で試す", WordsVerbs.Try, Data())],
            },
        };
        if (entry.ActiveVersion is not null)
        {
            yield return new AdaptiveShowCardAction
            {
                Title = "停止",
                Card = new AdaptiveCard("1.5")
                {
                    Body = [new AdaptiveTextInput { Label = "停止する理由", Id = WordsFields.OffReason, MaxLength = WordingEntry.MaxReason }],
                    Actions = [Buttons.Execute("停止する", WordsVerbs.SwitchOff, Data(), style: "destructive")],
                },
            };
        }

        foreach (
            var version in entry
                .Versions.Reverse()
                .Where(version => version.EffectiveAt is not null && version.Number != entry.ActiveVersion)
                .Take(2)
        )
        {
            yield return Buttons.Execute(
                $"第{Text(version.Number)}版に戻す",
                WordsVerbs.RollBack,
                Data(("version", Text(version.Number))),
                takesInputs: false
            );
        }

        yield return Buttons.Execute("用語の一覧", WordsVerbs.List, takesInputs: false);

        JsonObject Data(params (string Key, string Value)[] more)
        {
            var data = new JsonObject { ["entry"] = entry.Id.ToString("N"), ["stamp"] = stamp.ToString(CultureInfo.InvariantCulture) };
            foreach (var (key, value) in more) data[key] = value;
            return data;
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
