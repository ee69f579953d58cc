using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Answers;
using TeamsBot.Guidelines;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Tests.Answers;

/// <summary>The cards of questions and answers as they leave the process.</summary>
public sealed class AnswerCardTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(9));

    private static readonly GuidelineLibrary Empty = new([], []);

    [Theory]
    [InlineData("found-ja")]
    [InlineData("found-en")]
    [InlineData("not-found")]
    [InlineData("desk")]
    [InlineData("desk-replied")]
    [InlineData("reply")]
    [InlineData("unanswered")]
    public void A_card_is_as_it_was_approved(string name)
    {
        var card = Draw(name);
        CardSize.Fits(card).ShouldBeTrue();
        Approved.Match(JsonNode.Parse(JsonSerializer.Serialize(card, ProtocolJson.Options))!.ToJsonString(Indented) + "\n", name, "json");
    }

    private static AdaptiveCard Draw(string name) => name switch
    {
        "found-ja" => AnswerCard.For(Asked(true), Found(AnswerLanguage.Ja), Empty),
        "found-en" => AnswerCard.For(Asked(true), Found(AnswerLanguage.En), Empty),
        "not-found" => AnswerCard.For(Asked(false), new Answer(false, AnswerLanguage.Ja, "このガイドラインには定めがありません。広報課に相談してください。", [], RefusalReason.NotSet, [], null, [], [], null), Empty),
        "desk" => DeskCard.For(Asked(false), Now),
        "desk-replied" => DeskCard.For(Replied(), Now),
        "reply" => DeskCard.Reply(Replied()),
        _ => DeskCard.Unanswered([Asked(false)], Now),
    };

    private static Question Asked(bool found) => Question.Asked(
        new Guid("01990000-0000-7000-8000-000000000001"), "tenant", "a", "佐藤 花子", "パスワードはいつ変える？ *印*", found, found ? "ward-5-3" : null, Now);

    private static Question Replied()
    {
        var question = Asked(false);
        question.Reply("鈴木 一郎", "年に一度です。\n4月に変えてください。").ShouldBeTrue();
        return question;
    }

    private static Answer Found(AnswerLanguage language) => new(
        true, language, language == AnswerLanguage.Ja ? "年1回以上変える" : "Change it at least once a year",
        [
            new Citation("own.txt", "市のガイドライン", "令和8年4月", "5(3)", "パスワード", "パスワードは年に一度以上、\n変更する。", "ward-5-3", ["ward-5-3"], "ward"),
            new Citation("own.txt", "市のガイドライン", "令和8年4月", "5(4)", "", "", "ward-5-4", ["ward-5-4"], "ward"),
        ],
        RefusalReason.None, [], TroubleKind.Hijack, [new SettingValue("ward-5-3", "12文字以上")],
        [new Citation("other", "別の県のガイドライン", null, "７(2)エ", "", "", "tochigi-7-2-4", ["tochigi-7-2-4"], "tochigi")], null);
}
