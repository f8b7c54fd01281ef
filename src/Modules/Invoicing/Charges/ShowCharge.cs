using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>One charge as it is, and what happened to it.</summary>
internal static class ShowCharge
{
    private static readonly StreamHistory<Charge> History = new(
    [
        new("clientId", c => c.Source.Fact.Length == 0 ? null : c.ClientId), new("description", c => c.Source.Fact.Length == 0 ? null : c.Terms.Description), new("quantity", c => c.Source.Fact.Length == 0 ? null : c.Terms.Quantity),
        new("unitPrice", c => c.Source.Fact.Length == 0 ? null : c.Terms.UnitPrice), new("amount", c => c.Source.Fact.Length == 0 ? null : c.Terms.Amount), new("period", c => c.Terms.Period), new("taxCategory", c => c.Terms.TaxCategory),
        new("group", c => c.Terms.Group), new("availableFrom", c => c.Source.Fact.Length == 0 ? null : c.AvailableFrom), new("state", c => c.Source.Fact.Length == 0 ? null : c.State), new("invoiceId", c => c.InvoiceId), new("corrected", c => c.Corrected),
        new("withdrawnBecause", c => string.IsNullOrEmpty(c.WithdrawnBecause) ? null : c.WithdrawnBecause),
    ]);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/charges/{id}", async (ChargeId id, Session session, CancellationToken stop) =>
                await ListCharges.One(session, id, stop) is { } charge ? (IResult)Answer.Of(charge, charge.Version) : Problems.NotFound)
            .Produces<ChargeCard>()
            .Requires(Permission.SeeInvoicing)
            .WithSummary("A charge");

        app.MapGet("/api/charges/{id}/history", async (ChargeId id, Session session, CancellationToken stop, string? at = null) => await History.Of(session, id.Value, at, then => Then(session, id, then, stop), stop))
            .Produces<PastEvents<ChargeCard>>()
            .Requires(Permission.SeeInvoicing)
            .WithSummary("What happened to a charge: who, when, old and new; and how it stood then");
    }

    private static async Task<ChargeCard?> Then(Session session, ChargeId id, Versioned<Charge> then, CancellationToken stop)
    {
        if (await ListCharges.One(session, id, stop) is not { } now || await DraftGrounds.Find(new Attempt(session.Begin(), fresh: false, stop), then.State.ClientId) is not { } found) return null;
        return ChargeCard.Of(id, then, found.Client.Name, now.PostedAt) with { ClientId = found.Id };
    }
}
