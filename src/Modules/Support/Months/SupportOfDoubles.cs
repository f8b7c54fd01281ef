using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Npgsql;

namespace Billing.Support;

/// <summary>What a client asked for, has hosted and was billed is the one's that stays when it was a double. No month is billed to both. Whoever came into the portal for the double is let in no more.</summary>
internal sealed class SupportOfDoubles : IFollowsClients
{
    private const string Theirs = """
        select 'request', id from support_requests where tenant_id = $1 and client_id = $2
        union all select 'project', id from support_projects where tenant_id = $1 and client_id = $2
        union all select 'site', id from support_sites where tenant_id = $1 and client_id = $2
        union all select 'portal user', id from support_portal_users where tenant_id = $1 and client_id = $2
        """;

    public async Task Follow(Work work, Guid survivor, Guid @double, CancellationToken stop)
    {
        var theirs = await work.Session.Read(Theirs, [new NpgsqlParameter<Guid> { TypedValue = @double }], async row =>
        {
            var all = new List<(string Kind, Guid Id)>();
            while (await row.ReadAsync(stop)) all.Add((row.GetString(0), row.GetGuid(1)));
            return all.ToLookup(one => one.Kind, one => one.Id);
        }, stop);
        await work.LoadMany<SupportRequest>([.. theirs["request"]], stop);
        await work.LoadMany<SupportProject>([.. theirs["project"]], stop);
        await work.LoadMany<SupportSite>([.. theirs["site"]], stop);
        await work.LoadMany<PortalUser>([.. theirs["portal user"]], stop);
        foreach (var id in theirs["request"]) work.Decide<SupportRequest, SupportRequestEvent>(id, now => now.ClientId == @double ? new RequestGiven(survivor, ToldBy.Source) : Decision.Nothing);
        foreach (var id in theirs["project"]) work.Decide<SupportProject, SupportProjectEvent>(id, now => now.ClientId == @double ? new ProjectGiven(survivor, ToldBy.Source) : Decision.Nothing);
        foreach (var id in theirs["site"]) work.Decide<SupportSite, SupportSiteEvent>(id, now => now.ClientId == @double ? new SiteGiven(survivor, ToldBy.Source) : Decision.Nothing);
        foreach (var id in theirs["portal user"]) work.Decide<PortalUser, PortalUserEvent>(id, now => now.Withdraw(PortalWithdrawal.ClientMerged));

        var closes = (await work.Load<SupportLedger>(SupportLedger.Id(@double), stop, fresh: true)).State.Closes;
        await work.Load<SupportLedger>(SupportLedger.Id(survivor), stop, fresh: true);
        work.Decide<SupportLedger, SupportLedgerEvent>(SupportLedger.Id(survivor), now => closes.Except(now.Closes).ToList() is { Count: > 0 } fresh ? new LedgerTakenOver([.. fresh]) : Decision.Nothing);
    }
}
