using System.Net.Http.Json;
using System.Text.Json;

namespace Billing.Faults;

/// <summary>The product is killed while a billing run drafts, and again while it issues and fifty others issue by hand: one invoice for each client, numbers without hole.</summary>
internal sealed class RunKills(Options options)
{
    private const int Clients = 150;
    private const int Hands = 50;

    public async Task Run(Trial trial)
    {
        var random = new Random(options.Seed + 3);
        await using var site = await Site.Open(options.Port);
        var inspection = new Inspection(site, trial);
        var clients = new List<Guid>();
        for (var n = 0; n < Clients; n++) clients.Add((await Insistent.Post(site, trial, "/api/clients", new { name = $"Client {n:000}" })).GetProperty("id").GetGuid());
        var rounds = options.Share(4);
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var client in clients) await Insistent.Post(site, trial, "/api/charges", new { clientId = client, description = "A visit", unitPrice = "12.50" });
            var byHand = new List<Guid>();
            for (var n = 0; n < Hands; n++) byHand.Add((await Insistent.Post(site, trial, "/api/invoices", new { clientId = clients[n], lines = new[] { new { description = "Work", unitPrice = "1" } } })).GetProperty("id").GetGuid());

            var first = new DateOnly(2040, 1, 1).AddMonths(round);
            var run = (await Insistent.Post(site, trial, "/api/billing-runs", new { period = new { from = first, through = first.AddMonths(1).AddDays(-1) } })).GetProperty("id").GetGuid();
            await Task.Delay(random.Next(0, 400));
            await Killed(site, trial);
            await Reached(site, run, "toApprove");

            var issuing = byHand.Select(draft => Insistent.Post(site, trial, $"/api/invoices/{draft}/issue", new { })).Append(Insistent.Post(site, trial, $"/api/billing-runs/{run}/approve", new { })).ToList();
            await Task.Delay(random.Next(10, 600));
            await Killed(site, trial);
            var answers = await Task.WhenAll(issuing);
            await Reached(site, run, "done");
            foreach (var (draft, answer) in byHand.Zip(answers))
                if (await site.Ask($"select number from invoicing_invoices where id = '{draft}'") is not string number || number != answer.GetProperty("number").GetString()) trial.Lose($"invoice {draft} was acknowledged as {answer.GetProperty("number")}");

            var issued = round * (Clients + Hands);
            await inspection.Expect("select count(*) from invoicing_invoices where standing = 'issued'", issued, "invoices issued");
            await inspection.Expect("select count(distinct number) from invoicing_invoices where standing = 'issued'", issued, "different numbers");
            await inspection.Expect("select max((data->>'count')::bigint) from mt_events where type = 'invoicing.number_taken'", issued, "as the last number");
            await inspection.Expect($"select count(distinct client_id) from invoicing_invoices where billing_run = '{run}'", Clients, "clients billed by the run");
            await inspection.Expect($"select count(*) from invoicing_invoices where billing_run = '{run}'", Clients, "invoices of the run");
            await inspection.Expect("select count(*) from invoicing_charges where state <> 'invoiced'", 0, "charges left");
        }
        await inspection.Store();
        await inspection.Commands();
    }

    private static async Task Killed(Site site, Trial trial)
    {
        await site.Kill();
        trial.Faults++;
        await site.Start();
        trial.Recovered(site.Product.UntilFirstAnswer);
    }

    private static async Task Reached(Site site, Guid run, string state)
    {
        for (var since = TimeProvider.System.GetTimestamp(); ; await Task.Delay(50))
        {
            var now = await site.Http.GetFromJsonAsync<JsonElement>($"/api/billing-runs/{run}");
            if (now.GetProperty("state").GetString() == state) return;
            if (TimeProvider.System.GetElapsedTime(since) > TimeSpan.FromMinutes(2)) throw new InvalidOperationException($"The run was not {state} within two minutes: {now.GetProperty("state")}, {now.GetProperty("counts")}");
        }
    }
}
