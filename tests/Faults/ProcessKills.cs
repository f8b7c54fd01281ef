namespace Billing.Faults;

/// <summary>The product's process is killed at a random moment of its work, now and then also while it starts. Its Postgres stays behind.</summary>
internal sealed class ProcessKills(Options options)
{
    public async Task Run(Trial trial)
    {
        var random = new Random(options.Seed);
        await using var site = await Site.Open(options.Port);
        var (office, inspection) = (new Office(site, trial, random), new Inspection(site, trial));
        for (var kill = 0; kill < options.Kills; kill++)
        {
            await site.Ask("update messages set due = now() where taken_until is null and handled_at is null and dead_at is null"); // so that a job runs, too
            await office.During(async () =>
            {
                await Task.Delay(random.Next(20, 800));
                await site.Kill();
                trial.Faults++;
                for (; random.Next(5) == 0; trial.Faults++)
                {
                    site.Begin();
                    await Task.Delay(random.Next(50, 1200));
                    await site.Kill();
                }
                await site.Start();
                trial.Recovered(site.Product.UntilFirstAnswer);
            });
            await inspection.Run();
        }
        await inspection.Commands();
    }
}
