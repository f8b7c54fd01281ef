using System.Collections.Concurrent;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Billing.Usage;

/// <summary>
/// Looks at the limits of those whose usage counted, a second later and behind the intake, once for however many events. What a process that is killed has not looked at
/// any more, <see cref="LimitsLookedOver"/> finds.
/// </summary>
internal sealed class LimitWatch(EventStore.EventStore store, IServiceProvider services, ILogger<LimitWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(TenantId Tenant, string Subject), ConcurrentDictionary<string, bool>> _touched = new();

    /// <summary>Usage of a subject counted.</summary>
    /// <param name="beyond">The codes of hard limits beyond which some of it would have gone: they are reached, whatever was used.</param>
    public void Look(TenantId tenant, string subject, IEnumerable<string> beyond)
    {
        var codes = _touched.GetOrAdd((tenant, subject), _ => new(StringComparer.Ordinal));
        foreach (var code in beyond) codes[code] = true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                foreach (var touched in _touched.Keys.GroupBy(one => one.Tenant)) await Look(touched.Key, [.. touched.Select(one => one.Subject)], stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the next process goes on
        }
    }

    private async Task Look(TenantId tenant, List<string> subjects, CancellationToken stop)
    {
        foreach (var subject in subjects)
        {
            if (!_touched.TryRemove((tenant, subject), out var beyond)) continue;
            try
            {
                await LimitAlerts.Tell(store.Open(tenant, Actor.System), services, subject, beyond.Keys.ToHashSet(StringComparer.Ordinal), stop);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                Look(tenant, subject, beyond.Keys); // with the next tick
                log.LogWarning(failed, "The limits of a subject could not be looked at; they are looked at again");
                return;
            }
        }
    }
}

/// <summary>Looks over all limits now and then: what came in a moment before a process was killed is told, too.</summary>
internal sealed class LimitsLookedOver(IServiceProvider services) : Job("usage.limits_looked_over", Recurrence.Every(TimeSpan.FromMinutes(10)), perTenant: true)
{
    protected override Task Run(Message<JobRun> run, Work work, CancellationToken stop) => LimitAlerts.Tell(work.Session, services, null, new HashSet<string>(), stop);
}
