namespace TeamsBot.Guidelines.Index;

internal static class Weights
{
    public static float Concept = 1.5f, Pair = 0.55f, MixedPair = 0.25f, KanaPair = 0.08f, Word = 0.9f, ExplainedPair = 0.5f, ExplainedWord = 0.6f;
    public static float OwnText = 1f, Headings = 0.55f, Lead = 0.4f, Gist = 0.8f, Ask = 1f, Saturation = 0.75f, LengthPart = 0.35f;
    public static float Near = 0.3f, Typo = 0.8f, OtherOrganisation = 0.3f, Enough = 0.35f, CoverageBase = 0.2f;
    public static float Definition = 1.3f, DefinitionTerm = 1.3f, Number = 1.12f, NoNumber = 0.88f, Who = 1.15f, Phone = 1.3f;
    public static float Companion = 0.72f, HeadingHit = 1f;
}
