using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Checks.Profiles;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Profiles;

/// <summary>
/// プロフィール点検: compares a profile text with the register and the guideline. Anybody may check; what is stored beside it (the mode, the
/// policy's address, that it passed) only the account's people and the desk store. The text itself is not kept.
/// </summary>
internal sealed class CheckProfile(
    AccountRegister accounts,
    AccountAccess access,
    ProfileTurns profiles,
    ClauseNames clauses,
    AuditTrail audit
)
{
    /// <param name="argument">The account's name, handle or id on the first line; the text on the lines below. Both may be missing.</param>
    public Task<Reply> HandleCommand(ParsedTurn turn, string argument)
    {
        var lines = argument.Split('\n', 2, StringSplitOptions.TrimEntries);
        if (lines[0].Length == 0) return Form(new ProfileInput("", Kept(lines.ElementAtOrDefault(1) ?? ""), ""), null);
        return accounts.Named(lines[0]) switch
        {
            [] => Form(
                new ProfileInput("", Kept(argument), ""),
                $"「{TypedText.Quote(lines[0])}」は台帳にありません。アカウントを選んでください。"
            ),
            [var account] when lines.Length > 1 => Task.FromResult(Check(turn, account, new ProfileInput(account.Id, lines[1], ""))),
            [var account] => Form(new ProfileInput(account.Id, "", ""), null),
            _ => Form(
                new ProfileInput("", Kept(lines.ElementAtOrDefault(1) ?? ""), ""),
                $"「{TypedText.Quote(lines[0])}」のアカウントは複数あります。一つを選んでください。"
            ),
        };
    }

    public Task<Reply> HandleForm(ParsedTurn turn)
    {
        var input = ProfileInput.Read(turn.Action!);
        return Form(input with { Text = Kept(input.Text) }, null);
    }

    public Task<Reply> HandleCheck(ParsedTurn turn)
    {
        var input = ProfileInput.Read(turn.Action!);
        return accounts.Find(input.AccountId) is { } account
            ? Task.FromResult(Check(turn, account, input))
            : Form(input with { Text = Kept(input.Text) }, "アカウントを選んでください。");
    }

    /// <summary>What a form carries back before anything was checked.</summary>
    private static string Kept(string text) => TypedText.Of(text, ProfileTurns.MaxText);

    private Reply Check(ParsedTurn turn, OfficialAccount account, ProfileInput input)
    {
        if (input.Text.Length == 0) return Reply.Show(ProfileCard.Form(accounts.All, input, "プロフィールの文章を貼り付けてください。"));
        if (input.Text.Length > ProfileTurns.MaxText)
            return Reply.Show(ProfileCard.Form(accounts.All, input with { Text = "" }, "文章は2,000字までです。"));
        if (CredentialMask.Mask(input.Text).Seen)
            return Reply.Show(
                ProfileCard.Form(
                    accounts.All,
                    input with
                    {
                        Text = "",
                    },
                    "パスワードや暗証番号は入力しないでください。入力した文章は残していません。"
                )
            );

        var (person, problem) = (access.Of(turn), (string?)null);
        if (input.PolicyUrl == account.PolicyUrl) input = input with { PolicyUrl = "" };
        var mayChange = AccountAccess.MayChange(person, account);
        var add = turn.Action?[AccountFields.Add] ?? "";
        var mode = Chosen.Of<ReplyMode>(add);
        if (mode is not null || input.PolicyUrl.Length > 0)
        {
            if (!mayChange)
            {
                audit.Record(turn.Actor, "accounts.refused", AccountRegister.Subject(account.Id), new { verb = AccountVerbs.ProfileCheck });
                return Show(account, input, AccountAccess.NotYours(account), false);
            }

            problem = Store(turn, account, mode, input.PolicyUrl, person!.Name);
        }

        account = accounts.Find(account.Id)!;
        input = input with { Text = Added(account, input.Text, add, mode), PolicyUrl = problem is null ? "" : input.PolicyUrl };
        if (mayChange && problem is null && profiles.Check(input.Text, account).Count == 0) Pass(turn, account, input.Text, person!.Name);
        return Show(accounts.Find(account.Id)!, input, problem, mayChange);
    }

    /// <summary>Stores the mode that was chosen and the policy's address that was entered.</summary>
    /// <returns>What is wrong with the address; then nothing is stored of it.</returns>
    private string? Store(ParsedTurn turn, OfficialAccount account, ReplyMode? mode, string policyUrl, string by)
    {
        if (mode is { } chosen)
        {
            accounts.RecordOf(account.Id).Choose(chosen, by, profiles.Now);
            audit.Record(turn.Actor, "accounts.replyMode", AccountRegister.Subject(account.Id), new { mode = chosen.ToString() });
        }

        if (policyUrl.Length == 0) return null;
        if (profiles.ProblemOf(policyUrl) is { } problem) return problem;
        accounts.RecordOf(account.Id).Describe(null, policyUrl, by, profiles.Now);
        audit.Record(turn.Actor, "accounts.policyUrl", AccountRegister.Subject(account.Id), new { url = policyUrl });
        return null;
    }

    /// <summary>A profile that says a mode while nobody has chosen one says it for the register too.</summary>
    private void Pass(ParsedTurn turn, OfficialAccount account, string text, string by)
    {
        var record = accounts.RecordOf(account.Id);
        if (account.ReplyMode is null && profiles.FactsOf(account).Demand(ProfileMust.ReplyMode) && ProfileCheck.ModeOf(text) is { } said)
            record.Choose(said, by, profiles.Now);
        record.PassProfile(profiles.Now);
        audit.Record(turn.Actor, "accounts.profilePassed", AccountRegister.Subject(account.Id), new { length = text.Length });
    }

    /// <summary>The text with the sentences the person asked for; a sentence of ours that announces the other mode goes.</summary>
    private string Added(OfficialAccount account, string text, string add, ReplyMode? mode)
    {
        if (mode is { } chosen)
        {
            var other = ProfileCheck.SentenceFor(chosen == ReplyMode.Inform ? ReplyMode.Community : ReplyMode.Inform);
            text = text.Replace(other, "", StringComparison.Ordinal).Trim();
            return ProfileCheck.ModeOf(text) == chosen ? text : $"{text}\n{ProfileCheck.SentenceFor(chosen)}";
        }

        if (add != ProfileCard.AddMissing) return text;
        // One sentence may do for two demands: that of the public body names the section too, so it comes first.
        foreach (
            var must in profiles
                .Check(text, account)
                .Where(finding => finding.Offers is [{ Mode: null }])
                .Select(finding => finding.Must)
                .OrderBy(must => must != ProfileMust.PublicBody)
                .ToList()
        )
        {
            if (profiles.Check(text, account).FirstOrDefault(finding => finding.Must == must) is { } missing)
                text = $"{text}\n{missing.Offers[0].Text}";
        }

        return text;
    }

    private Reply Show(OfficialAccount account, ProfileInput input, string? problem, bool mayChange) =>
        Reply.Show(
            ProfileCard.Result(
                account,
                input,
                profiles.Check(input.Text, account),
                profiles.FactsOf(account).Demands.Count == 0,
                finding => clauses.OwnOf(finding.Clauses),
                AccountParts.Problem(problem),
                mayChange
            )
        );

    private Task<Reply> Form(ProfileInput input, string? problem) =>
        Task.FromResult(Reply.Show(ProfileCard.Form(accounts.All, input, problem)));
}

/// <summary>What a profile card carries.</summary>
internal sealed record ProfileInput(string AccountId, string Text, string PolicyUrl)
{
    public static ProfileInput Read(CardAction action) =>
        new(
            action[AccountFields.Account],
            action[AccountFields.Text].Trim(),
            TypedText.Of(action[AccountFields.PolicyUrl], RegisteredAccount.MaxUrl + 1)
        );
}
