using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Client, Billing.Invoicing.ClientEvent>;

namespace Billing.Invoicing.Tests;

public class Adding_a_client
{
    [Fact]
    public void takes_a_name_and_nothing_else()
    {
        var client = Given().When(With(new("  Meadow   Health "))).Then(new ClientAdded(Said("Meadow Health"), Eur));
        Assert.Equal((TaxTreatment.Standard, ClientStanding.Active, null, null), (client.TaxTreatment, client.Standing, client.Language, client.TermsDays));
    }

    [Fact]
    public void in_a_currency_of_its_own_says_so_at_once() => Given().When(With(new("Meadow", Usd))).Then(new ClientAdded(Said("Meadow"), Usd));

    [Fact]
    public void notes_whatever_is_known() => Given().When(With(Everything)).Then(
        new ClientAdded(Said("Meadow"), Eur), new ClientReadersNamed([Said("bills@meadow.example.test")], [Said("copy@meadow.example.test")]), new ClientPhoneNoted(Said("+49 30 1234")),
        new ClientAddressNoted(Said("Field Lane 1"), null, Said("Berlin"), null, Said("10115"), "DE"), new ClientTaxIdNoted(Said("DE123")), new ClientLanguageAgreed("de"), new ClientTermsAgreed(14),
        new TaxTreatmentAgreed(TaxTreatment.Exempt, "Health care"), new ClientNoteWritten(Said("Calls back")), new ClientLinkedOutside(OutsideSystem.Stripe, Said("cus_1")), new ClientLinkedOutside(OutsideSystem.Accounting, Said("10001")));

    [Theory, InlineData(null, "name-missing"), InlineData(" ", "name-missing"), InlineData("Mea\u202Edow", "name-has-hidden-characters")]
    public void without_a_visible_name_is_refused(string? name, string code) => Given().When(With(new(name))).ThenRefused(code);

    [Fact]
    public void of_too_long_a_name_is_refused() => Given().When(With(new(new string('x', 201)))).ThenRefused("name-too-long");

    [Theory, InlineData("bills"), InlineData("bills@"), InlineData("a@b\r\nBcc: x@y.example.test"), InlineData("<bills@meadow.example.test>"), InlineData("a@meadow.example.test,b@meadow.example.test")]
    public void with_what_is_no_mail_address_is_refused(string address) => Given().When(With(new("Meadow", Emails: [address]))).ThenRefused("bad-email");

    [Fact]
    public void names_each_mail_address_once() => Assert.Equal(["Bills@meadow.example.test"], Given().When(With(new("Meadow", Emails: ["Bills@meadow.example.test", " ", "bills@MEADOW.example.test"])))
        .Then(new ClientAdded(Said("Meadow"), Eur), new ClientReadersNamed([Said("Bills@meadow.example.test")], [])).Emails);

    [Fact]
    public void with_more_addresses_than_anybody_reads_is_refused() => Given().When(With(new("Meadow", CcEmails: [.. Enumerable.Range(0, 21).Select(i => $"copy{i}@meadow.example.test")]))).ThenRefused("too-many-emails");

    [Theory, InlineData(-1), InlineData(366), InlineData(int.MaxValue)]
    public void on_impossible_terms_is_refused(int days) => Given().When(With(new("Meadow") { TermsDays = days })).ThenRefused("terms-out-of-range");

    [Fact]
    public void exempt_from_tax_without_a_reason_is_refused() => Given().When(With(new("Meadow", TaxTreatment: TaxTreatment.Exempt))).ThenRefused("exemption-reason-missing");

    [Fact]
    public void with_reverse_charge_needs_no_reason_and_keeps_none() => Given().When(With(new("Meadow", TaxTreatment: TaxTreatment.ReverseCharge) { ExemptionReason = "Health care" }))
        .Then(new ClientAdded(Said("Meadow"), Eur), new TaxTreatmentAgreed(TaxTreatment.ReverseCharge, null));

    [Theory, InlineData("Germany"), InlineData("D1"), InlineData("49")]
    public void in_what_is_no_country_is_refused(string country) => Given().When(With(new("Meadow", Address: new(Country: country)))).ThenRefused("bad-country");

    [Fact]
    public void in_a_language_that_no_document_speaks_is_refused() => Given().When(With(new("Meadow") { Language = "tlh" })).ThenRefused("language-not-offered");

    [Fact]
    public void of_a_telephone_number_with_characters_unseen_is_refused() => Given().When(With(new("Meadow") { Phone = "12\u200B34" })).ThenRefused("text-has-hidden-characters");

    [Fact]
    public void of_too_long_a_tax_id_is_refused() => Given().When(With(new("Meadow") { TaxId = new string('9', 51) })).ThenRefused("text-too-long");

    internal static ClientDetails Everything => new("Meadow", Emails: ["bills@meadow.example.test"], CcEmails: ["copy@meadow.example.test"], Address: new("Field Lane 1", " ", "Berlin", null, "10115", "de"), TaxTreatment: TaxTreatment.Exempt)
    {
        Phone = "+49  30 1234", TaxId = "DE123", Language = "DE", TermsDays = 14, ExemptionReason = "Health care", Note = "Calls back", StripeId = "cus_1", AccountingId = "10001", CrmId = "",
    };

    private static Func<Client, Decision<ClientEvent>> With(ClientDetails details) => client => AddClient.Decide(client, Meadow, details, Eur);
}
