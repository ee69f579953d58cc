using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tasks;

namespace TeamsBot.Rotations;

/// <summary>What a card about an account's custodians is drawn from.</summary>
/// <param name="Candidates">Who may be entered.</param>
/// <param name="Task">The task that asks for it, or null.</param>
internal sealed record CustodyView(
    OfficialAccount Account,
    AccountCredential? Credential,
    IReadOnlyList<Person> Candidates,
    DatedTask? Task,
    TaskRow Row,
    TaskReader Reader
)
{
    public string? Problem { get; init; }

    public AdaptiveCards.AdaptiveContainer? Notice { get; init; }

    /// <summary>More people know it than the organisation wants: the head says why.</summary>
    public bool AsksCapReason { get; init; }

    /// <summary>What stands in a field: as typed, else as stored.</summary>
    public string Field(string name, string? stored) =>
        Reader.Typed.Values.ContainsKey(name) ? Reader.Typed[name] : stored ?? "";
}

/// <summary>The fields of the form as they were typed, and what is wrong with them.</summary>
internal sealed record CustodyForm(
    IReadOnlyList<string> Custodians,
    string? Keeper,
    CredentialStorage? Storage,
    TwoStepState? TwoStep,
    DateOnly? ChangedOn,
    TaskForm Typed
)
{
    /// <summary>Who hears of it in the custodians' place; null for nobody.</summary>
    public string? Deputy => Typed[RotationFields.Deputy] is { Length: > 0 } deputy ? deputy : null;

    /// <summary>What is kept of why they are more than the limit.</summary>
    public string CapReason { get; init; } = "";

    /// <summary>Whether a card with this version was drawn of what is stored. Cards of earlier programs say 0 where nothing is.</summary>
    public static bool IsOf(string version, AccountCredential? stored) =>
        version == VersionOf(stored) || (stored is null && version == "0");

    /// <summary>What the form was drawn from; one that is not there yet is another than the first one stored.</summary>
    public static string VersionOf(AccountCredential? stored) => stored?.Version.ToString(CultureInfo.InvariantCulture) ?? "";

    public static TaskForm Fields(Protocol.Inbound.CardAction action) => TaskForm.Read(
        action,
        [
            RotationFields.Custodians, RotationFields.Keeper, RotationFields.Deputy, RotationFields.Storage, RotationFields.TwoStep,
            .. TaskParts.Chosen,
        ],
        [
            (RotationFields.Place, AccountCredential.MaxWords),
            (RotationFields.Group, AccountCredential.MaxWords),
            (RotationFields.ChangedOn, 40),
            (RotationFields.TwoStepReason, AccountCredential.MaxReason),
            (RotationFields.CapReason, AccountCredential.MaxReason),
            .. TaskParts.Written,
        ]
    );

    public static CustodyForm Read(TaskForm typed, DateOnly today) => new(
        [.. typed[RotationFields.Custodians].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        typed[RotationFields.Keeper] is { Length: > 0 } keeper ? keeper : null,
        Chosen.Of<CredentialStorage>(typed[RotationFields.Storage]),
        Chosen.Of<TwoStepState>(typed[RotationFields.TwoStep]),
        TypedDay.Read(typed[RotationFields.ChangedOn], today),
        typed
    );

    /// <summary>What is missing or cannot be meant, whoever enters it; null where nothing is.</summary>
    public string? Problem(CustodyView view, PasswordPolicy policy)
    {
        var (say, known) = (view.Reader.Language, view.Candidates);
        return this switch
        {
            { Custodians.Count: 0 } => say.Say("パスワードを知る人（保管者）を選んでください。", "Choose who knows the password."),
            _ when Custodians.Concat(new[] { Keeper, Deputy }.OfType<string>()).Any(id => !known.Any(person => person.Is(id))) => say.Say(
                "選ばれた人は、この所属の職員か広報担当ではありません。選び直してください。",
                "Somebody chosen belongs neither to the section nor to the PR desk. Please choose again."),
            _ when Deputy is { } deputy && Custodians.Contains(deputy, StringComparer.OrdinalIgnoreCase) => say.Say(
                "副保管者には、保管者とは別の人を選んでください。", "The deputy is somebody who is no custodian. Please choose another."),
            _ when view.Credential?.ChangedOn is null && Typed[RotationFields.ChangedOn].Length > 0 && ChangedOn is null => say.Say(
                "最後に変えた日が読めません。2026-04-01 のように入力してください。", "The day of the last change cannot be read."),
            _ when ChangedOn > view.Reader.Today => say.Say("最後に変えた日が先の日付です。", "The day of the last change has not come yet."),
            { Storage: null } when policy.MediaControlled => say.Say(
                "書いたものの保管（金庫・封書・なし）を選んでください。", "State where it is written down, or that it is not."),
            _ when CustodyRules.LacksPlace(Storage, Typed[RotationFields.Place], Keeper) => say.Say(
                "紙などに書いて保管するときは、保管場所と保管責任者を入れてください。", "Where it is written down, state the place and its keeper."),
            _ when CustodyRules.LacksReason(TwoStep, Typed[RotationFields.TwoStepReason]) => say.Say(
                "二段階認証を使わない理由を入力してください。", "State why two-step login is not in use."),
            _ when IsLong(RotationFields.Place, AccountCredential.MaxWords) || IsLong(RotationFields.Group, AccountCredential.MaxWords) =>
                say.Say("保管場所と認証情報の組は、60字までで入力してください。", "Place and group may have 60 characters."),
            _ when IsLong(RotationFields.TwoStepReason, AccountCredential.MaxReason)
                || IsLong(RotationFields.CapReason, AccountCredential.MaxReason) => say.Say(
                    "理由は200字までで入力してください。", "A reason may have 200 characters."),
            _ => null,
        };
    }

    private bool IsLong(string field, int most) => Typed[field].Length > most;
}
