using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The fields the author fills in: where, when, which class of information, a note to the reviewers; and the editor of the text. None is
/// marked as required: a client would then hold back every button of the card. The server asks for them on handing in.
/// </summary>
internal static class DraftForm
{
    private const int MaxNote = 500;

    public static AdaptiveChoiceSetInput Account(DraftView view, bool isMissing = false)
    {
        var language = view.Language;
        var label = view.Draft.LikeOf is null
            ? language.Say("投稿先のアカウント", "Account to post to")
            : language.Say("「いいね」をするアカウント", "Account that likes");
        return new()
        {
            Label = isMissing ? CardParts.Missing(label, isChoice: true, language) : label,
            Choices = [.. view.Accounts],
            Wrap = true,
            Id = ApprovalFields.Account,
            Value = Typed(view, ApprovalFields.Account, view.Draft.AccountId),
            Style = AdaptiveChoiceInputStyle.Compact,
            Placeholder = language.Say("選んでください", "Choose one"),
        };
    }

    /// <summary>For another class than the one that the button names.</summary>
    public static IEnumerable<AdaptiveElement> InformationClass(DraftView view, bool isMissing = false)
    {
        if (view.Classes.Count == 0) yield break;
        var label = view.Language.Say("情報の区分", "Class of information");
        yield return new AdaptiveChoiceSetInput
        {
            Label = isMissing ? CardParts.Missing(label, isChoice: true, view.Language) : label, Choices = [.. view.Classes], Wrap = true,
            Id = ApprovalFields.InformationClass, Value = Typed(view, ApprovalFields.InformationClass, view.Draft.InformationClass),
            Style = AdaptiveChoiceInputStyle.Compact, Placeholder = view.Language.Say("選んでください", "Choose one"),
        };
    }

    public static IEnumerable<AdaptiveElement> Time(DraftView view, bool isMissing = false)
    {
        var (language, at) = (view.Language, view.Draft.PlannedAt);
        var when = language.Say("投稿する時", "When to post");
        yield return new AdaptiveChoiceSetInput
        {
            Label = isMissing ? "▲ " + when : when, Wrap = true, Id = ApprovalFields.PlannedWhen, Style = AdaptiveChoiceInputStyle.Compact,
            Choices =
            [
                new AdaptiveChoice { Title = language.Say("承認後すぐ", "As soon as approved"), Value = ApprovalFields.AsSoonAsApproved },
                new AdaptiveChoice { Title = language.Say("下の日時", "At the time below"), Value = ApprovalFields.AtTime },
            ],
            Value = Typed(view, ApprovalFields.PlannedWhen, at is null ? ApprovalFields.AsSoonAsApproved : ApprovalFields.AtTime),
        };
        yield return new AdaptiveDateInput
        {
            Label = language.Say("希望日", "Date"), Id = ApprovalFields.PlannedDate,
            Value = Typed(view, ApprovalFields.PlannedDate, at is { } day ? JapaneseTime.DateField(day) : null),
        };
        yield return new AdaptiveTimeInput
        {
            Label = language.Say("希望時刻", "Time"), Id = ApprovalFields.PlannedTime,
            Value = Typed(view, ApprovalFields.PlannedTime, at is { } time ? JapaneseTime.TimeField(time) : null),
        };
    }

    public static IEnumerable<AdaptiveElement> Note(DraftView view)
    {
        var language = view.Language;
        yield return new AdaptiveTextInput
        {
            Label = language.Say("確認する人への連絡・出典（投稿されません）", "Note to the reviewers, sources (not posted)"), Id = ApprovalFields.Note,
            Value = Typed(view, ApprovalFields.Note, view.Draft.Note), IsMultiline = true, MaxLength = MaxNote,
        };
        if (view.Draft.Note.Length == 0) yield break;
        yield return new AdaptiveToggleInput
        {
            Title = language.Say("連絡を消す", "Take the note away"),
            Wrap = true,
            Id = ApprovalFields.ClearNote,
            Value = "false",
            ValueOn = "true",
            ValueOff = "false",
            Spacing = AdaptiveSpacing.Small,
        };
    }

    /// <summary>The editor's field and its button.</summary>
    public static IEnumerable<AdaptiveElement> Editor(DraftView view, AdaptiveContainer? refusal = null)
    {
        var language = view.Language;
        var unsaved = view.Typed?.UnsavedText(view.Draft);
        yield return new AdaptiveTextInput
        {
            Label =
                SubmitSection.Lacks(view, SubmitGap.Text) ? language.Marked(true, language.Say("本文", "Text"), "")
                : unsaved is null ? language.Say("本文", "Text")
                : language.Say("本文（書き直し中・未保存）", "Text (being changed, not saved)"),
            Id = ApprovalFields.Text,
            Value = unsaved ?? view.Draft.Current.Text,
            IsMultiline = true,
            MaxLength = Revision.MaxLength,
        };
        if (refusal is not null) yield return refusal;
        if (view.Draft.Status is DraftStatus.InReview or DraftStatus.AwaitingDecision or DraftStatus.Approved)
        {
            yield return CardParts.Remark(language.Say(
                "本文を変えると下書きに戻り、確認と決裁をやり直します。", "A changed text is a draft again: review and decision begin anew."));
        }

        yield return CardParts.Row(AdaptiveSpacing.Small, Save(view, (ApprovalFields.Editor, "true")));
    }

