using TeamsBot.Approvals.Model;
using TeamsBot.Approvals.Writing;
using TeamsBot.Packs;
using TeamsBot.Turns;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.Approvals.Standing;

/// <summary>Ranges approved ahead, for packs whose guideline has them; elsewhere nothing of it is offered or heard.</summary>
internal static class StandingFeature
{
    public static readonly string[] StandingWords = ["事前承認", "じぜんしょうにん", "standing"];

    public static readonly string[] OnSiteWords = ["現地投稿", "げんちとうこう", "onsite"];

    public static IServiceCollection AddStanding(this IServiceCollection services, Pack pack)
    {
        services.AddScoped<StandingRegister>().AddScoped<SetStanding>().AddScoped<ClaimStanding>();
        if (pack.Mode == UseMode.Private || pack.Approval is not { StandingRanges: { Count: > 0 } ranges }) return services;
        services.AddSingleton(new MenuEntry("事前承認", "決裁を省ける範囲を確かめます。決裁者は範囲と期限を定めます。", StandingWords, StandingVerbs.Show)
        {
            English = ("Standing approval", "See the ranges that need no new decision; heads set ranges and dates."),
        });
        services.AddRoutes(router => router
            .OnCommand(
                StandingWords,
                To<SetStanding>((use, turn, cancellationToken) => use.HandleShow(turn, cancellationToken)),
                CommandArguments.None
            )
            .OnAction(StandingVerbs.Show, To<SetStanding>((use, turn, cancellationToken) => use.HandleShow(turn, cancellationToken)))
            .OnAction(StandingVerbs.Grant, To<SetStanding>((use, turn, cancellationToken) => use.HandleGrant(turn, cancellationToken)))
            .OnAction(StandingVerbs.End, To<SetStanding>((use, turn, cancellationToken) => use.HandleEnd(turn, cancellationToken)))
            .OnAction(StandingVerbs.ClaimForm, To<ClaimStanding>((use, turn, cancellationToken) => use.HandleForm(turn, cancellationToken)))
            .OnAction(StandingVerbs.Claim, To<ClaimStanding>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken))));
        return ranges.FirstOrDefault(range => range.OnSite) is { } onSite
            ? services.AddRoutes(router =>
                router.OnCommand(
                    OnSiteWords,
                    To<StartDraft>(
                        (use, turn, cancellationToken) => use.HandleOnSite(turn, router.ArgumentOf(turn.Text), onSite.Id, cancellationToken)
                    ),
                    CommandArguments.Text
                )
            )
            : services;
    }
}
