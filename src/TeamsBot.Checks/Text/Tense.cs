using System.Text.RegularExpressions;

namespace TeamsBot.Checks.Text;

/// <summary>Tells a report about something past from an announcement, by the predicates that Japanese puts at the end.</summary>
internal static partial class Tense
{
    /// <summary>The words report, look back, correct or show something that is over.</summary>
    public static bool Reports(string sentence) => Report().IsMatch(sentence);

    /// <summary>
    /// The words tell of something done; narrower than <see cref="Reports"/>, which also knows cancellations to come. That a day was
    /// changed or decided (変更となりました, 決まりました) tells nothing about the day being over.
    /// </summary>
    public static bool Tells(string sentence) => Told().IsMatch(Settled().Replace(sentence, ""));

    /// <summary>The words announce, invite or set a deadline.</summary>
    public static bool Announces(string sentence) => Announcement().IsMatch(sentence);

    [GeneratedRegex(
        @"ました|でした|だった|された|行った|行われ|開催した|実施した|終了|中止(?:し|と|に|です|いた)|延期|報告|様子|結果|振り返|ふりかえ|レポート|アーカイブ|アルバム|受賞|表彰|訂正|お詫び|誤り|正しくは|掲載した|発表した|発生した|"
            + @"過ぎ|遅れ|まだの|お済みでない",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Report();

    [GeneratedRegex(
        "(?:変更|決定|延期|延長|順延|追加|予定|休館|休業|中止)(?:し|と|に|いた)?(?:なり|し|いたし|され)?ました|(?:決ま|変わ|こととな|ことにな)りました|お待たせ(?:いた|し)?(?:しま|ま)した",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Settled();

    [GeneratedRegex("ました|でした|だった|された|行われた|開催した|実施した|昨年|去年|前回|振り返", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Told();

    [GeneratedRegex(
        @"開催(?:します|いたします|予定|決定|です|!)|行います|おこないます|実施(?:します|いたします|予定)|開きます|開催中|募集(?:します|中|して|いたします|開始)|受付中|受け?付け(?:中|て(?:い|お)|ます)|締め?切|〆切|期限|"
            + @"期日|必着|まで|お待ち|お申し?込み|申し込み|ご参加|ご来場|ご応募|お越し|始まります|スタート|予定(?:です|して|$)|お急ぎ|参加者募集|ご予約",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Announcement();
}
