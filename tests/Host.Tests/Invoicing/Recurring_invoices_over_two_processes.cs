using Billing.Host.Tests.Facilities;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

/// <summary>Recurring invoices that two processes on one database deal with at once, after a while in which both were off.</summary>
public sealed class Recurring_invoices_over_two_processes : Branches
{
    private static readonly object Terms = new { from = "2025-11-30", then = "issue" };

    [Fact]
    public async Task make_one_invoice_for_each_day_though_both_were_off_for_months()
    {
        var before = await Start();
        var ids = new List<string>();
        for (var n = 0; n < 10; n++) ids.Add(await Recurring_invoices.Begin(before, Terms));
        await Recurring_invoices.Begin(before with { Organisation = "theirs" }, Terms);
        await Stop(0);

        var (one, two) = (await Start("2026-03-10"), await Start("2026-03-10"));
        await Task.WhenAll(ids.SelectMany(id => new[] { one, two }.Select(desk => desk.Post($"/api/recurring-invoices/{id}/retry")))); // both are told, over and over
        await Until("all four days of all ten are billed", async () => await Ask("select count(*)::text from invoicing_invoices where tenant_id = 'ours' and standing = 'issued'") == "40");
        await Until("nothing is on its way", async () => await Ask("select count(*)::text from messages where type = 'invoicing.recurring_invoice_due' and handled_at is null") == "0");
        Assert.Equal("40 40 4", await Ask("select count(*) || ' ' || count(distinct number) || ' ' || count(distinct issue_date) from invoicing_invoices where tenant_id = 'ours'"));
        Assert.Equal("40 0", await Ask("select sum(invoiced) || ' ' || sum(parked) from invoicing_recurring_invoices where tenant_id = 'ours'"));
        Assert.Equal("INV-2025-0020 INV-2026-0020", await Ask("select max(number) filter (where issue_date < '2026-01-01') || ' ' || max(number) from invoicing_invoices where tenant_id = 'ours'"));
        await Start("2026-03-10", "18:30"); // nobody told theirs; the hour does
        await Until("theirs are billed", async () => await Ask("select count(*)::text from invoicing_invoices where tenant_id = 'theirs'") == "4");
    }

    [Fact]
    public async Task park_what_the_plan_does_not_allow_and_issue_it_next_month()
    {
        var november = await Start("2025-11-30", limit: 1);
        var ids = new[] { await Recurring_invoices.Begin(november, Terms), await Recurring_invoices.Begin(november, Terms) };
        await Until("one is issued and one parked", async () => await Ask("select string_agg(invoiced || ' ' || parked, ', ' order by invoiced) from invoicing_recurring_invoices") == "0 1, 1 0");
        Assert.Equal("1 1", await Ask("select count(*) filter (where standing = 'issued') || ' ' || count(*) filter (where standing = 'draft') from invoicing_invoices"));
        await Stop(0);
        var december = await Start("2025-12-01", limit: 5);
        foreach (var id in ids) (await december.Post($"/api/recurring-invoices/{id}/retry")).Ok();
        await Until("the other one is issued", async () => await Ask("select string_agg(number || ' ' || issue_date, ', ' order by number) from invoicing_invoices where standing = 'issued'") == "INV-2025-0001 2025-11-30, INV-2025-0002 2025-11-30");
    }
}
