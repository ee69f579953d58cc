using System.Reflection;
using System.Reflection.Emit;

namespace TeamsBot.Tests;

/// <summary>
/// Which methods (also the getters and setters of properties) each method of an assembly calls, read from the compiled bodies. Constants
/// leave no trace.
/// </summary>
internal static class MemberUses
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);

    private const BindingFlags Own =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>Pairs of the calling type and the called method.</summary>
    public static IReadOnlySet<(Type Caller, MethodBase Called)> In(Assembly assembly)
    {
        var uses = new HashSet<(Type, MethodBase)>();
        foreach (var type in assembly.GetTypes())
        {
            foreach (var method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
            {
                foreach (var called in CalledBy(method)) uses.Add((type, called));
            }
        }

        return uses;
    }

    private static IEnumerable<MethodBase> CalledBy(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        var typeArguments = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var code = Codes[il[at] == 0xFE ? (0xFE << 8) | il[at + 1] : il[at]];
            at += code.Size;
            if (code.OperandType == OperandType.InlineMethod)
                yield return method.Module.ResolveMethod(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
            at += code.OperandType == OperandType.InlineSwitch ? 4 + (4 * BitConverter.ToInt32(il, at)) : SizeOf(code.OperandType);
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
