using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>Somebody of a client's in the portal.</summary>
/// <param name="User">Who.</param>
/// <param name="Client">Whose requests, sites and projects they see.</param>
/// <param name="Here">Whose client it is.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Email">Where their links go.</param>
/// <param name="SeesInvoices">Whether they see the client's invoices.</param>
internal sealed record PortalGuest(PortalUserId User, BilledClient Client, Organisation Here, string Name, string Email, bool SeesInvoices)
{
    /// <summary>The session they came in with.</summary>
    public Guid Session { get; init; }

    /// <summary>As the log names them: as their client, for names of people stand in no log that forgets nobody.</summary>
    public Actor Actor => new("client", Client.Id.ToString(), "Client");

    public override string ToString() => $"{User}";
}

/// <summary>
/// Lets in whoever opens a link that was mailed to them, and asks anew at every request whether they still may: whoever was withdrawn, whose client is archived,
/// merged or gone, whose organisation is deleted, is out at once, on every node. Time is everybody's here: no organisation's own clock makes a link last longer.
/// </summary>
internal sealed class PortalDoor(EventStore.EventStore store, IEnumerable<IOrganisations> organisations, IInvoicing invoicing, TimeProvider time)
{
    /// <summary>How long somebody is in who does nothing.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>How long somebody is in at most.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromHours(12);

    private const string Users = "select tenant_id, id from support_portal_users where proof = $1";
    private const string User = "select client_id, name, email, sees_invoices from support_portal_users where tenant_id = $1 and id = $2 and standing in ('invited', 'active')";
    private const string KeepLink = "insert into support_portal_links (tenant_id, hash, user_id, expires_at) values ($1, $2, $3, $4)";
    private const string Link = "select tenant_id, user_id, expires_at from support_portal_links where hash = $1 and used_at is null";
    private const string UseLink = "update support_portal_links set used_at = $3 where tenant_id = $1 and hash = $2 and used_at is null and expires_at > $3 returning user_id";
    private const string Begin = "insert into support_portal_sessions (tenant_id, id, hash, user_id, begun_at, used_at, expires_at) values ($1, $2, $3, $4, $5, $5, $6)";
    private const string Sessions = "select tenant_id, id, user_id, used_at, expires_at from support_portal_sessions where hash = $1 and ended_at is null";
    private const string Touch = "update support_portal_sessions set used_at = greatest(used_at, $3) where tenant_id = $1 and id = $2";
    private const string End = "update support_portal_sessions set ended_at = $3 where tenant_id = $1 and id = $2 and ended_at is null";

    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    /// <summary>The portal users, of whatever organisation, under an address.</summary>
    public Task<List<(TenantId Tenant, Guid User)>> Under(string email, CancellationToken stop) => store.Database.ReadByProof(PortalUser.Proof(email), Users, async row =>
    {
        var all = new List<(TenantId, Guid)>();
        while (await row.ReadAsync(stop)) all.Add((new TenantId(row.GetString(0)), row.GetGuid(1)));
        return all;
    }, stop);

    /// <summary>A portal user as they are now; null when they may not come in.</summary>
    public async Task<PortalGuest?> Guest(TenantId tenant, Guid user, CancellationToken stop)
    {
        foreach (var known in organisations)
        {
            if (await known.Find(tenant, stop) is not { } here) continue;
            var session = store.Open(tenant, Actor.System);
            var found = await session.Read(User, [Id(user)], async row => await row.ReadAsync(stop) ? (Client: row.GetGuid(0), Name: row.GetString(1), Email: row.GetString(2), SeesInvoices: row.GetBoolean(3)) : default, stop);
            // Of a double the client that stays is answered: nobody has said that they may see what that one has.
            if (found.Email is null || await invoicing.Client(session, found.Client, stop) is not { IsActive: true } client || client.Id != found.Client) return null;
            return new(new(user), client, here, found.Name, found.Email, found.SeesInvoices);
        }
        return null;
    }

