using TeamsBot.Packs;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.PrivateUse;

/// <summary>
/// A check for a person's own post: in the 1:1 chat, seen by its writer alone, and nothing of it kept (private-1-1). Every pack offers it.
/// </summary>
internal static class PrivateUseFeature
{
    public const string FormVerb = "private.form";

    public const string CheckVerb = "private.check";

    public const string RemoveLocationVerb = "private.removeLocation";

    public const string DeletedVerb = "private.deleted";

    public const string CorrectionCheckVerb = "private.correction.check";

    public const string CorrectionCloseVerb = "private.correction.close";

    public static readonly string[] CheckWords = ["私的点検", "してきてんけん", "privatecheck"];

    public static readonly string[] DeletedWords = ["消した", "削除した", "けした", "deleted"];

    public static readonly string[] LikeWords = ["いいね申請", "いいねしんせい", "like"];

    private const string LikeNote =
        "「いいね」は、押したことと相手が、投稿した人やあなたのフォロワーなど、ほかの人にも見えることがあります。見える範囲は媒体と設定で変わります。賛同していると受け取られてよいかを確かめてから押してください。この内容は記録していません。";

    /// <param name="pack">In a pack for private use a pasted text leads here; elsewhere it begins a draft.</param>
    public static IServiceCollection AddPrivateUse(this IServiceCollection services, Pack pack)
    {
        services.AddChecks(pack);
        return pack.Mode == UseMode.Private ? services.AddCorrections() : services;
    }

    private static IServiceCollection AddChecks(this IServiceCollection services, Pack pack) => services
        .AddScoped<CheckPrivately>()
        .AddScoped<PrivatePictures>()
        .AddSingleton<PictureSeal>()
        .AddCopyOwner(PrivatePictures.Owner, (provider, turn, id, _) =>
            Task.FromResult(
                provider.GetRequiredService<PictureSeal>().Open(id, turn.Actor!) is { } picture
                    ? new CopySource(picture.Source, picture.SentHash)
                    : null
            )
        )
        .AddSingleton(
            new MenuEntry(
                "私的点検",
                "個人のSNSに投稿する前に、自分だけで点検します。内容は保存しません。",
                CheckWords,
                FormVerb,
                TakesText: pack.Mode == UseMode.Private,
                IsEveryday: pack.Mode == UseMode.Private
            )
            {
                English = ("Private check", "Check a post of your own before you publish it; nobody else sees it and nothing is kept."),
                TakesPosts = pack.Mode == UseMode.Private,
            }
        )
        .AddRoutes(router =>
        {
            router
                .OnCommand(
                    CheckWords,
                    To<CheckPrivately>(
                        (use, turn, cancellationToken) => use.HandleCommand(turn, router.ArgumentOf(turn.Text), cancellationToken)
                    ),
                    CommandArguments.Text
                )
                .OnAction(FormVerb, To<CheckPrivately>((use, turn, _) => use.HandleForm(turn)))
                .OnAction(CheckVerb, To<CheckPrivately>((use, turn, _) => use.HandleCheck(turn)))
                .OnAction(
                    RemoveLocationVerb,
                    To<CheckPrivately>((use, turn, cancellationToken) => use.HandleRemoveLocation(turn, cancellationToken))
                );
            if (pack.Mode == UseMode.Private)
            {
                // A like by a person is the person's own: nothing is approved or kept, only said who can see it [private-3-5-2].
                router.OnCommand(LikeWords, (_, _, _) => Task.FromResult(Reply.Say(LikeNote)), CommandArguments.Address);
                router.OnText("private.check", turn => PostLikeText.Is(turn) || PostLikeText.IsOnlyPictures(turn),
                    To<CheckPrivately>((use, turn, cancellationToken) => use.HandleCommand(turn, turn.Text, cancellationToken)));
            }
        });

    /// <summary>
    /// Only where the organisation's guideline is about private use; elsewhere a deleted post is an incident of the organisation.
    /// </summary>
    private static IServiceCollection AddCorrections(this IServiceCollection services) => services
        .AddScoped<CorrectOwnPost>()
        .AddSingleton(new MenuEntry("投稿を消した", "消した投稿の訂正・お詫びの文を、自分だけで点検します。", DeletedWords, DeletedVerb, IsEveryday: true)
        {
            English = ("I deleted a post", "Check the correction or apology for a post you deleted; only you see it."),
        })
        .AddRoutes(router => router
            .OnCommand(
                DeletedWords,
                To<CorrectOwnPost>((use, turn, cancellationToken) => use.HandleDeleted(turn, cancellationToken)),
                CommandArguments.None
            )
            .OnAction(DeletedVerb, To<CorrectOwnPost>((use, turn, cancellationToken) => use.HandleDeleted(turn, cancellationToken)))
            .OnAction(CorrectionCheckVerb, To<CorrectOwnPost>((use, turn, cancellationToken) => use.HandleCheck(turn, cancellationToken)))
            .OnAction(CorrectionCloseVerb, To<CorrectOwnPost>((use, turn, cancellationToken) => use.HandleClose(turn, cancellationToken))));
}
