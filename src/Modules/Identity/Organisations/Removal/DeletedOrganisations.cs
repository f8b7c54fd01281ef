using Billing.EventStore;

namespace Billing.Identity;

/// <summary>
/// Finds the organisations that were deleted an hour ago or longer: no token, key, page or message of them is in anybody's hands then. Each is removed by a message of
/// its own, so that one that cannot be holds up no other.
/// </summary>
internal sealed class DeletedOrganisations() : Job("identity.deleted_organisations", Recurrence.Every(TimeSpan.FromHours(1)), perTenant: false)
{
    private const string Due = """
        select o.tenant_id from identity_organisations o join mt_streams s on s.tenant_id = o.tenant_id and s.id = o.id where o.deleted and s.timestamp <= $1
        union select organisation from identity_removals where ended_at is null order by 1
        """;

    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        await using var due = work.Session.Store.Database.Daemon.CreateCommand(Due);
        due.Parameters.Add(Value.Moment(work.At - Rest));
        await using var reader = await due.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) work.Send(OrganisationGone.Message, new OrganisationIsGone(reader.GetString(0)), key: reader.GetString(0));
    }
}
