namespace TeamsBot.People;

/// <summary>
/// The people in force, replaced whole while the program runs: each turn works with one directory from its first to its last line, and the
/// next turn has the new one. Who must act on a change waits for <see cref="Changed"/>.
/// </summary>
/// <param name="settings">The people of file or configuration.</param>
internal sealed class CurrentPeople(PeopleDirectory settings)
{
    private volatile PeopleDirectory now = settings;
    private TaskCompletionSource changed = Waiting();

    public PeopleDirectory Settings { get; } = settings;

    public PeopleDirectory Now => now;

    /// <summary>Completes with the next change after this call. Take it before looking at the people, and no change is missed.</summary>
    public Task Changed => Volatile.Read(ref changed).Task;

    public void Replace(PeopleDirectory people)
    {
        now = people;
        Interlocked.Exchange(ref changed, Waiting()).SetResult();
    }

    private static TaskCompletionSource Waiting() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
