using System.Text;
using TeamsBot.Protocol.BotFramework;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Inbound;

/// <summary>
/// Good bodies damaged at random: whatever comes of it is read or refused, never thrown. The seed is fixed, so a failure can be repeated.
/// </summary>
public sealed class MutatedBodyTests
{
    private static readonly byte[][] Good =
    [
        .. new[] { Samples.ChannelMessage(), Samples.Execute(), Samples.Submit(), Samples.Event("conversationUpdate") }.Select(activity =>
            Encoding.UTF8.GetBytes(activity.ToJsonString())
        ),
    ];

    [Fact]
    public void A_damaged_body_is_read_or_refused()
    {
        var random = new Random(20260921);
        var (read, refused) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var body = Damage(random, Good[round % Good.Length]);
            var shown = Encoding.UTF8.GetString(body);
            try
            {
                if (ActivityParser.Parse(body) is { } activity)
                {
                    _ = TurnReader.Read(activity, "28:bot");
                    _ = ReceivedActivity.Of(activity);
                    read++;
                }
                else
                {
                    refused++;
                }
            }
            catch (Exception failure)
            {
                Assert.Fail($"{failure.GetType().Name} in round {round} for {shown}");
            }
        }

        // Both ways were really taken.
        read.ShouldBeGreaterThan(1000);
        refused.ShouldBeGreaterThan(1000);
    }

    private static byte[] Damage(Random random, byte[] good)
    {
        var body = good.ToList();
        string[] pieces =
        [
            "\\ud83d",
            "\\u0000",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "-1e999",
            "true",
            "\u00A0",
            "&#x110000;",
            "<at>",
            "\\",
            "あ",
        ];
        for (var change = random.Next(1, 4); change > 0 && body.Count > 0; change--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(4))
            {
                case 0: body[at] = (byte)random.Next(256); break;
                case 1: body.RemoveRange(at, Math.Min(random.Next(1, 20), body.Count - at)); break;
                case 2: body.InsertRange(at, Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)])); break;
                default: body.InsertRange(at, body.GetRange(at, Math.Min(random.Next(1, 40), body.Count - at))); break;
            }
        }

        return [.. body];
    }
}
