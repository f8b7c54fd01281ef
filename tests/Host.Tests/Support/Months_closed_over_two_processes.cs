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
        var june = await one.June(client);
        var theirs = two with { Organisation = "theirs" };
        await theirs.June((await theirs.Client()).Text("id"));
        // Hours change while the month is closed: either they are billed, or the change is refused. None of them is of the ten free hours of the first days.
        var closes = Task.WhenAll(Enumerable.Range(0, 12).Select(n => (n % 2 == 0 ? one : two).Close(client)));
        var changes = Task.WhenAll(Enumerable.Range(2, 6).Select(hours => (hours % 2 == 0 ? two : one).Patch($"/api/support/requests/{june[4]}", new { hours = $"{hours}" })));
        var late = await Task.WhenAll(Enumerable.Range(0, 6).Select(async n =>
        {
            var id = await (n % 2 == 0 ? two : one).Request(client, "20", "low", "1");
            return (Id: id, Changed: await (n % 2 == 0 ? one : two).Patch($"/api/support/requests/{id}", new { hours = "3" }));
        }));
        Assert.All(await closes, reply => reply.Ok());
        Assert.All((await changes).Concat(late.Select(request => request.Changed)), reply => Assert.True((int)reply.Status is 200 or 409, $"{(int)reply.Status}: {reply.Text}"));
        for (var more = 0; more < 2; more++) Assert.All(await Task.WhenAll(one.Close(client), two.Close(client)), reply => reply.Ok());
        Assert.Equal(6, late.Select(request => request.Id).Distinct().Count());
        // The requests as they are now, without the free hours M4 H3 L2 H1: what was changed too late did not change.
        var said = await Ask("select (sum(hours * case urgency when 'high' then 250 when 'medium' then 175 else 150 end) - 2000)::numeric(20,2)::text from support_requests where tenant_id = 'ours'");
        await Until($"all that the requests say, {said}, is invoiced", async () => await Ask("select count(*)::text from invoicing_wanted_invoices where step <> 'made'") == "0" && await Ask("select coalesce(sum(total), 0)::numeric(20,2)::text from invoicing_invoices where tenant_id = 'ours'") == said);
        Assert.Equal("11 11", await Ask("select count(*) || ' ' || count(close) from support_requests where tenant_id = 'ours'"));
        Assert.Equal("0", await Ask("select count(*)::text from invoicing_invoices where tenant_id = 'theirs'"));
    }
}
