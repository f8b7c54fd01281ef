using System.Globalization;
using Billing.EventStore;
using Billing.Testing;

namespace Billing.Faults;

/// <summary>Fifty subscriptions with four periods each are renewed by three processes on one database, each told of five times over, and one process is killed meanwhile: one invoice for each period, numbers without hole.</summary>
internal sealed class RenewalKills(Options options)
{
    private const int Clients = 50;
    private const int Told = 5;

    /// <summary>Four borders at least lie in it, in any month; the first period is billed already.</summary>
    private static readonly TimeSpan Since = TimeSpan.FromDays(125);

    public async Task Run(Trial trial)
    {
        var random = new Random(options.Seed + 7);
        await using var site = await Site.Open(options.Port);
        var inspection = new Inspection(site, trial);
        var plan = (await Insistent.Post(site, trial, "/api/plans", DueSubscriptions.Plan)).GetProperty("id").GetGuid();
        var tenant = (string)(await site.Ask("select tenant_id from subscriptions_plans limit 1"))!;
        for (var round = 1; round <= options.Share(4); round++)
        {
            var clients = new List<Guid>();
            for (var n = 0; n < Clients; n++) clients.Add((await Insistent.Post(site, trial, "/api/clients", new { name = string.Create(CultureInfo.InvariantCulture, $"Client {round:00}-{n:00}") })).GetProperty("id").GetGuid());
            await using (var second = await site.Beside(1))
            await using (var third = await site.Beside(2))
            {
                await using (var database = new Database(site.ConnectionString)) await DueSubscriptions.Make(database, tenant, plan, clients, Since, Told);
                await Task.Delay(random.Next(50, 1_500));
                if (round % 2 == 0) await third.Kill();
                else await site.Kill();
                trial.Faults++;
                if (round % 2 != 0) await site.Start();
                trial.Recovered(site.Product.UntilFirstAnswer);
                await inspection.Becomes("select count(*) from subscriptions_subscriptions where next_at <= now()", 0, "subscriptions that are due");
                var billed = (long)(await site.Ask("select count(*) from mt_events where type = 'subscriptions.period_billed'"))! - round * Clients; // the first periods ask for no invoice
                await inspection.Becomes("select count(*) from invoicing_invoices where standing = 'issued'", billed, "invoices issued");
                if (billed % (round * Clients) != 0 || billed < 4 * round * Clients) trial.Lose($"{billed} periods were billed to {round * Clients} subscriptions of the same days");
                await inspection.Expect("select count(*) from (select distinct data -> 'span' ->> 'from', stream_id from mt_events where type = 'subscriptions.period_billed') as one", billed + round * Clients, "different periods");
            }
            await inspection.Expect("select count(distinct number) from invoicing_invoices where standing = 'issued'", (long)(await site.Ask("select count(*) from invoicing_invoices"))!, "different numbers");
            await inspection.Expect("select sum(high)::bigint from (select count(*) as high from invoicing_invoices where standing = 'issued' group by substring(number from '^(.*-)') having max(substring(number from '[0-9]+$')::bigint) = count(*)) as series", (long)(await site.Ask("select count(*) from invoicing_invoices"))!, "in series without a hole");
        }
        await inspection.Store();
        await inspection.Commands();
    }
}
