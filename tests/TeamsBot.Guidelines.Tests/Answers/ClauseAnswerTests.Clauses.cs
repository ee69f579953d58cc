namespace TeamsBot.Tests.Answers;

// The clauses whose question ClauseAnswerTests asks: all of them.
[Cites("private-1-1", "private-1-2", "private-2-1-1", "private-2-1-2", "private-2-1-3", "private-2-1-4", "private-2-1-5", "private-2-2-1a")]
[Cites(
    "private-2-2-1b",
    "private-2-2-2",
    "private-2-2-3",
    "private-3-1-1",
    "private-3-1-2",
    "private-3-1-3",
    "private-3-1-4a",
    "private-3-1-4b"
)]
[Cites(
    "private-3-2-1",
    "private-3-2-2a",
    "private-3-2-2b",
    "private-3-3-1a",
    "private-3-3-1b",
    "private-3-3-2a",
    "private-3-3-2b",
    "private-3-4-1"
)]
[Cites(
    "private-3-4-2a",
    "private-3-4-2b",
    "private-3-4-3",
    "private-3-4-4a",
    "private-3-4-4b",
    "private-3-4-5a",
    "private-3-4-5b",
    "private-3-5-1"
)]
[Cites("private-3-5-2", "private-note")]
[Cites("tochigi-0-1", "tochigi-0-2", "tochigi-0-3", "tochigi-1", "tochigi-2-1", "tochigi-2-2", "tochigi-2-3", "tochigi-2-4a")]
[Cites("tochigi-2-4b", "tochigi-2-4c", "tochigi-2-5", "tochigi-3-1", "tochigi-3-2", "tochigi-3-3", "tochigi-4-1-1", "tochigi-4-1-2")]
[Cites(
    "tochigi-4-1-3",
    "tochigi-4-1-4",
    "tochigi-4-2-1",
    "tochigi-4-2-2",
    "tochigi-4-2-3",
    "tochigi-5-1-1a",
    "tochigi-5-1-1b",
    "tochigi-5-1-2a"
)]
[Cites(
    "tochigi-5-1-2b",
    "tochigi-5-2-1",
    "tochigi-5-2-2",
    "tochigi-5-2-3",
    "tochigi-5-3",
    "tochigi-5-3-1",
    "tochigi-5-3-2",
    "tochigi-5-4-1"
)]
[Cites(
    "tochigi-5-4-2",
    "tochigi-6-1-1",
    "tochigi-6-1-2",
    "tochigi-6-1-3",
    "tochigi-6-1-4",
    "tochigi-6-1-5",
    "tochigi-6-2-1",
    "tochigi-6-2-2"
)]
[Cites(
    "tochigi-7-1-1",
    "tochigi-7-1-2",
    "tochigi-7-1-3",
    "tochigi-7-2-1",
    "tochigi-7-2-2",
    "tochigi-7-2-3",
    "tochigi-7-2-4",
    "tochigi-7-2-5"
)]
[Cites(
    "tochigi-7-2-6",
    "tochigi-7-2-7",
    "tochigi-7-3-1-1",
    "tochigi-7-3-1-2",
    "tochigi-7-3-2-1a",
    "tochigi-7-3-2-1b",
    "tochigi-7-3-2-2",
    "tochigi-7-3-2-3"
)]
[Cites("tochigi-7-3-2-4", "tochigi-7-4", "tochigi-8-1", "tochigi-8-2a", "tochigi-8-2b", "tochigi-9-0", "tochigi-9-1", "tochigi-9-2")]
[Cites("ward-0", "ward-1", "ward-2-1a", "ward-2-1b", "ward-2-2a", "ward-2-2b", "ward-2-3", "ward-3-1")]
[Cites("ward-3-2", "ward-4-1", "ward-4-2", "ward-4-3", "ward-4-4", "ward-4-5", "ward-4-6", "ward-4-7")]
[Cites("ward-4-8", "ward-4-9", "ward-4-10", "ward-4-11", "ward-4-12", "ward-5-1a", "ward-5-1b", "ward-5-2")]
[Cites("ward-5-3", "ward-5-4", "ward-5-5", "ward-5-5-1", "ward-5-5-2", "ward-5-6a", "ward-5-6b", "ward-6-1")]
[Cites("ward-6-2")]
[Cites(
    "yamaguchi-meta",
    "yamaguchi-0-1",
    "yamaguchi-0-2",
    "yamaguchi-0-3",
    "yamaguchi-1",
    "yamaguchi-2-1",
    "yamaguchi-2-2",
    "yamaguchi-2-3"
)]
[Cites(
    "yamaguchi-2-4",
    "yamaguchi-2-5",
    "yamaguchi-3-1",
    "yamaguchi-3-1-1",
    "yamaguchi-3-1-2",
    "yamaguchi-3-1-3",
    "yamaguchi-3-1-4a",
    "yamaguchi-3-1-4b"
)]
[Cites(
    "yamaguchi-3-1-5",
    "yamaguchi-3-2",
    "yamaguchi-3-3",
    "yamaguchi-3-4a",
    "yamaguchi-3-4b",
    "yamaguchi-3-4c",
    "yamaguchi-3-5a",
    "yamaguchi-3-5b"
)]
[Cites(
    "yamaguchi-3-6a",
    "yamaguchi-3-6b",
    "yamaguchi-4-0a",
    "yamaguchi-4-0b",
    "yamaguchi-4-1-1",
    "yamaguchi-4-1-2",
    "yamaguchi-4-1-3",
    "yamaguchi-4-1-4"
)]
[Cites(
    "yamaguchi-4-1-5a",
    "yamaguchi-4-1-5b",
    "yamaguchi-4-2-1-1",
    "yamaguchi-4-2-1-2",
    "yamaguchi-4-2-1-3",
    "yamaguchi-4-2-2a",
    "yamaguchi-4-2-2b",
    "yamaguchi-4-2-2c"
)]
[Cites(
    "yamaguchi-4-2-3a",
    "yamaguchi-4-2-3b",
    "yamaguchi-4-2-3c",
    "yamaguchi-5",
    "yamaguchi-6-1",
    "yamaguchi-6-2",
    "yamaguchi-6-3",
    "yamaguchi-6-4"
)]
[Cites("asaka-0", "asaka-1-1", "asaka-1-2a", "asaka-1-2b", "asaka-2-1a", "asaka-2-1b", "asaka-2-2", "asaka-2-3a")]
[Cites("asaka-2-3b", "asaka-2-4a", "asaka-2-4b", "asaka-2-5a", "asaka-2-5b", "asaka-3-0", "asaka-3-1-1", "asaka-3-1-2")]
[Cites("asaka-3-1-3-1", "asaka-3-1-3-2", "asaka-3-1-3-3", "asaka-3-1-3-4", "asaka-3-2-1", "asaka-3-2-2", "asaka-3-2-3-1", "asaka-3-2-3-2")]
[Cites("asaka-3-2-3-3", "asaka-3-2-3-4", "asaka-3-2-3-5", "asaka-3-3-1", "asaka-3-3-2", "asaka-3-3-3-1", "asaka-3-3-3-2", "asaka-3-3-3-3")]
[Cites("asaka-3-3-3-4", "asaka-3-4-1", "asaka-3-4-2", "asaka-3-4-3-1", "asaka-3-4-3-2a", "asaka-3-4-3-2b", "asaka-4-1a", "asaka-4-1b")]
[Cites("asaka-4-2", "asaka-4-2-p", "asaka-4-3", "asaka-4-4", "asaka-4-5", "asaka-4-n1a", "asaka-4-n1b", "asaka-4-n2")]
[Cites(
    "asaka-4-n3a",
    "asaka-4-n3b",
    "asaka-4-flow",
    "asaka-4-submit",
    "asaka-4-ref-fb",
    "asaka-4-ref-x",
    "asaka-4-ref-ig",
    "asaka-4-ref-line"
)]
[Cites("asaka-4-n-line", "asaka-5-1", "asaka-5-2", "asaka-5-2-1", "asaka-5-2-2", "asaka-5-2-3", "asaka-5-2-4", "asaka-5-3")]
[Cites("asaka-5-3-1", "asaka-5-3-2", "asaka-5-3-3", "asaka-5-3-4", "asaka-5-3-5", "asaka-5-3-6", "asaka-5-3-7", "asaka-5-3-8")]
[Cites("asaka-5-3-9", "asaka-5-3-10", "asaka-6-1", "asaka-6-2", "asaka-6-2-1a", "asaka-6-2-1b", "asaka-6-2-1c", "asaka-6-2-2a")]
[Cites(
    "asaka-6-2-2b",
    "asaka-6-2-3",
    "asaka-6-2-4",
    "asaka-6-2-4-sa",
    "asaka-6-2-4-shi",
    "asaka-6-2-4-su",
    "asaka-6-2-4-se",
    "asaka-6-2-4-so"
)]
[Cites("asaka-6-2-5", "asaka-7-1a", "asaka-7-1b", "asaka-7-1c", "asaka-7-1d", "asaka-7-1e", "asaka-7-1-n1", "asaka-7-1-ex1-1")]
[Cites(
    "asaka-7-1-ex1-2",
    "asaka-7-1-ex1-3",
    "asaka-7-1-ex1-4",
    "asaka-7-1-ex2-1",
    "asaka-7-1-ex2-2",
    "asaka-7-1-ex2-3",
    "asaka-7-1-ex2-4",
    "asaka-7-1-ex3-1"
)]
[Cites(
    "asaka-7-1-ex3-2",
    "asaka-7-1-ex3-3",
    "asaka-7-1-n2",
    "asaka-7-2-1",
    "asaka-7-2-2",
    "asaka-8-1-def",
    "asaka-8-1-risk",
    "asaka-8-1-1a"
)]
[Cites("asaka-8-1-1b", "asaka-8-1-2a", "asaka-8-1-2b", "asaka-8-2-def", "asaka-8-2-1a", "asaka-8-2-1b", "asaka-8-2-1c", "asaka-8-2-1d")]
[Cites("asaka-8-2-1e", "asaka-8-2-2a", "asaka-8-2-2b", "asaka-8-3-def", "asaka-8-3-1a", "asaka-8-3-1b", "asaka-8-3-2a", "asaka-8-3-2b")]
[Cites("asaka-8-3-2c", "asaka-8-3-3a", "asaka-8-3-3b", "asaka-8-3-4a", "asaka-8-3-4b", "asaka-8-3-4c", "asaka-refs", "asaka-annex-0")]
[Cites(
    "asaka-annex-1",
    "asaka-annex-2",
    "asaka-annex-3",
    "asaka-annex-4",
    "asaka-annex-5",
    "asaka-annex-6",
    "asaka-annex-7",
    "asaka-annex-8"
)]
[Cites("asaka-annex-9a", "asaka-annex-9b", "asaka-annex-10", "asaka-annex-n")]
public sealed partial class ClauseAnswerTests;
