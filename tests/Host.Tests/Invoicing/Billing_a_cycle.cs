using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Web;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

public class Billing_a_cycle : Bureau
{
    private static readonly object October = new { from = "2025-10-01", through = "2025-10-31" };

    [Fact]
    public async Task charges_each_billed_record_once_and_links_both_ways()
    {
        var client = (await Ours.Client()).Text("id");
        var group = await Group(client);
        var (north, south, empty) = (await Facility(group, "North"), await Facility(group, "South"), await Facility(group, "Empty"));
        var record = await Record(north, "100");
        await Record(south, "50.50");
        await Record(empty, null);

        var looked = (await Ours.Post($"/api/facility-groups/{group}/cycles/bill?dryRun=true", October)).Ok();
        Assert.Equal($"{client} Meadow Health North 100.00 South 50.50 Empty", $"{looked.Text("clientId")} {looked.Text("clientName")} {looked.Text("records.0.facilityName")} {looked.Text("records.0.amount.amount")} {looked.Text("records.1.facilityName")} {looked.Text("records.1.amount.amount")} {looked.Text("leftOut.0.facilityName")}");
        Assert.Equal("", await Table("select type from messages where type = 'invoicing.charge_wanted'"));
        var billed = (await Ours.Post($"/api/facility-groups/{group}/cycles/bill", October)).Ok();
        Assert.Equal(looked.ToJsonString(), billed.ToJsonString());
        Assert.Equal("2 0 0 not-billed Empty 150.50", $"{billed.Text("charged")} {billed.Text("unchanged")} {billed.Text("takenBack")} {billed.Text("leftOut.0.code")} {billed.Text("leftOut.0.facilityName")} {billed.Text("totals.0.amount")}");
        await Until("both charges are there", async () => await Charges() == "50.50 open South, 100.00 open North");
        var charge = (await Ours.Get("/api/charges?sort=-amount")).Ok()["items"]![0]!;
        Assert.Equal($"facilities billing_record {record} {client} 2025-10-01 2025-11-01", $"{charge.Text("source.module")} {charge.Text("source.kind")} {charge.Text("source.fact")} {charge.Text("clientId")} {charge.Text("period.from")} {charge.Text("availableFrom")}");
        var linked = (await Ours.Get($"/api/billing-records/{record}")).Ok();
        Assert.Equal($"{charge.Text("id")} open 100.00 ", $"{linked.Text("charge.chargeId")} {linked.Text("charge.state")} {linked.Text("charge.amount.amount")} {linked.Text("charge.invoiceNumber")}");

        var draft = (await Ours.Post("/api/invoices", new { clientId = client, charges = new[] { charge.Text("id") } })).Ok(201).Text("id");
        Assert.Equal($"invoiced {draft} ", (await Ours.Get($"/api/billing-records/{record}")).Ok() is var drafted ? $"{drafted.Text("charge.state")} {drafted.Text("charge.invoiceId")} {drafted.Text("charge.invoiceNumber")}" : "");
        (await Ours.Post($"/api/invoices/{draft}/issue", new { })).Ok();
        Assert.Equal("INV-2025-0001", (await Ours.Get($"/api/billing-records/{record}")).Ok().Text("charge.invoiceNumber"));

        Assert.Equal("0 2", (await Ours.Post($"/api/facility-groups/{group}/cycles/bill", October)).Ok() is var again ? $"{again.Text("charged")} {again.Text("unchanged")}" : "");
        Assert.Equal("50.50 open South, 100.00 invoiced North", await Charges());
    }

    [Fact]
    public async Task again_follows_what_changed_and_takes_back_what_is_billed_no_longer()
    {
        var group = await Group((await Ours.Client()).Text("id"));
        var (north, south) = (await Facility(group, "North"), await Facility(group, "South"));
        await Record(north, "100");
        var gone = await Record(south, "50");
        (await Ours.Post($"/api/facility-groups/{group}/cycles/bill", October)).Ok();
        await Until("both charges are there", async () => await Charges() == "50.00 open South, 100.00 open North");

        await Record(north, "120");
        (await Ours.Delete($"/api/billing-records/{gone}")).Ok();
        Assert.Equal("1 0 1", (await Ours.Post($"/api/facility-groups/{group}/cycles/bill", October)).Ok() is var again ? $"{again.Text("charged")} {again.Text("unchanged")} {again.Text("takenBack")}" : "");
        await Until("the charges follow", async () => await Charges() == "50.00 withdrawn South, 120.00 open North");
        Assert.Equal("", await Table("select type, error from messages where dead_at is not null"));
    }

    [Fact]
    public async Task takes_chosen_records_alone()
    {
        var group = await Group((await Ours.Client()).Text("id"));
        var record = await Record(await Facility(group, "North"), "100");
        await Record(await Facility(group, "South"), "50");
        Assert.Equal("1", (await Ours.Post($"/api/facility-groups/{group}/cycles/bill", new { from = "2025-10-01", through = "2025-10-31", recordIds = new[] { record } })).Ok().Text("charged"));
        await Until("the one charge is there", async () => await Charges() == "100.00 open North");
        Assert.Equal("0", (await Ours.Post($"/api/facility-groups/{group}/cycles/bill", new { from = "2025-11-01", through = "2025-11-30" })).Ok().Text("charged"));
    }

    [Fact]
    public async Task is_refused_where_there_is_nobody_to_bill()
    {
        var client = (await Ours.Client()).Text("id");
        var (alone, lost, group) = (await Group(null), await Group((await Theirs.Client()).Text("id"), "Lost"), await Group(client, "Georgia"));
        (await Ours.Post($"/api/facility-groups/{alone}/cycles/bill", October)).Refused("client-missing");
        (await Ours.Post($"/api/facility-groups/{lost}/cycles/bill", October)).Refused("unknown-client");
        (await Ours.Delete($"/api/clients/{client}")).Ok();
        (await Ours.Post($"/api/facility-groups/{group}/cycles/bill", October)).Refused("client-not-active");
        (await Ours.Post($"/api/facility-groups/{group}/cycles/bill", new { from = "2025-10-31", through = "2025-10-01" })).Refused("bad-request", 400);
        (await Theirs.Post($"/api/facility-groups/{group}/cycles/bill", October)).Refused("not-found", 404);
        (await Ours.As(Role.Viewer).Post($"/api/facility-groups/{group}/cycles/bill", October)).Refused("not-permitted", 403);
    }

    private async Task<string> Group(string? client, string name = "Alabama") =>
        (await Ours.Post("/api/facility-groups", new { name, schedule = new { frequency = "monthly", periodRule = "arrears", dayOfMonth = 1 }, clientId = client })).Ok(201).Text("id");

    private async Task<string> Facility(string groupId, string name) => (await Ours.Post("/api/facilities", new { name, groupId })).Ok(201).Text("id");

    private async Task<string> Record(string facilityId, string? billed)
    {
        var reply = await Ours.Post("/api/billing-records", new { facilityId, from = "2025-10-01", through = "2025-10-31", billed });
        return reply.Ok((int)reply.Status is 200 ? 200 : 201).Text("id");
    }

    private async Task<string> Charges() => string.Join(", ", (await Ours.Get("/api/charges?sort=amount")).Ok()["items"]!.AsArray().Select(charge => $"{charge.Text("amount.amount")} {charge.Text("state")} {charge.Text("description")}"));
}
