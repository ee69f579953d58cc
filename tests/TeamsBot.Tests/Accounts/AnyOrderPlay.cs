using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsBot.AccountDesk;
using TeamsBot.AccountDesk.Life;
using TeamsBot.Accounts;
using TeamsBot.Checks.Dates;
using TeamsBot.Packs;
using TeamsBot.Rotations;
using TeamsBot.Tests.Conversations;
using TeamsBot.Tests.Years;
using TeamsBot.Upkeep;

namespace TeamsBot.Tests.Accounts;

/// <summary>
/// Anybody presses anything about any account: in any order, with cards of yesterday, with and without the right to. Much of what is
/// pressed is what comes next, so that accounts get somewhere; now and then a password stands where it must not.
/// </summary>
internal sealed class AnyOrderPlay(CityWorld world, Random random)
{
    private const string Site = "https://www.city.hoshimi.lg.jp/sns/";

    private static readonly string[] OfPack = ["city-x", "bosai-x", "library-instagram"];

    private static readonly AccountGate[] Gates =
        [AccountGate.Consultation, AccountGate.Policy, AccountGate.HeadApproval, AccountGate.CoSign, AccountGate.Rest];

    private static readonly string[] Sections = ["広報課", "防災課", "図書館", "どこかの課"];

    /// <summary>What was typed as a password; nothing may keep one of them.</summary>
    public List<string> Secrets { get; } = [];

    /// <summary>What was pressed, for whoever has to find out what went wrong.</summary>
    public List<string> Pressed { get; } = [];

    public async Task StepAsync()
    {
        Func<Task>[] ways =
        [
            ApplyAsync, GateAsync, GateAsync, ProceedAsync, ProceedAsync, ProceedAsync, ProceedAsync, ProceedAsync,
            ProceedAsync, StartAsync, ApplyAsync, RegisterAsync, RestAsync, RestAsync, ResumeAsync,
            CustodyAsync, CustodyAsync, LeaveAsync, ChangePasswordAsync, CloseAsync, CloseAsync, TickAsync, TickAsync, TickAsync, EndAsync,
            StopAsync, LiftAsync,
        ];
        // Accounts are numbered by the time, so that a seed plays the same again.
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await Any(ways)();
    }

    private Task ApplyAsync() => Half
        ? PressAsync(AccountVerbs.Apply, Form("Preparing"))
        : PressAsync(
            AccountVerbs.Apply,
            [.. Form("Preparing"), ("section", "広報課"), ("name", "星見市広報課"), ("kind", "Section"), ("policyUrl", ""), ("reason", ""),
                ("handle", $"new_{Pressed.Count}"), ("url", ""), ("medium", Any("X", "Instagram"))]);

    private async Task RegisterAsync()
    {
        var known = await AnyAccountAsync();
        var stamp = (await RecordsAsync()).Find(one => one.AccountId == known)?.Version;
        var state = Any("Running", "Dormant", "Closed", "Preparing", "Closing", "Stopped");
        await PressAsync(
            AccountVerbs.Save,
            [.. Form(state), ("account", Half ? known : ""), ("stamp", Number(stamp ?? 0)), ("listing", Half ? Site : "")]);
    }

    private (string, string)[] Form(string state)
    {
        var medium = Any("Instagram", "X", "Facebook", "Line");
        var (section, handle) = (Any(Sections), $"acc_{random.Next(6)}");
        var host = medium switch { "X" => "x.com", "Facebook" => "www.facebook.com", "Instagram" => "www.instagram.com", _ => "line.me" };
        return
        [
            ("information", Words("お知らせ")), ("purpose", Words("早く知らせるため")), ("medium", medium),
            ("kind", Any("Section", "Section", "CityOfficial")), ("handle", handle), ("url", $"https://{host}/{handle}"),
            ("section", section), ("name", $"星見市{section}"), ("state", state), ("policyUrl", Half ? "" : Site),
            ("reason", Half ? "" : Words("以前から使っている名前")), ("budget", medium == "Line" ? Words("広報費") : ""),
        ];
    }

