using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;

namespace TeamsBot.AccountDesk.Sheet;

/// <summary>A column of the list beyond the account's name and place.</summary>
/// <param name="Read">Takes a value that is not empty into the entry; why it cannot be taken, or null.</param>
internal sealed record RegisterColumn(
    string Name, Func<RegisterRow, string> Write, Func<RegisterEntry, string, string?> Read)
{
    /// <summary>A written value in the form in which two are compared: what people write in two ways and mean as one is one.</summary>
    public Func<string, string> Plain { get; init; } = SheetWords.Plain;
}

/// <summary>
/// The columns of the list in their order: the same for the export and the import, so that what is handed out can be taken in again
/// without loss. There is none for a secret.
/// </summary>
internal sealed class RegisterColumns(RegisterPeople people)
{
    private const int MaxText = 300;

    /// <summary>Those that a list needs to be understood at all, and what it always could say.</summary>
    public static readonly (string Name, Func<RegisterRow, string> Write)[] First =
    [
        ("媒体", row => row.Account.Medium.Display()),
        ("所属", row => row.Account.Section),
        ("アカウント名", row => row.Account.Name),
        ("ID", row => row.Account.Handle ?? ""),
        ("URL", row => row.Account.Url ?? ""),
        ("区分", row => row.Account.Kind == AccountKind.CityOfficial ? "市公式" : "個別"),
        ("開設", row => row.Account.Opened ?? ""),
        ("フォロワー数", row => row.Account.Followers?.Count.ToString(CultureInfo.InvariantCulture) ?? ""),
        ("フォロワー数の日", row => TypedDay.Write(row.Account.Followers?.AsOf)),
    ];

    private IReadOnlyList<RegisterColumn>? all;

    public IReadOnlyList<RegisterColumn> All => all ??= [.. Life(), .. Policy(), .. Site(), .. Custody(), Series()];

    public static IEnumerable<string> Heading(IReadOnlyList<RegisterColumn> columns) =>
        First.Select(column => column.Name).Concat(columns.Select(column => column.Name));

    private static IEnumerable<RegisterColumn> Life() =>
    [
        Word("状態", SheetWords.States, row => row.Account.State, (entry, value) => entry.State = value),
        Text("発信情報", row => row.Record?.Registered?.Information, (entry, value) => entry.Information = value),
        Text("利用目的", row => row.Account.Purpose, (entry, value) => entry.Purpose = value),
        Text("予算科目", row => row.Record?.Registered?.Budget, (entry, value) => entry.Budget = value),
        Text("名前の例外の理由", row => row.Account.NameException, (entry, value) => entry.NameException = value, AccountRecord.MaxReason),
        Text("事前協議", row => row.ProofOf(AccountGate.Consultation), (entry, value) => entry.Consultation = value),
    ];

    private static IEnumerable<RegisterColumn> Policy() =>
    [
        Address("運用ポリシーのURL", row => row.Account.PolicyUrl, (entry, value) => entry.PolicyUrl = value),
        new("発信する区分", row => string.Join("、", row.Facts.Topics), (entry, value) =>
        {
            entry.Facts = entry.Facts with { Topics = [.. Several(value)] };
            return null;
        })
        {
            Plain = value => SheetWords.Set(Several(value)),
        },
        Text("対象者", row => row.Facts.Audience, (entry, value) => entry.Facts = entry.Facts with { Audience = value }),
        new("運用時間", row => SheetWords.Hours(row.Facts.Hours), (entry, value) =>
        {
            entry.Facts = entry.Facts with { Hours = SheetWords.HoursOf(value) };
            return entry.Facts.Hours is null ? "「月火水木金 08:30-17:15 祝日除く 年末年始除く」の形で書いてください。" : null;
        })
        {
            Plain = value => SheetWords.HoursOf(value) is { } hours ? SheetWords.Hours(hours) : SheetWords.Plain(value),
        },
        Day("運用期間の始まり", row => row.Facts.From, (entry, value) => entry.Facts = entry.Facts with { From = value }),
        Day("運用期間の終わり", row => row.Facts.To, (entry, value) => entry.Facts = entry.Facts with { To = value }),
        Text("頻度", row => row.Facts.Frequency, (entry, value) => entry.Facts = entry.Facts with { Frequency = value }),
        Word("返信", SheetWords.Replies, row => row.Facts.Replies, (entry, value) => entry.Facts = entry.Facts with { Replies = value }),
        Word("プロフィールの表示", SheetWords.Modes, row => row.Account.ReplyMode, (entry, value) => entry.ReplyMode = value),
        Word(
            "登録者限定", SheetWords.YesNo, row => row.Facts.MembersOnly,
            (entry, value) => entry.Facts = entry.Facts with { MembersOnly = value }),
    ];

