using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Rosters;

namespace TeamsBot.RosterDesk;

/// <summary>「交代」: the form in which somebody asks for cover, and the request as the asked and the asker see it.</summary>
internal sealed class SwapCard(DutyRoster roster, PeopleDirectory people)
{
    private const int MaxWeeks = 12;

    /// <param name="row">The week that was chosen.</param>
    /// <param name="to">Who was chosen.</param>
    public AdaptiveCard Form(
        IReadOnlyList<RosterWeek> own, string row, string to, RosterReader reader, string? problem = null)
    {
        var say = reader.Language;
        var title = say.Say("当番の交代を頼む", "Ask for cover");
        var rules = new SwapRules(people);
        var chosen = own.FirstOrDefault(week => RosterWords.RowOf(week) == row) ?? own[0];
        var colleagues = own.Take(MaxWeeks).SelectMany(week => rules.Candidates(week, reader.Person, reader.Today)).Distinct();
        if (row.Length > 0) colleagues = rules.Candidates(chosen, reader.Person, reader.Today);
        var offered = PeopleChoices.Of(colleagues, [to]);
        return CardParts.Card(
            [
                CardParts.Title(title),
                .. problem is null ? [] : new AdaptiveElement[] { CardParts.Notice(NoticeKind.Attention, problem) },
                CardParts.Choice(
                    RosterFields.Row, say.Say("代わってほしい当番", "Which duty"),
                    own.Take(MaxWeeks).Select(week => (RosterCard.OwnLine(week, reader), RosterWords.RowOf(week))),
                    row.Length > 0 ? row : RosterWords.RowOf(own[0]), say),
                CardParts.Choice(
                    RosterFields.To, say.Say("頼む相手", "Whom to ask"),
                    offered.Shown.Select(person => ($"{person.Name}（{person.Title}）", person.ObjectId)),
                    to.Length > 0 ? to : null, say),
                .. CardParts.MorePeople(
                    offered.Shown.Count, offered.Left, say.Say("ほかの方には、「交代 名前」で頼めます。", "Ask others with \"swap NAME\"."), say),
                CardParts.Row(
                    AdaptiveSpacing.Small,
                    Buttons.Execute(say.Say("交代を頼む", "Ask"), RosterVerbs.Ask, style: "positive"),
                    Buttons.Execute(say.Say("代わりを探す", "Ask the section"), RosterVerbs.AskAll)),
                CardParts.Remark(say.Say(
                    "相手が「引き受ける」を押すまで、当番は変わりません。「代わりを探す」は、代われる方の全員に尋ねます。",
                    "Nothing changes until somebody takes it. \"Ask the section\" asks everybody who could.")),
            ],
            title,
            language: say
        );
    }

    /// <summary>The request as one of those who are asked sees it.</summary>
    public AdaptiveCard Request(DutySwap swap, RosterReader reader, AdaptiveContainer? notice = null)
    {
        var say = reader.Language;
        return CardParts.Card(
            [
                CardParts.Title(swap.IsOpen
                    ? say.Say("当番を代わってほしい方がいます", "Somebody asks for cover")
                    : say.Say("当番の交代　終わりました", "Cover: settled")),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                .. Facts(swap, reader),
                .. swap.IsOpen && swap.Asks(reader.Person.ObjectId)
                    ? [CardParts.Row(
                        AdaptiveSpacing.Small,
                        Buttons.Execute(say.Say("引き受ける", "Take it"), RosterVerbs.Take, Data(swap), style: "positive", takesInputs: false),
                        Buttons.Execute(say.Say("引き受けられない", "I cannot"), RosterVerbs.Decline, Data(swap), takesInputs: false))]
                    : new AdaptiveElement[] { CardParts.Remark(swap.IsOpen
                        ? say.Say("「引き受けられない」と答えました。操作は必要ありません。", "You said that you cannot. There is nothing more to do.")
                        : State(swap, say)) },
            ],
            Summary(swap, reader),
            language: say
        );
    }

