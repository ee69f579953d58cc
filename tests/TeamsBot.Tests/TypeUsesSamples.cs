#pragma warning disable CS0649, CA1812, CA1822, CA1852, CA1031, CA1711, CA1018, CA1019, MA0037, CS9113, IDE0060
namespace TeamsBot.Tests.Samples.Used
{
    internal sealed class Target
    {
        public static readonly int Number = 1;

        public static void Call()
        {
        }
    }

    internal sealed class Trouble : Exception;

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class MarkAttribute : Attribute;

    internal interface IKind;
}

namespace TeamsBot.Tests.Samples
{
    using TeamsBot.Tests.Samples.Used;

    internal sealed class InField
    {
        internal List<Target[]>? Field;
    }

    internal sealed class InBody
    {
        public void Method() => Target.Call();
    }

    internal sealed class InStaticField
    {
        public int Method() => Target.Number;
    }

    internal sealed class InLambda
    {
        public Func<int, object> Method() => number => number > 0 ? new Target() : "";
    }

    internal sealed class InIterator
    {
        public async IAsyncEnumerable<object> Method()
        {
            await Task.Yield();
            yield return new Target();
        }
    }

    internal sealed class InTypeArgument
    {
        public string Method() => typeof(Dictionary<string, Target>).Name;
    }

    internal sealed class InMethodArgument
    {
        public object Method() => Array.Empty<Target>();
    }

    internal sealed class InSwitch
    {
        public object Method(int number) => number switch { 0 => 1, 1 => 2, 2 => 3, 3 => 4, 4 => new Target(), 5 => 6, 6 => 7, _ => 8 };
    }

    internal sealed class InCatch
    {
        public int Method(Func<int> call)
        {
            try
            {
                return call();
            }
            catch (Trouble)
            {
                return 0;
            }
        }
    }

    [Mark]
    internal sealed class InAttribute;

    internal sealed class InConstraint<T>
        where T : IKind;

    internal sealed class InBase : IKind;

    internal sealed class InNothing
    {
        public string Method() => nameof(Target);
    }
}
#pragma warning restore