    public static AdaptiveExecuteAction Save(DraftView view, params (string Key, string Value)[] more) =>
        Buttons.Execute(view.Language.Say("保存して点検する", "Save and check"), ApprovalVerbs.Check, view.Data(more));

    /// <summary>
    /// The editor of a long text, alone on a card. It holds the whole text and may be larger than other cards; the service takes 100 KB.
    /// </summary>
    public static AdaptiveCard EditorCard(DraftView view, AdaptiveContainer? notice = null) => CardParts.Card(
        [
            CardParts.Title(view.Language.Say("本文を直す　", "Change the text of ") + DraftSections.NumberOf(view)),
            .. notice is null ? [] : new AdaptiveElement[] { notice },
            .. Editor(view),
            CardParts.Row(
                AdaptiveSpacing.Small,
                Buttons.Execute(
                    view.Language.Say("直さずに戻る", "Back without a change"),
                    ApprovalVerbs.Show,
                    view.Data(),
                    takesInputs: false
                )
            ),
        ],
        view.Language.Say("本文を直す", "Change the text"),
        language: view.Language);

    /// <summary>
    /// For a text that was being written when others ended what it was about: in the editor where the draft can still be changed, else
    /// offered as a new draft.
    /// </summary>
    public static AdaptiveCard Unsaved(DraftView view, AdaptiveContainer? notice, string text)
    {
        var say = view.Language;
        if (!view.Draft.IsClosed && view.Draft.Status != DraftStatus.OnHold) return EditorCard(view, notice);
        return CardParts.Card(
            [
                ReviewParts.Heading(view, view.Draft.Status.Word(say), view.Draft.Status.Color()),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                new AdaptiveTextInput
                {
                    Label = say.Say("書いた本文（保存されていません）", "Text you wrote (not saved)"),
                    Id = ApprovalFields.Text,
                    Value = text,
                    IsMultiline = true,
                    MaxLength = Revision.MaxLength,
                },
                CardParts.Row(
                    AdaptiveSpacing.Small,
                    Buttons.Execute(say.Say("この文章で下書きを作る", "Make a draft of it"), ApprovalVerbs.Start, view.Data()),
                    Buttons.Execute(say.Say("作らずに戻る", "Back"), ApprovalVerbs.Show, view.Data(), takesInputs: false)
                ),
            ],
            say.Say("書いた本文", "Text you wrote"),
            language: say
        );
    }

    /// <summary>
    /// The text of a document, to be looked over before it becomes a draft. It holds the whole text and may be larger than other cards.
    /// </summary>
    public static AdaptiveCard Offer(string question, string text) => CardParts.Card(
        [
            CardParts.Title("ファイルの文章"),
            CardParts.Line(question),
            new AdaptiveTextInput
            {
                Label = "本文", Id = ApprovalFields.Text, Value = text, IsMultiline = true, MaxLength = Revision.MaxLength,
                IsRequired = true, ErrorMessage = "本文を入力してください。",
            },
            CardParts.Remark("作らないときは、そのままで構いません。ファイルは保存していません。"),
        ],
        "ファイルの文章",
        [Buttons.Execute("この文章で下書きを作る", ApprovalVerbs.Start, style: "positive")]);

    /// <summary>The form for a draft that does not exist yet (「下書き」).</summary>
    public static AdaptiveCard New(AdaptiveContainer? notice = null, string text = "", CardLanguage language = CardLanguage.Ja) =>
        CardParts.Card(
            [
                CardParts.Title(language.Say("新しい下書き", "New draft")),
                new AdaptiveTextBlock
                {
                    Text = language.Say(
                        "投稿する文章を入力してください。チャットにそのまま貼り付けても始められます。",
                        "Enter the text to be posted. Pasting it into the chat begins a draft too."
                    ),
                    Wrap = true,
                    Spacing = AdaptiveSpacing.Small,
                },
                new AdaptiveTextInput
                {
                    Label = language.Say("本文", "Text"),
                    Id = ApprovalFields.Text,
                    Value = text,
                    IsMultiline = true,
                    MaxLength = Revision.MaxLength,
                },
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                CardParts.Row(
                    AdaptiveSpacing.Medium,
                    Buttons.Execute(language.Say("点検する", "Check it"), ApprovalVerbs.Start, style: "positive")
                ),
            ],
            language.Say("新しい下書き", "New draft"),
            language: language
        );

    private static string? Typed(DraftView view, string field, string? stored) => view.Typed?.Value(field, stored) ?? stored;
}
