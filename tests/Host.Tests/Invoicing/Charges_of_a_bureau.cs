using System.Net;
using System.Text.Json.Nodes;
using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Billing.Invoicing;
using Billing.Invoicing.Contracts;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

public class Charges_of_a_bureau : Bureau
{
    [Fact]
    public async Task are_posted_by_hand()
    {
        var client = (await Ours.Client(more: new { currency = "EUR" })).Text("id");
        var reply = await Ours.Post("/api/charges", new { clientId = client, description = " Support  in October ", quantity = "1.5", unitPrice = "33.333333333333", period = new { from = "2025-10-01", through = "2025-10-31" }, taxCategory = "standard", group = "Support", reference = "A-1" });
        var charge = reply.Ok(201);
        Assert.Equal("Support in October 1.5 33.333333333333 50.00 EUR 2025-10-01 2025-10-31 standard Support 2025-11-19 open manual charge A-1 Meadow Health",
            string.Join(' ', new[] { "description", "quantity", "unitPrice", "amount.amount", "amount.currency", "period.from", "period.through", "taxCategory", "group", "availableFrom", "state", "source.module", "source.kind", "source.fact", "clientName" }.Select(path => charge.Text(path))));
        Assert.Equal("charge_posted", await Events(charge.Text("id")));
        Assert.Equal("(ours,50.00,EUR,open,1)", await Table("select tenant_id, amount::numeric(20, 2), currency, state, version from invoicing_charges"));
        Assert.Equal(charge.ToJsonString(), (await Ours.Get($"/api/charges/{charge.Text("id")}")).Ok().ToJsonString());
        Assert.Equal(charge.ToJsonString(), (await Ours.Get("/api/charges")).Ok()["items"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task are_one_for_each_reference_however_many_ask_at_once()
    {
        var client = (await Ours.Client()).Text("id");
        var body = new { clientId = client, description = "A visit", unitPrice = "80", reference = "A-1" };
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Ours.Post("/api/charges", body)));
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.Created);
        Assert.Equal(19, replies.Count(reply => reply.Status == HttpStatusCode.OK));
        Assert.Single(replies.Select(reply => reply.Json.Text("id")).Distinct());
        (await Ours.Post("/api/charges", new { clientId = client, description = "A visit", unitPrice = "81", reference = "A-1" })).Refused("reference-taken");
        var theirs = (await Theirs.Client()).Text("id");
        Assert.Equal(replies[0].Json.Text("id"), (await Theirs.Post("/api/charges", new { clientId = theirs, description = "A visit", unitPrice = "81", reference = "A-1" })).Ok(201).Text("id"));
        Assert.Equal("(ours,80.00)\n(theirs,81.00)", await Table("select tenant_id, amount::numeric(20, 2) from invoicing_charges"));
    }

