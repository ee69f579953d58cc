using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Approvals.Posting;
using TeamsBot.Approvals.Reviewing;
using TeamsBot.Approvals.Standing;
using TeamsBot.Approvals.Writing;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.Pictures;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Reminders;
using TeamsBot.Turns;
using TeamsBot.OwnWords;
using static TeamsBot.Turns.TurnsFeature;

namespace TeamsBot.Approvals;

internal static class ApprovalsFeature
{
    /// <summary>The typed words of each command, Japanese first; the manifest offers the first of each language.</summary>
    public static readonly string[] NewWords = ["下書き", "新規", "したがき", "draft", "new"];

    public static readonly string[] ListWords = ["一覧", "いちらん", "リスト", "list"];

    public static readonly string[] HistoryWords = ["履歴", "りれき", "/履歴", "history"];

    public static readonly string[] PostedWords = ["投稿済み", "投稿済", "投稿報告", "posted"];

    public static readonly string[] LikeWords = ["いいね申請", "いいねしんせい", "like"];

    public static readonly string[] WithdrawWords =
    [
        "取り下げ", "取下げ", "取り下げる", "取り下げます", "取り下げて", "取り下げてください", "取り下げたい", "取り下げたいです", "取り消し", "取消", "取消し",
        "取り消す", "取り消したい", "withdraw",
    ];

    /// <summary>
    /// In private use there is nobody to approve: what is pasted belongs to its writer alone, and no draft is offered or begun
    /// (private-1-1).
    /// </summary>
    public static IServiceCollection AddApprovals(this IServiceCollection services, Pack pack)
    {
        services.AddSingleton<DraftNumbers>();
        services.AddMetrics().AddSingleton<CheckMeter>();
        services.AddHostedService<ChecksWarmUp>();
        services.AddSingleton(new WaitingList(WaitingListCard.For));
        services.AddScoped<DraftViews>().AddScoped<DraftChecks>().AddScoped<DraftTelling>().AddScoped<DraftTurns>().AddScoped<OpenDraft>()
            .AddScoped<RouteRenewal>().AddHostedService<RouteRenewals>().AddScoped<OfficeTime>().AddScoped<DraftReach>()
            .AddScoped<ResendDraft>().AddScoped<DraftReminders>();
        services.AddScoped<AuthorReplies>();
        services
            .AddScoped<StartDraft>()
            .AddScoped<StartUnsaved>()
            .AddScoped<FollowMessage>()
            .AddScoped<StartLike>()
            .AddScoped<CheckDraft>()
            .AddScoped<SubmitDraft>()
            .AddScoped<DecideReview>()
            .AddScoped<OpenText>()
            .AddScoped<SendNote>()
            .AddScoped<AuthorNotes>()
            .AddScoped<ReplyToNote>();
        services.AddStanding(pack).AddScoped<SubmitGates>();
        services
            .AddScoped<PostDraft>()
            .AddScoped<ReportPost>()
            .AddScoped<TellDifference>()
            .AddScoped<AdviseCorrection>()
            .AddScoped<WrongAccount>()
            .AddScoped<SettleStray>()
            .AddScoped<UnfitAddress>();
        services.AddScoped<ReportedPosts>().AddScoped<StoppedAccounts>();
        services.AddSingleton(new AfterTurn((provider, turn, cancellationToken) =>
            provider.GetRequiredService<StoppedAccounts>().RunAsync(turn, cancellationToken)));
        services.AddScoped<Posters>().AddScoped<UndecidedPost>().AddScoped<AddressJudge>().AddScoped<PastedAddress>();
        services.AddScoped<WithdrawDraft>().AddScoped<DismissFindings>().AddScoped<ListDrafts>().AddScoped<ShowDraft>();
        services.AddScoped<WaitingDrafts>().AddScoped<HearDecision>();
        services.AddScoped<AttachPictures>().AddScoped<OfferDocument>().AddScoped<ChangePicture>();
        services.AddCopyOwner(ChangePicture.Owner, (provider, turn, id, cancellationToken) =>
            provider.GetRequiredService<ChangePicture>().FindAsync(turn, id, cancellationToken));
        services.AddSingleton(new ReminderHandler(DraftReminders.Expiry, (provider, reminder, cancellationToken) =>
            provider.GetRequiredService<DraftReminders>().ExpireAsync(reminder, cancellationToken)));
        services.AddSingleton(new ReminderHandler(DraftReminders.Waiting, (provider, reminder, cancellationToken) =>
            provider.GetRequiredService<DraftReminders>().RemindAsync(reminder, cancellationToken)));
        services.AddSingleton(new ReminderHandler(UnfitAddress.Kind, (provider, reminder, cancellationToken) =>
            provider.GetRequiredService<UnfitAddress>().RemindAsync(reminder, cancellationToken)));
        services.AddSingleton(new ReminderHandler(SettleStray.Kind, (provider, reminder, cancellationToken) =>
            provider.GetRequiredService<SettleStray>().RemindAsync(reminder, cancellationToken)));
        services.AddSingleton(new ReminderHandler(DraftReach.Look, (provider, reminder, cancellationToken) =>
            provider.GetRequiredService<DraftReach>().LookAsync(reminder, cancellationToken)));
        services.AddSingleton(
            new LateHours((db, tenant, now, cancellationToken) => OfficeTime.NextOpeningAsync(pack, db, tenant, now, cancellationToken))
        );
        services.AddSingleton(new EarlierPosts((provider, tenant, most, cancellationToken) =>
            provider.GetRequiredService<DraftChecks>().LastPostsAsync(tenant, most, cancellationToken)));
        if (pack.Mode == UseMode.Private) return services;
        services.AddSingleton(
            new MenuEntry(
                "下書きを作る",
                "文章をチェックし、確認と決裁に回します。",
                NewWords,
                ApprovalVerbs.Start,
                TakesText: true,
                IsEveryday: true
            )
            {
                English = ("New draft", "Have a text checked, reviewed and decided."),
                TakesPosts = true,
            }
        );
        services.AddSingleton(new MenuEntry("一覧", "承認待ち、自分の申請、投稿待ちを表示します。", ListWords, ApprovalVerbs.List, IsEveryday: true)
        {
            English = ("List", "What waits for you, your drafts, and what is ready to post."),
        });
        services.AddSingleton(new MenuEntry("履歴", "下書きに何があったかを表示します（例：「履歴 1」）。", HistoryWords, ApprovalVerbs.History)
        {
            English = ("History", "What happened to a draft (for example: history 1)."),
        });
        services.AddSingleton(new MenuEntry("いいね申請", "公式アカウントで「いいね」をする前に、投稿のURLを付けて送ります。", LikeWords, ApprovalVerbs.Like)
        {
            English = ("Like request", "Send the URL of a post before an official account likes it."),
        });
        return services.AddRoutes(AddTo);
    }

