using System.Diagnostics;

namespace TeamsBot.Load;

/// <summary>What a process holds in memory, in MB, and the processor time it has used. The peak is known on Linux only.</summary>
internal static class ProcessFigures
{
    public static (double Now, double Peak, TimeSpan Processor)? Read(int? pid)
    {
        if (pid is not { } id) return null;
        try
        {
            using var process = Process.GetProcessById(id);
            var peak = process.PeakWorkingSet64 > 0 ? process.PeakWorkingSet64 : process.WorkingSet64;
            return (process.WorkingSet64 / 1048576.0, peak / 1048576.0, process.TotalProcessorTime);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
