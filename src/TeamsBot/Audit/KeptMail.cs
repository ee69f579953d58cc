using System.Globalization;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace TeamsBot.Audit;

/// <summary>
/// Sends the end of the chain to a mailbox, where whoever can change the database cannot change it. The mail holds the line that
/// <c>audit verify --kept</c> takes, and nothing of what the chain is about.
/// </summary>
internal static class KeptMail
{
    private const int ImplicitTlsPort = 465;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <exception cref="Exception">The server cannot be reached, refuses the login, the sender or the mailbox, or offers no encryption
    /// although that is demanded.</exception>
    public static async Task SendAsync(KeptMailOptions options, KeptEnd end, CancellationToken cancellationToken)
    {
        using var message = Write(options, end);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(options.Host, options.Port, Security(options), patience.Token);
        if (options.User.Length > 0) await client.AuthenticateAsync(options.User, options.Password, patience.Token);
        await client.SendAsync(message, patience.Token);
        await client.DisconnectAsync(quit: true, patience.Token);
    }

    private static SecureSocketOptions Security(KeptMailOptions options) =>
        options.Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
        : options.RequireTls ? SecureSocketOptions.StartTls
        : SecureSocketOptions.StartTlsWhenAvailable;

    private static MimeMessage Write(KeptMailOptions options, KeptEnd end)
    {
        var message = new MimeMessage
        {
            Date = end.At,
            Subject = string.Create(CultureInfo.InvariantCulture, $"監査記録の末尾 {end.Sequence}番 / End of the audit chain"),
            Body = new TextPart("plain")
            {
                Text = $"""
                    監査記録の末尾の控えです。このメールは消さずに保管してください。
                    記録が書き換えられていないかは、次の行を付けて点検します。
                    This is the end of the audit chain. Keep this mail. To verify the chain with it:

                    TeamsBot audit verify --kept {end}

                    """,
            },
        };
        message.From.Add(MailboxAddress.Parse(options.From));
        message.To.Add(MailboxAddress.Parse(options.To));
        return message;
    }
}
