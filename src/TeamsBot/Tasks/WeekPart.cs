using AdaptiveCards;

namespace TeamsBot.Tasks;

/// <summary>What a feature adds to 「今週」 beside the tasks: a few lines about the reader, or nothing.</summary>
/// <param name="Draw">For a person of an organisation (tenant).</param>
internal sealed record WeekPart(Func<IServiceProvider, string, TaskReader, IReadOnlyList<AdaptiveElement>> Draw);
