using System.Globalization;
using System.Text.Json;
using static Billing.Host.Sample.SampleScene;

namespace Billing.Host.Sample;

/// <summary>Work that is invoiced by hand, again and again, or after a quote; a run for what other modules charge; drafts go out.</summary>
internal sealed class SampleInvoices : ISamplePart
{
    private static readonly string[] Works = ["Consulting", "Website care", "Photography", "Newsletter design", "Staff training", "Search advertising", "Translation", "Shop set-up"];

    private static readonly (int Month, string Client, string What, string Price, string Frequency)[] Again =
    [
        (0, "Copper Kettle Cafe", "Website care", "180", "monthly"), (0, "Quiet Harbor Hotel", "Booking support", "420", "monthly"), (2, "Stone Bridge Law", "Document archive", "950", "quarterly"),
        (4, "Linden Optics", "Shop hosting", "240", "monthly"), (7, "Thistle & Thread", "Stock photography", "150", "monthly"),
    ];

    public async Task Play(SampleScene scene, CancellationToken stop)
    {
        switch (scene.Today.Day)
        {
            case 1:
                await BeginAgain(scene, stop);
                break;
            case 5:
                await Run(scene, stop);
                break;
            case 10:
                await Work(scene, stop);
                await Issue(scene, stop);
                break;
            case 15:
                await Offer(scene, stop);
                break;
            case 25:
                await Answer(scene, stop);
                break;
        }
    }

    private static async Task BeginAgain(SampleScene scene, CancellationToken stop)
    {
        foreach (var (_, client, what, price, frequency) in Again.Where(one => one.Month == scene.Month))
            if (scene.Client(client) is { } id)
                await scene.Api.Post("/api/recurring-invoices", new { clientId = id, schedule = new { frequency, periodRule = "current", dayOfMonth = 15, anchor = frequency == "quarterly" ? Iso(scene.Today.AddDays(14)) : null }, from = Iso(scene.Today.AddDays(14)), then = "issue", lines = new[] { new { description = what, unitPrice = price } } }, stop);
        if (scene.Month is not (12 or 20)) return;
        var running = await scene.Api.All("/api/recurring-invoices?status=active", stop);
        var one = running.Find(again => again.Text("clientName") == (scene.Month == 12 ? "Quiet Harbor Hotel" : "Thistle & Thread"));
        if (one.ValueKind != JsonValueKind.Object) return;
        if (scene.Month == 12) await scene.Api.Post($"/api/recurring-invoices/{one.Text("id")}/price-change", new { from = Iso(scene.Today.AddDays(14)), lines = new[] { new { description = "Booking support", unitPrice = "465" } } }, stop);
        else await scene.Api.Post($"/api/recurring-invoices/{one.Text("id")}/end", null, stop);
    }

    private static async Task Work(SampleScene scene, CancellationToken stop)
    {
        foreach (var client in SampleClients.All.Where(client => client.Card is null && scene.Clients.ContainsKey(client.Name) && scene.Dice.Chance(40, "works", scene.Month, client.Name)))
        {
            var lines = Enumerable.Range(0, 1 + scene.Dice.Roll(3, "lines", scene.Month, client.Name)).Select(line => new
            {
                description = scene.Dice.One(Works, "what", scene.Month, client.Name, line), quantity = (1 + scene.Dice.Roll(12, "many", scene.Month, client.Name, line)).ToString(CultureInfo.InvariantCulture),
                unitPrice = scene.Dice.Amount(45, 140, "price", scene.Month, client.Name, line),
            }).ToList();
            await scene.Api.Post("/api/invoices", new { clientId = scene.Clients[client.Name], period = new { from = Iso(scene.LastMonth), through = Iso(scene.EndOfLastMonth) }, lines, purchaseOrder = scene.Dice.Chance(20, "order", scene.Month, client.Name) ? $"PO-{4000 + scene.Dice.Roll(900, "order number", scene.Month, client.Name)}" : null }, stop);
        }
    }

    /// <summary>What the modules charge becomes drafts, one for each client, which are looked at and issued.</summary>
    private static async Task Run(SampleScene scene, CancellationToken stop)
    {
        await scene.Api.Settle(stop);
        var period = new { from = Iso(scene.Today.AddMonths(-1).AddDays(1)), through = Iso(scene.Today) };
        if ((await scene.Api.All($"/api/charges?state=open&availableBy={period.through}", stop)).Count == 0) return;
        if (await scene.Api.Post("/api/billing-runs", new { period }, stop) is not { } run) return;
        await scene.Api.Settle(stop);
        if ((await scene.Api.Get($"/api/billing-runs/{run.Text("id")}", stop)).Text("state") == "toApprove") await scene.Api.Post($"/api/billing-runs/{run.Text("id")}/approve", null, stop);
        await scene.Api.Settle(stop);
    }

    private static async Task Issue(SampleScene scene, CancellationToken stop)
    {
        var drafts = await scene.Api.All("/api/invoices?status=draft", stop);
        foreach (var draft in drafts.OrderBy(draft => draft.Text("clientName"), StringComparer.Ordinal).ThenBy(draft => draft.Text("total.amount"), StringComparer.Ordinal))
            await scene.Api.Post($"/api/invoices/{draft.Text("id")}/issue", null, stop);
    }

    private static async Task Offer(SampleScene scene, CancellationToken stop)
    {
        foreach (var client in SampleClients.All.Where(client => scene.Clients.ContainsKey(client.Name) && scene.Dice.Chance(14, "offers", scene.Month, client.Name)))
        {
            var lines = new[] { new { description = scene.Dice.One(Works, "offered", scene.Month, client.Name) + ", project", unitPrice = scene.Dice.Amount(600, 3800, "offer", scene.Month, client.Name) } };
            if (await scene.Api.Post("/api/quotes", new { clientId = scene.Clients[client.Name], lines, validUntil = Iso(scene.Today.AddDays(30)) }, stop) is { } quote) await scene.Api.Post($"/api/quotes/{quote.Text("id")}/issue", null, stop);
        }
    }

    /// <summary>Clients accept or decline; some let a quote run out.</summary>
    private static async Task Answer(SampleScene scene, CancellationToken stop)
    {
        foreach (var quote in await scene.Api.All("/api/quotes?status=open", stop))
        {
            var fate = scene.Dice.Roll(100, "answers", quote.Text("clientName"), quote.Text("total.amount"));
            if (fate < 55) await scene.Api.Post($"/api/quotes/{quote.Text("id")}/accept", null, stop);
            else if (fate < 80) await scene.Api.Post($"/api/quotes/{quote.Text("id")}/decline", new { reason = "The budget is spent for this year." }, stop);
        }
    }
}
