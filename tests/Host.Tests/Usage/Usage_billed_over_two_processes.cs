using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Usage;

/// <summary>Usage that two processes on one database bill at once, and that one bills on where another was stopped.</summary>
public sealed class Usage_billed_over_two_processes : Branches
{
    private const string OnItsWay = "select count(*)::text from messages where type in ('usage.period_ended', 'invoicing.charge_wanted') and handled_at is null";

    [Fact]
    public async Task is_charged_once()
    {
        var (one, two) = (await Start(), await Start());
        var clients = await Arrange(one, 12);
        await Arrange(one with { Organisation = "theirs" }, 2);
        await Task.WhenAll(Enumerable.Range(0, 3).SelectMany(_ => new[] { one, two }.Select(desk => desk.Post("/api/usage/bill", new { }))));
        await Until("all are billed", async () => await Ask("select count(*)::text from usage_bills where tenant_id = 'ours'") == "12" && await Ask(OnItsWay) == "0");
        Assert.Equal("12 78.00", await Ask("select count(*) || ' ' || sum(amount)::numeric(20, 2) from invoicing_charges where tenant_id = 'ours'"));
        Assert.Equal("0", await Ask("select count(*)::text from invoicing_charges where tenant_id = 'theirs'"));
        Assert.Equal("1", await Ask("select max(steps)::text from usage_bills"));

        // Late for all of them: again both are told at once.
        foreach (var client in clients) await Billing_usage.Send(one, client, ($"late-{client}", "2025-10-12T00:00:00Z", 100));
        await Task.WhenAll(Enumerable.Range(0, 3).SelectMany(_ => new[] { one, two }.Select(desk => desk.Post("/api/usage/bill", new { }))));
        await Until("the differences are billed", async () => await Ask("select min(steps)::text from usage_bills where tenant_id = 'ours'") == "2" && await Ask(OnItsWay) == "0");
        Assert.Equal("24 90.00", await Ask("select count(*) || ' ' || sum(amount)::numeric(20, 2) from invoicing_charges where tenant_id = 'ours'"));
    }

    [Fact]
    public async Task goes_on_where_a_process_was_stopped()
    {
        var first = await Start();
        await Arrange(first, 20);
        (await first.Post("/api/usage/bill", new { })).Ok();
        await Stop(0);
        await Start();
        await Until("all are billed", async () => await Ask("select count(*)::text from usage_bills") == "20" && await Ask(OnItsWay) == "0");
        Assert.Equal("20 210.00", await Ask("select count(*) || ' ' || sum(amount)::numeric(20, 2) from invoicing_charges"));
    }

    /// <summary>So many clients, of whom the first used something for 1.00, the second for 2.00, and so on.</summary>
    private static async Task<List<string>> Arrange(Desk desk, int many)
    {
        var clients = new List<string> { await Billing_usage.Arrange(desk) };
        while (clients.Count < many)
        {
            clients.Add((await desk.Client($"Client {clients.Count}")).Text("id"));
            (await desk.Post("/api/usage-plans/pro/clients", new { clientId = clients[^1], from = "2025-10-01" })).Ok();
        }
        foreach (var (index, client) in clients.Index()) await Billing_usage.Send(desk, client, ($"first-{client}", "2025-10-10T00:00:00Z", 100 * (index + 1)));
        return clients;
    }
}
