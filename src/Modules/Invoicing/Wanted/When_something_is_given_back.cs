using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>
/// A module gives back what it had invoiced: a credit note for each invoice that bears some of it, and of what was paid a refund. All of it commits as one; an
/// invoice that is still on its way is waited for.
/// </summary>
internal sealed class When_something_is_given_back(IEnumerable<IOrganisations> organisations) : MessageHandler<GiveBack>(GiveBack.Message)
{
    public override int Attempts => 100;

    public override TimeSpan PauseAfter(int attempt) => AtMostAMinute(attempt);

    public override async Task Handle(Message<GiveBack> message, Work work, CancellationToken stop)
    {
        var wanted = message.Body;
        if (await When_a_recurring_invoice_is_due.Here(organisations, message.Tenant, stop) is not { } here) return;
        using var turn = await work.Session.Turn(NumberKind.CreditNote.Stream(), stop);
        var (attempt, today) = (new Attempt(work, fresh: true, stop), LocalDay.Of(work.At, here.TimeZone));
        var settings = (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State;
        var left = wanted.Charges.ToList();
        foreach (var reference in wanted.From)
        {
            var note = NamedId.Of("credit note of what is given back", wanted.Module, wanted.Reference, reference);
            if ((await attempt.Load<CreditNote>(note)).Exists) return;
            var asked = (await attempt.Load<WantedInvoice>(WantedInvoice.Id(wanted.Module, reference))).State;
            if (asked.Wanted is null || asked.Step == WantedStep.Wanted) throw new InvalidOperationException($"The invoice of {reference} is on its way.");
            if (left.Count == 0 || asked is not { Step: WantedStep.Made, InvoiceId: { } id } || (await attempt.Load<Invoice>(id.Value)).State is not { TakesPayments: true } invoice) continue;
            left = await Credit(attempt, invoice, id, note, left, settings, wanted, today);
        }
        if (left.Count > 0) new InvoiceCharges(wanted.Module, wanted.Reference, wanted.Series, left, wanted.On, left[0].Period, wanted.Then).With(work);
        await work.Commit(); // while it is our turn
    }

    /// <summary>Credits what an invoice bears of it, and notes the refund of what was paid.</summary>
    /// <returns>What it does not bear.</returns>
    private static async Task<List<PostCharge>> Credit(Attempt attempt, Invoice invoice, InvoiceId id, Guid note, List<PostCharge> wanted, InvoicingSettings settings, GiveBack back, DateOnly today)
    {
        var taxes = await TaxesOf(attempt, invoice);
        var lines = wanted.Select(charge => Line(charge, taxes, settings)).ToList();
        if (!Total(invoice, lines).TryGet(out var total, out _) || !total.IsPositive) return wanted;
        // An invoice bears no more than is left of it: then a share of each line, and the rest goes on to the next.
        var (most, rest) = (WriteCreditNote.Left(invoice), new List<PostCharge>());
        if (!most.IsPositive) return wanted;
        if (total > most)
        {
            for (var index = 0; index < lines.Count; index++)
            {
                var whole = lines[index].UnitPrice.Value * lines[index].Quantity!.Value.Value;
                var unit = (decimal)Math.Pow(10, invoice.Currency.MinorUnits);
                var part = decimal.Truncate(whole * most.Amount / total.Amount * unit) / unit;
                lines[index] = lines[index] with { UnitPrice = new UnitPrice(part), Quantity = Quantity.One };
                if (whole != part) rest.Add(wanted[index] with { UnitPrice = new UnitPrice(part - whole), Quantity = Quantity.One });
            }
            if (!Total(invoice, lines).TryGet(out total, out _) || !total.IsPositive || total > most) return wanted;
        }
        var came = await new WriteCreditNote(back.Reason, lines).Write(attempt, note, id.Value, today);
        if (came.Answer is null) throw new InvalidOperationException($"What is given back cannot be credited: {came.Refusal?.Code}."); // the payments must not be refunded without their credit note
        var beyond = (await attempt.Load<CreditNote>(note)).State.Issued is { } issued ? issued.Total - issued.OffInvoice : Money.Zero(invoice.Currency);
        foreach (var payment in invoice.Settlings.Select(one => one.PaymentId).OfType<PaymentId>().Reverse().Distinct())
        {
            if (!beyond.IsPositive) break;
            var paid = (await attempt.Load<Payment>(payment.Value)).State;
            var unrefunded = paid.Amount - paid.Refunded;
            var some = unrefunded < beyond ? unrefunded : beyond;
            if (!some.IsPositive || paid.IsUndone) continue;
            if ((await new RefundPayment(some, back.Reason).Refund(attempt, payment.Value, today)).Answer is null) break; // what was paid in credit stays credit
            beyond -= some;
        }
        return rest;
    }

    private static Result<Money> Total(Invoice invoice, IReadOnlyList<WrittenLine> written)
    {
        var lines = new List<PricedLine>();
        foreach (var one in written)
        {
            if (!one.Read().TryGet(out var line, out var refused)) return refused;
            lines.Add(line.Priced(invoice.Treatment));
        }
        return Totals.Of(invoice.Currency, lines, null, invoice.Rules).TryGet(out var totals, out var unsound) ? totals.Total : unsound;
    }

    /// <summary>What charges of each tax category bear on an invoice: as much of the tax is given back as was asked for, whatever the settings say by now.</summary>
    private static async Task<Dictionary<string, ValueList<TaxRate>>> TaxesOf(Attempt attempt, Invoice invoice)
    {
        var taxes = new Dictionary<string, ValueList<TaxRate>>(StringComparer.Ordinal);
        foreach (var line in invoice.Lines)
            foreach (var charge in line.Charges)
                if (await attempt.LoadNow<Charge>(charge.Value) is { Exists: true } posted) taxes.TryAdd(posted.State.Terms.TaxCategory ?? "", line.Taxes);
        return taxes;
    }

    private static WrittenLine Line(PostCharge charge, Dictionary<string, ValueList<TaxRate>> taxes, InvoicingSettings settings) =>
        new(charge.Description, new UnitPrice(-charge.UnitPrice.Value), charge.Quantity, Taxes: [.. taxes.TryGetValue(charge.TaxCategory ?? "", out var then) ? then : settings.TaxesOn(charge.TaxCategory)], Period: charge.Period);
}
