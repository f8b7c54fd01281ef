using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Notifications;

/// <summary>An address is to be told like this from now on.</summary>
/// <param name="Name">As people call it; told apart.</param>
/// <param name="Url">Where to.</param>
/// <param name="Filters">Of which events, by name; * stands for any letters. Left out: of all.</param>
/// <param name="Headers">Headers of its own, by name; left out: those that are kept, where the host stays.</param>
/// <param name="Rate">At most so many a second; left out: as fast as it answers.</param>
/// <param name="Active">False: it is told of nothing until somebody says so.</param>
internal sealed record ArrangeWebhook(string Name, string Url, IReadOnlyList<string>? Filters = null, IReadOnlyDictionary<string, string>? Headers = null, int? Rate = null, bool Active = true)
{
    private const string Recover = "update webhook_lanes set failures = 0, failing_since = null, rests_until = null where tenant_id = $1 and endpoint_id = $2";

    private const string Forget = "delete from webhook_lanes where tenant_id = $1 and endpoint_id = $2";

    private const string DropWaiting = $"delete from webhook_deliveries where tenant_id = $1 and endpoint_id = $2 and state = '{WebhookDelivery.Waiting}'";

    public override string ToString() => nameof(ArrangeWebhook); // never what headers say

    /// <summary>Checks what was typed. What its headers say is not carried to another host.</summary>
    public Decision<WebhookEndpointEvent> Decide(WebhookEndpoint now, IReadOnlyCollection<string> types, OutgoingRules outgoing)
    {
        if (!WebhookTerms.Check(Name, Url, Filters, Headers, Rate, types, outgoing).TryGet(out var terms, out var refusal)) return refusal;
        if (Headers is null && now.Headers.Count > 0 && new Uri(now.Url).GetLeftPart(UriPartial.Authority) != new Uri(terms.Url).GetLeftPart(UriPartial.Authority)) return WebhookNo.HeadersMissing;
        var arranged = new WebhookArranged(terms.Name, terms.Url, terms.Filters, terms.Headers is null ? now.Headers : [.. terms.Headers.Keys.Order(StringComparer.Ordinal)], terms.Rate);
        List<WebhookEndpointEvent> happened = [];
        if (now.Apply(arranged) != now || terms.Headers is { Count: > 0 }) happened.Add(arranged); // other values under the same names are another version, too
        if (Active && now.State != WebhookState.Active) happened.Add(new WebhookResumed());
        if (!Active && now.State == WebhookState.Active) happened.Add(new WebhookPaused());
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/webhook-endpoints/{id}", async (WebhookEndpointId id, ArrangeWebhook command, Session session, WebhookCatalogue catalogue, WebhookSecrets secrets, WebhookSender sender, OutgoingRules outgoing, CommandEdge edge, CancellationToken stop) =>
            {
                var work = session.Begin();
                var before = await work.Load<WebhookEndpoint>(id.Value, stop, fresh: true);
                if (before.State.State == WebhookState.Removed) return Problems.NotFound;
                if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict(WebhookEndpointPage.Of(id, before));
                if (work.Decide<WebhookEndpoint, WebhookEndpointEvent>(id.Value, now => command.Decide(now, catalogue.Names, outgoing)) is { } refusal) return edge.Refused(refusal);
                var after = await work.Load<WebhookEndpoint>(id.Value, stop);
                if (command.Headers is { } headers) work.Also(secrets.Keep(session.Tenant, id.Value, headers, work.At));
                if (after.State.State == WebhookState.Active) work.Also(new Statement(Recover, new NpgsqlParameter<Guid> { TypedValue = id.Value }));
                var answer = await edge.Commit(work, Answer.Of(WebhookEndpointPage.Of(id, after), after.Version), stop);
                sender.Wake();
                return answer;
            })
            .Produces<WebhookEndpointPage>().Requires(Permission.ArrangeWebhooks).WithMetadata(new KeepsNoAnswer()).WithSummary("Arrange of what an address is told, and whether; another host asks for its headers again");

        app.MapDelete("/api/webhook-endpoints/{id}", async (WebhookEndpointId id, Session session, CommandEdge edge, CancellationToken stop) =>
            {
                var work = session.Begin();
                var before = await work.Load<WebhookEndpoint>(id.Value, stop, fresh: true);
                if (before.State.State == WebhookState.Removed) return Problems.NotFound;
                work.Decide<WebhookEndpoint, WebhookEndpointEvent>(id.Value, now => now.Remove());
                work.Also(WebhookSecrets.Drop(id.Value));
                work.Also(new Statement(Forget, new NpgsqlParameter<Guid> { TypedValue = id.Value }));
                work.Also(new Statement(DropWaiting, new NpgsqlParameter<Guid> { TypedValue = id.Value }));
                return await edge.Commit(work, Answer.Of(null), stop);
            })
            .Produces(204).Requires(Permission.ArrangeWebhooks).WithSummary("Remove an address; what waits for it is dropped, what was sent stays in the log");
    }
}
