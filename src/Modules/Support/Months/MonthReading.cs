using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>Reads what months of a client are worked out of.</summary>
internal sealed class MonthReading(Session session, Streams<SupportTerms> terms, Streams<SupportLedger> ledgers)
{
    private const string Requests = """
        select r.id, r.resolved_on, r.resolved_at, r.urgency, r.hours, r.close from support_requests r
        where r.tenant_id = $1 and r.client_id = $2 and r.resolved_on between $3 and $4 and r.status = 'active' and not r.open and (r.close is not null or r.category = any ($5))
        """;

    private const string Projects = $"select {ListProjects.Columns} from support_projects p where p.tenant_id = $1 and p.client_id = $2 and p.status <> 'notReady' and not p.archived and (p.completed_on is null or p.completed_on between $3 and $4)";

    private const string Sites = $"select {ListSites.Columns} from support_sites s where s.tenant_id = $1 and s.client_id = $2 and s.start_on <= $3 and coalesce(s.end_on, 'infinity') >= $4";

    private const string Clients = """
        select client_id from support_requests where tenant_id = $1 and resolved_on between $2 and $3 and status = 'active' and not open
        union select client_id from support_projects where tenant_id = $1 and completed_on between $2 and $3 and status <> 'notReady' and not archived
        union select client_id from support_sites where tenant_id = $1 and start_on <= $3 and coalesce(end_on, 'infinity') >= $2
        """;

    /// <summary>The clients of whom there is anything in some months.</summary>
    public Task<List<Guid>> ClientsOf(DateOnly from, DateOnly through, CancellationToken stop) => session.Read(Clients, [Day(from), Day(through)], async row =>
    {
        var clients = new List<Guid>();
        while (await row.ReadAsync(stop)) clients.Add(row.GetGuid(0));
        return clients;
    }, stop);

    /// <summary>What is known of a client from one month through another, by rows.</summary>
    public async Task<MonthGround> Ground(BilledClient client, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var (agreed, ledger) = ((await terms.Peek(SupportTerms.Id, stop)).State, (await ledgers.Load(SupportLedger.Id(client.Id), stop)).State);
        return await Ground(client, first, last, agreed, ledger, stop);
    }

    /// <summary>The same for a close: earlier months that were closed are looked at once more, and what it bills is decided on the streams, not on rows.</summary>
    public async Task<MonthGround> ToClose(Work work, BilledClient client, DateOnly month, CancellationToken stop)
    {
        var agreed = (await work.Load<SupportTerms>(SupportTerms.Id, stop, fresh: true)).State;
        var ledger = (await work.Load<SupportLedger>(SupportLedger.Id(client.Id), stop, fresh: true)).State;
        var rows = await Ground(client, MonthPlan.MonthsOf(ledger, month)[0], month, agreed, ledger, stop);
        await work.LoadMany<SupportRequest>([.. rows.Requests.Where(one => one.Close is null).Select(one => one.Id)], stop);
        await work.LoadMany<SupportProject>([.. rows.Projects.Where(one => one.Close is null).Select(one => one.Id)], stop);
        return rows with
        {
            Requests = [.. work.Opened<SupportRequest>().Where(one => one.State.Close is null && one.State.ClientId == client.Id && IsBillable(one.State, agreed)).Select(one => new MonthRequest(one.Id, one.State.ResolvedOn, one.State.ResolvedAt, one.State.Urgency, one.State.Hours, null))],
            Projects = [.. work.Opened<SupportProject>().Where(one => one.State.ClientId == client.Id && !one.State.IsArchived).Select(one => Project(one.Id, one.State)).OfType<MonthProject>().Where(one => one.Close is null)],
        };
    }

    private async Task<MonthGround> Ground(BilledClient client, DateOnly first, DateOnly last, SupportTerms agreed, SupportLedger ledger, CancellationToken stop)
    {
        var through = Months.Last(last);
        var requests = await session.Read(Requests, [Id(client.Id), Day(first), Day(through), new NpgsqlParameter { Value = agreed.ChargedCategories(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }], async row =>
        {
            var all = new List<MonthRequest>();
            while (await row.ReadAsync(stop))
                all.Add(new(row.GetGuid(0), row.GetFieldValue<DateOnly>(1), TimeOnly.MinValue.Add(TimeSpan.FromSeconds(row.GetInt32(2))), Words.Read<Urgency>(row.GetString(3)), new Quantity(row.GetDecimal(4)), row.IsDBNull(5) ? null : row.GetString(5)));
            return all;
        }, stop);
        var projects = await session.Read(Projects, [Id(client.Id), Day(first), Day(through)], async row =>
        {
            var all = new List<MonthProject>();
            while (await row.ReadAsync(stop)) if (ListProjects.Row(row) is var (id, project, _) && Project(id, project) is { } one) all.Add(one);
            return all;
        }, stop);
        var sites = await session.Read(Sites, [Id(client.Id), Day(through), Day(first)], async row =>
        {
            var all = new List<HostedSite>();
            while (await row.ReadAsync(stop)) if (ListSites.Row(row) is var (id, site, _)) all.Add(site.Hosted(id));
            return all;
        }, stop);
        return new MonthGround(client.Id, client.Currency, requests, projects, sites, agreed, ledger);
    }

    private static bool IsBillable(SupportRequest now, SupportTerms terms) => now is { IsOpen: false, Status: RequestStatus.Active } && terms.Category(now.Category) is { Charged: true };

    private static MonthProject? Project(Guid id, SupportProject now) => now is { CompletedOn: { } on, Status: not ProjectStatus.NotReady } ? new(id, now.Name, now.Category, on, now.Price, now.Close, now.Close is null && now.IsBilled) : null;

    private static NpgsqlParameter<Guid> Id(Guid id) => new() { TypedValue = id };

    private static NpgsqlParameter<DateOnly> Day(DateOnly day) => new() { TypedValue = day };
}
