using System.Diagnostics;

namespace TeamsBot.Load;

/// <summary>What a process holds in memory, in MB; the peak is known on Linux only.</summary>
internal static class ProcessMemory
{
    public static (double Now, double Peak)? Read(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            var peak = process.PeakWorkingSet64 > 0 ? process.PeakWorkingSet64 : process.WorkingSet64;
            return (process.WorkingSet64 / 1048576.0, peak / 1048576.0);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
