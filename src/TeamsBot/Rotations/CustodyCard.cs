using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.People;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Rotations;

/// <summary>「保管者」: who keeps an account's password, how, and since when. For its section and the PR desk only [asaka-2-5b].</summary>
internal static class CustodyCard
{
    /// <param name="open">The account's open tasks.</param>
    public static AdaptiveCard For(CustodyView view, IReadOnlyList<DatedTask> open, bool mayChange)
    {
        var (say, stored, reader) = (view.Reader.Language, view.Credential, view.Reader);
        var title = say.Say("パスワードの管理", "Keeping of the password");
        var isRed = open.Any(task => TaskWords.IsLate(task, reader)) || Names(view, stored?.Custodians).Length == 0;
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(
                    new AdaptiveTextRun { Text = AccountRegister.Display(view.Account), Weight = AdaptiveTextWeight.Bolder },
                    new AdaptiveTextRun
                    {
                        Text = isRed ? say.Say("　要対応", "　needs attention") : "",
                        Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Attention,
                    }),
                .. view.Notice is null ? [] : new AdaptiveElement[] { view.Notice },
                Field(say.Say("保管者", "Custodians"), Names(view, stored?.Custodians), say),
                .. Optional(say.Say("人数の例外", "More than the limit"), stored?.CapReason),
                Field(say.Say("保管責任者", "Keeper"), Names(view, stored?.KeeperId is { } id ? [id] : []), say),
                .. Optional(say.Say("副保管者", "Deputy"), Names(view, stored?.DeputyId is { } second ? [second] : [])),
                Field(say.Say("書いたものの保管", "Written down"), Storage(stored, say), say),
                Field(say.Say("最後に変えた日", "Last change"), stored?.ChangedOn is { } day ? TaskWords.Day(day, reader) : "", say),
                Field(say.Say("二段階認証", "Two-step login"), TwoStep(stored, say), say),
                .. Optional(say.Say("同じログインの組", "Same login"), stored?.Group),
                .. open.Select(task => CardParts.Field(say.Say("期限", "Due"), TaskWords.Due(task, reader))).Take(2),
                CardParts.Row(
                    AdaptiveSpacing.Small,
                    Buttons.Execute(say.Say("パスワードの変更", "Change of password"), RotationVerbs.Open, Data(view), takesInputs: false),
                    mayChange
                        ? Buttons.Execute(say.Say("内容を変える", "Change this"), RotationVerbs.CustodyForm, Data(view), takesInputs: false)
                        : null
                ),
            ],
            title,
            language: say
        );
    }

    private static IEnumerable<AdaptiveElement> Optional(string label, string? value) =>
        value is { Length: > 0 } ? [CardParts.Field(label, value)] : [];

    private static JsonObject Data(CustodyView view) => new() { [RotationFields.Account] = view.Account.Id };

    private static AdaptiveRichTextBlock Field(string label, string value, CardLanguage say) =>
        CardParts.Field(label, value.Length > 0 ? value : say.Say("未登録", "not stated"));

    private static string Names(CustodyView view, IReadOnlyList<string>? ids) => string.Join(
        "、",
        (ids ?? []).Select(id => view.Candidates.FirstOrDefault(person => person.Is(id))).OfType<Person>().Select(person => person.Name));

    private static string Storage(AccountCredential? stored, CardLanguage say) => stored?.Storage is { } kind
        ? CustodyWords.Of(kind, say) + (stored.Place.Length > 0 ? $"（{stored.Place}）" : "")
        : "";

    private static string TwoStep(AccountCredential? stored, CardLanguage say) => stored?.TwoStep is { } state
        ? CustodyWords.Of(state, say) + (stored.TwoStepReason.Length > 0 ? $"（{stored.TwoStepReason}）" : "")
        : "";
}

/// <summary>The words for how a password is kept.</summary>
internal static class CustodyWords
{
    public static string Of(CredentialStorage storage, CardLanguage say) => storage switch
    {
        CredentialStorage.Vault => say.Say("金庫", "in a safe"),
        CredentialStorage.SealedPaper => say.Say("封書", "on paper, sealed"),
        _ => say.Say("なし（書いていない）", "nowhere"),
    };

    public static string Of(TwoStepState state, CardLanguage say) => state switch
    {
        TwoStepState.On => say.Say("使っている", "on"),
        TwoStepState.Off => say.Say("使っていない", "off"),
        _ => say.Say("媒体にない", "not offered"),
    };
}
