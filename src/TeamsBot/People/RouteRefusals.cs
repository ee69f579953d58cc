using TeamsBot.Packs;

namespace TeamsBot.People;

/// <summary>
/// The words for each way in which a draft has no route. Written for the person who hands in: no blame, and what to do next.
/// </summary>
internal static class RouteRefusals
{
    public static RouteAnswer PrivateUse() => Refuse(
        RouteRefusalReason.PrivateUse,
        "私的利用の手引きには承認の手続きがありません。ご自身の判断で投稿してください。",
        "The guide for private use has no approval; you decide yourself.");

    public static RouteAnswer UnknownPerson() => Refuse(
        RouteRefusalReason.UnknownPerson,
        "職員の登録が見つかりません。管理者に、所属と役割の登録を依頼してください。",
        "You are not registered yet. Please ask the administrator to enter your section and roles.");

    public static RouteAnswer NotAWriter(Person author) => Refuse(
        RouteRefusalReason.NotAWriter,
        $"{author.Name}さんには起案者の役割が登録されていません。起案者に依頼するか、管理者に登録を依頼してください。",
        $"{author.Name} is not registered as a writer. Ask a writer to hand in the draft, or the administrator to register you.");

    public static RouteAnswer ForeignSection(OfficialAccount account, Person author) =>
        Refuse(
            RouteRefusalReason.ForeignSection,
            $"「{account.Name}」（{account.Medium.Display()}）は{account.Section}のアカウントです。{author.Section}からは申請できません。{account.Section}"
                + $"に依頼してください。",
            $"'{account.Name}' ({account.Medium.Display()}) belongs to {account.Section}; {author.Section} cannot hand in drafts for it. "
                + $"Please ask {account.Section}."
        );

    public static RouteAnswer NoRoute(OfficialAccount account) =>
        Refuse(
            RouteRefusalReason.NoRoute,
            $"「{account.Name}」（{account.Medium.Display()}）の承認経路が決められていません。下書きは申請せずに残してあります。管理者に経路の登録を依頼してください。",
            $"No approval route is set for '{account.Name}' ({account.Medium.Display()}). The draft is kept; please ask the administrator "
                + $"to set a route."
        );

    public static RouteAnswer NoReviewer(string section) =>
        Refuse(
            RouteRefusalReason.NoReviewer,
            $"{section}に、起案者・決裁者とは別の確認者がいません。下書きは申請せずに残してあります。管理者に確認者の登録を依頼してください。",
            $"{section} has no reviewer besides the writer and the approver. The draft is kept; please ask the administrator to register a "
                + $"reviewer."
        );

    public static RouteAnswer NoFinalApprover(OfficialAccount account, FinalStop final) =>
        Refuse(
            RouteRefusalReason.NoFinalApprover,
            $"「{account.Name}」の決裁者（{final.Title}）が登録されていません。下書きは申請せずに残してあります。管理者に登録を依頼してください。",
            $"The approver of '{account.Name}' ({final.Title}) is not registered. The draft is kept; please ask the administrator to "
                + $"register one."
        );

    public static RouteAnswer FinalApproverAbsent(Person final) =>
        Refuse(
            RouteRefusalReason.FinalApproverAbsent,
            $"{final.Section}の{final.Title} {final.Name}さんは不在で、代決できる人がいません。下書きは申請せずに残してあります。代決者の登録を管理者に依頼してください。",
            $"{final.Name} ({final.Title}, {final.Section}) is away and nobody may decide instead. The draft is kept; please ask the "
                + $"administrator to register a deputy."
        );

    public static RouteAnswer AuthorDecides(FinalStop final) => Refuse(
        RouteRefusalReason.AuthorDecides,
        $"起案者が決裁者（{final.Title}）本人です。自分の下書きは決裁できないため、代決者の登録を管理者に依頼してください。",
        $"The writer is the approver ({final.Title}). Nobody decides their own draft; please ask the administrator to register a deputy.");

    private static RouteAnswer Refuse(RouteRefusalReason reason, string japanese, string english) =>
        RouteAnswer.Refused(new(reason, japanese, english));
}
