using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Answers;
using TeamsBot.Cards;
using TeamsBot.Guidelines;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Tests.Answers;

/// <summary>The cards of questions and answers as they leave the process.</summary>
public sealed class AnswerCardTests
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

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
    [InlineData("unanswered-channel")]
    [InlineData("alarm")]
    [InlineData("alarm-en")]
    [InlineData("alarm-unknown-kind")]
    [InlineData("alarm-sent")]
    [InlineData("desk-urgent")]
    [InlineData("desk-urgent-en")]
    [InlineData("ask-back")]
    [InlineData("ask-back-en")]
    public void A_card_is_as_it_was_approved(string name)
    {
        var card = Draw(name);
        CardSize.Fits(card).ShouldBeTrue();
        Approved.Match(JsonNode.Parse(JsonSerializer.Serialize(card, ProtocolJson.Options))!.ToJsonString(Indented) + "\n", name, "json");
    }

    private static AdaptiveCard Draw(string name) => name switch
    {
        "found-ja" => AnswerCard.For(Asked(true), Found(AnswerLanguage.Ja), Empty, Phones),
        "found-en" => AnswerCard.For(Asked(true, CardLanguage.En), Found(AnswerLanguage.En), Empty, Phones),
        "alarm" => AlarmCard.For(Call(TroubleKind.Hijack), Asked(true)),
        "alarm-en" => AlarmCard.For(Call(TroubleKind.Hijack, CardLanguage.En), Asked(true, CardLanguage.En)),
        "alarm-unknown-kind" => AlarmCard.For(Call(null) with { Steps = null, HidSecret = true }, null),
        "alarm-sent" => AlarmCard.For(Call(TroubleKind.Hijack), Asked(true), "10:00 鈴木 一郎さん、高橋 由美さんに送りました"),
        "desk-urgent" => DeskCard.For(
            Asked(true),
            Now,
            CardLanguage.Ja,
            new DeskCall(TroubleKind.LostDevice, "広報課", "0269-00-2111")
        ),
        "desk-urgent-en" => DeskCard.For(
            Asked(true),
            Now,
            CardLanguage.En,
            new DeskCall(null, "", null),
            why: "You are told as the head of public relations. The desk has it too."
        ),
        "ask-back" => AskBackCard.For(Call(TroubleKind.Hijack), asksSomething: false),
        "ask-back-en" => AskBackCard.For(Call(TroubleKind.Hijack, CardLanguage.En), asksSomething: true),
        "not-found" => AnswerCard.For(
            Asked(false),
            new Answer(
                false,
                AnswerLanguage.Ja,
                "このガイドラインには定めがありません。広報課に相談してください。",
                [],
                RefusalReason.NotSet,
                [],
                null,
                [],
                [],
                null
            ),
            Empty,
            Phones
        ),
        "desk" => DeskCard.For(Asked(false), Now, CardLanguage.Ja),
        "desk-replied" => DeskCard.For(Replied(), Now, CardLanguage.Ja),
        "reply" => DeskCard.Reply(Replied(), CardLanguage.Ja),
        "unanswered-channel" => DeskCard.Unanswered([Asked(false)], Now, CardLanguage.En, showsNames: false),
        _ => DeskCard.Unanswered([Asked(false)], Now, CardLanguage.Ja, showsNames: true),
    };

    private static readonly Phone[] Phones = [new("広報課", "0269-00-2111"), new("デジタル推進室", "0269-00-2122")];

    private static AlarmCall Call(TroubleKind? kind, CardLanguage language = CardLanguage.Ja) => new(
        "垢が乗っ取られた *印*", kind, language, Phones,
        new AlarmSteps(
            [new("入れるなら、すぐパスワードを変える", "7(1)①") { Detail = "保管者" }, new("画面・URL・時刻を写真やメモで残す", null)],
            [
                new Citation(
                    "own.md",
                    "市の方針",
                    "2026年4月1日施行",
                    "7(1)①",
                    "乗っ取り",
                    "① 入れるときは、すぐにパスワードを変える。",
                    "sample-7-1-1",
                    ["sample-7-1-1"],
                    "sample"
                ),
            ],
            "市の方針（2026年4月1日施行）"
        )
        {
            Later = [new("公式ホームページで知らせる", "7(1)④") { Detail = "60分以内（設定値）・控える：URL" }],
        })
    {
        DraftVerb = "approvals.start",
    };

    private static Question Asked(bool found, CardLanguage language = CardLanguage.Ja) =>
        Question.Asked(
            new Guid("01990000-0000-7000-8000-000000000001"),
            new("tenant", "a", "29:a", "佐藤 花子"),
            "パスワードはいつ変える？ *印*",
            new(found, found ? "ward-5-3" : null),
            language,
            Now
        );

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