    [Fact]
    public async Task of_nobody_or_nothing_are_refused()
    {
        var client = (await Ours.Client()).Text("id");
        (await Ours.Post("/api/charges", new { clientId = Guid.Empty, description = "A visit", unitPrice = "1" })).Refused("unknown-client");
        (await Ours.Post("/api/charges", new { clientId = client, description = " ", unitPrice = "1" })).Refused("description-missing");
        (await Ours.Post("/api/charges", new { clientId = client, description = "A visit", unitPrice = "999999999999", quantity = "999999999999" })).Refused("amount-too-large");
        (await Ours.Post("/api/charges", new { clientId = client, description = "A visit", unitPrice = "0.0000000000001" })).Refused("bad-request", 400);
        (await Ours.Post("/api/charges", new { clientId = client, description = "A visit", unitPrice = "1", state = "invoiced" })).Refused("bad-request", 400);
        Assert.Empty((await Ours.Get("/api/charges")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task are_filtered_sorted_and_paged()
    {
        var (one, two) = ((await Ours.Client("One")).Text("id"), (await Ours.Client("Two")).Text("id"));
        await Ours.Charge(one, "3", new { availableFrom = "2025-12-01" });
        await Ours.Charge(one, "1", new { currency = "EUR", availableFrom = "2025-11-01" });
        var last = await Ours.Charge(two, "2", new { description = "A call" });
        (await Ours.Post($"/api/charges/{last.Text("id")}/withdraw", new { reason = "By mistake" })).Ok();
        Assert.Equal("3.00 2.00 1.00", await Amounts("/api/charges"));
        Assert.Equal("1.00 2.00 3.00", await Amounts("/api/charges?sort=amount"));
        Assert.Equal("3.00 1.00", await Amounts($"/api/charges?clientId={one}"));
        Assert.Equal("3.00 1.00", await Amounts("/api/charges?state=open"));
        Assert.Equal("2.00", await Amounts("/api/charges?state=withdrawn"));
        Assert.Equal("1.00", await Amounts("/api/charges?currency=eur"));
        Assert.Equal("2.00 1.00", await Amounts("/api/charges?availableBy=2025-11-30"));
        Assert.Equal("2.00", await Amounts("/api/charges?search=call"));
        Assert.Equal("", await Amounts("/api/charges?source=facilities"));
        Assert.Equal("3.00 2.00 1.00", await Amounts("/api/charges?source=manual&kind=charge"));
        var first = (await Ours.Get("/api/charges?limit=2")).Ok();
        Assert.Equal("1.00", await Amounts($"/api/charges?limit=2&cursor={first.Text("nextCursor")}"));
        (await Ours.Get("/api/charges?state=lost")).Refused("bad-request", 400);
    }

    [Fact]
    public async Task are_withdrawn_for_a_reason()
    {
        var charge = await Ours.Charge((await Ours.Client()).Text("id"));
        var path = $"/api/charges/{charge.Text("id")}/withdraw";
        (await Ours.Post(path, new { reason = " " })).Refused("reason-missing");
        (await Ours.Post(path, new { reason = "By mistake" }, ("If-Match", "\"7\""))).Refused("conflict", 409);
        var withdrawn = (await Ours.Post(path, new { reason = "By mistake" }, ("If-Match", "\"1\""))).Ok();
        Assert.Equal("withdrawn By mistake 2", $"{withdrawn.Text("state")} {withdrawn.Text("withdrawnBecause")} {withdrawn.Text("version")}");
        Assert.Equal("By mistake", (await Ours.Post(path, new { reason = "Again" })).Ok().Text("withdrawnBecause"));
        Assert.Equal("charge_posted charge_withdrawn", await Events(charge.Text("id")));
        Assert.Equal(withdrawn.ToJsonString(), (await Ours.Get($"/api/charges/{charge.Text("id")}")).Ok().ToJsonString());
        Assert.Equal("invoicing.charge_withdrawn invoicing.charge_posted", string.Join(' ', (await Ours.Get($"/api/charges/{charge.Text("id")}/history")).Ok()["items"]!.AsArray().Select(item => item.Text("event"))));
    }

    [Fact]
    public async Task that_stand_on_an_invoice_are_made_up_for()
    {
        var charge = await Ours.Charge((await Ours.Client()).Text("id"), "80");
        await Invoice(charge.Text("id"));
        var corrected = (await Ours.Post($"/api/charges/{charge.Text("id")}/withdraw", new { reason = "By mistake" })).Ok();
        Assert.Equal("invoiced -80.00", $"{corrected.Text("state")} {corrected.Text("corrected.amount")}");
        var open = (await Ours.Get("/api/charges?state=open")).Ok()["items"]!.AsArray();
        Assert.Equal($"-80.00 A visit invoicing correction {charge.Text("id")}", Assert.Single(open) is { } other ? $"{other.Text("amount.amount")} {other.Text("description")} {other.Text("source.module")} {other.Text("source.kind")} {other.Text("corrects")}" : "");
        (await Ours.Post($"/api/charges/{charge.Text("id")}/withdraw", new { reason = "By mistake" })).Ok();
        Assert.Single((await Ours.Get("/api/charges?state=open")).Ok()["items"]!.AsArray());
        (await Ours.Post($"/api/charges/{open[0]!.Text("id")}/withdraw", new { reason = "Both are wrong" })).Refused("charge-corrects");
        Assert.Single((await Ours.Get("/api/charges?state=open")).Ok()["items"]!.AsArray());
    }

    [Fact]
    public async Task come_from_other_modules_once_and_follow_their_facts()
    {
        var client = new Guid((await Ours.Client()).Text("id"));
        var fact = new PostCharge("facilities", "billing_record", "7", 3, client, "October", Quantity.One, new UnitPrice(100), Currency.Parse("USD"), new DateOnly(2025, 11, 1));
        await Tell(fact, fact);
        await Until("the charge is there", async () => await Table("select tenant_id, amount::numeric(20, 2), state from invoicing_charges") == "(ours,100.00,open)");
        await Tell(fact with { Revision = 4, UnitPrice = new UnitPrice(120) });
        await Until("the charge follows", async () => await Table("select amount::numeric(20, 2), state from invoicing_charges") == "(120.00,open)");

        var session = Store.Open(new TenantId("ours"), Actor.System);
        var state = (await session.Read(Asked<IInvoicing>().Charged("facilities", "billing_record", ["7", "8"]), Stop))["7"];
        Assert.Equal((ChargedState.Open, 120m, null), (state.State, state.Amount.Amount, state.InvoiceId));
        await Invoice(state.ChargeId.ToString());
        await Tell(fact with { Revision = 5, UnitPrice = new UnitPrice(90) });
        await Until("the difference is made up", async () => await Table("select amount::numeric(20, 2), state from invoicing_charges") == "(-30.00,open)\n(120.00,invoiced)");
        await Tell(new TakeBackCharge("facilities", "billing_record", "7", 6, new DateOnly(2025, 12, 1)));
        await Until("the rest is made up", async () => await Table("select amount::numeric(20, 2), state from invoicing_charges") == "(-30.00,open)\n(-90.00,open)\n(120.00,invoiced)");
        Assert.Empty(await Store.Open(new TenantId("theirs"), Actor.System).Read(Asked<IInvoicing>().Charged("facilities", "billing_record", ["7"]), Stop));
        Assert.Equal("", await Table("select type, error from messages where dead_at is not null"));
    }

    [Fact]
    public async Task of_a_client_nobody_knows_end_as_dead_letters()
    {
        await Tell(new PostCharge("facilities", "billing_record", "7", 3, Guid.Empty, "October", Quantity.One, new UnitPrice(100), Currency.Parse("USD"), new DateOnly(2025, 11, 1)));
        await Until("the message is given up", async () => await Table("select type from messages where dead_at is not null") == "(invoicing.charge_wanted)");
        Assert.Equal("", await Table("select id from invoicing_charges"));
    }

    [Fact]
    public async Task ask_who_a_client_is_now()
    {
        var (stays, gone) = ((await Ours.Client("Meadow")).Text("id"), (await Ours.Client("Medow")).Text("id"));
        (await Ours.Post($"/api/clients/{gone}/merge", new { into = stays })).Ok();
        var session = Store.Open(new TenantId("ours"), Actor.System);
        Assert.Equal(new BilledClient(new Guid(stays), "Meadow", Currency.Parse("USD"), true), await Asked<IInvoicing>().Client(session, new Guid(gone), Stop));
        Assert.Null(await Asked<IInvoicing>().Client(Store.Open(new TenantId("theirs"), Actor.System), new Guid(stays), Stop));
    }

    private async Task Tell(params object[] facts)
    {
        foreach (var fact in facts)
        {
            var work = Store.Open(new TenantId("ours"), Actor.System).Begin();
            if (fact is PostCharge post) post.With(work);
            else ((TakeBackCharge)fact).With(work);
            await work.Commit();
        }
    }

    /// <summary>Puts a charge onto an invoice, as a draft does.</summary>
    private async Task Invoice(string charge)
    {
        var work = Store.Open(new TenantId("ours"), Actor.System).Begin();
        await work.Load<Charge>(new Guid(charge), Stop);
        work.Decide<Charge, ChargeEvent>(new Guid(charge), _ => new ChargeInvoiced(new InvoiceId(new Guid("0193e0c0-0000-7000-8000-00000000ffff"))));
        await work.Commit();
    }

    private async Task<string> Amounts(string path) => string.Join(' ', (await Ours.Get(path)).Ok()["items"]!.AsArray().Select(item => item.Text("amount.amount")));
}
