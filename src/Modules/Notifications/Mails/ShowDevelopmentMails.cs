using System.Net;
using System.Text.RegularExpressions;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Notifications;

/// <summary>What would have been mailed: for developers and tests, on their own machine, while no mail server is set. Anywhere else it is not there.</summary>
internal static partial class ShowDevelopmentMails
{
    // Nothing of the mail runs, nothing of it is fetched; the dashboard may show it in a frame, and a link opens outside of that.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/dev/mails", (HttpContext http, DevelopmentMails mails) =>
                IsOpen(http, mails) ? (IResult)TypedResults.Ok(new DevelopmentMailPage([.. mails.All.Select(DevelopmentMail.Of)])) : Problems.NotFound)
            .Produces<DevelopmentMailPage>().WithSummary("Mails that no server took, newest first; only in development").OpenToAnybody();

        app.MapGet("/api/dev/mails/{id}", (Guid id, HttpContext http, DevelopmentMails mails) =>
            {
                if (!IsOpen(http, mails) || mails.All.FirstOrDefault(letter => letter.Id == id) is not { } letter) return (IResult)Problems.NotFound;
                http.Response.Headers.ContentSecurityPolicy = Policy;
                return TypedResults.Content(letter.Page, "text/html; charset=utf-8");
            })
            .Produces<string>(200, "text/html").WithSummary("One such mail as its reader would see it").OpenToAnybody();

        app.MapGet("/api/dev/mails/{id}/files/{number:int}", (Guid id, int number, HttpContext http, DevelopmentMails mails) =>
                IsOpen(http, mails) && mails.All.FirstOrDefault(letter => letter.Id == id)?.Attachments.ElementAtOrDefault(number) is { } file ? Results.File(file.Bytes.ToArray(), file.Type, file.Name) : Problems.NotFound)
            .Produces(200, contentType: "application/octet-stream").WithSummary("A file that goes with such a mail").OpenToAnybody();
    }

    /// <summary>A page elsewhere whose name was made to lead here would send its own name along.</summary>
    private static bool IsOpen(HttpContext http, DevelopmentMails mails) =>
        mails.IsAtHome is true
        && http.Connection.RemoteIpAddress is { } caller && IPAddress.IsLoopback(caller)
        && (http.Request.Host.Host == "localhost" || (IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var host) && IPAddress.IsLoopback(host)));

    [GeneratedRegex(@"^https?://\S+$", RegexOptions.Multiline)]
    internal static partial Regex Link();
}

/// <summary>The page of mails.</summary>
/// <param name="Items">Newest first.</param>
internal sealed record DevelopmentMailPage(IReadOnlyList<DevelopmentMail> Items);

/// <summary>A mail that no server took.</summary>
/// <param name="Id">Its id; <c>/api/dev/mails/{id}</c> shows it.</param>
/// <param name="Kind">Which.</param>
/// <param name="At">When it was written, UTC.</param>
/// <param name="To">The reader's address.</param>
/// <param name="Name">The reader's name; may be empty.</param>
/// <param name="Sender">The organisation it speaks for; null: the product.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Its text part.</param>
/// <param name="Links">The addresses in it, in order.</param>
/// <param name="AlsoTo">Further readers it is addressed to.</param>
/// <param name="Copies">Readers of a copy.</param>
/// <param name="Files">What goes with it, by name; <c>/api/dev/mails/{id}/files/0</c> is the first.</param>
internal sealed record DevelopmentMail(
    Guid Id, string Kind, DateTimeOffset At, string To, string Name, string? Sender, string Subject, string Text, IReadOnlyList<string> Links, IReadOnlyList<string> AlsoTo, IReadOnlyList<string> Copies, IReadOnlyList<string> Files)
{
    public static DevelopmentMail Of(Letter letter) => new(letter.Id, letter.Kind, letter.At, letter.To, letter.Name, letter.Sender?.Name, letter.Subject, letter.Text, [.. ShowDevelopmentMails.Link().Matches(letter.Text).Select(match => match.Value.TrimEnd('\r'))], letter.AlsoTo, letter.Copies, [.. letter.Attachments.Select(file => file.Name)]);
}
