using System.Net;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>How every mail looks: one narrow column that a phone shows without turning it, no picture but the logo, no link but the button's.</summary>
internal sealed class LetterPaper(Mail mail, PublicAddress address)
{
    private const string Font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    // Mails in the language of a document are so as a whole; those in the language of a person are English wherever that is not German.
    private readonly (string SentBy, string For, string IfTheButtonFails) _words = mail.Language switch
    {
        _ when mail.Language.StartsWith("de", StringComparison.OrdinalIgnoreCase) => ("Gesendet von Billing", "für", "Wenn der Knopf nicht geht, öffnen Sie diese Adresse:"),
        "fr" => ("Envoyé par Billing", "pour", "Si le bouton ne fonctionne pas, ouvrez cette adresse :"),
        "es" => ("Enviado por Billing", "para", "Si el botón no funciona, abra esta dirección:"),
        _ => ("Sent by Billing", "for", "If the button does not work, open this address:"),
    };

    public string Html() =>
        $"""
            <!doctype html>
            <html lang="{Safe(mail.Language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>{Safe(PlainText.Line(mail.Subject))}</title></head>
            <body style="margin:0;padding:0;background:#f4f5f7"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f5f7"><tr><td align="center" style="padding:24px 12px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #dfe3e8;border-radius:8px"><tr><td style="padding:28px 24px;{Font};font-size:16px;line-height:1.5;color:#1c2430;overflow-wrap:anywhere;word-break:break-word">
            {Head()}<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3;color:#1c2430">{Safe(PlainText.Line(mail.Subject))}</h1>
            {string.Join('\n', mail.Parts.Select(Html))}
            </td></tr></table>
            <p style="margin:16px 0 0;{Font};font-size:12px;color:#5b6675">{Safe(Foot)}</p>
            </td></tr></table></body></html>
            """;

    public string Text() => string.Concat(mail.Parts.Select(part => Text(part) + "\n\n")) + $"-- \n{Foot}\n";

    private string Foot => mail.Sender is { Name.Length: > 0 } sender ? $"{_words.SentBy} {_words.For} {sender.Name}" : _words.SentBy;

    private string Head() => mail.Sender switch
    {
        { Logo: not null } with => $"<p style=\"margin:0 0 20px\"><img src=\"cid:logo\" alt=\"{Safe(with.Name)}\" height=\"40\" style=\"max-width:100%;height:40px;border:0\"></p>\n",
        { Name.Length: > 0 } with => $"<p style=\"margin:0 0 20px;font-weight:600;color:#5b6675\">{Safe(with.Name)}</p>\n",
        _ => "",
    };

    private string Html(MailPart part) => part switch
    {
        MailPart.Paragraph one => $"<p style=\"margin:0 0 16px\">{Lines(one.Text)}</p>",
        MailPart.SmallPrint one => $"<p style=\"margin:0 0 12px;font-size:13px;color:#5b6675\">{Lines(one.Text)}</p>",
        MailPart.Facts facts => "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" style=\"margin:0 0 16px\">" + string.Concat(facts.Rows.Select(row => $"<tr><td style=\"padding:2px 16px 2px 0;color:#5b6675\">{Lines(row.Key)}</td><td style=\"padding:2px 0\">{Lines(row.Value)}</td></tr>")) + "</table>",
        MailPart.Button button => Html(Safe(address.Of(button.Path).AbsoluteUri), Safe(button.Label)),
        _ => throw new InvalidOperationException($"A mail has no way to show {part.GetType().Name}."),
    };

    private string Html(string link, string label) => $"""
        <table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 16px"><tr><td style="border-radius:6px;background:#1f5eff"><a href="{link}" style="display:inline-block;padding:12px 20px;{Font};font-size:16px;font-weight:600;color:#ffffff;text-decoration:none">{label}</a></td></tr></table>
        <p style="margin:0 0 16px;font-size:13px;color:#5b6675">{_words.IfTheButtonFails}<br><a href="{link}" style="color:#1f5eff">{link}</a></p>
        """;

    private string Text(MailPart part) => part switch
    {
        MailPart.Paragraph one => Seen(one.Text),
        MailPart.SmallPrint one => Seen(one.Text),
        MailPart.Facts facts => string.Join('\n', facts.Rows.Select(row => $"{Seen(row.Key)}: {Seen(row.Value)}")),
        MailPart.Button button => $"{Seen(button.Label)}:\n{address.Of(button.Path).AbsoluteUri}",
        _ => throw new InvalidOperationException($"A mail has no way to show {part.GetType().Name}."),
    };

    private static string Seen(string text) => PlainText.Note(text, int.MaxValue).Value!;

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private static string Lines(string text) => Safe(Seen(text)).Replace("\n", "<br>", StringComparison.Ordinal);
}
