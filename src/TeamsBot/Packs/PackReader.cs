using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>
/// Reads <c>policy.yaml</c> into a <see cref="Pack"/> and looks for what each field alone cannot tell: references, doubles, missing routes.
/// </summary>
internal static class PackReader
{
    /// <summary>The pack; not to be used when problems were noted.</summary>
    public static Pack Read(MapNode policy, string folderName, ProblemList problems) =>
        MapReader.Read(policy, "", problems, from => Read(from, folderName));

    private static Pack Read(MapReader from, string folderName)
    {
        var name = from.Text("pack");
        if (name != folderName && name.Length > 0)
            from.Refuse("pack", $"フォルダー名「{folderName}」と同じ名前にしてください。", $"Must be the folder's name, '{folderName}'.");
        var mode = from.Word("mode", Modes);
        var pack = new Pack
        {
            Name = name,
            Mode = mode,
            Title = from.RequiredMap("title", Bilingual.Read) ?? new("", ""),
            Edition = from.Stated("edition", Edition.Read),
            Organisation = from.RequiredMap("organisation", Organisation.Read) ?? new("", "", null, null, [], [], [], []),
            Parents = from.Maps("parents", ParentDocument.Read),
            Classification = from.Stated("classification", Classification.Read),
            Classes = from.Maps("classes", DraftClass.Read),
            Approval = from.Stated("approval", ReadApproval),
            Accounts = from.Maps("accounts", OfficialAccount.Read),
            AccountDuties = from.Stated("account_duties", AccountDuties.Read),
            Desks = from.Maps("desks", Desk.Read),
            Password = from.Stated("password", PasswordPolicy.Read),
            Devices = from.Stated("devices", DevicePolicy.Read),
            OfficeHours = from.Stated("office_hours", OpeningHours.Read),
            PostingHours = from.Stated("posting_hours", PostingHours.Read),
            Media = from.Maps("media", MediumPolicy.Read),
            ContentCategories = from.Stated("content_categories", ContentCategories.Read),
            Checks = from.OptionalMap("checks", ReadChecks) ?? ChecksPolicy.None,
            Onboarding = from.Stated("onboarding", Onboarding.Read),
            Duties = from.Maps("duties", Duty.Read),
            PrivateUse = from.OptionalMap("private_use", PrivateUse.Read),
        };
        RefuseDoubles(from, "accounts", "id", [.. pack.Accounts.Select(account => account.Id)]);
        RefuseDoubles(from, "classes", "id", [.. pack.Classes.Select(known => known.Id)]);
        RefuseDoubles(from, "desks", "id", [.. pack.Desks.Select(desk => desk.Id)]);
        RefuseDoubles(from, "media", "medium", [.. pack.Media.Select(policy => policy.Medium.Display())]);
        if (mode == UseMode.Official) RefuseUnusable(from, pack);
        else if (pack.PrivateUse is null)
            from.Refuse("private_use", "私的利用のパックには private_use が必要です。", "A pack for private use needs private_use.");
        RefuseDangling(from, pack);
        return pack;
    }

    private static ApprovalPolicy ReadApproval(MapReader from)
    {
        var approval = ApprovalPolicy.Read(from);
        RefuseDoubles(from, "standing_ranges", "id", [.. approval.StandingRanges.Select(range => range.Id)]);
        RefuseDoubles(from, "gates", "gate", [.. approval.Gates.Select(gate => gate.Kind.ToString())]);
        return approval;
    }

    private static ChecksPolicy ReadChecks(MapReader from)
    {
        var checks = ChecksPolicy.Read(from);
        RefuseDoubles(from, "rules", "rule", [.. checks.Rules.Select(rule => rule.Rule)]);
        return checks;
    }

    private static readonly Words<UseMode> Modes = new(
        ("official", UseMode.Official, "職務利用", "work use"),
        ("private", UseMode.Private, "私的利用", "private use"));

    private static void RefuseDoubles(MapReader from, string list, string field, IReadOnlyList<string> ids)
    {
        for (var at = 1; at < ids.Count; at++)
        {
            if (ids[at].Length > 0 && ids.Take(at).Contains(ids[at], StringComparer.OrdinalIgnoreCase))
                from.Refuse(list, at, field, $"「{ids[at]}」は二つ目です。一つにしてください。", $"'{ids[at]}' is listed twice; keep one.");
        }
    }

    /// <summary>What a pack for staff needs before anybody can hand in a draft.</summary>
    private static void RefuseUnusable(MapReader from, Pack pack)
    {
        if (pack.Approval is null or { Routes.Count: 0 })
            from.Refuse(
                "approval",
                "職務利用のパックには承認経路（approval.routes）が必要です。経路がないと投稿を承認できません。",
                "A pack for work use needs approval.routes; without a route nothing can be approved."
            );
        if (pack.Classes.Count == 0)
            from.Refuse("classes", "情報の区分（classes）を一つ以上書いてください。", "State at least one class of information.");
        for (var at = 0; at < pack.Accounts.Count; at++)
        {
            var kind = pack.Accounts[at].Kind;
            if (pack.Approval?.RouteOf(kind) is null)
                from.Refuse(
                    "accounts",
                    at,
                    "kind",
                    $"「{ApprovalWords.Kinds.InJapanese(kind)}」の承認経路がありません。",
                    $"There is no route for '{ApprovalWords.Kinds.InEnglish(kind)}'."
                );
        }
    }

    private static void RefuseDangling(MapReader from, Pack pack)
    {
        if (pack.Organisation.Sections.Count == 0) return;
        for (var at = 0; at < pack.Accounts.Count; at++)
        {
            var section = pack.Accounts[at].Section;
            if (section.Length > 0 && !pack.Organisation.Sections.Contains(section, StringComparer.Ordinal))
                from.Refuse(
                    "accounts",
                    at,
                    "section",
                    $"所属「{section}」が organisation.sections にありません。",
                    $"The section '{section}' is not in organisation.sections."
                );
        }
    }
}
