using Billing.EventStore;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>
/// Sees which addresses have something due and lets each go its own way, so that none waits for another. One node at a time does it; what it has sent and
/// not yet noted when it dies is sent again by the next.
/// </summary>
internal sealed class WebhookSender(WebhookParts parts, ILogger<WebhookSender> log)
{
    private const string Due = $"""
        select l.tenant_id, l.endpoint_id from webhook_lanes l join webhook_endpoints w on w.tenant_id = l.tenant_id and w.id = l.endpoint_id
        where w.state = 'active' and (l.rests_until is null or l.rests_until <= $1)
          and exists (select from webhook_deliveries d where d.tenant_id = l.tenant_id and d.endpoint_id = l.endpoint_id and d.state = '{WebhookDelivery.Waiting}' and d.due_at <= $1)
        """;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(25);
    private readonly Signal _woken = new();

    /// <summary>There may be something to send; other nodes look once a second.</summary>
    public void Wake() => _woken.Raise();

    /// <summary>Sends until stopped.</summary>
    public async Task Run(CancellationToken stop)
    {
        var lanes = new Dictionary<(TenantId, Guid), (WebhookLane Lane, Task Done)>();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var woken = _woken.Next;
                foreach (var (tenant, endpoint) in await Look(stop))
                {
                    if (lanes.TryGetValue((tenant, endpoint), out var running)) running.Lane.Ask();
                    if (running.Done is { IsCompleted: false }) continue;
                    var lane = running.Lane ?? new WebhookLane(tenant, endpoint, parts);
                    lanes[(tenant, endpoint)] = (lane, Task.Run(() => Go(lane, tenant, endpoint, ending.Token), CancellationToken.None));
                }
                if (lanes.Count > 1_000) foreach (var (idle, _) in lanes.Where(one => one.Value.Done.IsCompleted).ToList()) lanes.Remove(idle);
                await Task.Delay(Together, parts.Time, stop);
                await woken.WaitAsync(Poll, parts.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            await ending.CancelAsync();
            await Task.WhenAll(lanes.Values.Select(lane => lane.Done));
        }
    }

    private async Task Go(WebhookLane lane, TenantId tenant, Guid endpoint, CancellationToken stop)
    {
        try
        {
            await lane.Run(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // what is left is left to whoever comes next
        }
        catch (Exception failed)
        {
            log.LogWarning(failed, "Deliveries to {Endpoint} of {Tenant} stopped and go on when they are looked at next", endpoint, tenant);
        }
    }

    private async Task<List<(TenantId Tenant, Guid Endpoint)>> Look(CancellationToken stop)
    {
        await using var connection = await parts.Store.Database.Daemon.OpenConnectionAsync(stop);
        await using var command = new NpgsqlCommand(Due, connection) { Parameters = { new NpgsqlParameter<DateTime> { TypedValue = parts.Time.GetUtcNow().UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz } } };
        await using var reader = await command.ExecuteReaderAsync(stop);
        var due = new List<(TenantId, Guid)>();
        while (await reader.ReadAsync(stop)) due.Add((new TenantId(reader.GetString(0)), reader.GetGuid(1)));
        return due;
    }
}
