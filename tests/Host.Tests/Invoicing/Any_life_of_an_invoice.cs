using System.Net;
using System.Text.Json.Nodes;
using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using FsCheck;
using FsCheck.Fluent;

namespace Billing.Host.Tests.Invoicing;

/// <summary>Whatever happens to an invoice, and in whatever order: what the lists read is what the events say.</summary>
public class Any_life_of_an_invoice : Bureau
{
    private static readonly Gen<Step> Steps =
        from what in Gen.Frequency(
            (3, Gen.Constant(What.Amend)), (4, Gen.Constant(What.Issue)), (5, Gen.Constant(What.Pay)), (2, Gen.Constant(What.UndoPayment)), (2, Gen.Constant(What.Refund)), (3, Gen.Constant(What.Credit)),
            (2, Gen.Constant(What.ApplyCredit)), (1, Gen.Constant(What.ReleaseCredit)), (1, Gen.Constant(What.GiveUp)), (1, Gen.Constant(What.Void)), (1, Gen.Constant(What.Drop)), (1, Gen.Constant(What.Duplicate)))
        from cents in Gen.Choose(1, 15_000)
        select new Step(what, cents);

    [Fact]
    public async Task is_in_the_rows_as_in_the_events()
    {
        var (ours, theirs) = ((await Ours.Client()).Text("id"), (await Theirs.Client()).Text("id"));
        await Live(Ours, ours, [new(What.Issue, 1), new(What.Pay, 5_000), new(What.UndoPayment, 1), new(What.Pay, 5_000), new(What.Credit, 300)]); // whatever chance brings, these were there
        var lived = 0;
        Prop.ForAll(Steps.ListOf().Resize(14).ToArbitrary(), async steps =>
        {
            var (desk, client) = lived++ % 2 == 0 ? (Ours, ours) : (Theirs, theirs);
            var invoices = await Live(desk, client, [.. steps]);
            foreach (var invoice in invoices)
            {
                var page = await desk.Get($"/api/invoices/{invoice}");
                var row = (await desk.Get("/api/invoices?limit=200&sort=-total")).Ok()["items"]!.AsArray().SingleOrDefault(one => one.Text("id") == invoice);
                Assert.Equal(page.Status == HttpStatusCode.NotFound ? "" : Standing(page.Ok()), row is null ? "" : Standing(row));
                if (row is not null) Assert.Equal(page.Ok().ToJsonString(), (await desk.Get($"/api/invoices/{invoice}/history?at={page.Ok().Text("version")}")).Ok()["then"]!.ToJsonString());
            }
            return await AsTheEventsSay();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
        Assert.NotEqual("(0)", await Table("select count(*) from invoicing_payments where undone"));
        Assert.NotEqual("(0)", await Table("select count(*) from invoicing_invoices where credited > 0"));
    }

    private static string Standing(JsonNode invoice) => string.Join(' ', new[] { "number", "status", "state", "total.amount", "paid.amount", "credited.amount", "outstanding.amount", "currency", "dueDate", "version" }.Select(path => invoice.Text(path)));

    /// <summary>Lives one life; what cannot be done at that point is refused, and nothing is ever broken.</summary>
    private static async Task<IReadOnlyList<string>> Live(Desk desk, string client, IReadOnlyList<Step> steps)
    {
        var invoices = new List<string> { (await desk.Post("/api/invoices", Draft(client, 10_000))).Ok(201).Text("id") };
        foreach (var (what, cents) in steps)
        {
            var invoice = $"/api/invoices/{invoices[^1]}";
            var reason = new { reason = "So it is" };
            var payment = (await desk.Get(invoice)) is { Status: HttpStatusCode.OK } page && page.Json["payments"]!.AsArray().LastOrDefault(one => one.Text("kind") == "payment") is { } last ? last.Text("paymentId") : Guid.Empty.ToString();
            var reply = what switch
            {
                What.Amend => await desk.Put(invoice, Draft(client, cents)),
                What.Issue => await desk.Post(invoice + "/issue", new { }),
                What.Pay => await desk.Post(invoice + "/payments", new { reference = Guid.NewGuid().ToString("N"), amount = Dollars(cents) }),
                What.UndoPayment => await desk.Post($"/api/payments/{payment}/undo", reason),
                What.Refund => await desk.Post($"/api/payments/{payment}/refund", new { amount = Dollars(cents / 2 + 1), reason = "Too much" }),
                What.Credit => await desk.Post(invoice + "/credit-notes", new { reason = "Too dear", lines = new[] { new { description = "Less", unitPrice = Amount(cents / 3 + 1) } } }),
                What.ApplyCredit => await desk.Post(invoice + "/apply-credit", new { }),
                What.ReleaseCredit => await desk.Post(invoice + "/release-credit"),
                What.GiveUp => await desk.Post(invoice + "/uncollectible", reason),
                What.Void => await desk.Post(invoice + "/void", reason),
                What.Drop => await desk.Delete(invoice),
                _ => await desk.Post(invoice + "/duplicate"),
            };
            if (what == What.Duplicate && reply.Status == HttpStatusCode.Created) invoices.Add(reply.Json.Text("id"));
            Assert.True(reply.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity, $"{what} {cents}: {reply.Status} {reply.Text}");
        }
        return invoices;
    }

    private async Task<bool> AsTheEventsSay()
    {
        foreach (var name in new[] { "invoicing.invoices", "invoicing.payments", "invoicing.client_accounts", "invoicing.credit_notes" })
        {
            var compared = await Comparison.Of(Store, Store.Model.Projections.Single(one => one.Name == name), Stop);
            Assert.True(compared.Differing == 0, $"{name}: {string.Join(", ", compared.Differences)}");
        }
        return true;
    }

    private static object Draft(string client, int cents) => new { clientId = client, lines = new[] { new { description = "Work", quantity = "1.5", unitPrice = Amount(cents), taxes = new[] { new { name = "VAT", rate = "7.5" } } } } };

    private static object Dollars(int cents) => new { amount = Amount(cents), currency = "USD" };

    private static string Amount(int cents) => (cents / 100m).ToString("F2", System.Globalization.CultureInfo.InvariantCulture);

    private enum What { Amend, Issue, Pay, UndoPayment, Refund, Credit, ApplyCredit, ReleaseCredit, GiveUp, Void, Drop, Duplicate }

    private sealed record Step(What What, int Cents);
}
