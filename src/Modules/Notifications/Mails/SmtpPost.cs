using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>A mail server takes letters away. Each letter has a connection of its own; a server that dawdles is left after half a minute.</summary>
/// <param name="server">Where, and how the line is encrypted.</param>
/// <param name="from">The sender's address.</param>
/// <param name="trusts">Judges the server's certificate; null: as the machine does.</param>
/// <param name="patience">How long a server may take; null: half a minute.</param>
internal sealed class SmtpPost(SmtpServer server, MailAddress from, RemoteCertificateValidationCallback? trusts = null, TimeSpan? patience = null) : IPost
{
    /// <summary>Opens a line to the server.</summary>
    public Func<string, int, CancellationToken, Task<Stream>> Dial { get; init; } = Anywhere;

    /// <summary>Where a wrong login is mended.</summary>
    public string Mended { get; init; } = "look at Mail__Smtp";

    /// <summary>How the last handing over ended; null before the first and after a good one.</summary>
    public string? Trouble { get; private set; }

    public async Task<IReadOnlyList<string>> Send(Letter letter, CancellationToken stop)
    {
        using var message = Message(letter);
        using var late = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(30));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            await HandOver(message, either.Token);
            Trouble = null;
            return [];
        }
        catch (SmtpFailedRecipientException some) when (Refused(some) is var refused && refused.Length < message.To.Count + message.CC.Count)
        {
            Trouble = null; // it has gone to the others: another try would reach them twice
            return [.. refused.Select(one => one.FailedRecipient!.Trim('<', '>'))];
        }
        catch (SmtpFailedRecipientException all) when (Refused(all).Any(one => !IsForGood((int)one.StatusCode)))
        {
            Trouble = Sentence(Refused(all).First(one => !IsForGood((int)one.StatusCode)));
            throw new PostAwayException(Trouble);
        }
        catch (SmtpException refused) when (IsForGood((int)refused.StatusCode))
        {
            Trouble = null; // the server is well; it does not want this one
            throw new GivenUpException($"The mail server refused the mail for good ({(int)refused.StatusCode}).");
        }
        catch (Exception away) when (away is SmtpException or OutgoingRefusedException or SocketException or IOException or AuthenticationException or InvalidOperationException || (away is OperationCanceledException && !stop.IsCancellationRequested))
        {
            Trouble = Sentence(away);
            throw new PostAwayException(Trouble);
        }
    }

    private static SmtpFailedRecipientException[] Refused(SmtpFailedRecipientException refused) => refused is SmtpFailedRecipientsException several ? several.InnerExceptions : [refused];

    private async Task HandOver(MailMessage message, CancellationToken stop)
    {
        await using var tunnel = await SmtpTunnel.Open(server, Dial, trusts, stop);
        using var client = new SmtpClient(IPAddress.Loopback.ToString(), tunnel.Port)
        {
            UseDefaultCredentials = false,
            Credentials = server.Login,
            DeliveryMethod = SmtpDeliveryMethod.Network,
        };
        await client.SendMailAsync(message, stop).WaitAsync(stop);
    }

    private static async Task<Stream> Anywhere(string host, int port, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(host, port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private MailMessage Message(Letter letter)
    {
        if (letter.AlsoTo.Concat(letter.Copies).Append(letter.To).Any(address => !IsAddress(address))) throw new GivenUpException("The reader's address is none that mail can be sent to.");
        var message = new MailMessage
        {
            From = new MailAddress(from.Address, letter.Sender?.Name ?? (from.DisplayName is { Length: > 0 } name ? name : "Billing"), Encoding.UTF8),
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(letter.To, letter.Name, Encoding.UTF8));
        foreach (var reader in letter.AlsoTo) message.To.Add(new MailAddress(reader));
        foreach (var reader in letter.Copies) message.CC.Add(new MailAddress(reader));
        if (letter.ReplyTo is { } reply && IsAddress(reply)) message.ReplyToList.Add(new MailAddress(reply));
        message.Headers["Message-ID"] = $"<{letter.Id:n}@{from.Host}>";
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.Headers["X-Auto-Response-Suppress"] = "All";
        message.AlternateViews.Add(View(letter.Text, MediaTypeNames.Text.Plain));
        var html = View(letter.Html, MediaTypeNames.Text.Html);
        if (letter.Sender is { Logo: { } logo, LogoType: { } type }) html.LinkedResources.Add(new LinkedResource(new MemoryStream(logo.ToArray()), type) { ContentId = "logo", TransferEncoding = TransferEncoding.Base64 });
        message.AlternateViews.Add(html);
        foreach (var file in letter.Attachments) message.Attachments.Add(new Attachment(new MemoryStream(file.Bytes.ToArray()), file.Name, file.Type) { TransferEncoding = TransferEncoding.Base64, NameEncoding = Encoding.UTF8 });
        return message;
    }

    private static bool IsAddress(string text) => text == PlainText.Line(text, 320) && MailAddress.TryCreate(text, out var bare) && bare.Address == text;

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text.ReplaceLineEndings("\r\n"), Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }

    /// <summary>5xx, unless it is about us: an operator mends the login or the line, and the mail goes out then.</summary>
    private static bool IsForGood(int status) => status is >= 500 and < 600 and not (500 or 502 or 503 or 504 or 530 or 534 or 535 or 538);

    private string Sentence(Exception away) => away switch
    {
        SmtpException { StatusCode: var status } when (int)status is 530 or 534 or 535 or 538 => $"The mail server {server} wants another login or an encrypted line ({(int)status}): {Mended}.",
        SmtpException { StatusCode: var status } when (int)status >= 400 => $"The mail server {server} does not take the mail now ({(int)status}).",
        AuthenticationException or { InnerException: AuthenticationException } => $"The certificate of the mail server {server} is not trusted, or it speaks no TLS.",
        OperationCanceledException => $"The mail server {server} was too slow.",
        OutgoingRefusedException refused => refused.Message,
        SocketException or { InnerException: SocketException } => $"The mail server {server} cannot be reached.",
        _ => $"The mail server {server} and we did not get along ({away.GetType().Name}).",
    };
}
