using System.Net.Mail;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Notifications;

/// <summary>Mails of the organisation leave by a server of its own from now on.</summary>
/// <param name="Host">The server's name or address.</param>
/// <param name="Line">tls from the first byte, startTls before anything else is said, or plain.</param>
/// <param name="From">The sender's address, such as <c>billing@example.test</c>.</param>
/// <param name="Port">Left out: 465 for tls, 587 for startTls, 25 for plain.</param>
/// <param name="User">As whom we sign in there; left out: as nobody.</param>
/// <param name="Password">May be left out where it is kept and server, line and user stay.</param>
internal sealed record ArrangeMailServer(string Host, SmtpLine Line, string From, int? Port = null, string? User = null, string? Password = null)
{
    private static readonly int[] Ports = [587, 465, 2525, 25];

    public override string ToString() => nameof(ArrangeMailServer); // never the password

    /// <summary>Checks what was typed.</summary>
    public Decision<MailServerEvent> Decide(MailServer now, OutgoingRules outgoing)
    {
        var (host, user, from) = (Host.Trim(), User?.Trim() ?? "", From.Trim());
        var port = Port ?? Line switch { SmtpLine.Tls => 465, SmtpLine.StartTls => 587, _ => 25 };
        if (port is < 1 or > 65535) return No.Port;
        if (!Enum.IsDefined(Line)) return No.Line;
        if (outgoing.Against(host, port, Ports) is { } objection) return No.Host(objection);
        if (from.Length > 320 || from != PlainText.Line(from) || !MailAddress.TryCreate(from, out var address) || address.Address != from) return No.From;
        if (user.Length > 320 || user.Any(char.IsControl)) return No.User;
        if (Password is { Length: > 1000 }) return No.PasswordTooLong;
        if (user.Length > 0 && Line == SmtpLine.Plain) return No.InTheClear;
        var arranged = new MailServerArranged(host, port, Line, user, from);
        if (user.Length > 0 && string.IsNullOrEmpty(Password) && now.Apply(arranged).IsAnotherDoorThan(now)) return No.PasswordMissing;
        List<MailServerEvent> happened = [];
        if (now.Apply(arranged) != now) happened.Add(arranged);
        if (user.Length > 0 && !string.IsNullOrEmpty(Password)) happened.Add(new MailServerPasswordKept());
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/mail-server", async (Streams<MailServer> servers, CancellationToken stop) =>
                (await servers.Load(MailServer.Id, stop)).State is { IsOn: true } now ? (IResult)TypedResults.Ok(MailServerPage.Of(now)) : Problems.NotFound)
            .Produces<MailServerPage>().Requires(Permission.ArrangeOrganisation).WithSummary("The organisation's own mail server");

        app.MapPut("/api/mail-server", async (ArrangeMailServer command, Session session, PostOffices offices, OutgoingRules outgoing, CommandEdge edge, CancellationToken stop) =>
            {
                var work = session.Begin();
                await work.Load<MailServer>(MailServer.Id, stop);
                if (work.Decide<MailServer, MailServerEvent>(MailServer.Id, now => command.Decide(now, outgoing)) is { } refusal) return edge.Refused(refusal);
                var now = await work.Load<MailServer>(MailServer.Id, stop);
                if (now.State.User.Length == 0) work.Also(PostOffices.Drop());
                else if (!string.IsNullOrEmpty(command.Password)) work.Also(offices.Keep(session.Tenant, command.Password, work.At));
                return await edge.Commit(work, Answer.Of(MailServerPage.Of(now.State), now.Version), stop);
            })
            .Produces<MailServerPage>().Requires(Permission.ArrangeOrganisation).WithMetadata(new KeepsNoAnswer()).WithSummary("Let the organisation's mails leave by a mail server of its own");

        app.MapDelete("/api/mail-server", async (Session session, CancellationToken stop) =>
            {
                var work = session.Begin();
                await work.Load<MailServer>(MailServer.Id, stop);
                work.Decide<MailServer, MailServerEvent>(MailServer.Id, now => now.Drop());
                work.Also(PostOffices.Drop());
                await work.Commit();
                return TypedResults.NoContent();
            })
            .Requires(Permission.ArrangeOrganisation).WithSummary("Let the organisation's mails leave as the product's do");
    }

    private static class No
    {
        public static readonly Refusal Port = new("mail-port-wrong", "A port is a number from 1 to 65535; mail servers listen on 587, 465 or 25.");
        public static readonly Refusal Line = new("mail-line-wrong", "Choose tls, startTls or plain.");
        public static readonly Refusal From = new("mail-from-wrong", "Write the one address that mails come from, such as billing@example.test.");
        public static readonly Refusal User = new("mail-user-wrong", "A user name has at most 320 characters, and no line breaks.");
        public static readonly Refusal PasswordMissing = new("mail-password-missing", "Write the password; for another server, line or user it is asked for again.");
        public static readonly Refusal PasswordTooLong = new("mail-password-too-long", "A password has at most 1000 characters.");
        public static readonly Refusal InTheClear = new("mail-password-in-the-clear", "The password would be sent unencrypted; choose tls or startTls.");

        public static Refusal Host(string sentence) => new("mail-server-wrong", sentence);
    }
}

/// <summary>The organisation's own mail server. The password is told to nobody.</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its port.</param>
/// <param name="Line">How the line is encrypted.</param>
/// <param name="User">As whom we sign in there; empty: as nobody.</param>
/// <param name="From">The sender's address.</param>
internal sealed record MailServerPage(string Host, int Port, SmtpLine Line, string User, string From)
{
    public static MailServerPage Of(MailServer now) => new(now.Host, now.Port, now.Line, now.User, now.From);
}