    /// <summary>Of an account that is being prepared mostly the gate that comes next.</summary>
    private async Task GateAsync()
    {
        var (account, gate) = (await AnyAccountAsync(), Any(Gates));
        if (random.Next(4) > 0 && await NextGateAsync() is { } next) (account, gate) = next;
        await PressAsync(
            random.Next(5) == 0 ? AccountVerbs.GateRefuse : AccountVerbs.GatePass,
            ("account", account), ("gate", gate.ToString()), ("gateUrl", Any(Site, Site, "https://example.com/", "")),
            (GateFields.Words, Words("確かめた")));
    }

    /// <summary>What comes next of an account that is being prepared, by whoever may: so that some are opened at all.</summary>
    private async Task ProceedAsync()
    {
        if (await NextGateAsync() is not var (account, gate)) return;
        var section = (await RecordsAsync()).Single(one => one.AccountId == account).Registered!.Section;
        var head = world.Staff.FirstOrDefault(one => one.Has("head") && one.Section == section) ?? City.Tanaka;
        var by = gate switch { AccountGate.HeadApproval => head, AccountGate.CoSign => City.Tanaka, _ => City.Suzuki };
        await PressAsync(
            by, gate == AccountGate.Rest ? AccountVerbs.Start : AccountVerbs.GatePass,
            ("account", account), ("gate", gate.ToString()), ("gateUrl", Site), (GateFields.Words, Words("確かめた")));
    }

    private async Task StartAsync() => await PressAsync(
        AccountVerbs.Start, ("account", Half && await NextGateAsync() is { } next ? next.Account : await AnyAccountAsync()));

    private async Task RestAsync() => await PressAsync(
        Any(AccountVerbs.Rest, AccountVerbs.RestAllow, AccountVerbs.RestRefuse),
        ("account", await AnyAccountAsync()), ("reason", Words("改修のため")), (GateFields.Words, Half ? "" : Words("認める")));

    private async Task ResumeAsync() => await PressAsync(AccountVerbs.Resume, ("account", await AnyAccountAsync()));

    private async Task CustodyAsync()
    {
        var account = await AnyAccountAsync();
        var chosen = City.Everybody.OrderBy(_ => random.Next()).Take(random.Next(4)).Select(one => one.Id);
        await PressAsync(
            RotationVerbs.CustodySave, ("account", account), ("version", CustodyForm.VersionOf(await CredentialAsync(account))),
            ("custodians", string.Join(',', chosen)), ("storage", Any("Nowhere", "Vault", "")), ("place", Half ? "" : Words("2階の金庫")),
            ("keeper", Half ? "" : Any(City.Everybody).Id), ("changedOn", Half ? "" : Day(-random.Next(400))),
            ("capReason", Half ? "" : Words("多い")));
    }

    private Task LeaveAsync() => PressAsync(
        RotationVerbs.Move, ("leaver", Any(City.Everybody).Id), ("successor", Half ? "" : Any(City.Everybody).Id), ("account", ""));

    private async Task ChangePasswordAsync()
    {
        var account = await AnyAccountAsync();
        await PressAsync(
            RotationVerbs.Complete, ("account", account), ("since", RotationCard.Since(await CredentialAsync(account))),
            ("rules", Half ? RotationPlay.AllTicks : "length"), ("changedOn", Day(-random.Next(3))));
    }

    private async Task CloseAsync() => await PressAsync(
        UpkeepVerbs.ClosingPlan, ("account", await AnyAccountAsync()), ("day", Day(random.Next(-2, 60))), ("reason", Words("利用が少ない")));

    private async Task TickAsync()
    {
        var account = await AnyAccountAsync();
        await PressAsync(
            UpkeepVerbs.ClosingTick, ("account", account), ("endingStamp", await ClosingStampAsync(account)),
            ("step", Any("notice0", "notice1", "archive", "deletion", "links", "listing", "credential")), ("day", Day(0)),
            ("proof", Words(Site)));
    }

