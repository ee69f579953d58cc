using TeamsBot.Accounts;
using TeamsBot.Packs.Reading;

namespace TeamsBot.AccountDesk;

/// <summary>The kinds of devices as people read them.</summary>
internal static class DeviceWords
{
    private static readonly Words<DeviceKind> Kinds = new(
        ("shared", DeviceKind.Shared, "共用の端末", "shared device"),
        ("assigned", DeviceKind.Assigned, "一人に貸与された端末", "device assigned to one person"),
        ("personal-phone", DeviceKind.PersonalPhone, "個人のスマートフォン", "personal phone"));

    public static string InJapanese(DeviceKind kind) => Kinds.InJapanese(kind);

    public static string InEnglish(DeviceKind kind) => Kinds.InEnglish(kind);
}
