using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Subscriptions;

/// <summary>Subscriptions that two processes on one database renew at once, after months in which none ran.</summary>
public sealed class Renewals_over_two_processes : Branches
{
    private const string OnTheirWay = "select count(*)::text from messages where type in ('subscriptions.subscription_due', 'invoicing.invoice_wanted') and handled_at is null";

    [Fact]
    public async Task make_one_invoice_for_each_period_though_many_are_told_at_once()
    {
        var before = await Start("2025-11-30");
        var client = await Subscriptions_of_a_bureau.Arrange(before);
        var ids = new List<string>();
        for (var n = 0; n < 10; n++) ids.Add((await Subscriptions_of_a_bureau.Begin(before, client, "pro", new { alongOthers = true, startAt = "2025-11-30T12:00:00Z" })).Text("id"));
        var theirs = before with { Organisation = "theirs" };
        await Subscriptions_of_a_bureau.Begin(theirs, await Subscriptions_of_a_bureau.Arrange(theirs), "pro");
        await Until("November is invoiced", async () => await Ask("select count(*)::text from invoicing_invoices where standing = 'issued'") == "11");
        await Stop(0);

        var (one, two) = (await Start("2026-03-10"), await Start("2026-03-10"));
        // Fifty wishes at once, on both, beside what the quarter of an hour tells: each finds the border after.
        await Task.WhenAll(Enumerable.Range(0, 50).Select(n => (n % 2 == 0 ? one : two).Send(HttpMethod.Patch, $"/api/subscriptions/{ids[n % 10]}", new { cancelAtPeriodEnd = false })));
        await Start("2026-03-10", "18:30");
        await Until("all four periods of all ten are invoiced", async () => await Ask("select count(*)::text from invoicing_invoices where tenant_id = 'ours' and standing = 'issued'") == "40" && await Ask(OnTheirWay) == "0");
        Assert.Equal("40 40 4", await Ask("select count(*) || ' ' || count(distinct number) || ' ' || count(distinct issue_date) from invoicing_invoices where tenant_id = 'ours'"));
        Assert.Equal("INV-2025-0020 INV-2026-0020", await Ask("select max(number) filter (where issue_date < '2026-01-01') || ' ' || max(number) from invoicing_invoices where tenant_id = 'ours'"));
        Assert.Equal("40 0", await Ask("select count(*) || ' ' || count(*) filter (where step <> 'made') from invoicing_wanted_invoices where tenant_id = 'ours'"));
        await Until("theirs are, too", async () => await Ask("select count(*)::text from invoicing_invoices where tenant_id = 'theirs'") == "4");
    }

    [Fact]
    public async Task go_on_where_a_process_was_stopped()
    {
        var first = await Start("2026-03-10");
        var client = await Subscriptions_of_a_bureau.Arrange(first);
        for (var n = 0; n < 12; n++) await Subscriptions_of_a_bureau.Begin(first, client, "pro", new { alongOthers = true, startAt = "2025-11-30T12:00:00Z", backdate = true });
        await Stop(0); // some invoices are made, some are on their way
        await Start("2026-03-10");
        await Until("all four periods of all twelve are invoiced", async () => await Ask("select count(*)::text from invoicing_invoices where standing = 'issued'") == "48" && await Ask(OnTheirWay) == "0");
        Assert.Equal("48 48 48", await Ask("select count(*) || ' ' || count(distinct number) || ' ' || (select count(*) from invoicing_charges where state = 'invoiced') from invoicing_invoices"));
        Assert.Equal("INV-2025-0024 INV-2026-0024", await Ask("select max(number) filter (where issue_date < '2026-01-01') || ' ' || max(number) from invoicing_invoices"));
    }

    [Fact]
    public async Task park_what_the_plan_does_not_allow_and_invoice_it_next_month_though_its_draft_was_dropped()
    {
        var november = await Start("2025-11-30", limit: 1);
        var client = await Subscriptions_of_a_bureau.Arrange(november);
        for (var n = 0; n < 2; n++) await Subscriptions_of_a_bureau.Begin(november, client, "pro", new { alongOthers = true });
        await Until("one is made and one parked", async () => await Ask("select coalesce(string_agg(step || ' ' || coalesce(code, ''), ', ' order by step), '') from invoicing_wanted_invoices") == "made , parked plan-limit-reached");
        (await november.Delete($"/api/invoices/{await Ask("select id::text from invoicing_invoices where standing = 'draft'")}")).Ok();
        var parked = await Ask("select series from invoicing_wanted_invoices where step = 'parked'");
        await Stop(0);
        var december = await Start("2025-12-01", limit: 5);
        (await december.Post($"/api/subscriptions/{parked}/retry")).Ok(202);
        await Until("the other one is made", async () => await Ask("select string_agg(number || ' ' || issue_date, ', ' order by number) from invoicing_invoices where standing = 'issued'") == "INV-2025-0001 2025-11-30, INV-2025-0002 2025-11-30");
    }
}
