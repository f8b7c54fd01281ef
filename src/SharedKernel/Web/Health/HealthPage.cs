using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Web;

/// <summary>The health page: the whole, and each part of it.</summary>
/// <param name="Status">As bad as the worst part.</param>
/// <param name="Parts">Every part that was looked at.</param>
public sealed record HealthPage(HealthStatus Status, IReadOnlyList<HealthRow> Parts)
{
    /// <summary>No part may take longer to answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Looks at all the parts at once.</summary>
    public static async Task<HealthPage> Of(IEnumerable<IHealthPart> parts, IEnumerable<IHealthParts> groups, CancellationToken stop)
    {
        var looked = await Task.WhenAll([.. parts.Select(part => Look(part, stop)), .. groups.Select(group => Look(group, stop))]).ConfigureAwait(false);
        HealthRow[] rows = [.. looked.SelectMany(some => some)];
        return new(rows.Length == 0 ? HealthStatus.Ok : rows.Max(row => row.Status), rows);
    }

    /// <summary>
    /// <c>/health/live</c>: the process runs. <c>/health/ready</c>: the vital parts work, send requests here. <c>/health</c>: everything, for people and alarms.
    /// Not ready and failed answer 503, so that a load balancer needs to read no body.
    /// </summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new HealthPage(HealthStatus.Ok, []))).WithSummary("Whether the process runs").WithTags("Health").OpenToAnybody();
        app.MapGet("/health/ready", (IServiceProvider services, CancellationToken stop) => Answer(services.GetServices<IHealthPart>().Where(part => part.IsVital), [], stop)).WithSummary("Whether requests make sense").WithTags("Health").OpenToAnybody().Produces<HealthPage>().Produces<HealthPage>(503);
        app.MapGet("/health", (IServiceProvider services, CancellationToken stop) => Answer(services.GetServices<IHealthPart>(), services.GetServices<IHealthParts>(), stop)).WithSummary("How each part does").WithTags("Health").OpenToAnybody().Produces<HealthPage>().Produces<HealthPage>(503);
    }

    private static async Task<IResult> Answer(IEnumerable<IHealthPart> parts, IEnumerable<IHealthParts> groups, CancellationToken stop)
    {
        var page = await Of(parts, groups, stop).ConfigureAwait(false);
        return TypedResults.Json(page, statusCode: page.Status == HealthStatus.Failed ? 503 : 200);
    }

    private static Task<IReadOnlyList<HealthRow>> Look(IHealthPart part, CancellationToken stop) => Look([part.Name], async () =>
    {
        var health = await part.Check(stop).ConfigureAwait(false);
        return [new(part.Name, health.Status, health.Detail, health.Lag, health.LastGood)];
    }, stop);

    private static Task<IReadOnlyList<HealthRow>> Look(IHealthParts group, CancellationToken stop) => Look(group.Names, () => group.Look(stop), stop);

    private static async Task<IReadOnlyList<HealthRow>> Look(IReadOnlyList<string> names, Func<Task<IReadOnlyList<HealthRow>>> look, CancellationToken stop)
    {
        try
        {
            return await look().WaitAsync(Patience, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            var why = e is TimeoutException ? $"No answer within {Patience.TotalSeconds:F0} s." : "It could not be looked at.";
            return [.. names.Select(name => new HealthRow(name, HealthStatus.Failed, why, null, null))];
        }
    }
}

/// <summary>One part on the health page.</summary>
/// <param name="Name">Which.</param>
/// <param name="Status">Well or not.</param>
/// <param name="Detail">One sentence for an operator.</param>
/// <param name="Lag">How far behind, in events.</param>
/// <param name="LastGood">When it last did its work, UTC.</param>
public sealed record HealthRow(string Name, HealthStatus Status, string? Detail, long? Lag, DateTimeOffset? LastGood);
