using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TeamsBot.Reminders;

/// <summary>Counts the reminders that were dealt with, by kind and outcome.</summary>
internal sealed class ReminderMeter(IMeterFactory meters)
{
    public const string Name = "TeamsBot.Reminders";

    private readonly Counter<long> reminders = meters.Create(Name)
        .CreateCounter<long>("teamsbot.reminders", "{reminder}", "Due reminders by kind and outcome: done, failed.");

    public void Dealt(string kind, bool isDone) =>
        reminders.Add(1, new TagList { { "kind", kind }, { "outcome", isDone ? "done" : "failed" } });
}
