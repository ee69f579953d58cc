using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Alarms;

namespace TeamsBot.Tests.Alarms;

/// <summary>Ways of saying it whose first steps would be the wrong ones, and what is told to readers and calls nobody.</summary>
public sealed class AlarmWordingTests
{
    [Theory]
    [InlineData("うちのLINEから詐欺メッセージが届いたと住民から電話")]
    [InlineData("市の公式LINEから怪しいリンクが送られてきたと問い合わせがありました")]
    [InlineData("広報のインスタから投資の勧誘DMが来たって市民の方から電話が")]
    [InlineData("当町のXから変な投稿が流れていると議員さんから指摘されました")]
    public void What_came_from_our_own_account_is_a_hijack(string text) => KindOf(text).ShouldBe(TroubleKind.Hijack);

    [Theory]
    [InlineData("市のLINEになりすましたアカウントから詐欺メッセージが届いたと住民から電話")]
    [InlineData("うちにそっくりの偽アカウントからDMが届いたと市民から連絡")]
    public void What_came_from_a_copy_of_it_is_none(string text) => KindOf(text).ShouldBe(TroubleKind.Impersonation);

    [Theory]
    [InlineData("防災のXに入れなくなった")]
    [InlineData("公式インスタに入れなくなりました")]
    [InlineData("観光課のフェイスブックから締め出されました")]
    public void Who_is_locked_out_may_have_been_hijacked(string text) => KindOf(text).ShouldBe(TroubleKind.Hijack);

    [Theory]
    [InlineData("公式Xが凍結されて入れません")]
    [InlineData("規約違反と出てインスタに入れなくなりました")]
    public void Who_was_shut_out_by_the_service_was_not(string text) => KindOf(text).ShouldBe(TroubleKind.ServiceStop);

    [Theory]
    [InlineData("名簿が写った写真を投稿してしまいました")]
    [InlineData("投稿した写真の後ろに参加者の一覧が写っていました")]
    [InlineData("写真に座席表が写り込んだまま公開しちゃった")]
    [InlineData("応募者のリストが映った動画をあげてしまった")]
    public void A_list_of_people_in_a_picture_of_ours_is_a_leak(string text) => KindOf(text).ShouldBe(TroubleKind.Leak);

    [Theory]
    [InlineData("クマが出没しています。見かけたら110番へ")]
    [InlineData("イノシシが出ています。見かけたら農林課まで")]
    [InlineData("市をかたる電話が増えています。かかってきたら警察へ連絡")]
    [InlineData("不審なメールが届いたら消費生活センターへ相談")]
    [InlineData("倒れた木を見つけたら土木課に連絡を")]
    public void What_tells_readers_whom_to_call_is_a_post(string text) => AlarmReader.Read(text).Verdict.ShouldBe(AlarmVerdict.None);

    private static TroubleKind? KindOf(string text) => AlarmReader.Read(text) is { Verdict: not AlarmVerdict.None, Kinds: [var first, ..] } ? first : null;
}
