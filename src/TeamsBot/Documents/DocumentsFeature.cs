namespace TeamsBot.Documents;

/// <summary>
/// Word and PDF files that people attach: fetched within limits, read and forgotten. What becomes of the text is each feature's affair.
/// </summary>
internal static class DocumentsFeature
{
    public static IServiceCollection AddDocuments(this IServiceCollection services) => services.AddSingleton<DocumentReader>();
}
