using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Identity;

/// <summary>Looks up the organisations that are gone.</summary>
internal sealed class Removals(EventStore.EventStore store) : IRemovals
{
    private const string List = "select organisation, begun_at, ended_at, entries, hash from identity_removals where tenant_id = $1 order by begun_at desc, organisation";
    private const string One = "select true from identity_removals where tenant_id = $1 and organisation = $2";

    /// <summary>Whether the tenant had an organisation that is removed, or about to be: its key is never given again.</summary>
    public Task<bool> Know(TenantId tenant, CancellationToken stop) => People.One(One, row => row.GetBoolean(0), stop, Value.Text(tenant.Value));

    public async Task<IReadOnlyList<RemovedOrganisation>> All(CancellationToken stop) => await People.Many(List, row =>
        new RemovedOrganisation(new TenantId(row.GetString(0)), row.Moment(1), row.MomentOrNull(2), row.GetInt64(3), row.TextOrNull(4)), stop);

    private Session People => store.Open(Tenants.People, Actor.System);
}
