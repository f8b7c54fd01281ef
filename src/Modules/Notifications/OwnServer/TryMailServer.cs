using System.Net.Mail;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Notifications;

/// <summary>Sends a mail at once, to see whether it arrives; nothing is kept.</summary>
/// <param name="To">Who reads it.</param>
/// <param name="Server">As it is typed and not yet kept; left out: the one that is kept.</param>
internal sealed record TryMailServer(string To, ArrangeMailServer? Server = null)
{
    private static readonly Refusal NoReader = new("mail-to-wrong", "Write the one address that the mail goes to.");
    private static readonly Refusal NoServer = new("mail-server-missing", "The organisation has no mail server of its own. Write which one.");

    public override string ToString() => nameof(TryMailServer);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/mail-server/try", async (TryMailServer command, Session session, Organisation organisation, Streams<MailServer> servers, PostOffices offices, OutgoingRules outgoing, PublicAddress address, CommandEdge edge, CancellationToken stop) =>
        {
            var to = command.To.Trim();
            if (to.Length > 320 || !MailAddress.TryCreate(to, out var reader) || reader.Address != to) return (IResult)edge.Refused(NoReader);
            var kept = (await servers.Load(MailServer.Id, stop)).State;
            if (Wanted(command.Server, kept, outgoing, out var own) is { } refusal) return edge.Refused(refusal);
            var password = command.Server?.Password is { Length: > 0 } typed ? typed : await offices.Password(session.Tenant, stop);
            try
            {
                await offices.By(own, password).Send(SendMail.LetterOf(session.NewId(), "notifications.try", session.Now, Mail(to, organisation, own), address), stop);
                return TypedResults.NoContent();
            }
            catch (Exception lost) when (lost is PostAwayException or GivenUpException)
            {
                return edge.Refused(new Refusal("mail-not-taken", lost.Message).With("answer", lost.Message));
            }
        })
        .Requires(Permission.ArrangeOrganisation).WithMetadata(new KeepsNoAnswer()).WithSummary("Send a mail by the organisation's own mail server, to see whether it arrives");

    private static Refusal? Wanted(ArrangeMailServer? typed, MailServer kept, OutgoingRules outgoing, out MailServer own)
    {
        own = kept;
        if (typed is null) return kept.IsOn ? null : NoServer;
        var decided = typed.Decide(kept, outgoing);
        own = decided.Events.Aggregate(kept, (now, happened) => now.Apply(happened));
        return decided.Refusal;
    }

    private static Mail Mail(string to, Organisation organisation, MailServer own) => organisation.Locale.StartsWith("de", StringComparison.OrdinalIgnoreCase)
        ? new(to, "", organisation.Locale, "Probe-Mail", [new MailPart.Paragraph($"Diese Mail kam über {own.Host}: Der Mailserver der Organisation ist eingerichtet.")])
        : new(to, "", "en", "Test mail", [new MailPart.Paragraph($"This mail came by {own.Host}: the organisation's mail server works.")]);
}
