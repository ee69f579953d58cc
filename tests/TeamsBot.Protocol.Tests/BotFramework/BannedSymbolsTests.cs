using System.Reflection;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;

namespace TeamsBot.Protocol.Tests.BotFramework;

/// <summary>
/// Whatever in the SDK sends is banned by name in BannedSymbols.txt, each overload on a line of its own. A line with a slip in it bans
/// nothing and nobody notices, so the list is compared with what the SDK really has.
/// </summary>
public sealed class BannedSymbolsTests
{
    private static readonly string[] Verbs = ["Send", "Reply", "Update", "Delete", "Continue", "Create", "Upload"];

#pragma warning disable RS0030 // Names them, and calls none.
    private static readonly Type[] BannedAltogether = [typeof(ConversationsExtensions), typeof(TeamsInfo)];
#pragma warning restore RS0030

    [Fact]
    public void All_that_sends_is_banned_and_every_banned_name_exists()
    {
        var sending = new[] { typeof(ITurnContext), typeof(TurnContext), typeof(BotAdapter), typeof(IConversations),
            typeof(Microsoft.Bot.Connector.Conversations) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => Array.Exists(Verbs, verb => method.Name.StartsWith(verb, StringComparison.Ordinal))
                && method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(IdOf)
            .Concat(BannedAltogether.Select(type => $"T:{type.FullName}")).ToList();
        var banned = Banned().Where(id => id.Contains("Microsoft.Bot.", StringComparison.Ordinal)).ToList();
        sending.Except(banned).ShouldBeEmpty();
        banned.Except(sending).ShouldBeEmpty();
    }

    private static IEnumerable<string> Banned()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BannedSymbols.txt"))) folder = folder.Parent!;
        return File.ReadLines(Path.Combine(folder.FullName, "BannedSymbols.txt")).Where(line => line.Length > 0)
            .Select(line => line.Split(';')[0]);
    }

    private static string IdOf(MethodInfo method)
    {
        var parameters = method.GetParameters().Select(parameter => IdOf(parameter.ParameterType));
        return $"M:{method.DeclaringType!.FullName}.{method.Name}({string.Join(',', parameters)})";
    }

    private static string IdOf(Type type) => type switch
    {
        { IsArray: true } => IdOf(type.GetElementType()!) + "[]",
        { IsGenericType: true } => $"{type.FullName!.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(IdOf))}}}",
        _ => type.FullName!,
    };
}
