using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Support;

/// <summary>Months that two processes on one database close at once.</summary>
public sealed class Months_closed_over_two_processes : Branches
{
    [Fact]
    public async Task make_one_invoice_however_often_and_wherever_they_are_closed()
    {
        var (one, two) = (await Start(), await Start());
        var client = (await one.Client()).Text("id");
        await one.June(client);
        var theirs = two with { Organisation = "theirs" };
        await theirs.June((await theirs.Client()).Text("id"));
        // Hours change while the month is closed: either they are billed, or the change is refused.
        var closes = Task.WhenAll(Enumerable.Range(0, 12).Select(n => (n % 2 == 0 ? one : two).Close(client)));
        var late = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? two : one).Request(client, "20", "low", "1")));
        Assert.All(await closes, reply => reply.Ok());
        for (var more = 0; more < 2; more++) Assert.All(await Task.WhenAll(one.Close(client), two.Close(client)), reply => reply.Ok());
        Assert.Equal(6, late.Distinct().Count());
        await Until("all is invoiced", async () => await Ask("select count(*)::text from invoicing_wanted_invoices where step <> 'made'") == "0" && await Ask("select coalesce(sum(total), 0)::numeric(20,2)::text from invoicing_invoices where tenant_id = 'ours'") == "1825.00");
        Assert.Equal("11 11", await Ask("select count(*) || ' ' || count(close) from support_requests where tenant_id = 'ours'"));
        Assert.Equal("0", await Ask("select count(*)::text from invoicing_invoices where tenant_id = 'theirs'"));
    }
}
