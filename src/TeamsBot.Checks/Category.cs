namespace TeamsBot.Checks;

/// <summary>The three headings under which results are shown, zero included [ward-2-2a].</summary>
public enum FindingGroup
{
    /// <summary>誤り</summary>
    Error,

    /// <summary>漏えい</summary>
    Leak,

    /// <summary>誤解</summary>
    Misunderstanding,
}

/// <summary>What kind of problem a finding is about. Several rules may share one; the id is the word printed in JSON.</summary>
public sealed record Category(string Id, FindingGroup Group, string Label)
{
    public static readonly Category Length = new("length", FindingGroup.Error, "文字数");
    public static readonly Category DateWeekday = new("date_weekday", FindingGroup.Error, "日付と曜日");
    public static readonly Category DateInvalid = new("date_invalid", FindingGroup.Error, "存在しない日付");
    public static readonly Category DatePast = new("date_past", FindingGroup.Error, "過ぎた日付");
    public static readonly Category DateOrder = new("date_order", FindingGroup.Error, "期間の前後");
    public static readonly Category DateRelative = new("date_relative", FindingGroup.Error, "明日・来週などの言い方");
    public static readonly Category TimeInvalid = new("time_invalid", FindingGroup.Error, "時刻");
    public static readonly Category Phone = new("phone", FindingGroup.Error, "電話番号");
    public static readonly Category PostalAddress = new("postal_address", FindingGroup.Error, "郵便番号・住所");
    public static readonly Category Url = new("url", FindingGroup.Error, "URL");
    public static readonly Category OfficialName = new("official_name", FindingGroup.Error, "正式名称");
    public static readonly Category Typo = new("typo", FindingGroup.Error, "誤字・脱字");
    public static readonly Category Wording = new("wording", FindingGroup.Error, "用字用語");
    public static readonly Category PlatformChars = new("platform_chars", FindingGroup.Error, "機種依存文字");
    public static readonly Category Placeholder = new("placeholder", FindingGroup.Error, "未記入の欄");
    public static readonly Category Facts = new("facts", FindingGroup.Error, "根拠");
    public static readonly Category Correction = new("correction", FindingGroup.Error, "訂正・お詫び");

    public static readonly Category PersonalInfo = new("personal_info", FindingGroup.Leak, "個人情報");
    public static readonly Category Confidential = new("confidential", FindingGroup.Leak, "公表前・庁内の情報");
    public static readonly Category Security = new("security", FindingGroup.Leak, "セキュリティ");
    public static readonly Category Image = new("image", FindingGroup.Leak, "画像");

    public static readonly Category Ambiguous = new("ambiguous", FindingGroup.Misunderstanding, "二通りに読める言い方");
    public static readonly Category Rumour = new("rumour", FindingGroup.Misunderstanding, "伝聞・未確認");
    public static readonly Category Discrimination = new("discrimination", FindingGroup.Misunderstanding, "差別的な表現");
    public static readonly Category Disrespect = new("disrespect", FindingGroup.Misunderstanding, "敬意を欠く表現");
    public static readonly Category PublicOrder = new("public_order", FindingGroup.Misunderstanding, "公序良俗");
    public static readonly Category Obscene = new("obscene", FindingGroup.Misunderstanding, "わいせつな内容");
    public static readonly Category Illegal = new("illegal", FindingGroup.Misunderstanding, "違法行為");
    public static readonly Category Unofficial = new("unofficial", FindingGroup.Misunderstanding, "公式見解でない発言");
    public static readonly Category FlamingTopic = new("flaming_topic", FindingGroup.Misunderstanding, "炎上しやすい話題");
    public static readonly Category UrlShortener = new("url_shortener", FindingGroup.Misunderstanding, "短縮URL");
    public static readonly Category ThirdParty = new("third_party", FindingGroup.Misunderstanding, "外部のリンク・引用");
    public static readonly Category AvailabilityLink = new("availability_link", FindingGroup.Misunderstanding, "公式サイトへのリンク");
    public static readonly Category Hashtag = new("hashtag", FindingGroup.Misunderstanding, "ハッシュタグ");
    public static readonly Category MediumFit = new("medium_fit", FindingGroup.Misunderstanding, "媒体に合った書き方");
    public static readonly Category PostingTime = new("posting_time", FindingGroup.Misunderstanding, "投稿時間");
    public static readonly Category Duplicate = new("duplicate", FindingGroup.Misunderstanding, "同じ内容の繰り返し");
    public static readonly Category Cadence = new("cadence", FindingGroup.Misunderstanding, "告知の時期");
    public static readonly Category Private = new("private", FindingGroup.Misunderstanding, "私的利用の注意");

    public override string ToString() => Id;
}
