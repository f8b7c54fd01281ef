using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>Answers what other modules ask.</summary>
internal sealed class ChargeAnswers : IInvoicing
{
    private const string States = """
        select h.source_fact, h.id, coalesce(c.merged_into, c.id), h.state, h.amount + coalesce(h.corrected, 0), h.currency, h.revision, h.invoice_id, i.number
        from invoicing_charges h
        join invoicing_clients c on c.tenant_id = h.tenant_id and c.id = h.client_id
        left join invoicing_invoices i on i.tenant_id = h.tenant_id and i.id = h.invoice_id
        where h.tenant_id = $1 and h.source_module = $2 and h.source_kind = $3 and h.source_fact = any ($4)
        """;

    private const string Invoices = """
        select w.reference, w.step, w.invoice_id, i.number, w.code from invoicing_wanted_invoices w left join invoicing_invoices i on i.tenant_id = w.tenant_id and i.id = w.invoice_id
        where w.tenant_id = $1 and w.module = $2 and w.reference = any ($3)
        """;

    private const string Ask = """
        select distinct i.id, w.series, i.due_date, i.number
        from invoicing_invoices i join invoicing_wanted_invoices w on w.tenant_id = i.tenant_id and w.invoice_id = i.id
        where i.tenant_id = $1 and w.module = $2 and i.standing = 'issued' and i.outstanding > 0
            and i.client_id in (select c.id from invoicing_clients c where c.tenant_id = $1 and (c.id = $3 or c.merged_into = $3))
        order by i.due_date, i.number
        """;

    private const string Doubles = "select id, merged_into from invoicing_clients where tenant_id = $1 and merged_into is not null";

    private const string Found = "select id from invoicing_clients where tenant_id = $1 and found like $2 order by id limit 1000";

    public Question<IReadOnlyDictionary<string, WantedInvoiceAnswer>> Wanted(string module, IReadOnlyCollection<string> references) =>
        new(Invoices, [new NpgsqlParameter<string> { TypedValue = module }, new NpgsqlParameter<string[]> { TypedValue = [.. references] }], async reader =>
        {
            var found = new Dictionary<string, WantedInvoiceAnswer>();
            while (await reader.ReadAsync())
            {
                var code = reader.IsDBNull(4) ? null : reader.GetString(4);
                found[reader.GetString(0)] = new WantedInvoiceAnswer(
                    Enum.Parse<WantedInvoiceState>(reader.GetString(1), ignoreCase: true), reader.IsDBNull(2) ? null : reader.GetGuid(2), reader.IsDBNull(3) ? null : reader.GetString(3), code, code is null ? null : RunReasons.Sentence(code));
            }
            return found;
        });

    public Question<IReadOnlyDictionary<string, ChargedFact>> Charged(string module, string kind, IReadOnlyCollection<string> facts) =>
        new(States, [new NpgsqlParameter<string> { TypedValue = module }, new NpgsqlParameter<string> { TypedValue = kind }, new NpgsqlParameter<string[]> { TypedValue = [.. facts] }], async reader =>
        {
            var found = new Dictionary<string, ChargedFact>();
            while (await reader.ReadAsync())
                found[reader.GetString(0)] = new ChargedFact(
                    reader.GetGuid(1), reader.GetGuid(2), Enum.Parse<ChargedState>(reader.GetString(3), ignoreCase: true), new Money(reader.GetDecimal(4), Currency.Parse(reader.GetString(5))), reader.GetInt64(6),
                    reader.IsDBNull(7) ? null : reader.GetGuid(7), reader.IsDBNull(8) ? null : reader.GetString(8));
            return found;
        });

    public async Task<AskedInvoice?> Invoice(Session session, Guid id, CancellationToken stop)
    {
        var attempt = new Attempt(session.Begin(), fresh: true, stop);
        if (await attempt.Load<Invoice>(id) is not { Exists: true, State: var invoice } || await DraftGrounds.Find(attempt, invoice.ClientId) is not { } client) return null;
        var state = invoice.Standing switch
        {
            InvoiceStanding.Issued => AskedState.Issued,
            InvoiceStanding.Voided => AskedState.Voided,
            InvoiceStanding.GivenUp => AskedState.GivenUp,
            _ => AskedState.Draft,
        };
        return new AskedInvoice(id, invoice.Number, client.Id.Value, state, invoice.Outstanding, [.. invoice.Settlings.Select(settling => settling.Reference).OfType<string>()]);
    }

