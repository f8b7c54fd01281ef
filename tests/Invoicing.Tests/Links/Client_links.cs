using Billing.Identity.Contracts;
using Billing.Web;
using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.ClientLink, Billing.Invoicing.ClientLinkEvent>;

namespace Billing.Invoicing.Tests;

public class Client_links
{
    private static readonly Invoice Out = Fold(Invoicing.Invoice.Initial, Issued());
    private static readonly LinkSecret Secret = new("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    private static readonly ClientLinkGiven Given_ = new(TheInvoice, Secret.Proof, null, null);

    [Fact]
    public void open_an_issued_invoice_until_their_last_day()
    {
        Given().When(_ => new GiveClientLink().Decide(Out, TheInvoice, Secret, ThisDay)).Then(Given_);
        Given().When(_ => new GiveClientLink(ThisDay).Decide(Out, TheInvoice, Secret, ThisDay)).Then(Given_ with { ExpiresOn = ThisDay });
        Given().When(_ => new GiveClientLink(ThisDay.AddDays(-1)).Decide(Out, TheInvoice, Secret, ThisDay)).ThenRefused("expiry-past");
        Given().When(_ => new GiveClientLink().Decide(Fold(Invoicing.Invoice.Initial, Draft()), TheInvoice, Secret, ThisDay)).ThenRefused("not-issued");
    }

    [Fact]
    public void are_withdrawn_once()
    {
        Given(Given_).When(link => link.Withdraw()).Then(new ClientLinkWithdrawn());
        Given(Given_, new ClientLinkWithdrawn()).When(link => link.Withdraw()).ThenNothing();
    }

    [Fact]
    public void are_printed_and_once_more_unless_withdrawn()
    {
        Given().When(link => link.Print(TheInvoice, "aa")).Then(new ClientLinkPrinted(TheInvoice, "aa"));
        Given(new ClientLinkPrinted(TheInvoice, "aa")).When(link => link.Print(TheInvoice, "bb")).Then(new ClientLinkPrinted(TheInvoice, "bb"));
        Given(new ClientLinkPrinted(TheInvoice, "aa"), new ClientLinkWithdrawn()).When(link => link.Print(TheInvoice, "bb")).ThenNothing();
    }

    [Fact]
    public void note_once_a_day_that_they_were_opened()
    {
        Given(Given_).When(link => link.See(ThisDay)).Then(new InvoiceSeen(ThisDay));
        Given(Given_, new InvoiceSeen(ThisDay)).When(link => link.See(ThisDay)).ThenNothing();
        Given(Given_, new InvoiceSeen(ThisDay)).When(link => link.See(ThisDay.AddDays(1))).Then(new InvoiceSeen(ThisDay.AddDays(1)));
    }

    [Fact]
    public void carry_256_bits_that_no_text_tells()
    {
        var (one, two) = (LinkSecret.Make(), LinkSecret.Make());
        Assert.True(one.IsWellFormed && two.IsWellFormed && one != two);
        Assert.Equal(64, one.Proof.Length);
        Assert.DoesNotContain(one.Text, one.ToString(), StringComparison.Ordinal);
        var typed = LinkSecret.MakeForPaper();
        Assert.True(typed.IsWellFormed && typed != LinkSecret.MakeForPaper());
        Assert.Matches("^[0-9a-hjkmnp-tv-z]{26}$", typed.Text);
        Assert.All(["", "short", new string('l', 26), Secret.Text + "A", new string('!', 43)], text => Assert.False(new LinkSecret(text).IsWellFormed));
    }

    [Fact]
    public void let_an_address_in_so_often_a_minute()
    {
        var turnstile = new Turnstile(TimeProvider.System);
        var address = System.Net.IPAddress.Parse("203.0.113.1");
        var passed = Enumerable.Range(0, Turnstile.Most * 2 + 2).Count(_ => turnstile.Pass(address));
        Assert.InRange(passed, Turnstile.Most, Turnstile.Most * 2); // two minutes, if one ended in between
        Assert.True(turnstile.Pass(System.Net.IPAddress.Parse("203.0.113.2")));
    }

    [Fact]
    public void show_what_is_due_how_to_pay_it_and_nothing_that_could_run()
    {
        var invoice = Fold(Fold(Invoicing.Invoice.Initial, new InvoiceDrafted(TheClient, Eur, null, null), new InvoiceLinesWritten([Line(2, 50, Vat) with { Description = "<script>alert(1)</script>" }]), new InvoiceTermsAgreed(30)),
            new InvoiceIssued("INV-2026-0001", ThisDay, ThisDay.AddDays(30), Addressed, Euros(119)), Received(19));
        var settings = Fold(InvoicingSettings.Initial, new BankDetailsNoted("Office", "DE89370400440532013000", null, null));
        var page = ClientMarkup.Of(new SeenInvoice(invoice, TraceNode.Of(TheInvoice.Value, invoice, new Dictionary<ChargeId, Charge>()), settings, new Letterhead("The Office", [], null, [], null), ThisDay, "/p/x/pdf"));
        foreach (var shown in new[] { "Rechnung INV-2026-0001", "Noch zu zahlen", "100,00\u00A0€", "DE89 3704 0044 0532 0130 00", "2 × 50,00", "&lt;script&gt;", "<svg", "lang=\"de\"" }) Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Online bezahlen", page, StringComparison.Ordinal);
        var paid = ClientMarkup.Of(new SeenInvoice(invoice, TraceNode.Of(TheInvoice.Value, invoice, new Dictionary<ChargeId, Charge>()), settings, new Letterhead("The Office", [], null, [], null), ThisDay, "/p/x/pdf") { PayAt = "https://pay.example.test/?a=1&b=\"2" });
        Assert.Contains("""href="https://pay.example.test/?a=1&amp;b=&quot;2" rel="noopener noreferrer">Online bezahlen""", paid, StringComparison.Ordinal);
        Assert.Contains("Überfällig", ClientMarkup.Of(new SeenInvoice(invoice, TraceNode.Of(TheInvoice.Value, invoice, new Dictionary<ChargeId, Charge>()), settings, new Letterhead("The Office", [], null, [], null), ThisDay.AddDays(31), "/p/x/pdf")), StringComparison.Ordinal);
    }
}
