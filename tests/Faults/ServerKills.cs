using System.Diagnostics;
using System.Net;

namespace Billing.Faults;

/// <summary>The product lives and its Postgres is killed: the postmaster, or one backend. The product says that it is not ready, and is again by itself.</summary>
internal sealed class ServerKills(Options options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task Run(Trial trial)
    {
        var random = new Random(options.Seed + 1);
        await using var site = await Site.Open(options.Port);
        var (office, inspection) = (new Office(site, trial, random), new Inspection(site, trial));
        for (var kill = 0; kill < options.Share(6); kill++)
        {
            await office.During(async () =>
            {
                await Task.Delay(random.Next(100, 800));
                var servers = site.Servers();
                using var victim = Process.GetProcessById(servers[kill % 3 == 2 ? random.Next(1, servers.Length) : 0]);
                victim.Kill();
                trial.Faults++;
                var since = Stopwatch.GetTimestamp();
                if (!await Until(site, HttpStatusCode.ServiceUnavailable)) trial.Lose("Postgres was killed and the product still called itself ready");
                if (!await Until(site, HttpStatusCode.OK)) trial.Lose($"Postgres was killed and the product was not ready {Patience.TotalSeconds:F0} s later");
                trial.Recovered(Stopwatch.GetElapsedTime(since));
                await Task.Delay(random.Next(100, 400));
            });
            await inspection.Run();
        }
        await inspection.Commands();
    }

    private static async Task<bool> Until(Site site, HttpStatusCode status)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience;)
        {
            using var answer = await site.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (answer.StatusCode == status) return true;
        }
        return false;
    }
}
