namespace TeamsBot.Guidelines;

/// <summary>The language an answer is written in. Quotations stay in the document's language.</summary>
public enum AnswerLanguage
{
    Ja,
    En,
}
