using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>The operator makes an organisation of the product one of its clients. What the client subscribes to says from then on what the organisation may do; before it subscribes, nothing limits it.</summary>
/// <param name="ClientId">The client that it is; one client is one organisation.</param>
internal sealed record MakeClient(ClientId ClientId)
{
    public static Decision<OwnOrganisationEvent> Decide(OwnOrganisation now, TenantId organisation, bool known, BilledClient? client)
    {
        if (!known) return No.UnknownOrganisation;
        if (client is null) return SubscriptionNo.UnknownClient;
        if (!client.IsActive) return SubscriptionNo.ClientNotActive(client.Name);
        return now.ClientId?.Value == client.Id ? Decision.Nothing : new OrganisationBecameClient(organisation.Value, new(client.Id));
    }

    /// <summary>It is a client no longer.</summary>
    public static Decision<OwnOrganisationEvent> SetFree(OwnOrganisation now) => now.ClientId is null ? Decision.Nothing : new OrganisationSetFree();

    internal static readonly Refusal ClientTaken = new("client-is-an-organisation", "This client is another organisation already. Choose another client, or set that organisation free first.");

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/subscriptions/organisations", async (Session session, CancellationToken stop) => TypedResults.Ok(new Page<OwnOrganisationPage>(await OwnOrganisationPage.All(session, stop), null)))
            .Requires(Permission.SeeSubscriptions).WithSummary("The product's organisations that are clients of the operator's; elsewhere there are none");

        app.MapPut("/api/subscriptions/organisations/{organisation}", async (string organisation, MakeClient command, Session session, [FromServices] IInvoicing invoicing, IEnumerable<IOrganisations> organisations, Commands<OwnOrganisation> own, CommandEdge edge, CancellationToken stop) =>
            {
                if (await Of(session, organisations, organisation, stop) is not { } found) return Problems.NotFound;
                if (session.InTestMode) return edge.Refused(No.InTestMode);
                var client = await invoicing.Client(session, command.ClientId.Value, stop);
                return await own.DecideOrStart(OwnOrganisation.Id(found.Key), now => Decide(now, found.Key, found.Known, client), now => OwnOrganisationPage.Of(found.Key, now), stop);
            })
            .Produces<OwnOrganisationPage>().Requires(Permission.ArrangeSubscriptions).WithSummary("Make an organisation of the product a client: what it subscribes to limits it; for the operator's only");

        app.MapPost("/api/subscriptions/organisations/{organisation}/set-free", async (string organisation, Session session, IEnumerable<IOrganisations> organisations, Commands<OwnOrganisation> own, CancellationToken stop) =>
                await Of(session, organisations, organisation, stop) is { Known: true } found ? await own.Decide<OwnOrganisationEvent>(OwnOrganisation.Id(found.Key), SetFree, now => OwnOrganisationPage.Of(found.Key, now), stop) : Problems.NotFound)
            .Produces<OwnOrganisationPage>().Requires(Permission.ArrangeSubscriptions).WithSummary("An organisation is no client any more, and nothing limits it; for the operator's only");
    }

    /// <summary>The organisation of a key, where it is the operator who asks; null for anybody else.</summary>
    private static async Task<(TenantId Key, bool Known)?> Of(Session session, IEnumerable<IOrganisations> organisations, string key, CancellationToken stop)
    {
        foreach (var one in organisations)
        {
            if (one.Operator != session.Tenant) continue;
            return (await one.All(stop)).FirstOrDefault(known => known.Value == key) is { IsSet: true } found ? (found, true) : (session.Tenant, false);
        }
        return null;
    }

    private static class No
    {
        public static readonly Refusal UnknownOrganisation = new("unknown-organisation", "There is no organisation of this key. Look it up in the list of organisations.");
        public static readonly Refusal InTestMode = new("operator-in-test-mode", "What organisations may do follows everybody's time, and this one has a clock of its own. Bill them from an organisation that is not in test mode.");
    }
}

/// <summary>An organisation of the product, as the operator bills it.</summary>
/// <param name="Organisation">Its key.</param>
/// <param name="ClientId">The client that it is; null for none.</param>
internal sealed record OwnOrganisationPage(string Organisation, ClientId? ClientId, long Version)
{
    public static OwnOrganisationPage Of(TenantId organisation, Versioned<OwnOrganisation> now) => new(organisation.Value, now.State.ClientId, now.Version);

    public static Task<List<OwnOrganisationPage>> All(Session session, CancellationToken stop) => session.Read(
        "select organisation, client_id, version from subscriptions_organisations where tenant_id = $1 and client_id is not null order by organisation", [], async reader =>
        {
            var found = new List<OwnOrganisationPage>();
            while (await reader.ReadAsync(stop)) found.Add(new(reader.GetString(0), new ClientId(reader.GetGuid(1)), reader.GetInt64(2)));
            return found;
        }, stop);
}
