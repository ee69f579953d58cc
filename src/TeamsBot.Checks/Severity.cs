namespace TeamsBot.Checks;

/// <summary>
/// How far a finding holds a draft back; ordered, so that a cap is a minimum. It says nothing about how sure the rule is.
/// </summary>
public enum Severity
{
    /// <summary>Advice; nobody needs to act.</summary>
    Hint,

    /// <summary>The writer fixes it or answers it; both approvers see the answer.</summary>
    Warn,

    /// <summary>Not routable; only the head lifts it, with a written reason.</summary>
    Block,

    /// <summary>Certain and harmful; nobody lifts it, the text is edited.</summary>
    Stop,
}
