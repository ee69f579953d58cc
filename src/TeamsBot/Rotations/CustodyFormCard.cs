using System.Text.Json.Nodes;
using AdaptiveCards;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Cards;
using TeamsBot.Tasks;

namespace TeamsBot.Rotations;

/// <summary>The form of who keeps an account's password and how. It has no field for the password itself.</summary>
internal static class CustodyFormCard
{
    private const int MaxPeople = 40;

    public static AdaptiveCard For(CustodyView view, PasswordPolicy policy)
    {
        var (say, task) = (view.Reader.Language, view.Task);
        var title = task is null ? say.Say("保管者の登録", "Custodians") : TaskWords.In(view.Row.Heading, say);
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(new AdaptiveTextRun { Text = AccountRegister.Display(view.Account), Weight = AdaptiveTextWeight.Bolder }),
                .. view.Notice is null ? [] : new AdaptiveElement[] { view.Notice },
                .. task is null ? [] : new AdaptiveElement[] { CardParts.Field(say.Say("期限", "Due"), TaskWords.Due(task, view.Reader)) },
                .. People(view, policy),
                .. Keeping(view),
                CardParts.Line(new AdaptiveTextRun
                {
                    Text = say.Say("パスワードは、ここに書かないでください。", "Never write the password here."),
                    Weight = AdaptiveTextWeight.Bolder,
                }),
                .. view.Problem is { } problem ? [CardParts.Notice(NoticeKind.Attention, problem)] : Array.Empty<AdaptiveElement>(),
                CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
                    say.Say("登録する", "Enter it"), RotationVerbs.CustodySave, Data(view), style: "positive")),
                .. task is null ? [] : TaskParts.Ways(task, view.Row, [], view.Reader),
            ],
            title,
            language: say
        );
    }

    private static JsonObject Data(CustodyView view) => new()
    {
        [RotationFields.Account] = view.Account.Id,
        [RotationFields.Version] = CustodyForm.VersionOf(view.Credential),
        [TaskFields.Task] = view.Task?.Id.ToString("N") ?? "",
    };

    private static IEnumerable<AdaptiveElement> People(CustodyView view, PasswordPolicy policy)
    {
        var (say, stored) = (view.Reader.Language, view.Credential);
        var most = policy.MaxHolders is { } cap ? say.Say($"（{cap.Value}人まで）", $" (at most {cap.Value})") : "";
        yield return new AdaptiveChoiceSetInput
        {
            Id = RotationFields.Custodians,
            Label = say.Say($"保管者：パスワードを知る人{most}", $"Custodians: who knows the password{most}"),
            Choices = [.. view.Candidates.Take(MaxPeople).Select(person => new AdaptiveChoice
            {
                Title = $"{person.Name}（{(person.Section == view.Account.Section ? person.Title : person.Section)}）",
                Value = person.ObjectId,
            })],
            Style = AdaptiveChoiceInputStyle.Expanded,
            IsMultiSelect = true,
            Wrap = true,
            Value = view.Field(RotationFields.Custodians, string.Join(',', stored?.Custodians ?? [])),
            Spacing = AdaptiveSpacing.Medium,
        };
        if (view.AsksCapReason)
        {
            yield return new AdaptiveTextInput
            {
                Id = RotationFields.CapReason, Label = say.Say("人数の上限を超える理由（所属長が書きます）", "Why more people need it (written by the head)"),
                Value = view.Field(RotationFields.CapReason, stored?.CapReason), MaxLength = AccountCredential.MaxReason,
            };
        }

        if (stored?.ChangedOn is null)
        {
            yield return new AdaptiveDateInput
            {
                Id = RotationFields.ChangedOn,
                Label = say.Say("パスワードを最後に変えた日（分からないときは空けておく）", "Day of the last change (empty if unknown)"),
                Value = view.Field(RotationFields.ChangedOn, null) is { Length: > 0 } typed ? typed : null,
            };
        }
    }

    private static IEnumerable<AdaptiveElement> Keeping(CustodyView view)
    {
        var (say, stored) = (view.Reader.Language, view.Credential);
        yield return CardParts.Choice(
            RotationFields.Storage,
            say.Say("書いたものの保管", "Where it is written down"),
            [
                (say.Say("（未登録）", "(not stated)"), ""),
                .. Enum.GetValues<CredentialStorage>().Select(kind => (CustodyWords.Of(kind, say), kind.ToString())),
            ],
            view.Field(RotationFields.Storage, stored?.Storage?.ToString()),
            say
        );
        yield return Text(RotationFields.Place, say.Say("保管場所", "Place"), view.Field(RotationFields.Place, stored?.Place));
        yield return CardParts.Choice(
            RotationFields.Keeper,
            say.Say("保管責任者", "Keeper"),
            [(say.Say("（なし）", "(none)"), ""), .. view.Candidates.Take(MaxPeople).Select(person => (person.Name, person.ObjectId))],
            view.Field(RotationFields.Keeper, stored?.KeeperId),
            say
        );
        yield return CardParts.Choice(
            RotationFields.Deputy,
            say.Say("副保管者：保管者が不在のときや遅れているときに知らせる人", "Deputy: who hears where no custodian is there, or something is late"),
            [(say.Say("（なし）", "(none)"), ""), .. view.Candidates.Take(MaxPeople).Select(person => (person.Name, person.ObjectId))],
            view.Field(RotationFields.Deputy, stored?.DeputyId),
            say
        );
        yield return Text(
            RotationFields.Group,
            say.Say("同じログインを使うアカウントの組の名前（秘密は書かない）", "Name of the group of accounts with the same login (no secret)"),
            view.Field(RotationFields.Group, stored?.Group)
        );
        yield return CardParts.Choice(
            RotationFields.TwoStep,
            say.Say("二段階認証", "Two-step login"),
            [
                (say.Say("（未登録）", "(not stated)"), ""),
                .. Enum.GetValues<TwoStepState>().Select(state => (CustodyWords.Of(state, say), state.ToString())),
            ],
            view.Field(RotationFields.TwoStep, stored?.TwoStep?.ToString()),
            say
        );
        yield return Text(
            RotationFields.TwoStepReason,
            say.Say("二段階認証を使わない理由", "Why two-step login is not in use"),
            view.Field(RotationFields.TwoStepReason, stored?.TwoStepReason),
            AccountCredential.MaxReason
        );
    }

    private static AdaptiveTextInput Text(string id, string label, string value, int most = AccountCredential.MaxWords) =>
        new() { Id = id, Label = label, Value = value, MaxLength = most };
}
