using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Client, Billing.Invoicing.ClientEvent>;

namespace Billing.Invoicing.Tests;

public class Amending_a_client
{
    private static readonly ClientEvent[] Added = [.. AddClient.Decide(Client.Initial, Meadow, Adding_a_client.Everything, Eur).Events];

    [Fact]
    public void to_what_it_is_changes_nothing() => Given(Added).When(To(Adding_a_client.Everything with { Currency = Eur })).ThenNothing();

    [Fact]
    public void by_saying_nothing_changes_nothing() => Given(Added).When(To(new())).ThenNothing();

    [Fact]
    public void is_one_fact_for_each_thing_said() => Given(Added)
        .When(To(new("Orchard", Usd, ["new@meadow.example.test"]) { TermsDays = Change<int>.Cleared, Phone = Change<string>.Cleared, Note = "", Language = Change<string>.Cleared }))
        .Then(new ClientRenamed(Said("Orchard")), new ClientReadersNamed([Said("new@meadow.example.test")], [Said("copy@meadow.example.test")]), new ClientPhoneNoted(null), new ClientCurrencyAgreed(Usd),
            new ClientLanguageAgreed(null), new ClientTermsAgreed(null), new ClientNoteWritten(null));

    [Fact]
    public void to_no_name_is_refused() => Given(Added).When(To(new(" "))).ThenRefused("name-missing");

    [Fact]
    public void to_be_taxed_as_usual_forgets_the_reason() => Given(Added).When(To(new(TaxTreatment: TaxTreatment.Standard))).Then(new TaxTreatmentAgreed(TaxTreatment.Standard, null));

    [Fact]
    public void to_another_reason_says_so() => Given(Added).When(To(new() { ExemptionReason = "Education" })).Then(new TaxTreatmentAgreed(TaxTreatment.Exempt, "Education"));

    [Fact]
    public void to_be_exempt_without_its_reason_is_refused() => Given(Added).When(To(new() { ExemptionReason = Change<string>.Cleared })).ThenRefused("exemption-reason-missing");

    [Fact]
    public void replaces_the_whole_address() => Given(Added).When(To(new(Address: new(City: "Lyon", Country: "FR")))).Then(new ClientAddressNoted(null, null, Said("Lyon"), null, null, "FR"));

    [Fact]
    public void links_and_unlinks_other_systems() => Given(Added).When(To(new() { StripeId = Change<string>.Cleared, HelpDeskId = "4711" }))
        .Then(new ClientUnlinkedOutside(OutsideSystem.Stripe), new ClientLinkedOutside(OutsideSystem.HelpDesk, Said("4711")));

    [Fact]
    public void that_is_archived_is_refused() => Given([.. Added, new ClientArchived()]).When(To(new("Orchard"))).ThenRefused("client-archived");

    [Fact]
    public void that_was_a_double_names_the_one_that_stays() => Assert.Equal(Other, Given([.. Added, new ClientMerged(Other)]).When(To(new("Orchard"))).ThenRefused("client-merged").Details!["into"]);

    [Fact]
    public void that_was_forgotten_is_refused() => Given([.. Added, new ClientArchived(), new ClientForgotten()]).When(To(new("Orchard"))).ThenRefused("client-forgotten");

    private static Func<Client, Decision<ClientEvent>> To(ClientDetails details) => client => AmendClient.Decide(client, Meadow, details);
}
