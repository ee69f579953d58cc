using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>What shows afterwards that a step was done.</summary>
internal enum StepProof
{
    None,
    Tick,
    Note,
    Url,

    /// <summary>The number or confirmation that an operator, carrier or police gave.</summary>
    Receipt,

    /// <summary>Yes or no, with the reason.</summary>
    Decision,
    Picture,
}

internal enum StepLevel
{
    Must,

    /// <summary>By case, as the guideline or the organisation leaves it open.</summary>
    May,
}

/// <summary>When a step is for this case at all.</summary>
internal enum StepCondition
{
    LoginWorks,
    LockedOut,

    /// <summary>The account that is imitated is the organisation's own.</summary>
    Official,
    AtFault,
    NotAtFault,

    /// <summary>Of a mis-post: what it said was wrong.</summary>
    WrongContent,

    /// <summary>Of a mis-post: it was meant for another account, so that nothing has to be put right in its place.</summary>
    WrongAccount,
    Hurt,

    /// <summary>Threats, violence or damage to things.</summary>
    Harm,
    Crime,
    FalseInformation,
    StillAbused,
    AdverseTerms,
}

/// <summary>The words of a step as <c>runbooks.yaml</c> writes them and as a card says them.</summary>
internal static class StepWords
{
    public static Words<bool> Times { get; } = new(("now", true, "すぐに", "at once"));

    /// <summary>Without a word where the step itself says what is kept.</summary>
    public static Words<StepProof> Proofs { get; } = new(
        ("none", StepProof.None, "", ""),
        ("tick", StepProof.Tick, "", ""),
        ("note", StepProof.Note, "メモ", "note"),
        ("url", StepProof.Url, "URL", "URL"),
        ("receipt", StepProof.Receipt, "受付番号", "receipt number"),
        ("decision", StepProof.Decision, "判断と理由", "decision and why"),
        ("picture", StepProof.Picture, "", ""));

    public static Words<StepLevel> Levels { get; } = new(
        ("must", StepLevel.Must, "", ""),
        ("may", StepLevel.May, "必要に応じて", "where needed"));

    public static Words<StepCondition> Conditions { get; } = new(
        ("login_works", StepCondition.LoginWorks, "ログインできるとき", "If login works"),
        ("locked_out", StepCondition.LockedOut, "ログインできないとき", "If locked out"),
        ("official", StepCondition.Official, "公式アカウントのとき", "If the account is official"),
        ("at_fault", StepCondition.AtFault, "非があるとき", "If at fault"),
        ("not_at_fault", StepCondition.NotAtFault, "非がないとき", "If not at fault"),
        ("wrong_content", StepCondition.WrongContent, "内容の誤りのとき", "If what it said was wrong"),
        ("wrong_account", StepCondition.WrongAccount, "別のアカウントの投稿のとき", "If meant for another account"),
        ("hurt", StepCondition.Hurt, "人を傷つけたり誤解させたりしたとき", "If somebody was hurt or misled"),
        ("harm", StepCondition.Harm, "脅し・暴力・物の被害があるとき", "If there are threats, violence or damage"),
        ("crime", StepCondition.Crime, "お金や犯罪に関わる様子があるとき", "If money or crime seems involved"),
        ("false_information", StepCondition.FalseInformation, "偽の情報が出ているとき", "If false information is seen"),
        ("still_abused", StepCondition.StillAbused, "パスワードを変えても続くとき", "If it goes on after the change"),
        ("adverse_terms", StepCondition.AdverseTerms, "約款に不利な定めがあるとき", "If the terms are adverse"));
}
