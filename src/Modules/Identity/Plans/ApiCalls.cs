using System.Collections.Concurrent;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Billing.Identity;

/// <summary>
/// Counts what an organisation's programs ask for, by calendar month in UTC, and refuses what its plan does not allow. Each node counts in memory and adds up in the
/// database every few seconds: what comes in within these on several nodes may pass the limit, and what a killed node had not added is not counted.
/// </summary>
internal sealed class ApiCalls(EventStore.EventStore store, IEnumerable<IEntitlements> plans, TimeProvider time, ILogger<ApiCalls> log) : BackgroundService, IEntitledUse
{
    /// <summary>The name of the entitlement.</summary>
    public const string Entitlement = "api_calls";

    private const string Kept = "select calls from identity_api_calls where tenant_id = $1 and month = $2";

    private const string Add = """
        insert into identity_api_calls (tenant_id, month, calls) values ($1, $2, $3)
        on conflict (tenant_id, month) do update set calls = identity_api_calls.calls + excluded.calls returning calls
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(TenantId Organisation, DateOnly Month), Tally> _tallies = new();

    public string Name => Entitlement;

    public async Task<decimal> Used(Session session, CancellationToken stop) => await Read(session.Tenant, Month, stop) + (_tallies.TryGetValue((session.Tenant, Month), out var tally) ? tally.Fresh : 0);

    /// <summary>Counts one request of a program.</summary>
    /// <returns>The refusal; null when the plan allows one more.</returns>
    public async ValueTask<Problem?> Take(TenantId organisation, CancellationToken stop)
    {
        var month = Month;
        var tally = _tallies.GetOrAdd((organisation, month), _ => new Tally());
        if (Allowed.Of(plans, organisation, Entitlement) is { Most: { } most } allowed)
        {
            tally.Kept ??= await Read(organisation, month, stop);
            if (tally.Kept + tally.Fresh >= most) return Full(allowed, month);
        }
        tally.Count();
        return null;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await AddUp(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await AddUp(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the process ends
        }
    }

    private DateOnly Month => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime) is var today ? new DateOnly(today.Year, today.Month, 1) : default;

    private Problem Full(Allowed allowed, DateOnly month)
    {
        var again = month.AddMonths(1);
        return new Problem(429, "plan-calls-used", $"{allowed.Named} allows {allowed.Most} API calls a month, and this month's are used. Choose a larger plan, or go on from {DateText.Write(again)} (UTC).")
        {
            Module = "identity", RetryAfter = (int)(again.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) - time.GetUtcNow().UtcDateTime).TotalSeconds + 1,
            Details = new Dictionary<string, object?>(StringComparer.Ordinal) { ["entitlement"] = Entitlement, ["limit"] = allowed.Most, ["plan"] = allowed.Plan, ["again"] = again },
        };
    }

    private Task<long> Read(TenantId organisation, DateOnly month, CancellationToken stop) =>
        store.Open(organisation, Actor.System).One(Kept, row => row.GetInt64(0), stop, new NpgsqlParameter<DateOnly> { TypedValue = month });

    /// <summary>Adds to the database what was counted since.</summary>
    private async Task AddUp(CancellationToken stop)
    {
        foreach (var (whose, tally) in _tallies)
        {
            if (whose.Month < Month && tally.Fresh == 0 && _tallies.TryRemove(whose, out _)) continue;
            if (tally.Take() is not (var fresh and > 0)) continue;
            try
            {
                await using var add = store.Database.Daemon.CreateCommand(Add);
                foreach (var value in (NpgsqlParameter[])[Value.Text(whose.Organisation.Value), new NpgsqlParameter<DateOnly> { TypedValue = whose.Month }, new NpgsqlParameter<long> { TypedValue = fresh }]) add.Parameters.Add(value);
                tally.Kept = (long)(await add.ExecuteScalarAsync(stop))!;
            }
            catch (Exception failed)
            {
                tally.Count(fresh); // it is added with the next
                if (failed is OperationCanceledException && stop.IsCancellationRequested) return;
                log.LogWarning(failed, "Calls of {Organisation} could not be added up; they are added with the next", whose.Organisation);
            }
        }
    }

    /// <summary>What one organisation's programs asked for in a month, as this node knows it.</summary>
    private sealed class Tally
    {
        private long _fresh;

        /// <summary>Of all nodes, when it was last looked at; null before.</summary>
        public long? Kept { get; set; }

        /// <summary>Here, since then.</summary>
        public long Fresh => Interlocked.Read(ref _fresh);

        public void Count(long more = 1) => Interlocked.Add(ref _fresh, more);

        public long Take() => Interlocked.Exchange(ref _fresh, 0);
    }
}