    private static void AddTo(TurnRouter router) =>
        router
            .OnCommand(
                NewWords,
                To<StartDraft>((use, turn, cancellationToken) => use.HandleCommand(turn, router.ArgumentOf(turn.Text), cancellationToken)),
                CommandArguments.Text
            )
            .OnCommand(
                ListWords,
                To<ListDrafts>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)),
                CommandArguments.None
            )
            .OnCommand(
                HistoryWords,
                To<ShowDraft>((use, turn, cancellationToken) => use.HandleHistory(turn, router.ArgumentOf(turn.Text), cancellationToken)),
                CommandArguments.Number
            )
            .OnCommand(
                PostedWords,
                To<PostDraft>((use, turn, cancellationToken) => use.HandleReport(turn, router.ArgumentOf(turn.Text), cancellationToken)),
                CommandArguments.Number
            )
            .OnCommand(
                LikeWords,
                To<StartLike>((use, turn, cancellationToken) => use.Handle(turn, router.ArgumentOf(turn.Text), cancellationToken)),
                CommandArguments.Address
            )
            .OnCommand(WithdrawWords, To<WithdrawDraft>((use, turn, _) => use.HandleWord(turn)), CommandArguments.Number)
            .OnAction(
                ApprovalVerbs.Like,
                To<StartLike>((use, turn, cancellationToken) =>
                    use.Handle(turn, turn.Action![ApprovalFields.PostedUrl], cancellationToken)
                )
            )
            .OnAction(ApprovalVerbs.New, To<ShowDraft>((use, turn, _) => use.HandleNew(turn)))
            .OnAction(ApprovalVerbs.List, To<ListDrafts>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Show, To<ShowDraft>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Open, To<OpenDraft>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Resend, To<ResendDraft>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(
                ApprovalVerbs.History,
                To<ShowDraft>((use, turn, cancellationToken) => use.HandleHistory(turn, turn.Action!["draft"], cancellationToken))
            )
            .OnAction(ApprovalVerbs.Start, To<StartUnsaved>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Check, To<CheckDraft>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Edit, To<ShowDraft>((use, turn, cancellationToken) => use.HandleEdit(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Dismiss, To<DismissFindings>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Fix, To<CheckDraft>((use, turn, cancellationToken) => use.HandleFix(turn, cancellationToken)))
            .OnAction(
                ApprovalVerbs.RemoveLocation,
                To<ChangePicture>((use, turn, cancellationToken) => use.HandleRemoveLocation(turn, cancellationToken))
            )
            .OnAction(
                ApprovalVerbs.DropPicture,
                To<ChangePicture>((use, turn, cancellationToken) => use.HandleDrop(turn, cancellationToken))
            )
            .OnAction(ApprovalVerbs.Submit, To<SubmitDraft>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.AskLift, To<SubmitDraft>((use, turn, cancellationToken) => use.HandleAskLift(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Lift, To<DecideReview>((use, turn, cancellationToken) => use.HandleLift(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Decide, To<DecideReview>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Note, To<SendNote>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(
                ApprovalVerbs.ReplyToNote,
                To<ReplyToNote>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken))
            )
            .OnAction(GateVerbs.Back, To<DecideReview>((use, turn, cancellationToken) => use.HandleBack(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Withdraw, To<WithdrawDraft>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(
                ApprovalVerbs.TakeBack,
                To<WithdrawDraft>((use, turn, cancellationToken) => use.HandleTakeBack(turn, cancellationToken))
            )
            .OnAction(ApprovalVerbs.HandOut, To<PostDraft>((use, turn, cancellationToken) => use.HandleHandOut(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.FullText, To<OpenText>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Posted, To<ReportPost>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.Advise, To<AdviseCorrection>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.WrongAccount, To<WrongAccount>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(ApprovalVerbs.SettleStray, To<SettleStray>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken)))
            .OnAction(
                ApprovalVerbs.ReportAddress,
                To<PastedAddress>((use, turn, cancellationToken) => use.HandleReport(turn, cancellationToken))
            )
            .OnAction(
                ApprovalVerbs.CorrectUrl,
                To<ReportPost>((use, turn, cancellationToken) => use.HandleCorrectUrl(turn, cancellationToken))
            )
            .OnEvent(
                ActivityTypes.MessageUpdate,
                To<FollowMessage>((use, turn, cancellationToken) => use.HandleEdited(turn, cancellationToken))
            )
            .OnEvent(
                ActivityTypes.MessageDelete,
                To<FollowMessage>((use, turn, cancellationToken) => use.HandleDeleted(turn, cancellationToken))
            )
            .OnWholeText(
                "approvals.spoken",
                turn => turn.Files.Count == 0 && SpokenDecision.Of(turn.Text) is not null,
                To<HearDecision>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken))
            )
            .OnText(
                "approvals.heading",
                turn => turn.Files.Count == 0 && PostLikeText.IsBareHeading(turn.Text),
                To<ShowDraft>((use, turn, _) => use.HandleHeading(turn))
            )
            .OnText(
                "approvals.document",
                OfferDocument.Accepts,
                To<OfferDocument>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken))
            )
            .OnText(
                "approvals.pictures",
                PostLikeText.IsOnlyPictures,
                To<AttachPictures>((use, turn, cancellationToken) => use.Handle(turn, cancellationToken))
            )
            .OnText(
                "approvals.start",
                PostLikeText.Is,
                To<StartDraft>((use, turn, cancellationToken) => use.HandleText(turn, cancellationToken))
            );
}
