using Billing.EventStore;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

internal static class ClientSamples
{
    public static object[] All { get; } =
    [
        new ClientAdded(Said("Meadow \"Health\" <GmbH>"), Eur), new ClientRenamed(Said("Meadow")), new ClientReadersNamed([Said("bills@meadow.example.test")], [Said("copy@meadow.example.test"), Said("boss@meadow.example.test")]),
        new ClientPhoneNoted(Said("+49 30 1234-56")), new ClientAddressNoted(Said("Field Lane 1"), Said("Back yard"), Said("Berlin"), Said("Berlin"), Said("10115"), "DE"), new ClientTaxIdNoted(Said("DE 123456789")),
        new ClientCurrencyAgreed(Usd), new ClientLanguageAgreed("de"), new ClientTermsAgreed(14), new TaxTreatmentAgreed(TaxTreatment.Exempt, "Health care"), new ClientNoteWritten(Said("Calls back\non Mondays")),
        new ClientLinkedOutside(OutsideSystem.HelpDesk, Said("4711")), new ClientUnlinkedOutside(OutsideSystem.Crm), new ClientArchived(), new ClientRestored(), new ClientMerged(Other), new ClientTookOver(Meadow), new ClientForgotten(), new ClientRemindersSilenced(), new ClientRemindersResumed(),
        new ClientReaderBounced(Said("bills@meadow.example.test"), Said("550 5.1.1 No such user"), new(Id(95)), Day("2026-01-31"), new(Id(50)), null), new ClientReaderConfirmed(Said("bills@meadow.example.test")),
        new ClientCellCorrected(3, "Terms"), new ClientsImported("clients.csv", 2, 1, 0), new ClientImportUndone(2, 1),
    ];

    public static (string Variant, object Sample)[] Shapes { get; } =
    [
        ("none", new ClientReadersNamed([], [])), ("none", new ClientPhoneNoted(null)), ("country", new ClientAddressNoted(null, null, null, null, null, "FR")), ("none", new ClientTaxIdNoted(null)), ("none", new ClientLanguageAgreed(null)),
        ("none", new ClientTermsAgreed(null)), ("reverse_charge", new TaxTreatmentAgreed(TaxTreatment.ReverseCharge, null)), ("standard", new TaxTreatmentAgreed(TaxTreatment.Standard, null)), ("none", new ClientNoteWritten(null)),
        ("stripe", new ClientLinkedOutside(OutsideSystem.Stripe, Said("cus_1"))), ("crm", new ClientLinkedOutside(OutsideSystem.Crm, Said("C-1"))), ("accounting", new ClientLinkedOutside(OutsideSystem.Accounting, Said("10001"))), ("quote", new ClientReaderBounced(Said("bills@meadow.example.test"), Said(""), new(Id(95)), Day("2026-01-31"), null, new(Id(90)))), ("erased", new ClientRenamed(new PersonalText(Meadow.Value, null))),
    ];
}
