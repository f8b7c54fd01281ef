using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Finds what a draft depends on: its client as it is, the settings, the charges that go onto it.</summary>
internal sealed class DraftGrounds(Organisation organisation)
{
    /// <summary>The client that an id stands for now: of a double, the one that stays. Null when there is none.</summary>
    public static async Task<(ClientId Id, Client Client)?> Find(Attempt attempt, ClientId id)
    {
        var client = await attempt.LoadNow<Client>(id.Value);
        for (var steps = 0; client.State.MergedInto is { } stays && steps < 10; steps++) (id, client) = (stays, await attempt.LoadNow<Client>(stays.Value));
        return client.Exists ? (id, client.State) : null;
    }

    /// <summary>The ground that a draft is decided on.</summary>
    /// <param name="attempt">Loads streams.</param>
    /// <param name="invoice">The draft; null when it is not saved.</param>
    /// <param name="id">Its client.</param>
    /// <param name="client">As it is.</param>
    /// <param name="command">What is wanted.</param>
    public static async Task<DraftGround> For(Attempt attempt, InvoiceId? invoice, ClientId id, Client client, WriteInvoice command)
    {
        var settings = (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State;
        var currency = command.Currency ?? client.Currency;
        var lines = new Dictionary<ChargeId, InvoiceLine>();
        var closed = Closed(client);
        foreach (var chargeId in (command.Charges ?? []).Concat((command.Lines ?? []).SelectMany(line => line.Charges ?? [])).Distinct())
        {
            var charge = await attempt.Load<Charge>(chargeId.Value);
            if (!charge.Exists) closed ??= No.UnknownCharge;
            else closed ??= await Fits(attempt, charge.State, invoice, id, currency);
            if (charge.Exists) lines[chargeId] = LineOf(chargeId, charge.State, settings);
        }
        return new DraftGround(client.Currency, client.TermsDays ?? settings.TermsDays, settings.Tax, client.TaxTreatment, client.ExemptionReason, settings.AllowsZeroTotals, lines.GetValueOrDefault, closed);
    }

    /// <summary>Why a client gets no documents, or null.</summary>
    public static Refusal? Closed(Client client) => client.Standing switch
    {
        ClientStanding.Archived => No.Archived(client),
        ClientStanding.Forgotten => No.Forgotten,
        _ => null,
    };

    /// <summary>The language of a document for a client.</summary>
    public async Task<string> Language(Attempt attempt, Client client) => (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State.LanguageFor(client, organisation.Locale);

    private static async Task<Refusal?> Fits(Attempt attempt, Charge charge, InvoiceId? invoice, ClientId id, Currency currency)
    {
        if (charge.State != ChargeState.Open && (charge.State != ChargeState.Invoiced || charge.InvoiceId != invoice || invoice is null)) return No.NotOpen(charge);
        if (charge.Terms.Currency != currency) return No.OtherCurrency(charge, currency);
        return charge.ClientId == id || (await Find(attempt, charge.ClientId) is { } stays && stays.Id == id) ? null : No.OtherClient(charge);
    }

    private static InvoiceLine LineOf(ChargeId id, Charge charge, InvoicingSettings settings) => new(
        charge.Terms.Description, charge.Terms.Quantity, charge.Terms.UnitPrice, null, settings.TaxesOn(charge.Terms.TaxCategory), charge.Terms.Period, charge.Terms.Group, LineKind.Item, [id]);

    /// <summary>Charges whose lines came onto an invoice stand on it from now on, those whose lines went are open again.</summary>
    /// <returns>The refusal, or null.</returns>
    public static async Task<Refusal?> Bind(Attempt attempt, InvoiceId invoice, IReadOnlyCollection<ChargeId> before, IReadOnlyCollection<ChargeId> after)
    {
        foreach (var came in after.Except(before))
            if (await attempt.Decide<Charge, ChargeEvent>(came.Value, charge => charge.State == ChargeState.Open ? new ChargeInvoiced(invoice) : No.NotOpen(charge)) is { } refused) return refused;
        foreach (var went in before.Except(after))
            if (await attempt.Decide<Charge, ChargeEvent>(went.Value, charge => charge.State == ChargeState.Invoiced && charge.InvoiceId == invoice ? new ChargeReleased(invoice) : Decision.Nothing) is { } kept) return kept;
        return null;
    }

    internal static class No
    {
        public static readonly Refusal Forgotten = new("client-forgotten", "Nobody knows any more who this client was. Choose another one.");
        public static readonly Refusal UnknownClient = new("unknown-client", "There is no such client. Choose one of yours.");
        public static readonly Refusal UnknownCharge = new("unknown-charge", "There is no such charge. Choose open ones of this client.");
        public static Refusal Archived(Client client) => new("client-archived", $"{PlainText.Shown(client.Name)} is archived. Restore the client first.");
        public static Refusal NotOpen(Charge charge) => new("charge-not-open", $"The charge {PlainText.Quote(charge.Terms.Description)} stands on another invoice, or was withdrawn. Take its line out.");
        public static Refusal OtherClient(Charge charge) => new("charge-of-another-client", $"The charge {PlainText.Quote(charge.Terms.Description)} is another client's. Take its line out.");
        public static Refusal OtherCurrency(Charge charge, Currency currency) => new("wrong-currency", $"The charge {PlainText.Quote(charge.Terms.Description)} is in {charge.Terms.Currency} and the invoice in {currency}. Write one invoice per currency.");
    }
}
