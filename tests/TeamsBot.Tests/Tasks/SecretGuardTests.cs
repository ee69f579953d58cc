using TeamsBot.Tasks;

namespace TeamsBot.Tests.Tasks;

/// <summary>What looks like a password in a field about passwords is hidden; ordinary reasons stay as they are.</summary>
public sealed class SecretGuardTests
{
    [Theory]
    [InlineData("パスワードは Himitsu#2026 です。出張のため", "Himitsu")]
    [InlineData("Himitsu#2026x", "Himitsu")]
    [InlineData("新しいのは Kx9!pq2Lm です", "Kx9!pq2Lm")]
    [InlineData("ｈｉｍｉＴＳＵ＃２０２６", "ｈｉｍｉ")]
    public void A_secret_is_hidden(string typed, string secret)
    {
        var read = SecretGuard.Read(typed, 200);
        read.Seen.ShouldBeTrue();
        read.Text.ShouldNotContain(secret);
    }

    [Theory]
    [InlineData("出張のため、12/15に変えます")]
    [InlineData("https://www.city.hoshimi.lg.jp/Koho/2026.html を確認中")]
    [InlineData("koho@city.hoshimi.lg.jp に問い合わせ中")]
    [InlineData("@Hoshimi_City2026 の引継ぎ")]
    [InlineData("2026-12-15 までに対応")]
    [InlineData("担当者が不在のため（鈴木）")]
    public void A_reason_is_left_alone(string typed)
    {
        var read = SecretGuard.Read(typed, 200);
        (read.Seen, read.Text).ShouldBe((false, typed));
    }
}
