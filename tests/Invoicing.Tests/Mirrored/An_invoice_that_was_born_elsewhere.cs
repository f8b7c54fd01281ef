using Billing.Invoicing.Contracts;
using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

public class An_invoice_that_was_born_elsewhere
{
    private static readonly MirrorInvoice Told = new(
        Id(9), "in_1", "AB-1", "https://invoice.example.test/in_1", Meadow.Value, Eur, Day("2026-01-10"), Day("2026-01-24"), null, [new("Pro", new Quantity(2), new UnitPrice(29), Euros(8), [new("VAT", new Percentage(19))], null)], false,
        [new("VAT", Euros(9.50m))], Euros(59.50m), MirroredState.Open, Day("2026-01-10"), []);

    [Fact]
    public void is_issued_under_its_own_number_and_comes_to_the_same()
    {
        var invoice = Taken(Told);
        Assert.Equal(("AB-1", Euros(59.50m), Euros(59.50m), Day("2026-01-24"), InvoiceStanding.Issued), (invoice.Number, invoice.Total!.Value, invoice.Outstanding, invoice.DueDate!.Value, invoice.Standing));
        Assert.Equal((new InvoiceMirror("in_1", "https://invoice.example.test/in_1"), Euros(59.50m), Vat), (invoice.Mirror, invoice.Totals().Value.Total, invoice.Lines[0].Taxes.Single()));
    }

    [Fact]
    public void whose_tax_was_rounded_otherwise_has_it_as_a_line()
    {
        var invoice = Taken(Told with { Taxes = [new("VAT", Euros(9.49m))], Total = Euros(59.49m) });
        Assert.Equal((Euros(59.49m), 2, "VAT"), (invoice.Totals().Value.Total, invoice.Lines.Count, invoice.Lines[1].Description));
    }

    [Fact] public void comes_to_its_total_whatever_its_lines_say() => Assert.Equal(Euros(70), Taken(Told with { Total = Euros(70) }).Totals().Value.Total);

    [Fact]
    public void is_changed_where_it_was_born_only()
    {
        Assert.Equal("billed-by-stripe", MirroredInvoice.Elsewhere(Taken(Told))!.Code);
        Assert.Null(MirroredInvoice.Elsewhere(Fold(Invoicing.Invoice.Initial, [.. Issued()])));
    }

    private static Invoicing.Invoice Taken(MirrorInvoice told) => Fold(Invoicing.Invoice.Initial, [.. MirroredInvoice.Issue(told, Meadow, Addressed)]);
}
