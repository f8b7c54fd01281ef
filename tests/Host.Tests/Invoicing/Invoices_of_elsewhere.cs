using System.Text;
using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Billing.Invoicing.Contracts;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

/// <summary>Invoices that were issued elsewhere are taken over as they are told, whatever is told twice or late.</summary>
public class Invoices_of_elsewhere : Bureau
{
    private static readonly Currency Dollars = Currency.Parse("USD");
    private static readonly DateOnly Day = new(2025, 11, 10);

    [Fact]
    public async Task share_a_payment_and_end_as_the_last_that_is_told()
    {
        var (ours, theirs) = (await Client(Ours), await Client(Theirs));
        var (first, second) = (Told("in_1", ours, 40, MirroredState.Paid, Paid("pi_1", 40)), Told("in_2", ours, 60, MirroredState.Paid, Paid("pi_1", 50), Paid("in_2/rest", 10)));
        await Tell("ours", second, first with { State = MirroredState.Open, Payments = [] }, first, second, first with { State = MirroredState.GivenUp }, Told("in_3", ours, 5, MirroredState.Open), Told("in_3", ours, 5, MirroredState.Voided));
        await Tell("theirs", Told("in_1", theirs, 7, MirroredState.Open), Told("in_1", theirs, 7, MirroredState.GivenUp), Told("in_1", theirs, 7, MirroredState.Open));
        Assert.Equal(
            "(ours,A-in_1,issued,40.00,0.00)\n(ours,A-in_2,issued,60.00,0.00)\n(ours,A-in_3,voided,5.00,0.00)\n(theirs,A-in_1,given_up,7.00,7.00)",
            await Table("select tenant_id, number, standing, total::numeric(20, 2), outstanding::numeric(20, 2) from invoicing_invoices"));
        Assert.Equal("(ours,100.00,100.00)", await Table("select tenant_id, sum(amount)::numeric(20, 2), sum(allocated)::numeric(20, 2) from invoicing_payments group by tenant_id"));

        // The client was a double: what is told of it again pays nothing twice.
        (await Ours.Post($"/api/clients/{ours}/merge", new { into = await Client(Ours) })).Ok();
        await Tell("ours", first, second);
        Assert.Equal("(100.00)", await Table("select sum(amount)::numeric(20, 2) from invoicing_payments"));
        Assert.Equal("", await Table("select type from messages where dead_at is not null"));
    }

    private static async Task<string> Client(Desk desk) => (await desk.Post("/api/clients", new { name = "Meadow" })).Ok(201).Text("id");

    private static MirroredPayment Paid(string reference, decimal amount) => new(reference, new Money(amount, Dollars), Day, true, null);

    private static MirrorInvoice Told(string outsideId, string client, decimal total, MirroredState state, params MirroredPayment[] payments) => new(
        new Guid([.. Guid.Parse(client).ToByteArray()[..12], .. Encoding.ASCII.GetBytes(outsideId)]), outsideId, $"A-{outsideId}", null, Guid.Parse(client), Dollars, Day, Day, null,
        [new MirroredLine("A day", Quantity.One, new UnitPrice(total), Money.Zero(Dollars), [], null)], false, [], new Money(total, Dollars), state, Day, [.. payments]);

    /// <summary>Tells of each when what was told before is taken over.</summary>
    private async Task Tell(string organisation, params MirrorInvoice[] told)
    {
        foreach (var one in told)
        {
            var work = Store.Open(new TenantId(organisation), Actor.System).Begin();
            one.With(work);
            await work.Commit();
            await Until("it is taken over", async () => await Table($"select 1 from messages where type = '{MirrorInvoice.Message}' and handled_at is null and dead_at is null limit 1") == "");
        }
    }
}