    private async Task EndAsync()
    {
        var account = await AnyAccountAsync();
        await PressAsync(
            Half ? UpkeepVerbs.ClosingEnd : UpkeepVerbs.ClosingTakeBack, ("account", account),
            ("endingStamp", await ClosingStampAsync(account)), ("backReason", Words("続けることになった")));
    }

    private async Task StopAsync() =>
        await PressAsync(UpkeepVerbs.Stop, ("account", await AnyAccountAsync()), ("reason", Words("乗っ取りの疑い")));

    private async Task LiftAsync()
    {
        var account = await AnyAccountAsync();
        var stamp = (await world.Bot.ReadAsync(db =>
            db.AccountStops.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == account)))?.Stamp;
        await PressAsync(UpkeepVerbs.Lift, ("account", account), ("endingStamp", Number(stamp ?? 0)), ("reason", Words("安全を確かめた")));
    }

    private async Task<(string Account, AccountGate Gate)?> NextGateAsync()
    {
        var prepared = (await RecordsAsync()).Where(one => one.Registered!.State == AccountState.Preparing).ToList();
        if (prepared.Count == 0) return null;
        // Often the newest, so that one gets to its end before somebody stops it.
        var account = Half ? prepared[^1].AccountId : Any(prepared).AccountId;
        var passed = await world.Bot.ReadAsync(db => db.AccountGates.AsNoTracking()
            .Where(gate => gate.AccountId == account && gate.State == GateState.Passed).Select(gate => gate.Gate).ToListAsync());
        // After the last one comes the start.
        return (account, Gates.First(gate => !passed.Contains(gate)));
    }

    private async Task<string> AnyAccountAsync()
    {
        var entered = (await RecordsAsync()).Select(one => one.AccountId).ToList();
        return entered.Count > 0 && random.Next(4) > 0 ? Any(entered) : random.Next(20) == 0 ? Words("何か") : Any(OfPack);
    }

    private async Task<List<AccountRecord>> RecordsAsync() =>
        [.. (await world.Bot.ReadAsync(db => db.AccountRecords.AsNoTracking().ToListAsync())).Where(one => one.Registered is not null)
            .OrderBy(one => one.AccountId, StringComparer.Ordinal)];

    private Task<AccountCredential?> CredentialAsync(string account) =>
        world.Bot.ReadAsync(db => db.AccountCredentials.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == account));

    private async Task<string> ClosingStampAsync(string account) => Number((await world.Bot.ReadAsync(db =>
        db.AccountClosings.AsNoTracking().SingleOrDefaultAsync(one => one.AccountId == account)))?.Stamp ?? 0);

    /// <summary>Mostly one of those who have a say; sometimes somebody who has left or has not come yet.</summary>
    private Task PressAsync(string verb, params (string, string)[] fields) => PressAsync(
        Any(random.Next(6) == 0 ? City.Everybody : random.Next(3) > 0 ? [City.Suzuki, City.Tanaka, City.Kato] : City.AtFirst),
        verb, fields);

    private async Task PressAsync(Colleague by, string verb, params (string, string)[] fields)
    {
        Pressed.Add($"{by.Name} {verb} {string.Join(' ', fields.Select(field => $"{field.Item1}={field.Item2}"))}");
        await world.PressAsync(by, verb, fields);
    }

    /// <summary>What somebody types, now and then with a password behind its name.</summary>
    private string Words(string words)
    {
        if (random.Next(6) > 0) return words;
        var secret = FormattableString.Invariant($"Hs{random.Next(100, 999)}!Kumo{Secrets.Count}x");
        Secrets.Add(secret);
        return $"{words} パスワード：{secret}";
    }

    private bool Half => random.Next(2) == 0;

    private T Any<T>(params IReadOnlyList<T> among) => among[random.Next(among.Count)];

    private string Day(int from) =>
        JapanTime.DateOf(world.Time.GetUtcNow()).AddDays(from).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