    /// <summary>Makes the secret of a mail, good once. Earlier ones stay good: a mail that seemed to fail may have arrived.</summary>
    public async Task<LinkSecret> Make(PortalGuest guest, TimeSpan lasts)
    {
        var secret = LinkSecret.Make();
        await Open(guest).Write(new Statement(KeepLink, Text(secret.Proof), Id(guest.User.Value), Moment(time.GetUtcNow() + lasts)));
        return secret;
    }

    /// <summary>Uses the link up and lets its reader in.</summary>
    /// <param name="link">The secret of the mail.</param>
    /// <param name="address">From where it is opened.</param>
    /// <returns>Who came in, the secret for their cookie, and when they are out at the latest; null when the link is good for nothing (any more).</returns>
    public async Task<(PortalGuest Guest, LinkSecret Secret, DateTimeOffset Until)?> Enter(LinkSecret link, string? address, CancellationToken stop)
    {
        if (!link.IsWellFormed) return null;
        var now = time.GetUtcNow();
        var found = await store.Database.ReadByProof(link.Proof, Link, async row => await row.ReadAsync(stop) ? (Tenant: row.GetString(0), User: row.GetGuid(1), Until: row.GetFieldValue<DateTimeOffset>(2)) : default, stop);
        if (found.Tenant is null || found.Until <= now || await Guest(new(found.Tenant), found.User, stop) is not { } guest) return null;
        var session = Open(guest, address);
        if (!await session.WriteAndRead(UseLink, [Text(link.Proof), Moment(now)], row => row.ReadAsync(CancellationToken.None))) return null; // somebody was faster
        if ((await session.Streams<PortalUser>().Decide<PortalUserEvent>(guest.User.Value, user => user.Enter(), CancellationToken.None)).Kind != OutcomeKind.Accepted) return null;
        var (secret, id) = (LinkSecret.Make(), session.NewId());
        await session.Write(new Statement(Begin, Id(id), Text(secret.Proof), Id(guest.User.Value), Moment(now), Moment(now + Stay)));
        return (guest with { Session = id }, secret, now + Stay);
    }

    /// <summary>Who is in by a cookie; null when they are not, or not any more.</summary>
    public async Task<PortalGuest?> Of(LinkSecret cookie, CancellationToken stop)
    {
        if (!cookie.IsWellFormed) return null;
        var now = time.GetUtcNow();
        var found = await store.Database.ReadByProof(cookie.Proof, Sessions, async row => await row.ReadAsync(stop)
            ? (Tenant: row.GetString(0), Id: row.GetGuid(1), User: row.GetGuid(2), UsedAt: row.GetFieldValue<DateTimeOffset>(3), Until: row.GetFieldValue<DateTimeOffset>(4)) : default, stop);
        if (found.Tenant is null || found.Until <= now || found.UsedAt + Idle <= now) return null;
        var session = store.Open(new(found.Tenant), Actor.System);
        if (await Guest(session.Tenant, found.User, stop) is not { } guest)
        {
            await session.Write(new Statement(End, Id(found.Id), Moment(now))); // a client that is restored lets nobody in who was in before
            return null;
        }
        if (found.UsedAt + Noted <= now) await session.Write(new Statement(Touch, Id(found.Id), Moment(now)));
        return guest with { Session = found.Id };
    }

    /// <summary>They go: what they came in with is good for nothing any more.</summary>
    /// <param name="guest">Who.</param>
    /// <param name="address">From where they say so.</param>
    public async Task Leave(PortalGuest guest, string? address)
    {
        var session = Open(guest, address);
        await session.Write(new Statement(End, Id(guest.Session), Moment(time.GetUtcNow())));
        await session.Streams<PortalUser>().Decide<PortalUserEvent>(guest.User.Value, user => user.Leave(), CancellationToken.None);
    }

    private Session Open(PortalGuest guest, string? address = null) => store.Open(guest.Here.Tenant, guest.Actor, address);

    private static NpgsqlParameter<Guid> Id(Guid id) => new() { TypedValue = id };

    private static NpgsqlParameter<string> Text(string text) => new() { TypedValue = text };

    private static NpgsqlParameter<DateTime> Moment(DateTimeOffset moment) => new() { TypedValue = moment.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
