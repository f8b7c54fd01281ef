using System.Collections.Concurrent;
using Billing.EventStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Billing.Usage;

/// <summary>
/// Looks at the limits of those whose usage counted, a second later and behind the intake, once for however many events. What a process that is killed has not looked at
/// any more, <see cref="LimitsLookedOver"/> finds.
/// </summary>
internal sealed class LimitWatch(EventStore.EventStore store, LimitAlerts alerts, ILogger<LimitWatch> log) : BackgroundService
{
    private const int Few = 20;

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

    /// <summary>A few subjects one by one; many of them, with all others of the organisation, in one go.</summary>
    private async Task Look(TenantId tenant, List<string> subjects, CancellationToken stop)
    {
        var together = subjects.Count > Few;
        foreach (var some in together ? [subjects] : subjects.Select(subject => new List<string> { subject }))
        {
            var taken = some.Select(subject => (Subject: subject, Codes: _touched.TryRemove((tenant, subject), out var codes) ? codes.Keys : [])).ToList();
            try
            {
                await alerts.Tell(store.Open(tenant, Actor.System), together ? null : some[0], taken.SelectMany(one => one.Codes.Select(code => (one.Subject, code))).ToHashSet(), stop);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                foreach (var (subject, codes) in taken) Look(tenant, subject, codes); // with the next tick
                log.LogWarning(failed, "Limits could not be looked at; they are looked at again");
                return;
            }
        }
    }
}

/// <summary>Looks over all limits now and then: what came in a moment before a process was killed is told, too.</summary>
internal sealed class LimitsLookedOver(LimitAlerts alerts) : Job("usage.limits_looked_over", Recurrence.Every(TimeSpan.FromMinutes(10)), perTenant: true)
{
    protected override Task Run(Message<JobRun> run, Work work, CancellationToken stop) => alerts.Tell(work.Session, null, new HashSet<(string, string)>(), stop);
}
