using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Life;

/// <summary>What is asked of who settles a gate, and what of it is kept as proof.</summary>
internal static class GateFields
{
    public const string Url = "gateUrl";
    public const string Words = "gateWords";
    public const string Edition = "gateEdition";
    public const string Harmless = "gateHarmless";
    public const string Replies = "gateReplies";

    private const int MaxEdition = 40;

    /// <param name="replies">Whether the account's policy promises replies; null where it does not say.</param>
    public static IEnumerable<AdaptiveElement> For(AccountGate gate, CardAction? typed = null, bool? replies = null)
    {
        if (gate == AccountGate.ReplyDuty) yield return Answers(typed, replies);
        if (Address(gate) is { } label)
            yield return new AdaptiveTextInput
            {
                Label = label, Id = Url, Style = AdaptiveTextInputStyle.Url, MaxLength = GateRecord.MaxProof, Placeholder = "https://",
                Value = Kept(typed, Url),
            };
        if (gate == AccountGate.Terms)
        {
            yield return new AdaptiveTextInput
            {
                Label = "約款の版または改定日（例 2026年10月1日）", Id = Edition, MaxLength = MaxEdition, Value = Kept(typed, Edition),
            };
            yield return new AdaptiveToggleInput
            {
                Title = "組織の不利になる定めがないことを確かめた", Wrap = true, Id = Harmless, Value = typed?[Harmless] == "true" ? "true" : "false",
                ValueOn = "true", ValueOff = "false",
            };
        }

        yield return new AdaptiveTextInput
        {
            Label = Decides(gate) ? "添える言葉（認めないときは理由）" : "添える言葉", Id = Words, MaxLength = GateRecord.MaxProof, IsMultiline = true,
            Value = Kept(typed, Words),
        };
    }

    private static AdaptiveChoiceSetInput Answers(CardAction? typed, bool? replies) => new()
    {
        Id = Replies, Label = typed is not null && typed[Replies].Length == 0 ? "▲ 投稿への返信（未選択）" : "投稿への返信",
        Style = AdaptiveChoiceInputStyle.Expanded,
        Choices =
        [
            new AdaptiveChoice { Title = "返信しない", Value = ReplyGate.NoReplies },
            new AdaptiveChoice { Title = "必要に応じて返信する（当番が答えます）", Value = ReplyGate.AsNeeded },
        ],
        Value = typed is not null ? Kept(typed, Replies) : replies switch
        {
            true => ReplyGate.AsNeeded, false => ReplyGate.NoReplies, _ => null,
        },
    };

    /// <summary>The gate is somebody's decision, which may be no.</summary>
    public static bool Decides(AccountGate gate) =>
        gate is AccountGate.Consultation or AccountGate.HeadApproval or AccountGate.CoSign or AccountGate.Rest;

    /// <summary>What is missing in the fields, or null.</summary>
    public static string? Problem(AccountGate gate, CardAction typed, Organisation organisation)
    {
        var url = typed[Url].Trim();
        if (Address(gate) is { } label)
        {
            if (url.Length > GateRecord.MaxProof || !OfficialAccount.IsAddress(url))
                return $"「{label}」に、https:// で始まるアドレスを入力してください。";
            if (gate != AccountGate.Terms && !organisation.IsOwn(new Uri(url)))
                return $"「{label}」には、公式ホームページ（{string.Join("、", organisation.OwnDomains)}）のページを入力してください。";
        }

        if (gate != AccountGate.Terms) return null;
        if (typed[Edition].Trim().Length is 0 or > MaxEdition) return "約款の版または改定日を入力してください。";
        return typed[Harmless] == "true"
            ? null
            : "不利な定めがないことを確かめたら、印を付けてください。不利な定めがあるときは、開設できません。広報担当へご相談ください。";
    }

    /// <summary>What is kept of the fields; null where nothing was typed.</summary>
    public static string? Proof(AccountGate gate, CardAction typed)
    {
        var words = TypedText.Of(typed[Words], GateRecord.MaxProof);
        string[] parts =
        [
            Address(gate) is null ? "" : typed[Url].Trim(),
            gate == AccountGate.Terms ? $"{TypedText.Of(typed[Edition], MaxEdition)}・不利な定めなし" : "",
            words,
        ];
        var proof = string.Join("　", parts.Where(part => part.Length > 0));
        return proof.Length == 0 ? null : ShortText.Cut(proof, GateRecord.MaxProof * 2);
    }

    private static string? Address(AccountGate gate) => gate switch
    {
        AccountGate.Policy => "公開した運用ポリシーのページ",
        AccountGate.SiteListing => "アカウントを掲載したページ",
        AccountGate.Terms => "約款のページ",
        _ => null,
    };

    private static string? Kept(CardAction? typed, string field) =>
        typed?[field] is { Length: > 0 } value ? TypedText.Of(value, GateRecord.MaxProof) : null;
}
