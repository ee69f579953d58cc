using TeamsBot.Packs;
using TeamsBot.Packs.Reading;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.People;

/// <summary>A member of staff the bot knows. Holds what a route and a card need, nothing more.</summary>
/// <param name="ObjectId">The person's id in Entra ID, the only thing that identifies; names are for reading.</param>
/// <param name="Kana">How the name is read, or null.</param>
/// <param name="Title">The office: 課長, 係長, 主事.</param>
internal sealed record Person(string ObjectId, string Name, string? Kana, string Section, string Title, IReadOnlyList<Role> Roles)
{
    public bool Has(Role role) => Roles.Contains(role);

    /// <summary>As a Japanese sentence names several: 「鈴木 一郎さん、高橋 由美さん」.</summary>
    public static string NamesOf(IEnumerable<Person> persons) => string.Join("、", persons.Select(person => $"{person.Name}さん"));

    public bool Is(string objectId) => PersonId.IsSame(ObjectId, objectId);

    public static Person Read(MapReader from)
    {
        var read = new Person(
            from.Text("id").ToLowerInvariant(),
            from.Text("name"),
            from.OptionalText("kana"),
            from.Text("section"),
            from.Text("title"),
            from.WordList("roles", Packs.Roles.Words)
        );
        if (read.ObjectId.Length > 0 && !Guid.TryParseExact(read.ObjectId, "D", out _))
            from.Refuse("id", "Entra ID のオブジェクトID（8-4-4-4-12桁）を書いてください。", "Write the object id from Entra ID (8-4-4-4-12 digits).");
        return read;
    }
}

/// <summary>
/// Who decides for whom. With a period the absent person is away in it; without one the deputy steps in whenever the person may not decide,
/// because away or because the draft is the person's own.
/// </summary>
/// <param name="From">First day of absence in Japan, or null.</param>
/// <param name="To">Last day of absence, included.</param>
/// <param name="Order">Smaller is asked first.</param>
internal sealed record Deputy(string AbsentId, string DeputyId, DateOnly? From, DateOnly? To, int Order)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;

    public bool IsStanding => From is null;

    public static Deputy Read(MapReader from)
    {
        var read = new Deputy(
            from.Text("for").ToLowerInvariant(),
            from.Text("by").ToLowerInvariant(),
            from.OptionalDate("from"),
            from.OptionalDate("to"),
            from.OptionalNumber("order", 1, 100) ?? 1
        );
        if (read.From is null != read.To is null)
            from.Refuse("from", "from と to は両方書くか、両方省きます。", "Write both from and to, or neither.");
        if (read.To < read.From)
            from.Refuse("to", "期間の終わりが始まりより前です。", "The period ends before it begins.");
        if (read.AbsentId.Length > 0 && PersonId.IsSame(read.AbsentId, read.DeputyId))
            from.Refuse("by", "本人を代決者にはできません。", "Nobody can be their own deputy.");
        return read;
    }
}
