using System.Globalization;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>What the organisation's own plan allows it, and how much of that is used.</summary>
/// <param name="Plan">As people call it; null where nobody sells anything here, or it never subscribed.</param>
/// <param name="Items">One for each thing that is counted.</param>
internal sealed record OwnPlan(string? Plan, IReadOnlyList<OwnEntitlement> Items)
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/tenants/me/plan", async (Session session, IEnumerable<IEntitlements> plans, IEnumerable<IEntitledUse> uses, CancellationToken stop) =>
        {
            var items = new List<OwnEntitlement>();
            foreach (var name in uses.Select(use => use.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                items.Add(new OwnEntitlement(name, Allowed.Of(plans, session.Tenant, name).Most, (await Allowed.Used(uses, session, name, stop)).ToString("0.#########", CultureInfo.InvariantCulture)));
            return Answer.Of(new OwnPlan(Allowed.Of(plans, session.Tenant, Allowed.Users).Plan, items));
        })
        .Produces<OwnPlan>().Requires(Permission.SeeOrganisation).WithSummary("What the organisation's plan allows, and how much of it is used");
}

/// <summary>One thing that a plan may limit.</summary>
/// <param name="Name">Such as <c>users</c>, <c>api_calls</c> in this month (UTC), <c>invoices_per_month</c>, <c>storage_gb</c>.</param>
/// <param name="Limit">At most so many; null when nothing limits it.</param>
/// <param name="Used">As a decimal number.</param>
internal sealed record OwnEntitlement(string Name, long? Limit, string Used);

/// <summary>Members and open invitations.</summary>
internal sealed class PeopleInUse : IEntitledUse
{
    public string Name => Allowed.Users;

    public async Task<decimal> Used(Session session, CancellationToken stop) => Members.Counted((await session.Streams<Organisation>().Load(Organisation.Id, stop)).State, session.Now);
}
