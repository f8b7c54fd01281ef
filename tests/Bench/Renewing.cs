using System.Diagnostics;
using System.Globalization;
using Billing.EventStore;
using Billing.Testing;

namespace Billing.Bench;

/// <summary>Subscriptions whose next period has begun while the product was off: started, it bills and invoices each of them.</summary>
internal sealed class Renewing(Scratch scratch, Options options)
{
    private const int Port = 5297;

    /// <summary>So many in eight minutes.</summary>
    private const double Bar = 100_000 / 480.0;

    public IAsyncEnumerable<Figure> Run() => Renew("renewals", options.Turns > 2 ? 5_000 : 1_000);

    /// <summary>As many as the bar speaks of: some ten minutes.</summary>
    public IAsyncEnumerable<Figure> Whole() => Renew("renewals-whole", 100_000);

    private async IAsyncEnumerable<Figure> Renew(string part, int count)
    {
        var name = part.Replace('-', '_');
        await using var database = await scratch.Create(name);
        var (clients, plan) = (new Guid[count], "");
        var settings = new Dictionary<string, string>(scratch.Settings(name, Port)) { ["Logging__LogLevel__Default"] = "Error" }; // one key for both
        Task<Served> Serve() => Served.Start(Repository.Host, ["serve"], Port, Scratch.First, settings);
        await using (var before = await Serve())
        {
            await Owner.SignIn(before.Http);
            plan = await before.Http.Make("/api/plans", DueSubscriptions.Plan);
            await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) => clients[n] = Guid.Parse(await before.Http.Make("/api/clients", new { name = $"Client {n:000000}" })));
        }
        await DueSubscriptions.Make(database, await Bed.Ask<string>(database, "select tenant_id from subscriptions_plans"), Guid.Parse(plan), clients, TimeSpan.FromDays(33));

        var begun = Stopwatch.GetTimestamp(); // it renews before its first answer
        await using var product = await Serve();
        var renewed = await Reached(database, "select count(*) from invoicing_wanted_invoices where step = 'made'", count, begun);
        var printed = await Reached(database, "select count(*) from invoicing_kept_papers", count, begun);
        if (await Bed.Ask<long>(database, "select count(distinct number) from invoicing_invoices where standing = 'issued'") != count) throw new InvalidOperationException("Not every subscription has an invoice with a number of its own.");
        yield return new Figure(part, $"{count:N0} subscriptions renewed: billed and invoiced", "invoices/s", Score.Of("renewed", count / renewed)) { Bar = Bar };
        yield return new Figure(part, "until the last of their papers was printed, too", "invoices/s", Score.Of("printed", count / printed));
    }

    /// <summary>Seconds until a count is reached.</summary>
    private static async Task<double> Reached(Database database, string sql, int count, long since)
    {
        for (var (seen, moved) = (0L, since); ; await Task.Delay(100))
        {
            var now = await Bed.Ask<long>(database, sql);
            if (now >= count) return Stopwatch.GetElapsedTime(since).TotalSeconds;
            if (now > seen) (seen, moved) = (now, Stopwatch.GetTimestamp());
            else if (Stopwatch.GetElapsedTime(moved).TotalSeconds > 120) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{sql} stands at {now} since two minutes."));
        }
    }
}
