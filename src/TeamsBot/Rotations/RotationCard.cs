using System.Globalization;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Rotations;

/// <summary>
/// The change of one account's password: until when, the ticks of the pack and the day. For whoever is not in charge it says who is. No
/// field takes a secret.
/// </summary>
internal static class RotationCard
{
    public static AdaptiveCard For(RotationView view) =>
        CardParts.Card(
            [
                CardParts.Title(Heading(view)),
                CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(view.Account), Weight = AdaptiveTextWeight.Bolder }),
                .. view.Notice is null ? [] : new AdaptiveElement[] { view.Notice },
                .. Facts(view),
                .. view switch
                {
                    { Task.IsOpen: false } => [],
                    { IsInCharge: true } => Completion(view),
                    _ => Others(view),
                },
                .. view is { Task: { IsOpen: true } task, MayArrange: true }
                    ? TaskParts.Ways(task, view.Row, view.Takers, view.Reader)
                    : [],
                .. Small(view),
            ],
            Heading(view),
            language: view.Reader.Language
        );

    /// <summary>The fields of the card as they were typed.</summary>
    public static TaskForm Fields(Protocol.Inbound.CardAction action) => TaskForm.Read(
        action, [RotationFields.Rules, .. TaskParts.Chosen], [(RotationFields.ChangedOn, 40), .. TaskParts.Written]);

    public static JsonObject Data(RotationView view) => new()
    {
        [RotationFields.Account] = view.Account.Id, [RotationFields.Since] = Since(view.Credential),
    };

    public static string Since(AccountCredential? credential) =>
        credential?.ChangedOn is { } day ? RotationTasks.CauseOf(day) : "";

    /// <summary>Who changed the password; where that is not known, how the day came into the register and by whom.</summary>
    public static string ChangedBy(AccountCredential credential, CardLanguage say) => credential.ChangeEntered switch
    {
        null => credential.ChangedByName,
        { IsFromList: true, By: var by } => say.Say($"（台帳取込：{by}）", $" (from a list, entered by {by})"),
        { By: var by } => say.Say($"（登録：{by}）", $" (entered by {by})"),
    };

    private static string Heading(RotationView view) => view.Task switch
    {
        null => view.Reader.Language.Say("パスワードの変更", "Change of password"),
        { State: TaskState.Done, Key: not RotationTasks.Unknown } =>
            view.Reader.Language.Say("パスワードを変えました", "The password was changed"),
        { IsOpen: false } ended => $"{TaskWords.State(ended, view.Reader)}　{TaskWords.In(view.Row.Title, view.Reader.Language)}",
        { } task => TaskWords.Heading(task, view.Row, view.Reader),
    };

    private static IEnumerable<AdaptiveElement> Facts(RotationView view)
    {
        var (say, reader) = (view.Reader.Language, view.Reader);
        if (view.Task is { IsOpen: true } task) yield return CardParts.Field(say.Say("期限", "Due"), TaskWords.Due(task, reader));
        var isDone = view.Task is { State: TaskState.Done, Key: not RotationTasks.Unknown };
        yield return CardParts.Field(
            isDone ? say.Say("変えた日", "Changed") : say.Say("前回", "Last"),
            view.Credential?.ChangedOn is { } day
                ? $"{TaskWords.Day(day, reader)}　{ChangedBy(view.Credential, say)}".TrimEnd()
                : say.Say("不明", "unknown")
        );
        if (view.Task is { IsOpen: true, Reason.Length: > 0 } arranged)
            yield return CardParts.Field(TaskWords.State(arranged, reader), arranged.Reason);
    }

    private static IEnumerable<AdaptiveElement> Completion(RotationView view)
    {
        var say = view.Reader.Language;
        var label = say.Say(
            string.Create(CultureInfo.InvariantCulture, $"変えたら印を付ける（{view.Ticks.Count}つとも）"),
            string.Create(CultureInfo.InvariantCulture, $"Tick what is true of the new password (all {view.Ticks.Count})")
        );
        yield return new AdaptiveChoiceSetInput
        {
            Id = RotationFields.Rules,
            Label = view.Missing.Count > 0
                ? $"▲ {label}{say.Say($"（印がない：{Names(view)}）", $" (missing: {Names(view)})")}"
                : label,
            Choices = [.. view.Ticks.Select(tick => new AdaptiveChoice { Title = tick.In(say), Value = tick.Id })],
            Style = AdaptiveChoiceInputStyle.Expanded,
            IsMultiSelect = true,
            Wrap = true,
            Value = view.Reader.Typed[RotationFields.Rules],
            Spacing = AdaptiveSpacing.Medium,
        };
        yield return new AdaptiveDateInput
        {
            Id = RotationFields.ChangedOn,
            Label = say.Say("変えた日", "Day of the change"),
            Value = view.Reader.Typed[RotationFields.ChangedOn] is { Length: > 0 } typed ? typed : RotationTasks.CauseOf(view.Reader.Today),
        };
        yield return CardParts.Line(new AdaptiveTextRun
        {
            Text = say.Say("パスワードは、ここに書かないでください。", "Never write the password here."), Weight = AdaptiveTextWeight.Bolder,
        });
        if (view.Problem is { } problem) yield return CardParts.Notice(NoticeKind.Attention, problem);
        yield return CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
            say.Say("変更を終えた", "I have changed it"), RotationVerbs.Complete, Data(view), style: "positive"));
    }

    private static string Names(RotationView view) =>
        string.Join("、", view.Missing.Select(tick => tick.In(view.Reader.Language)));

    private static IEnumerable<AdaptiveElement> Others(RotationView view)
    {
        var say = view.Reader.Language;
        yield return CardParts.Field(
            say.Say("保管者", "Custodians"),
            view.Custodians.Count == 0
                ? say.Say("いません", "nobody")
                : string.Join("、", view.Custodians.Select(person => $"{person.Name}（{person.Title}）"))
        );
        yield return CardParts.Line(view.Custodians.Count == 0
            ? say.Say(
                "パスワードを知る人が登録されていません。保管者を決めて登録してください。",
                "Nobody is entered who knows the password. Please choose and enter a custodian."
            )
            : say.Say(
                "変更を記録できるのは保管者だけです。変更できるかを確かめてください。",
                "Only a custodian can record the change. Please ask whether they can do it."
            ));
        yield return CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
            say.Say("保管者を確かめる", "See the custodians"), RotationVerbs.Custody, Data(view), style: "positive", takesInputs: false));
    }

    private static IEnumerable<AdaptiveElement> Small(RotationView view)
    {
        var say = view.Reader.Language;
        var later = view.Task is { IsOpen: true } task && !TaskWords.IsLate(task, view.Reader)
            ? say.Say("過ぎると、次の開庁日に所属長へ知らせます。", "When it is late, the head hears of it on the next working day.")
            : "";
        var text = view.Basis.Length == 0 ? later : say.Say($"根拠：{view.Basis}。{later}", $"Basis: {view.Basis}. {later}");
        if (text.Length > 0)
            yield return CardParts.Line(new AdaptiveTextRun { Text = text, IsSubtle = true, Size = AdaptiveTextSize.Small });
    }
}
