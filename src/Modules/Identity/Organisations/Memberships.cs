using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Identity;

/// <summary>An organisation that somebody belongs to.</summary>
internal sealed record Membership(TenantId Tenant, string Slug, string Name, Role Role);

/// <summary>Finds organisations for those who do not know a tenant, by what they prove, and all of them for the product itself.</summary>
internal sealed class Memberships(EventStore.EventStore store, IdentityOptions options) : IOrganisations
{
    private const string OfPerson = """
        select tenant_id, slug, name, (m ->> 'role')::int from identity_organisations, jsonb_array_elements(members) m
        where proofs ? $1 and m ->> 'personId' = substr($1, 8) and (m ->> 'active')::boolean and not deleted order by lower(name), slug
        """;

    private const string OfSlug = "select tenant_id, slug, name, 0 from identity_organisations where proofs ? $1 and not deleted";
    private const string Habits = "select name, time_zone, locale, currency from identity_organisations where tenant_id = $1 and not deleted";
    private const string Any = "select slug, name from identity_organisations where tenant_id = $1";
    private const string Everywhere = "select tenant_id from identity_organisations where not deleted order by tenant_id";

    public TenantId Operator => options.FirstTenant;

    /// <summary>The organisations that somebody may enter, by name.</summary>
    public Task<List<Membership>> Of(PersonId person, CancellationToken stop) => store.ByProof(Proof.OfPerson(person), OfPerson, Read, stop);

    /// <summary>The organisation of a slug.</summary>
    public async Task<Membership?> BySlug(string slug, CancellationToken stop) => (await store.ByProof(Proof.OfSlug(slug), OfSlug, Read, stop)).SingleOrDefault();

    /// <summary>Whether the tenant has an organisation, deleted or not.</summary>
    public async Task<bool> Exists(TenantId tenant, CancellationToken stop) => await store.Open(tenant, Actor.System).One(Any, row => row.GetString(0), stop) is not null;

    public async Task<IReadOnlyList<TenantId>> All(CancellationToken stop)
    {
        await using var command = store.Database.Daemon.CreateCommand(Everywhere);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var all = new List<TenantId>();
        while (await reader.ReadAsync(stop)) all.Add(new TenantId(reader.GetString(0)));
        return all;
    }

    public Task<Web.Organisation?> Find(TenantId tenant, CancellationToken stop) => store.Open(tenant, Actor.System).One(Habits, row => Standings.HabitsOf(tenant, row), stop);

    public async Task<TenantId?> Called(string name, CancellationToken stop) =>
        await BySlug(name, stop) is { } known ? known.Tenant : (await All(stop)).Where(tenant => tenant.Value == name).Select(tenant => (TenantId?)tenant).FirstOrDefault();

    private static Membership Read(Npgsql.NpgsqlDataReader row) => new(new TenantId(row.GetString(0)), row.GetString(1), row.GetString(2), (Role)row.GetInt32(3));
}
