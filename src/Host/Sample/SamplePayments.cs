using System.Globalization;
using System.Text.Json;
using static Billing.Host.Sample.SampleScene;

namespace Billing.Host.Sample;

/// <summary>
/// What becomes of invoices: most are paid in time, some late or in two parts, few after a credit note or never. Which, follows from client, day and total, not from
/// the order in which they come. Now and then a part of a payment goes back, and the invoice asks for it again.
/// </summary>
internal sealed class SamplePayments : ISamplePart
{
    private const int DaysUntilGivenUp = 75;

    public async Task Play(SampleScene scene, CancellationToken stop)
    {
        await scene.Api.Settle(stop);
        foreach (var invoice in await scene.Api.All("/api/invoices?status=issued&sort=number", stop)) await Pay(scene, invoice, stop);
        if (scene.Today.Day == 20 && scene.Month % 8 == 5) await Refund(scene, stop);
    }

    private static async Task Pay(SampleScene scene, JsonElement invoice, CancellationToken stop)
    {
        if (invoice.Day("issueDate") is not { } issued || invoice.Day("dueDate") is not { } due || issued == scene.Today) return;
        var (id, number, client) = (invoice.Text("id"), invoice.Text("number"), invoice.Text("clientName"));
        var carded = SampleClients.All.Any(one => one.Name == client && one.Card is not null);
        int Roll(int sides, string what) => scene.Dice.Roll(sides, what, client, Iso(issued), invoice.Text("total.amount"));
        var (fate, late) = (Roll(100, "fate"), scene.Today.DayNumber - due.DayNumber);
        if (carded)
        {
            if (late > 40 + Roll(20, "called")) await Receive(scene, invoice, $"After a call, {number}", invoice.Text("outstanding.amount"), stop);
            return;
        }
        var partly = invoice.Text("paid.amount") != "0.00";
        switch (fate)
        {
            case < 68 when late >= -Roll(10, "early"):
            case < 84 when fate >= 68 && late > 3 + Roll(35, "late"):
            case < 93 when fate >= 84 && partly && late > 20:
            case < 96 when fate >= 93 && invoice.Text("credited.amount") != "0.00":
                await Receive(scene, invoice, (partly ? "Rest of " : "Transfer ") + number, invoice.Text("outstanding.amount"), stop);
                break;
            case < 93 when fate >= 84 && !partly && late >= 0:
                await Receive(scene, invoice, $"First part of {number}", Half(invoice.Text("outstanding.amount")), stop);
                break;
            case < 96 when fate >= 93 && late > -7:
                await scene.Api.Post($"/api/invoices/{id}/credit-notes", new { reason = "Agreed after a complaint.", lines = new[] { new { description = "Discount agreed", unitPrice = scene.Dice.Amount(5, 20, "agreed", client, Iso(issued)) } } }, stop);
                break;
            case >= 96 when late > DaysUntilGivenUp:
                await scene.Api.Post($"/api/invoices/{id}/uncollectible", new { reason = "Nobody answers." }, stop);
                break;
        }
    }

    // The day is in the reference: a part of a payment may go back, and then the rest is paid once more.
    private static Task<JsonElement?> Receive(SampleScene scene, JsonElement invoice, string reference, string amount, CancellationToken stop) =>
        scene.Api.Post($"/api/invoices/{invoice.Text("id")}/payments", new { reference = $"{reference}, {Iso(scene.Today)}", amount = new { amount, currency = invoice.Text("currency") }, receivedOn = Iso(scene.Today), method = "bankTransfer" }, stop);

    private static string Half(string amount) => (Math.Floor(decimal.Parse(amount, CultureInfo.InvariantCulture) * 50) / 100).ToString("0.00", CultureInfo.InvariantCulture);

    private static async Task Refund(SampleScene scene, CancellationToken stop)
    {
        var payments = await scene.Api.All($"/api/payments?method=bankTransfer&from={Iso(scene.Today.AddDays(-30))}", stop);
        if (payments.Where(payment => payment.Text("refundable.amount") is not ("" or "0.00")).MinBy(payment => payment.Text("reference"), StringComparer.Ordinal) is not { ValueKind: JsonValueKind.Object } payment) return;
        await scene.Api.Post($"/api/payments/{payment.Text("id")}/refund", new { amount = new { amount = Half(payment.Text("refundable.amount")), currency = payment.Text("amount.currency") }, reason = "The bank called a part of it back." }, stop);
    }
}
