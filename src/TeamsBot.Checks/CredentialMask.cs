using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks;

/// <summary>
/// What a text became, and whether a secret was in it. <see cref="Text"/> is safe to store and to show; the secret is in neither.
/// </summary>
public sealed record MaskedText(string Text, bool Seen);

/// <summary>
/// Finds secrets (passwords, PINs, one-time and recovery codes, keys of services) in any text and hides them before anything stores it
/// [private-3-4-3, yamaguchi-3-3]. Talk about passwords (their length, how to choose one, that one is needed) holds no secret and stays.
/// It never returns or logs the secret itself; whoever calls asks the writer to delete the message and change the password.
/// </summary>
public static partial class CredentialMask
{
    public const string Hidden = "●●●●●●";

    public static MaskedText Mask(string text)
    {
        var draft = new DraftText(text);
        var secrets = Secrets(draft).Select(secret => draft.At(secret.Secret)).OrderBy(span => span.Start).ToList();
        if (secrets.Count == 0) return new MaskedText(text, Seen: false);
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var span in secrets)
        {
            if (span.Start < at) continue;
            masked.Append(text, at, span.Start - at).Append(Hidden);
            at = span.End;
        }

        return new MaskedText(masked.Append(text, at, text.Length - at).ToString(), Seen: true);
    }

    /// <summary>Label and secret together, and the secret alone.</summary>
    /// <param name="looked">Is told how many characters each look into the text reads; their sum grows as the text does and no
    /// faster.</param>
    internal static IEnumerable<(Piece Where, Piece Secret)> Secrets(DraftText draft, Action<int>? looked = null)
    {
        var text = draft.Normal;
        var around = new Surroundings(text, looked);
        foreach (var match in around.All(Labelled()))
        {
            var secret = match.Groups["secret"];
            var label = match.Groups["label"];
            if (char.IsAsciiLetter(text[match.Index]) && match.Index > 0 && char.IsAsciiLetterOrDigit(text[match.Index - 1])) continue;
            if (!IsGiven(text.AsSpan(label.Index + label.Length, secret.Index - label.Index - label.Length), secret.Value)) continue;
            if (!IsSecret(secret.Value, around, secret.Index, label.Value)) continue;
            yield return (new Piece(match.Index, match.Index + match.Length), new Piece(secret.Index, secret.Index + secret.Length));
        }

        foreach (var match in around.All(InJapanese()))
        {
            var secret = match.Groups["secret"];
            if (
                Advice().IsMatch(around.Behind(secret.Index + secret.Length))
                || Avoid().IsMatch(around.Sentence(match.Index, draft.SentenceAt(match.Index)))
            )
                continue;
            yield return (new Piece(match.Index, match.Index + match.Length), new Piece(secret.Index, secret.Index + secret.Length));
        }

        foreach (var match in around.All(CodeFirst()).Concat(around.All(Keys())))
        {
            var secret = match.Groups["secret"];
            if (
                secret.Index > 0
                && char.IsAsciiDigit(secret.Value[0])
                && (char.IsAsciiLetterOrDigit(text[secret.Index - 1]) || text[secret.Index - 1] is '-' or '.')
            )
                continue;
            yield return (new Piece(match.Index, match.Index + match.Length), new Piece(secret.Index, secret.Index + secret.Length));
        }
    }

    /// <summary>
    /// Between label and value stands nothing, blanks, or a sign that a value follows. "password?" is no pass with the value word?, and a
    /// plain word after a blank is the next word of a sentence.
    /// </summary>
    private static bool IsGiven(ReadOnlySpan<char> between, string value)
    {
        var announced =
            between.TrimStart().StartsWith("は", StringComparison.Ordinal)
            || between.Contains("値は", StringComparison.Ordinal)
            || between.ContainsAny(Announcing)
            || between.Contains(" is ", StringComparison.OrdinalIgnoreCase);
        if (announced) return true;
        if (!between.IsWhiteSpace()) return false;
        return between.Length == 0
            ? char.IsAsciiDigit(value[0])
            : value.Any(char.IsAsciiDigit) || value.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '?' or ',' or '!'));
    }

    private static readonly SearchValues<char> Announcing = SearchValues.Create(":=→「『\"'");

    /// <summary>
    /// A value, not a rule about values: 10文字以上 and 4桁 are none, nor are masks, examples to avoid, years and phone numbers.
    /// </summary>
    private static bool IsSecret(string secret, Surroundings around, int at, string label)
    {
        if (
            secret.Length < 4
            || secret.Trim('*', 'x', 'X', '-', '_', '.').Length == 0
            || Advice().IsMatch(around.Behind(at + secret.Length))
        )
            return false;
        if (secret.Contains("://", StringComparison.Ordinal) || secret.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return false;
        if (Avoid().IsMatch(around.RestOfSentence(at))) return false;
        var digits = secret.Count(char.IsAsciiDigit);
        var number = digits == secret.Length;
        if (IsCodeLabel(label)) return number ? secret.Length is >= 4 and <= 10 : digits > 0;
        return digits > 0
            || secret.Any(c => !char.IsAsciiLetterOrDigit(c))
            || secret.Length >= 8
            || char.IsAsciiLetterUpper(secret[0])
                && secret.Skip(1).Any(char.IsAsciiLetterLower)
                && around.Before(at) is '「' or '"' or '\'';
    }

    private static bool IsCodeLabel(string label) =>
        label.EndsWith("番号", StringComparison.Ordinal)
        || label.EndsWith("コード", StringComparison.Ordinal)
        || label.StartsWith("PIN", StringComparison.OrdinalIgnoreCase)
        || label.EndsWith("code", StringComparison.OrdinalIgnoreCase)
        || label.EndsWith("OTP", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(
        @"(?<label>(ワンタイム|初期|仮|共通|管理者|旧|新|暫定|Wi-Fi(の)?|wifi(の)?)?(パスワード|ぱすわーど|パスコード|パスフレーズ|ワンタイムコード)|合言葉|暗証番号|認証(番号|コード)|確認コード|セキュリティコード|"
            + @"リカバリーコード|回復コード|復旧コード|バックアップコード|解錠番号|開錠番号|解除番号|解除コード|暗号キー|暗号化キー|ネットワークキー|APIキー|アクセスキー|アクセストークン|秘密鍵|アカウントのパス|password|passwd|"
            + @"passcode|passphrase|pwd|pass|pw|PIN( ?コード|code|番号)?|OTP|recovery code|verification code|one-time code|security code|access "
            + @"token|api[ _-]?key|secret key|Key)( ?[((][^()\n]{0,16}[))])?[ \t]*(は|の|を|が|も)?、?[^A-Za-z0-9「『""'。、!?\n*:=→]{0,10}[:=→]?[ "
            + @"\t]*(is )?[ \t]*[「『""'(\[]?(?<secret>[A-Za-z0-9!#$%&*+\-./;<=>?@^_~|]{3,64})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"(?<secret>\d{4,8})[ ]?(が|は)[^。\n]{0,12}(ワンタイムパスワード|認証コード|確認コード|認証番号|暗証番号|パスワード)|(?<secret>[A-Z]-\d{5,8}) is your|(?<secret>\d"
            + @"{4,8}) is your [^.\n]{0,24}code",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex CodeFirst();

    [GeneratedRegex(
        @"(?<secret>AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{20,80}|xox[baprs]-[A-Za-z0-9\-]{10,80}|AIza[0-9A-Za-z_\-]{30,60}|"
            + @"eyJ[A-Za-z0-9_\-]{10,400}\.[A-Za-z0-9_\-]{10,800}\.[A-Za-z0-9_\-]{10,400}|-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----)|"
            + @"https?://[^\s/:@]{1,64}:(?<secret>[^\s/@]{1,64})@|(AccountKey|SharedAccessKey|Pwd|Password)=(?<secret>[^;\s]{6,200})",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Keys();

    /// <summary>A password in kana or kanji with figures, and the key of a wireless network.</summary>
    [GeneratedRegex(
        @"(パスワード|合言葉)(は|[:=]) ?[「『]?(?<secret>[ぁ-んァ-ヶ一-龠ー]{1,8}\d{2,8})[」』]?(です|。|$)|(Wi-?Fi|SSID|無線LAN)[^。\n]{0,60}?(キー|KEY|Key|PASS|Pass|"
            + @"パス)[ ]?[:=は][ ]?(?<secret>[A-Za-z0-9!#$%&*+\-./@_]{6,64})",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex InJapanese();

    [GeneratedRegex(
        @"^[」』""')\]]? ?(文字|桁|字|ケタ|けた|種類|回|つ|個|か月|ヶ月|カ月|年|月|日|時|分|以上|以内|程度|characters|digits|letters|or more|times|days|months|years|%|円|人|"
            + @"歳|階|番窓口|号|番地)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Advice();

    [GeneratedRegex(
        @"(避け|推測され|やめましょう|使わない|使用しない|設定しない|のような|などの(簡単|単純|推測)|といった(簡単|単純|推測)|危険です|簡単な|単純な|悪い例|よくある|例えば|たとえば|weak|avoid|do not use|don't "
            + @"use|such as)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Avoid();
}
