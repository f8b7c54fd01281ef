using System.Diagnostics;
using System.Globalization;

namespace Billing.Faults;

/// <summary>
/// The product is killed while periods are billed, and its Postgres while differences are: each period is billed once and each difference once, charges and wallets
/// say to the cent what was used, and what came to less is given back once.
/// </summary>
internal sealed class BillingKills(Options options)
{
    private const int Clients = 60;
    private const int Prepaid = 200;

    public async Task Run(Trial trial)
    {
        var random = new Random(options.Seed + 5);
        await using var site = await Site.Open(options.Port);
        var inspection = new Inspection(site, trial);
        await Insistent.Post(site, trial, "/api/meters", new { code = "calls", name = "Calls", rule = new { aggregation = "sum" } });
        await Insistent.Post(site, trial, "/api/usage-plans", new { code = "pro", currency = "EUR", terms = new { name = "Pro", charges = new[] { new { name = "API calls", meter = "calls", price = new { type = "per-unit", unitPrice = "0.01" } } } } });
        var rounds = options.Share(5);
        for (var round = 1; round <= rounds; round++)
        {
            var late = await Arrange(site, trial, round);
            await Bill(site, trial, random, async () =>
            {
                await site.Kill();
                await site.Start();
            });
            await Settled(site, trial, round, differences: false);
            await ComeLate(site, trial, round, late);
            await Bill(site, trial, random, site.KillServer);
            await Settled(site, trial, round, differences: true);

            await inspection.Expect("select count(*) from usage_bills where steps = 2", round * Clients, "bills of two steps");
            await inspection.Expect("select count(*) from mt_events where type = 'usage.period_billed'", round * Clients, "periods billed");
            await inspection.Expect("select count(*) from mt_events where type = 'usage.difference_billed'", round * Clients, "differences billed");
        }
        await inspection.Store();
        await inspection.Commands();
    }

    /// <summary>Sixty clients used something two months ago, and each has 2.00 to pay with.</summary>
    /// <returns>What half of them used besides, to be sent later.</returns>
    private static async Task<List<object>> Arrange(Site site, Trial trial, int round)
    {
        var first = new DateOnly(DateTimeOffset.UtcNow.Year, DateTimeOffset.UtcNow.Month, 1).AddMonths(-2);
        var at = string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM}-15T12:00:00Z");
        var (events, late) = (new List<object>(), new List<object>());
        for (var n = 0; n < Clients; n++)
        {
            var client = (await Insistent.Post(site, trial, "/api/clients", new { name = NameOf(round, n), currency = "EUR" })).GetProperty("id").GetGuid();
            await Insistent.Post(site, trial, "/api/usage-plans/pro/clients", new { clientId = client, from = first, through = first.AddMonths(1).AddDays(-1) });
            var wallet = (await Insistent.Post(site, trial, "/api/wallets", new { clientId = client, name = NameOf(round, n) })).GetProperty("id").GetGuid();
            await Insistent.Post(site, trial, $"/api/wallets/{wallet}/top-ups", new { source = "gift", amount = new { amount = "2.00", currency = "EUR" } });
            events.Add(new { id = $"{client}-a", meter = "calls", subject = client, value = Some(n), at });
            events.Add(new { id = $"{NameOf(round, n)}-b", meter = "calls", subject = client, value = 100, at });
            if (n % 2 == 0) late.Add(new { id = $"{client}-c", meter = "calls", subject = client, value = 50, at });
        }
        await Insistent.Post(site, trial, "/api/usage/events", events);
        return late;
    }

    /// <summary>Half of them used more, of the others something is taken back.</summary>
    private static async Task ComeLate(Site site, Trial trial, int round, List<object> late)
    {
        await Insistent.Post(site, trial, "/api/usage/events", late);
        for (var n = 1; n < Clients; n += 2) await Insistent.Post(site, trial, "/api/usage/events/withdraw", new { id = $"{NameOf(round, n)}-b", reason = "Sent twice" });
    }

    private static async Task Bill(Site site, Trial trial, Random random, Func<Task> kill)
    {
        var asking = Insistent.Post(site, trial, "/api/usage/bill", new { });
        await Task.Delay(random.Next(50, 900));
        var since = Stopwatch.GetTimestamp();
        await kill();
        trial.Faults++;
        trial.Recovered(Stopwatch.GetElapsedTime(since));
        await asking;
    }

    /// <summary>Charges and wallets come to what was used; what a killed node had taken is free again after half a minute.</summary>
    private static async Task Settled(Site site, Trial trial, int round, bool differences)
    {
        var like = NameOf(round, 0)[..^2] + "%";
        var charged = $"select string_agg(said, ', ' order by said) from (select c.name || ' ' || sum(i.amount)::numeric(20, 2) as said from invoicing_charges i join invoicing_clients c on c.id = i.client_id where c.name like '{like}' group by c.name) one";
        var left = $"select string_agg(name || ' ' || balance::numeric(20, 2), ', ' order by name) from usage_wallets where name like '{like}'";
        await Says(charged, n => Whole(n, differences) - Math.Min(Prepaid, Whole(n, differences)), "charged");
        await Says(left, n => Prepaid - Math.Min(Prepaid, Whole(n, differences)), "left in wallets");

        async Task Says(string question, Func<int, int> cents, string what)
        {
            var wanted = string.Join(", ", Enumerable.Range(0, Clients).Select(n => string.Create(CultureInfo.InvariantCulture, $"{NameOf(round, n)} {cents(n) / 100m:0.00}")));
            object? found;
            for (var since = TimeProvider.System.GetTimestamp(); (found = await site.Ask(question)) as string != wanted && TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromMinutes(2); await Task.Delay(50)) { }
            if (found as string != wanted) trial.Lose($"{what}: {found} instead of {wanted}");
        }
    }

    // In cents, which are calls, too.
    private static int Some(int n) => (n + 1) * 10;

    private static int Whole(int n, bool differences) => Some(n) + 100 + (differences ? n % 2 == 0 ? 50 : -100 : 0);

    private static string NameOf(int round, int n) => string.Create(CultureInfo.InvariantCulture, $"R{round:00}-{n:00}");
}