    public async Task<IReadOnlyList<InvoiceMoved>> Asking(Session session, string module, Guid client, CancellationToken stop) => await session.Read(
        Ask, [new NpgsqlParameter<string> { TypedValue = module }, new NpgsqlParameter<Guid> { TypedValue = client }], async reader =>
        {
            var asking = new List<InvoiceMoved>();
            while (await reader.ReadAsync(stop)) asking.Add(new InvoiceMoved(reader.GetGuid(0), reader.GetString(1)));
            return asking;
        }, stop);

    public async Task<IReadOnlyDictionary<Guid, Guid>> Merged(Session session, CancellationToken stop) => await session.Read(Doubles, [], async reader =>
    {
        var merged = new Dictionary<Guid, Guid>();
        while (await reader.ReadAsync(stop)) merged[reader.GetGuid(0)] = reader.GetGuid(1);
        return merged;
    }, stop);

    public async Task<BilledClient?> Client(Session session, Guid id, CancellationToken stop)
    {
        var clients = session.Streams<Client>();
        var client = await clients.Load(id, stop);
        if (client.State.MergedInto is { } survivor) (id, client) = (survivor.Value, await clients.Load(survivor.Value, stop));
        return client.Exists ? new BilledClient(id, client.State.Name, client.State.Currency, client.State.Standing == ClientStanding.Active) { Language = client.State.Language } : null;
    }

    public async Task<Result<DatedRate>> Rate(Session session, Currency from, Currency to, DateOnly on, CancellationToken stop) =>
        (await session.Streams<ExchangeRates>().Load(ExchangeRates.Id, stop)).State.At(from, to, on).TryGet(out var rate, out var missing) ? new DatedRate(rate.From, rate.To, rate.Rate, rate.On, rate.Source) : missing;

    public async Task<IReadOnlyList<Guid>> ClientsFound(Session session, string search, CancellationToken stop) => ClientSearch.Pattern(search) is not { } pattern ? [] : await session.Read(
        Found, [new NpgsqlParameter<string> { TypedValue = pattern }], async reader =>
        {
            var found = new List<Guid>();
            while (await reader.ReadAsync(stop)) found.Add(reader.GetGuid(0));
            return found;
        }, stop);

    public async Task<ClientReaders?> Readers(Session session, Guid id, CancellationToken stop)
    {
        var clients = session.Streams<Client>();
        var client = (await clients.Load(id, stop)).State;
        if (client.MergedInto is { } survivor) client = (await clients.Load(survivor.Value, stop)).State;
        return client.Emails.Count == 0 ? null : new ClientReaders(client.Emails, client.CcEmails, client.Language);
    }

    public async Task<Refusal?> Add(Work work, Guid id, NewClient client, CancellationToken stop)
    {
        await work.Load<Client>(id, stop, fresh: true);
        var at = client.Address;
        var details = new ClientDetails(client.Name, Emails: [client.Email], Address: new BillingAddress(at.Line1, at.Line2, at.City, at.State, at.PostalCode, at.Country))
        {
            Language = client.Language is { } language ? language : default(Change<string>),
            TaxId = client.TaxId is { } number ? number : default(Change<string>),
        };
        return work.Decide<Client, ClientEvent>(id, known => AddClient.Decide(known, new ClientId(id), details, client.Currency));
    }

    public async Task<InvoiceSum> Sum(Session session, Guid? client, Currency currency, IReadOnlyList<SummedLine> lines, CancellationToken stop)
    {
        var attempt = new Attempt(session.Begin(), fresh: false, stop);
        var settings = (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State;
        var taxed = client is not { } id || await DraftGrounds.Find(attempt, new ClientId(id)) is not { Client.TaxTreatment: not TaxTreatment.Standard };
        var totals = Totals.Of(currency, [.. lines.Select(line => new PricedLine(line.Quantity, line.UnitPrice, null, taxed ? settings.TaxesOn(line.TaxCategory) : [], false))], null, settings.Tax).Value;
        return new InvoiceSum(totals.Subtotal, [.. totals.Taxes.Select(tax => new SummedTax(tax.Tax.Name, tax.Tax.Rate, tax.Amount))], settings.Tax.PricesIncludeTax, totals.Total);
    }
}
