using System.Globalization;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Documents;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Turns;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// A Word or PDF file is sent without a post: its text is read and offered in the form for a new draft. Only a press makes a draft of it,
/// because an attachment may as well be material.
/// </summary>
internal sealed class OfferDocument(DraftTurns turns, TurnRoom room, DocumentReader documents, PeopleDirectory people)
{
    /// <summary>A document, and no text that is a post by itself: that one is checked, and the document left out with a sentence.</summary>
    public static bool Accepts(ParsedTurn turn) => turn.Activity.Type == ActivityTypes.Message && turn.Action is null
        && turn.Files.Any(DocumentFiles.IsDocument) && !PostLikeText.Is(turn.Text);

    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (people.Find(turn.Actor!) is not { } author || !author.Has(Role.Writer))
            return Reply.Say(Refusal.NotWriter.Sentence(null, turns.Now));
        if (turn.Files.FirstOrDefault(DocumentFiles.IsReadable) is not { } file)
            return Reply.Say(DocumentWords.NotRead(Named(turn.Files.First(DocumentFiles.IsDocument).Name)));
        var (text, trouble, hasLists) = await room.OutsideAsync(
            turn,
            () => documents.ReadAsync(turn.Actor!.Id, file, turn.Conversation.ServiceUrl, cancellationToken),
            () => DocumentText.Not(DocumentTrouble.NotReceived)
        );
        if (text is null) return Reply.Say(DocumentWords.Sentence(Named(file.Name), trouble!.Value));
        var masked = CredentialMask.Mask(Revision.Unify(text));
        var notes = new List<string>
        {
            string.Create(
                CultureInfo.InvariantCulture,
                $"「{Named(file.Name)}」の文章（{masked.Text.Length:N0}字）を読み取りました。この文章で下書きを作りますか。"
            ),
        };
        if (hasLists) notes.Add("箇条書きの番号や記号は読み取れません。必要なら書き足してください。");
        if (turn.Files.Count > 1) notes.Add("ほかのファイルは使っていません。1件ずつ送ってください。");
        if (masked.Seen) notes.Add(StartDraft.SecretSeen(turns.Language(turn)));
        return turns.Privately(turn, DraftForm.Offer(string.Concat(notes), masked.Text));
    }

    /// <summary>A file's name is its sender's words.</summary>
    private static string Named(string name) => name.Length == 0 ? "ファイル" : TypedText.Of(name, 60);
}
