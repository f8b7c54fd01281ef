using System.Diagnostics;
using Billing.EventStore;
using Billing.Web;
using Npgsql;

namespace Billing.Host;

/// <summary>Whether the database answers, and how fast.</summary>
internal sealed class DatabaseHealth(Database database, TimeProvider time) : IHealthPart
{
    public string Name => "database";

    public bool IsVital => true;

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/health", async (Database database, CancellationToken stop) => await Ask(database, stop))
        .WithName("getApiHealth").WithSummary("Whether the API and its database answer").WithTags("Health").Produces<ApiHealth>().OpenToAnybody();

    public async Task<Health> Check(CancellationToken stop)
    {
        var answer = await Ask(database, stop);
        return answer.Database.Status == HealthStatus.Ok ? new(HealthStatus.Ok, $"{answer.Database.Milliseconds} ms", LastGood: time.GetUtcNow()) : new(HealthStatus.Failed, "The database cannot be reached.");
    }

    private static async Task<ApiHealth> Ask(Database database, CancellationToken stop)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await using var command = database.Web.CreateCommand("select current_setting('server_version')");
            command.CommandTimeout = 3;
            var version = (string?)await command.ExecuteScalarAsync(stop);
            return new(HealthStatus.Ok, new(HealthStatus.Ok, Math.Round((decimal)Stopwatch.GetElapsedTime(begun).TotalMilliseconds, 1), version));
        }
        catch (NpgsqlException)
        {
            return new(HealthStatus.Failed, new(HealthStatus.Failed, null, null));
        }
    }
}

/// <summary>The API's health in short.</summary>
/// <param name="Status">As bad as the database.</param>
/// <param name="Database">How the database does.</param>
internal sealed record ApiHealth(HealthStatus Status, ApiDatabaseHealth Database);

/// <summary>The database's health in short.</summary>
/// <param name="Status">Whether it answers.</param>
/// <param name="Milliseconds">How long one small question took; null when it does not answer.</param>
/// <param name="Version">The server's version.</param>
internal sealed record ApiDatabaseHealth(HealthStatus Status, decimal? Milliseconds, string? Version);
