using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>One client as it is, or as it was at a version or a moment; and what happened to it.</summary>
internal static class ShowClient
{
    private static readonly StreamHistory<Client> History = new(
    [
        new("name", c => c.Name.Length == 0 ? null : c.Name), new("emails", c => c.Emails.Count == 0 ? null : c.Emails), new("ccEmails", c => c.CcEmails.Count == 0 ? null : c.CcEmails), new("phone", c => c.Phone),
        new("bounced", c => c.Bounced.Count == 0 ? null : c.Bounced.Select(one => one.Reader).ToValueList()),
        new("address", c => c.Address == BillingAddress.None ? null : c.Address), new("taxId", c => c.TaxId), new("currency", c => c.Name.Length == 0 ? null : c.Currency), new("language", c => c.Language), new("termsDays", c => c.TermsDays),
        new("taxTreatment", c => c.Name.Length == 0 ? null : c.TaxTreatment), new("exemptionReason", c => c.ExemptionReason), new("note", c => c.Note),
        new("stripeId", c => c.OutsideIds.Stripe), new("helpDeskId", c => c.OutsideIds.HelpDesk), new("crmId", c => c.OutsideIds.Crm), new("accountingId", c => c.OutsideIds.Accounting),
        new("standing", c => c.Name.Length == 0 ? null : c.Standing), new("mergedInto", c => c.MergedInto),
    ]);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/clients/{id}", async (ClientId id, Streams<Client> clients, CancellationToken stop, string? at = null) =>
            {
                if (!PointInTime.TryRead(at, out var point)) return PointInTime.Unclear;
                var client = at is null ? await clients.Load(id.Value, stop) : await clients.LoadAt(id.Value, point.Version, point.Moment, stop);
                return client.Exists ? (IResult)Answer.Of(ClientCard.Of(id, client), client.Version) : Problems.NotFound;
            })
            .Produces<ClientCard>()
            .Requires(Permission.SeeInvoicing)
            .WithSummary("A client as it is, or as it was");

        app.MapGet("/api/clients/{id}/history", async (ClientId id, Session session, CancellationToken stop, string? at = null) =>
                await History.Of(session, id.Value, at, then => Task.FromResult<ClientCard?>(ClientCard.Of(id, then)), stop))
            .Produces<PastEvents<ClientCard>>()
            .Requires(Permission.SeeInvoicing)
            .WithSummary("What happened to a client: who, when, old and new; and how it stood then");
    }
}
