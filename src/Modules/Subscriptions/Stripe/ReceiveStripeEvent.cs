using System.Text;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>Stripe tells of something. It is judged by its bytes as they came, stored, and answered; what it means is worked out later.</summary>
internal static class ReceiveStripeEvent
{
    private static readonly Problem NotConnected = new(404, "stripe-not-connected", "Nobody here is connected with Stripe. Its operator sets Stripe__WebhookSecret.") { Module = "subscriptions" };

    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/webhooks/stripe", async (HttpContext http, EventStore.EventStore store, StripeConnections connections, CancellationToken stop) =>
        {
            if (connections.All is not [{ Secrets.Count: > 0 } connection, ..]) return (IResult)NotConnected;
            using var bytes = new MemoryStream();
            await http.Request.Body.CopyToAsync(bytes, stop);
            var body = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
            var session = store.Open(connection.Tenant, Actor.System);
            if (Refused(StripeSignature.Judge(http.Request.Headers["Stripe-Signature"], body.Span, connection.Secrets, session.Now)) is { } fault) return Problems.BadRequest(fault);
            if (StripeArrival.Read(Encoding.UTF8.GetString(body.Span)) is not { } arrived) return Problems.BadRequest(new Fault("", "This is signed, but no event: it needs id, type, created and data.object."));
            var work = session.Begin();
            StripeInbox.Take(work, connection.Endpoint, arrived, delivered: true);
            await work.Commit();
            return TypedResults.Ok();
        })
        .WithMetadata(new ReadsItsBody(), new KeepsNoAnswer()).OpenToAnybody().WithSummary("Where Stripe tells what happened; signed");

    private static Fault? Refused(SignatureFault fault) => fault switch
    {
        SignatureFault.None => null,
        SignatureFault.Unreadable => new Fault("Stripe-Signature", "The header is missing or unreadable: t=…,v1=… is expected."),
        SignatureFault.OutOfTime => new Fault("Stripe-Signature", "The signature's time is more than five minutes from ours. Check the clocks; an old event is to be sent again."),
        _ => new Fault("Stripe-Signature", "No signature is by this endpoint's secret over these bytes."),
    };
}
