namespace TeamsBot.Approvals.Model;

/// <summary>The message a draft was made of. Its writer may edit it in the chat, as one corrects a slip there.</summary>
internal sealed partial class Draft
{
    /// <summary>The message's id, which edits of it carry too; null where the text came from a form.</summary>
    public string? MessageId { get; private set; }

    /// <summary>When the message said what <see cref="MessageRevision"/> holds. Edits may arrive late and out of order.</summary>
    public DateTimeOffset? MessageAt { get; private set; }

    /// <summary>The revision with the message's text. While it is the current one, nobody wrote on the card since.</summary>
    public int MessageRevision { get; private set; }

    public void CameFrom(string messageId, DateTimeOffset at) => (MessageId, MessageAt, MessageRevision) = (messageId, at, Current.Number);

    /// <summary>
    /// Takes over an edited message while the draft is being written and still holds what the message said. Anything else the writer is
    /// told: text written on the card is not overwritten, and what others are looking at does not change behind their backs.
    /// </summary>
    public MessageEdit Follow(string text, DateTimeOffset editedAt, DateTimeOffset now, out Refusal? refusal)
    {
        refusal = null;
        if (editedAt < MessageAt || Revision.Unify(text) == Current.Text) return MessageEdit.Nothing;
        if (IsClosed || Status is DraftStatus.OnHold) return MessageEdit.TooLate;
        if (Status is not (DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired)) return MessageEdit.WithOthers;
        if (Current.Number != MessageRevision) return MessageEdit.WrittenOnCard;
        refusal = Revise(AuthorId, text, now);
        if (refusal is not null) return MessageEdit.Refused;
        (MessageAt, MessageRevision) = (editedAt, Current.Number);
        return MessageEdit.Taken;
    }
}

/// <summary>What became of an edit of the message.</summary>
internal enum MessageEdit
{
    /// <summary>It says nothing new, or something older than is known.</summary>
    Nothing,

    Taken,

    /// <summary>The text was changed on the card meanwhile.</summary>
    WrittenOnCard,

    /// <summary>Reviewers have it, or it is approved.</summary>
    WithOthers,

    /// <summary>Posted, rejected, withdrawn, or held.</summary>
    TooLate,

    Refused,
}
