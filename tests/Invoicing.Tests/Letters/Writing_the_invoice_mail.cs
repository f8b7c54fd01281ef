using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.InvoicingSettings, Billing.Invoicing.InvoicingSettingsEvent>;

namespace Billing.Invoicing.Tests;

public class Writing_the_invoice_mail
{
    private static readonly MailText Ours = new("de", "Ihre Rechnung {number}", "Liebe {client},\n\n{amount} von {total} bis {due}: {link}\n\n{sender}");

    [Fact]
    public void keeps_what_is_other_than_the_usual_text()
    {
        Given().When(settings => new WriteInvoiceMail([Ours, InvoiceLetter.Usual("en"), new("fr", "", "")]).Decide(settings)).Then(new InvoiceMailWorded([Ours]));
        Given(new InvoiceMailWorded([Ours])).When(settings => new WriteInvoiceMail([Ours]).Decide(settings)).ThenNothing();
        Given(new InvoiceMailWorded([Ours])).When(settings => new WriteInvoiceMail([]).Decide(settings)).Then(new InvoiceMailWorded([]));
    }

    [Fact]
    public void with_a_placeholder_that_only_reminders_know_is_refused() => Given().When(settings => new WriteInvoiceMail([Ours with { Message = "{days}" }]).Decide(settings)).ThenRefused("unknown-placeholder");

    [Fact]
    public void is_mailed_in_the_language_it_was_written_in()
    {
        var invoice = Fold(Invoicing.Invoice.Initial, [.. Issued(), Received(40)]);
        var client = Client.Initial with { Name = "Meadow" };
        var letter = InvoiceLetter.Of(invoice, client, "The Office", [Ours]);
        Assert.Equal("Ihre Rechnung INV-2026-0001", letter.Subject);
        Assert.Equal("Liebe Meadow,\n\n60,00\u00A0€ von 100,00\u00A0€ bis 02.03.2026: {link}\n\nThe Office", letter.Message);
        Assert.Equal("Facture INV-2026-0001 de The Office", InvoiceLetter.Of(invoice with { Addressee = Addressed with { Language = "fr" } }, client, "The Office", [Ours]).Subject);
    }

    [Fact]
    public void lists_the_lines_and_says_something_only_where_it_is_so()
    {
        var lines = new MailText("de", "Rechnung vom {{issued | long}}", """
            {{#if purchaseOrder}}
            Zu Ihrer Bestellung {{purchaseOrder}}:
            {{/if}}
            {{#each lines}}
            - {{quantity}} × {{description | upper}}: {{amount | plain}}
            {{/each}}
            Zusammen {total}.
            """);
        Assert.Equal(lines, lines.Read(Placeholders.OfInvoice).Value);
        var invoice = Fold(Invoicing.Invoice.Initial, [.. Issued()]);
        string Written(Invoice of) => InvoiceLetter.Of(of, Client.Initial, "The Office", [lines]).Message;
        Assert.Equal("Rechnung vom 31. Januar 2026", InvoiceLetter.Of(invoice, Client.Initial, "The Office", [lines]).Subject);
        Assert.Equal("- 1 × WORK: 100,00\nZusammen 100,00\u00A0€.", Written(invoice));
        Assert.StartsWith("Zu Ihrer Bestellung PO-7:\n- ", Written(invoice with { Wording = new(PurchaseOrder: "PO-7") }), StringComparison.Ordinal);
        var many = invoice with { Lines = [.. Enumerable.Repeat(invoice.Lines[0], 1_000)] };
        Assert.EndsWith("\n…", Written(many), StringComparison.Ordinal);
        Assert.True(Written(many).Length <= MailText.LongestMessage);
    }

    [Fact]
    public void with_a_secret_in_its_subject_is_refused_however_it_is_written()
    {
        foreach (var subject in new[] { "{link}", "{{ link | upper }}", "{{#if link}}x{{/if}}" }) Given().When(settings => new WriteInvoiceMail([Ours with { Subject = subject }]).Decide(settings)).ThenRefused("link-in-subject");
    }

    [Fact]
    public void has_a_usual_text_in_each_language_whose_placeholders_are_all_known()
    {
        foreach (var language in Languages.Offered) Assert.Equal(InvoiceLetter.Usual(language), InvoiceLetter.Usual(language).Read(Placeholders.OfInvoice).Value);
    }
}