    private static IEnumerable<RegisterColumn> Site() =>
    [
        Address("掲載ページ", row => row.Facts.ListingUrl, (entry, value) => entry.Facts = entry.Facts with { ListingUrl = value }),
        Word(
            "サイトからのリンク", SheetWords.YesNo, row => row.Facts.LinkedFromSite,
            (entry, value) => entry.Facts = entry.Facts with { LinkedFromSite = value }),
        Word(
            "サイトへのリンク", SheetWords.YesNo, row => row.Facts.LinksToSite,
            (entry, value) => entry.Facts = entry.Facts with { LinksToSite = value }),
        Word("公式の認証", SheetWords.Badges, row => row.Facts.Badge, (entry, value) => entry.Facts = entry.Facts with { Badge = value }),
        Text("約款の確認", row => row.Facts.Terms, (entry, value) => entry.Facts = entry.Facts with { Terms = value }),
    ];

    private IEnumerable<RegisterColumn> Custody() =>
    [
        new("保管者", row => string.Join("、", row.Credential?.Custodians.Select(people.NameOf) ?? []), (entry, value) =>
        {
            var names = Several(value);
            if (Array.Find(names, name => people.Find(name) is null) is { } unknown)
                return $"「{TypedText.Quote(unknown)}」という職員は登録されていないか、複数います。";
            entry.Custodians = [.. names.Select(name => people.Find(name)!.ObjectId)];
            return null;
        })
        {
            Plain = value => SheetWords.Set(Several(value).Select(PersonOf)),
        },
        Someone("保管責任者", row => row.Credential?.KeeperId, (entry, id) => entry.Keeper = id),
        Someone("副保管者", row => row.Credential?.DeputyId, (entry, id) => entry.Deputy = id),
        Word("保管方法", SheetWords.Storage, row => row.Credential?.Storage, (entry, value) => entry.Storage = value),
        Text("保管場所", row => row.Credential?.Place, (entry, value) => entry.Place = value, AccountCredential.MaxWords),
        Text("ログインの組", row => row.Credential?.Group, (entry, value) => entry.Group = value, AccountCredential.MaxWords),
        Day("最終変更日", row => row.Credential?.ChangedOn, (entry, value) => entry.ChangedOn = value),
        Word("二段階認証", SheetWords.TwoStep, row => row.Credential?.TwoStep, (entry, value) => entry.TwoStep = value),
        Text(
            "二段階認証を使わない理由", row => row.Credential?.TwoStepReason, (entry, value) => entry.TwoStepReason = value,
            AccountCredential.MaxReason),
        Text("保管者の人数の理由", row => row.Credential?.CapReason, (entry, value) => entry.CapReason = value, AccountCredential.MaxReason),
    ];

    private RegisterColumn Someone(string name, Func<RegisterRow, string?> write, Action<RegisterEntry, string> read) =>
        new(name, row => write(row) is { } id ? people.NameOf(id) : "", (entry, value) =>
        {
            if (people.Find(value) is not { } person) return $"「{TypedText.Quote(value)}」という職員は登録されていないか、複数います。";
            read(entry, person.ObjectId);
            return null;
        })
        {
            Plain = PersonOf,
        };

    private static RegisterColumn Series() => new("フォロワーの推移", row => SheetWords.Series(row.Followers), (entry, value) =>
    {
        if (SheetWords.SeriesOf(value) is not { } series) return "「2026-10-31:120、2026-11-30:131」の形で書いてください。";
        entry.Followers = series;
        return null;
    })
    {
        Plain = value => SheetWords.SeriesOf(value) is { } series ? SheetWords.Series(series.OrderBy(one => one.AsOf)) : value,
    };

    private string PersonOf(string name) => people.Find(name)?.ObjectId.ToLowerInvariant() ?? SheetWords.Plain(name);

    private static string[] Several(string value) =>
        value.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static RegisterColumn Text(
        string name, Func<RegisterRow, string?> write, Action<RegisterEntry, string> read, int most = MaxText) =>
        new(name, row => write(row) ?? "", (entry, value) =>
        {
            if (value.Length > most) return string.Create(CultureInfo.InvariantCulture, $"{most}字までで書いてください。");
            read(entry, value);
            return null;
        });

    private static RegisterColumn Address(string name, Func<RegisterRow, string?> write, Action<RegisterEntry, string> read) =>
        new(name, row => write(row) ?? "", (entry, value) =>
        {
            if (value.Length > MaxText || !OfficialAccount.IsAddress(value)) return "https:// で始まる形で書いてください。";
            read(entry, value);
            return null;
        })
        {
            Plain = SheetWords.Address,
        };

    private static RegisterColumn Day(string name, Func<RegisterRow, DateOnly?> write, Action<RegisterEntry, DateOnly> read) =>
        new(name, row => TypedDay.Write(write(row)), (entry, value) =>
        {
            if (SheetWords.DayOf(value) is not { } day) return "「2026-12-01」の形の日付で書いてください。";
            read(entry, day);
            return null;
        })
        {
            Plain = value => SheetWords.DayOf(value) is { } day ? TypedDay.Write(day) : SheetWords.Plain(value),
        };

    private static RegisterColumn Word<T>(
        string name, (string Word, T Value)[] words, Func<RegisterRow, T?> write, Action<RegisterEntry, T> read)
        where T : struct =>
        new(name, row => SheetWords.Of(words, write(row)), (entry, value) =>
        {
            if (SheetWords.Read(words, value) is not { } known)
                return $"{string.Join("、", words.Select(pair => $"「{pair.Word}」"))}のどれかを書いてください。";
            read(entry, known);
            return null;
        });
}
