namespace TeamsBot.People;

/// <summary>
/// The people in force, replaced whole while the program runs: each turn works with one directory from its first to its last line, and the
/// next turn has the new one. Who must act on a change waits for <see cref="Changed"/>.
/// </summary>
/// <param name="settings">The people of file or configuration.</param>
internal sealed class CurrentPeople(PeopleDirectory settings)
{
    private readonly Lock changing = new();
    private volatile PeopleDirectory now = settings;
    private TaskCompletionSource changed = Waiting();

    public PeopleDirectory Settings { get; } = settings;

    public PeopleDirectory Now => now;

    /// <summary>Completes with the next change after this call. Take it before looking at the people, and no change is missed.</summary>
    public Task Changed => Volatile.Read(ref changed).Task;

    /// <summary>Other people are in force; who is away stays as it was entered.</summary>
    public void Replace(PeopleDirectory people) => Change(before => people.With(before.Absences));

    /// <summary>Somebody will be away.</summary>
    public void Add(Away away) => Change(before => before.With([.. before.Absences, away]));

    /// <summary>An absence was taken back.</summary>
    public void Remove(Guid absence) => Change(before => before.With([.. before.Absences.Where(away => away.Id != absence)]));

    private void Change(Func<PeopleDirectory, PeopleDirectory> change)
    {
        lock (changing) now = change(now);
        Interlocked.Exchange(ref changed, Waiting()).SetResult();
    }

    private static TaskCompletionSource Waiting() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
