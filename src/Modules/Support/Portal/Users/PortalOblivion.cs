using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>Lets go of portal users: of one, of those under an address of somebody who is forgotten, and of those of a client that is.</summary>
internal sealed class PortalOblivion : IForgetsAddresses, IForgetsClients
{
    private const string OfAddresses = "select id from support_portal_users where tenant_id = $1 and standing <> 'forgotten' and lower(email) = any ($2)";
    private const string OfClient = "select id from support_portal_users where tenant_id = $1 and standing <> 'forgotten' and client_id = $2";

    /// <summary>What they came in with goes in the commit that forgets them.</summary>
    public static Belonging Visits { get; } = new("support.portal_visits", "select null::text from support_portal_sessions where tenant_id = $1 and false")
    {
        Forget = ["delete from support_portal_sessions where tenant_id = $1 and user_id = $2", "delete from support_portal_links where tenant_id = $1 and user_id = $2"],
    };

    /// <summary>Decides to forget one.</summary>
    /// <returns>Whether there is such a portal user.</returns>
    public static async Task<bool> LetGo(Work work, Guid id, CancellationToken stop)
    {
        if (await work.Load<PortalUser>(id, stop, fresh: true) is not { Exists: true } before) return false;
        if (before.State.Standing == PortalStanding.Forgotten) return true;
        work.Decide<PortalUser, PortalUserEvent>(id, now => now.Forget());
        work.Forget(id);
        return true;
    }

    public async Task Forget(Session session, IReadOnlyCollection<string> addresses)
    {
        string[] wanted = [.. addresses.Select(address => address.Trim().ToLowerInvariant())];
        foreach (var id in await Ids(session, OfAddresses, new NpgsqlParameter<string[]> { TypedValue = wanted, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }, CancellationToken.None))
        {
            while (true)
            {
                var work = session.Begin();
                await LetGo(work, id, CancellationToken.None);
                try
                {
                    await work.Commit();
                    break;
                }
                catch (ConcurrencyException)
                {
                    // they came in meanwhile
                }
            }
        }
    }

    public async Task Forget(Work work, Guid client, CancellationToken stop)
    {
        foreach (var id in await Ids(work.Session, OfClient, new NpgsqlParameter<Guid> { TypedValue = client }, stop)) await LetGo(work, id, stop);
    }

    private static Task<List<Guid>> Ids(Session session, string sql, NpgsqlParameter value, CancellationToken stop) => session.Read(sql, [value], async row =>
    {
        var ids = new List<Guid>();
        while (await row.ReadAsync(stop)) ids.Add(row.GetGuid(0));
        return ids;
    }, stop);
}
