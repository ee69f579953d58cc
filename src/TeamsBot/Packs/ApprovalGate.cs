using TeamsBot.Checks;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>Something a guideline wants said, ticked or shown before a draft goes on (domain/rules.md 1.8).</summary>
internal enum GateKind
{
    /// <summary>The writer hands in as a member of staff; asked at the first hand-in of a day (asaka-2-1a, yamaguchi-2-1).</summary>
    AsStaff,

    /// <summary>The writer sees the post under the official name and hands it in as the organisation's word (ward-4-8).</summary>
    OfficialVoice,

    /// <summary>Each approver ticks that laws and service rules are kept (tochigi-2-2).</summary>
    Compliance,

    /// <summary>The last approval is pressed twice, the second time beside the final text (ward-4-9, asaka-2-3b).</summary>
    TwoStep,

    /// <summary>While a warning is open, the approvers read how far the account reaches (ward-2-1a).</summary>
    Reach,

    /// <summary>
    /// The second member of staff ticks each line that states a fact, and says what it was compared with (tochigi-4-2-1).
    /// </summary>
    FactLines,

    /// <summary>
    /// With findings of <see cref="ApprovalGate.Rules"/>, each approver writes what the post may do to the people concerned
    /// (tochigi-6-1-2).
    /// </summary>
    Impact,
}

/// <param name="Tick">The sentence to tick, in our words; null for a gate without a tick of its own.</param>
/// <param name="Rules">Ids of the checks whose findings call for it; empty for a gate that always stands.</param>
internal sealed record ApprovalGate(GateKind Kind, string? Tick, IReadOnlyList<string> Rules, Basis Basis)
{
    private static readonly Words<GateKind> Kinds = new(
        ("as-staff", GateKind.AsStaff, "職員としての自覚", "as staff"),
        ("official-voice", GateKind.OfficialVoice, "公式の発信としての確認", "the organisation's word"),
        ("compliance", GateKind.Compliance, "法令・服務規程の確認", "compliance"),
        ("two-step", GateKind.TwoStep, "二段階の承認", "two-step approval"),
        ("reach", GateKind.Reach, "広がりの表示", "reach"),
        ("fact-lines", GateKind.FactLines, "事実の行ごとの確認", "fact lines"),
        ("impact", GateKind.Impact, "影響の確認", "impact"));

    public static ApprovalGate Read(MapReader from)
    {
        var read = new ApprovalGate(from.Word("gate", Kinds), from.OptionalText("tick"), from.Texts("rules"), Basis.Read(from));
        if (read.Kind is GateKind.AsStaff or GateKind.OfficialVoice or GateKind.Compliance && read.Tick is null)
            from.Refuse("tick", "印を付けてもらう文を書いてください。", "State the sentence to tick.");
        if (read.Kind == GateKind.Impact && read.Rules.Count == 0)
            from.Refuse("rules", "どの点検に当たったときに求めるかを書いてください。", "State the checks whose findings call for it.");
        foreach (var unknown in read.Rules.Where(rule => ContentChecker.Rules.All(known => known.Id != rule)))
            from.Refuse("rules", $"「{unknown}」という点検はありません。", $"There is no rule '{unknown}'.");
        return read;
    }
}
