using TeamsBot.Answers;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Tests.Answers;

/// <summary>The desk's card and the asker's at their largest stay within what a client takes.</summary>
public sealed class DeskCardSizeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("長")]
    [InlineData("あ\n")]
    [InlineData("\n")]
    [InlineData("a\n")]
    public void With_all_replies_there_is_room_for_a_full_field(string part)
    {
        var question = Question.Asked(
            Guid.NewGuid(), new("t", "a", "29:a", "佐藤 花子"), Of(part, Question.MaxLength), new(false, null), CardLanguage.Ja, Now);
        question.Forward(Now, Of(part, Question.MaxLength)).ShouldBeTrue();
        question.Reply("鈴木 一郎", Of(part, DeskCard.MaxReply)).ShouldBeTrue();
        var step = new AlarmStep(new string('手', 60), "7(1)①");
        var call = new DeskCall(null, new string('課', 60), "0269-00-2111") { StepsIn = _ => new([.. Enumerable.Repeat(step, 10)], [], "方針") };
        CardSize.Fits(DeskCard.For(question, Now, CardLanguage.Ja, call, null, Of(part, DeskCard.MaxReply))).ShouldBeTrue();
        while (question.AddReply("高橋 由美", Of(part, 100)))
        {
        }

        question.DeskReply!.Length.ShouldBeGreaterThan(Question.MaxReplies - 200);
        var notice = CardParts.Notice(NoticeKind.Attention, "回答が長くなりすぎるため、送れません。短くするか、本人に直接伝えてください。");
        CardSize.Fits(DeskCard.For(question, Now, CardLanguage.Ja, call, notice, Of(part, DeskCard.MaxReply))).ShouldBeTrue();
        CardSize.Fits(DeskCard.Reply(question, CardLanguage.Ja)).ShouldBeTrue();
    }

    private static string Of(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));
}
