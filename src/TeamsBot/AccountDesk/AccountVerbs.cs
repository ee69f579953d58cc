using TeamsBot.Accounts;

namespace TeamsBot.AccountDesk;

/// <summary>The verbs of this feature's buttons.</summary>
internal static class AccountVerbs
{
    public const string List = "accounts.list";
    public const string Open = AccountDoors.Open;
    public const string Form = "accounts.form";
    public const string Save = "accounts.save";
    public const string ImportForm = "accounts.importForm";
    public const string Import = "accounts.import";
    public const string Except = "accounts.except";
    public const string ApplyForm = "accounts.applyForm";
    public const string Apply = "accounts.apply";
    public const string LifeShow = "accounts.life";
    public const string GatePass = "accounts.gatePass";
    public const string GateRefuse = "accounts.gateRefuse";
    public const string Start = "accounts.start";
    public const string RestForm = AccountDoors.Rest;
    public const string Rest = "accounts.rest";
    public const string RestAllow = "accounts.restAllow";
    public const string RestRefuse = "accounts.restRefuse";
    public const string Resume = "accounts.resume";
    public const string NameCheck = "accounts.name";
    public const string PolicyShow = AccountDoors.Policy;
    public const string PolicyForm = AccountDoors.PolicyForm;
    public const string PolicySave = "policies.save";
    public const string PolicySplit = "policies.split";
    public const string PolicyFile = "policies.file";
    public const string PolicyPublish = "policies.publish";
    public const string PolicyReceive = "policies.receive";
    public const string PolicyRead = "policies.read";
    public const string PublicList = "lists.public";
    public const string PublicFile = "lists.publicFile";
    public const string SiteListed = "lists.siteListed";
    public const string Inspect = "lists.inspect";
    public const string InspectOne = "lists.inspectOne";
    public const string ExportFile = "lists.exportFile";
    public const string FollowersForm = "followers.form";
    public const string FollowersSave = "followers.save";
    public const string ProfileForm = "profiles.form";
    public const string ProfileCheck = "profiles.check";
    public const string ProfileWrite = "profiles.write";
    public const string ProfileHandOut = "profiles.handOut";
    public const string DeviceForm = "devices.form";
    public const string DeviceRegister = "devices.register";
    public const string DeviceAsk = "devices.ask";
    public const string DeviceRemove = "devices.remove";
}

/// <summary>The names of this feature's card fields.</summary>
internal static class AccountFields
{
    public const string Account = AccountDoors.Account;
    public const string Text = "text";
    public const string Add = "add";
    public const string PolicyUrl = "policyUrl";
    public const string Purpose = "purpose";
    public const string Name = "name";
    public const string Handle = "handle";
    public const string Medium = "medium";
    public const string Url = "url";
    public const string Kind = "kind";
    public const string Section = "section";
    public const string State = "state";
    public const string Information = "information";
    public const string Reason = "reason";
    public const string Table = "table";
    public const string AsOf = "asOf";
    public const string Stamp = "stamp";
    public const string Gate = "gate";
    public const string Budget = "budget";
    public const string Listing = "listing";
    public const string Device = "device";
    public const string Keeper = "keeper";
    public const string Protected = "protected";
}
