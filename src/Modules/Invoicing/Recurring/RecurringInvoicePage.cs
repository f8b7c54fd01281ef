using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>A recurring invoice as it stands: what it bills, what comes next, what became of the days that have come.</summary>
/// <param name="Lines">What is billed today, with its amounts.</param>
/// <param name="DiscountTerms">On the subtotal, today.</param>
/// <param name="TermsDays">Null for whatever is agreed with the client then.</param>
/// <param name="Total">What an invoice of today comes to.</param>
/// <param name="Prices">What is billed from a day on, where that changes; the first has no day.</param>
/// <param name="Next">The next twelve, as they would be.</param>
/// <param name="Past">Days that have come, the newest first; at most a hundred.</param>
/// <param name="Refusal">Why an invoice of today could not be drafted; null when it could.</param>
internal sealed record RecurringInvoicePage(
    Guid Id, RecurringState State, InvoiceClient Client, Currency Currency, Schedule Schedule, DateOnly From, DateOnly? Until, int? Times, InvoiceOutcome Then, IReadOnlyList<InvoicePageLine> Lines, Discount? DiscountTerms, int? TermsDays,
    TaxRules TaxRules, string? Notes, string? Terms, string? PurchaseOrder, string? ShipTo, Money Total, DateOnly? PausedOn, DateOnly? EndedOn,
    IReadOnlyList<RecurringPriceLine> Prices, IReadOnlyList<NextOccurrence> Next, IReadOnlyList<PastOccurrenceLine> Past, PreviewRefusal? Refusal, long Version)
{
    private const int MostPast = 100;
    private const string Made = "select id, number, standing, outstanding, paid, credited, due_date, total, currency from invoicing_invoices where tenant_id = $1 and id = any ($2)";

    public static async Task<RecurringInvoicePage> Of(Attempt attempt, Guid id, Versioned<RecurringInvoice> recurring, DateOnly today)
    {
        var r = recurring.State;
        var (clientId, client) = await DraftGrounds.Find(attempt, r.ClientId) ?? (r.ClientId, Invoicing.Client.Initial);
        var sums = await RecurringSums.Of(attempt, r, clientId, client, today);
        var now = sums.With(r.PricesOn(today) ?? r.Prices[0]);
        var past = r.Past.Reverse().Take(MostPast).ToList();
        var made = await attempt.Work.Session.Read(Made, [new NpgsqlParameter<Guid[]> { TypedValue = [.. past.Select(one => one.InvoiceId).OfType<InvoiceId>().Select(invoice => invoice.Value)] }], async row =>
        {
            var known = new Dictionary<Guid, OccurrenceOutcome>();
            while (await row.ReadAsync(attempt.Stop))
            {
                var (paid, credited, currency) = (row.GetDecimal(4), row.GetDecimal(5), Billing.Currency.Parse(row.GetString(8)));
                var state = Derived.State(Standings.Read(row.GetString(2)), row.GetDecimal(3), paid + credited > 0, row.IsDBNull(6) ? null : row.GetFieldValue<DateOnly>(6), today);
                known[row.GetGuid(0)] = new(row.IsDBNull(1) ? null : row.GetString(1), state, new Money(row.GetDecimal(7), currency), new Money(paid, currency), new Money(credited, currency));
            }
            return known;
        }, attempt.Stop);
        return new RecurringInvoicePage(
            id, r.State, InvoiceClient.Of(clientId, null, client), r.Currency, r.Schedule!, r.From, r.Until, r.Times, r.Then, now.Lines, r.PricesOn(today)?.Discount, r.TermsDays,
            r.Rules, r.Wording.Notes, r.Wording.Terms, r.Wording.PurchaseOrder, r.Wording.ShipTo?.Shown, now.Total, r.PausedOn, r.EndedOn,
            [.. r.Prices.Select(prices => new RecurringPriceLine(prices.From, sums.With(prices).Lines, prices.Discount, sums.With(prices).Total))], sums.Next(),
            [.. past.Select(one => PastOccurrenceLine.Of(one, one.InvoiceId is { } invoice && made.TryGetValue(invoice.Value, out var there) ? there : null))], now.Refusal, recurring.Version);
    }

    /// <summary>Why nothing can be decided on the recurring invoice of an id, or null when it can.</summary>
    public static async Task<Came?> Refuse(Attempt attempt, Guid id, Together together, DateOnly today)
    {
        var recurring = await attempt.Load<RecurringInvoice>(id);
        if (!recurring.Exists) return Problems.NotFound;
        var page = await Of(attempt, id, recurring, today);
        if (together.Stale(recurring, _ => page) is { } stale) return stale;
        return null;
    }

    /// <summary>The page with what was decided; what has something to do from now on is told so.</summary>
    public static async Task<Came> Answer(Attempt attempt, Guid id, DateOnly today, int status = 200)
    {
        var recurring = await attempt.Load<RecurringInvoice>(id);
        if (recurring.State.Due(today) is not null) attempt.Work.Send(RecurringInvoiceDue.Message, new RecurringInvoiceDue(id));
        return Web.Answer.Of(await Of(attempt, id, recurring, today), recurring.Version, status, status == 201 ? $"/api/recurring-invoices/{id}" : null);
    }
}

/// <summary>What is billed from a day on.</summary>
/// <param name="From">Null for until another price holds.</param>
/// <param name="Total">What an invoice comes to, as the client is taxed now.</param>
internal sealed record RecurringPriceLine(DateOnly? From, IReadOnlyList<InvoicePageLine> Lines, Discount? Discount, Money Total);

/// <summary>An invoice to come.</summary>
/// <param name="On">What it will be dated.</param>
/// <param name="Period">The days it bills.</param>
/// <param name="Total">What it would come to, as the client is taxed now.</param>
internal sealed record NextOccurrence(DateOnly On, Period Period, Money Total);

/// <summary>What became of an invoice so far.</summary>
internal sealed record OccurrenceOutcome(string? Number, InvoiceState State, Money Total, Money Paid, Money Credited);

/// <summary>A day that has come.</summary>
/// <param name="State">Of its invoice today; null where there is none, or it was dropped.</param>
/// <param name="Because">Why it is parked.</param>
internal sealed record PastOccurrenceLine(DateOnly On, Period Period, OccurrenceStep Step, Guid? InvoiceId, string? Number, InvoiceState? State, Money? Total, Money? Paid, Money? Credited, RunNote? Because)
{
    public static PastOccurrenceLine Of(PastOccurrence one, OccurrenceOutcome? invoice) =>
        new(one.On, one.Period, one.Step, invoice is null ? null : one.InvoiceId?.Value, invoice?.Number, invoice?.State, invoice?.Total, invoice?.Paid, invoice?.Credited, one.Code is { } code ? new RunNote(code, Sentence(code)) : null);

    private static string Sentence(string code) => code switch
    {
        "no-reader" => "The client has no mail address. Enter one, and try again.",
        "total-zero" => "The invoice would come to nothing. Write its lines anew, or allow invoices of nothing in the settings, and try again.",
        "client-forgotten" => "Nobody knows any more who this client was. End this recurring invoice.",
        _ => RunReasons.Sentence(code),
    };
}
