using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Accounts;

/// <summary>The words for each way in which an account cannot be posted to.</summary>
internal static class AccountRefusals
{
    public static AccountRefusal NotChosen() => new(
        AccountRefusalReason.NotChosen,
        "投稿先のアカウントが選ばれていません。一覧から選んでください。",
        "No account is chosen. Please choose one from the list.");

    public static AccountRefusal Unknown(string id) => new(
        AccountRefusalReason.Unknown,
        $"「{Short(id)}」は台帳にないアカウントです。一覧から選び直してください。新しいアカウントは、広報の担当に登録を依頼してください。",
        $"'{Short(id)}' is not in the register. Please choose again; ask the PR desk to register a new account.");

    public static AccountRefusal Preparing(OfficialAccount account) => new(
        AccountRefusalReason.Preparing,
        $"{AccountRegister.Display(account)} は開設の準備中のため、まだ投稿できません。残っている手続きは「台帳 {account.Name}」で確かめられます。",
        $"{AccountRegister.Display(account)} is still being prepared; nothing can be posted yet. Type 'accounts' to see what is left.");

    public static AccountRefusal Dormant(OfficialAccount account) => new(
        AccountRefusalReason.Dormant,
        $"{AccountRegister.Display(account)} は休止中のため投稿できません。再開するときは、所管の{account.Section}に相談してください。",
        $"{AccountRegister.Display(account)} is dormant; nothing can be posted. Ask {account.Section} if it is to be resumed.");

    public static AccountRefusal PeriodOver(OfficialAccount account) => new(
        AccountRefusalReason.PeriodOver,
        $"{AccountRegister.Display(account)} は、運用ポリシーの運用期間（{AccountPeriod.InJapanese(account.RunsUntil!.Value)}）が過ぎたため投稿できません。"
            + $"続けるときは「運用ポリシー {account.Name}」で改定し、やめるときは「廃止 {account.Name}」で手続きをしてください。",
        $"The period of the policy of {AccountRegister.Display(account)} ended on {AccountPeriod.InEnglish(account.RunsUntil!.Value)}; "
            + "nothing can be posted. Amend the policy to go on (type 'policy' and its name), or close the account.");

    public static AccountRefusal Stopped(OfficialAccount account) => new(
        AccountRefusalReason.Stopped,
        $"{AccountRegister.Display(account)} は停止中のため投稿できません。{Why(account, "理由：", "。")}解除は「停止解除 {account.Id}」から行います（所管：{account.Section}）。",
        $"{AccountRegister.Display(account)} is stopped; nothing can be posted. {Why(account, "Reason: ", ". ")}"
            + $"It is lifted by \"liftstop {account.Id}\" ({account.Section}).");

    public static AccountRefusal Closed(OfficialAccount account) => new(
        AccountRefusalReason.Closed,
        $"{AccountRegister.Display(account)} は閉鎖されています。別のアカウントを選んでください（所管は{account.Section}でした）。",
        $"{AccountRegister.Display(account)} has been closed. Please choose another account (it belonged to {account.Section}).");

    public static AccountRefusal ForeignSection(OfficialAccount account, Person person) =>
        new(
            AccountRefusalReason.ForeignSection,
            $"{AccountRegister.Display(account)} は{account.Section}のアカウントです。{person.Section}からは投稿できません。{account.Section}に依頼してください。",
            $"{AccountRegister.Display(account)} belongs to {account.Section}; {person.Section} cannot post to it. Please "
                + $"ask {account.Section}."
        );

    private static string Why(OfficialAccount account, string before, string behind) =>
        account.StoppedFor is { } reason ? before + reason.ReplaceLineEndings(" ").TrimEnd('。', '.') + behind : "";

    // What a card sent may be anything; a message repeats only as much as helps to recognise it.
    private static string Short(string words) => words.Length <= 40 ? words : words[..40] + "…";
}
