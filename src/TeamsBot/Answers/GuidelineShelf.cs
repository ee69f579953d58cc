using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;
using TeamsBot.Packs;

namespace TeamsBot.Answers;

/// <summary>
/// The guidelines of the packs and the documents the organisation put beside its own, read once. Reading takes a moment, so it begins in
/// the background when the program starts and only the first question waits for it.
/// </summary>
internal sealed class GuidelineShelf(PackFolder folder, Pack pack)
{
    private readonly Lazy<GuidelineAnswers> answers = new(() => Read(folder, pack));

    public GuidelineAnswers Answers => answers.Value;

    /// <summary>
    /// Answers with the organisation's own guideline first, an alarm from the first step, and with its own numbers beside what the
    /// guideline leaves open.
    /// </summary>
    /// <param name="language">Null takes the language of the question.</param>
    public Answer Ask(string question, AnswerLanguage? language = null) =>
        PackSettings.Beside(IncidentSteps.FromTheFirst(Answers.Ask(question, pack.Name, language), question, Answers, pack), pack);

    /// <exception cref="TeamsBot.Guidelines.Ingest.DocumentException">A document cannot be read; the message names file and
    /// line.</exception>
    private static GuidelineAnswers Read(PackFolder folder, Pack pack)
    {
        var documents = folder.FileOf(pack.Name, "documents");
        return new(
            new GuidelineLibrary(
                Directory.Exists(documents) ? GuidelineLibrary.ReadFolder(documents) : [],
                PackGuideline.LoadAll(folder.Path)
            )
        );
    }
}

/// <summary>
/// Reads the shelf as soon as the program runs. A document that cannot be read stops the program then, not at somebody's question.
/// </summary>
internal sealed class GuidelineShelfStart(GuidelineShelf shelf, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        _ = shelf.Answers;
    }
}
