using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Devices;

/// <summary>The fields of a device as they were typed, kept through every refusal.</summary>
/// <param name="Reason">The head's reason for an exception.</param>
internal sealed record DeviceForm(string AccountId, string Kind, string Name, string Keeper, bool IsProtected, string Reason)
{
    public static DeviceForm Read(CardAction action)
    {
        return new(
            action[AccountFields.Account],
            action[AccountFields.Kind],
            Field(AccountFields.Name),
            Field(AccountFields.Keeper),
            action[AccountFields.Protected] == "true",
            Field(AccountFields.Reason)
        );
        string Field(string name) => TypedText.Of(action[name], Device.MaxReason + 1);
    }

    public DeviceKind? ChosenKind => Chosen.Of<DeviceKind>(Kind);

    /// <summary>What is missing, whoever registers; null where nothing is.</summary>
    public string? Problem => this switch
    {
        { ChosenKind: null } => "端末の種類を選んでください。",
        { Name.Length: 0 or > Device.MaxName } => "端末の呼び名を60字までで入力してください。",
        { Keeper.Length: 0 or > Device.MaxName } => "保管責任者を60字までで入力してください。",
        { Reason.Length: > Device.MaxReason } => "例外とする理由は200字までで入力してください。",
        _ => null,
    };
}
