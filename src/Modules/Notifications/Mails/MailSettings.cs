using System.Net;
using System.Net.Mail;
using Billing.Web;
using Microsoft.Extensions.Configuration;

namespace Billing.Notifications;

/// <summary>How mails leave.</summary>
/// <param name="Smtp">The server; null: none, and mails stay in this process.</param>
/// <param name="From">The sender's address.</param>
internal sealed record MailSettings(SmtpServer? Smtp, MailAddress From)
{
    /// <exception cref="SettingsException">A setting makes no sense; the message says which, without the password.</exception>
    public static MailSettings Of(string? smtp, string? from)
    {
        var server = string.IsNullOrWhiteSpace(smtp) ? null : SmtpServer.Parse(smtp);
        if (server is not null && string.IsNullOrWhiteSpace(from)) throw new SettingsException("Mail__From is missing: the address that mails come from, such as billing@example.test.");
        return new(server, MailAddress.TryCreate(string.IsNullOrWhiteSpace(from) ? "billing@localhost" : from, out var address) ? address : throw new SettingsException($"Mail__From is '{from}'; write an address such as billing@example.test or Billing <billing@example.test>."));
    }

    public static MailSettings Read(IConfiguration configuration) => Of(configuration["Mail:Smtp"], configuration["Mail:From"]);
}

/// <summary>How the line to a mail server is encrypted.</summary>
internal enum SmtpLine
{
    /// <summary>Not at all.</summary>
    Plain,

    /// <summary>After STARTTLS, without which nothing is said.</summary>
    StartTls,

    /// <summary>From the first byte.</summary>
    Tls,
}

/// <summary>A mail server.</summary>
internal sealed record SmtpServer(string Host, int Port, SmtpLine Line, NetworkCredential? Login)
{
    private const string Shape = "Mail__Smtp is not understood; write smtps://user:password@host (TLS, port 465), starttls://user:password@host (port 587) or smtp://host:25 (no encryption). Special characters of the password are written as in a URL: %40 for @.";

    public static SmtpServer Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.AbsolutePath is not ("" or "/") || uri.Query.Length > 0 || uri.Fragment.Length > 0) throw new SettingsException(Shape);
        var (line, port) = uri.Scheme switch
        {
            "smtps" => (SmtpLine.Tls, 465),
            "starttls" => (SmtpLine.StartTls, 587),
            "smtp" => (SmtpLine.Plain, 25),
            _ => throw new SettingsException(Shape),
        };
        var login = uri.UserInfo.Split(':', 2);
        if (line == SmtpLine.Plain && uri.UserInfo.Length > 0 && !uri.IsLoopback) throw new SettingsException("Mail__Smtp would send its password unencrypted; begin it with smtps:// or starttls://.");
        return new(uri.IdnHost, uri.Port > 0 ? uri.Port : port, line, uri.UserInfo.Length == 0 ? null : new NetworkCredential(Uri.UnescapeDataString(login[0]), login.Length == 2 ? Uri.UnescapeDataString(login[1]) : ""));
    }

    /// <summary>Without the login.</summary>
    public override string ToString() => $"{Host}:{Port}";
}