    /// <summary>The request as the asker sees it.</summary>
    public AdaptiveCard Asked(DutySwap swap, RosterReader reader, AdaptiveContainer? notice = null)
    {
        var say = reader.Language;
        var title = say.Say("当番の交代", "Cover for your duty");
        return CardParts.Card(
            [
                CardParts.Title(title),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                .. Facts(swap, reader),
                CardParts.Remark(State(swap, say)),
                .. swap.IsOpen && SettleSwap.MayWithdraw(swap, reader.Person)
                    ? [CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
                        say.Say("頼むのをやめる", "Take it back"), RosterVerbs.Withdraw, Data(swap), takesInputs: false))]
                    : Array.Empty<AdaptiveElement>(),
            ],
            title,
            language: say
        );
    }

    /// <summary>As a phone's line has it.</summary>
    public string Summary(DutySwap swap, RosterReader reader)
    {
        var what = RosterWords.Of(swap, reader.Today, reader.Language);
        return swap.AskedById.Length == 0
            ? reader.Language.Say($"{Honoured(swap.FromId)}から：{what}を代わってほしい", $"{NameOf(swap.FromId)} asks for cover: {what}")
            : reader.Language.Say(
                $"{Honoured(swap.AskedById)}から：{Honoured(swap.FromId)}の{what}を代わってほしい",
                $"{NameOf(swap.AskedById)} asks for cover for {NameOf(swap.FromId)}: {what}");
    }

    public string State(DutySwap swap, CardLanguage say) => swap.State switch
    {
        SwapState.Taken => say.Say($"{Honoured(swap.EndedById)}が引き受けました。", $"{NameOf(swap.EndedById)} has taken it."),
        SwapState.Declined when swap.IsOpenToAll => say.Say("代われる方がいませんでした。", "Nobody could take it."),
        SwapState.Declined => say.Say($"{Honoured(swap.EndedById)}は引き受けられません。", $"{NameOf(swap.EndedById)} cannot take it."),
        SwapState.Withdrawn => say.Say("この依頼は取り下げられました。操作は必要ありません。", "The request was taken back. You need not do anything."),
        _ => swap.IsOpenToAll
            ? say.Say("代われる方の全員に尋ねています。最初に引き受けた方に決まります。", "Everybody who could is asked; the first who takes it has it.")
            : say.Say(
                $"{Honoured(swap.AskedIds[0])}の返事を待っています。", $"Waiting for {NameOf(swap.AskedIds[0])}."),
    };

    private IEnumerable<AdaptiveElement> Facts(DutySwap swap, RosterReader reader)
    {
        var say = reader.Language;
        yield return CardParts.Field(say.Say("当番", "Duty"), $"{swap.Section}　{swap.Duty.In(say)}");
        yield return CardParts.Field(say.Say("週", "Week"), Period(swap, reader));
        yield return CardParts.Field(say.Say("いまの当番", "On duty now"), Now(swap));
    }

    private string Now(DutySwap swap) => swap.IsOpen
        ? NameOf(swap.FromId)
        : roster.Find(swap.TenantId, swap.Section, swap.Duty, swap.Monday) is { } week ? NameOf(week.MainId) : "—";

    private static string Period(DutySwap swap, RosterReader reader)
    {
        var (year, say) = (reader.Today.Year, reader.Language);
        return JapaneseTime.Format(swap.Monday, year, say) + say.Say("〜", " – ") + JapaneseTime.Format(swap.Monday.AddDays(6), year, say);
    }

    /// <summary>As a Japanese sentence names them.</summary>
    private string Honoured(string id) => people.Find(id) is { } person ? $"{person.Name}さん" : "退職・異動した方";

    private string NameOf(string id) => people.Find(id)?.Name ?? "（退職・異動）";

    private static JsonObject Data(DutySwap swap) => new() { [RosterFields.Swap] = swap.Id.ToString("N") };
}
