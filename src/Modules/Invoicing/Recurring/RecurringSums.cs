namespace Billing.Invoicing;

/// <summary>What the invoices of a recurring invoice come to, by the sums of one written by hand.</summary>
internal sealed class RecurringSums
{
    private const int HowMany = 12;

    private readonly Dictionary<RecurringPrices, InvoicePreview> _known = new(ReferenceEqualityComparer.Instance);
    private readonly RecurringInvoice _recurring;
    private readonly DraftGround _ground;
    private readonly DateOnly _today;

    private RecurringSums(RecurringInvoice recurring, DraftGround ground, DateOnly today) => (_recurring, _ground, _today) = (recurring, ground, today);

    public static async Task<RecurringSums> Of(Attempt attempt, RecurringInvoice recurring, ClientId clientId, Client client, DateOnly today) =>
        new(recurring, await DraftGrounds.For(attempt, null, clientId, client, new WriteInvoice(clientId, [], Currency: recurring.Currency)), today);

    /// <summary>An invoice with these prices.</summary>
    public InvoicePreview With(RecurringPrices prices)
    {
        if (!_known.TryGetValue(prices, out var preview)) _known[prices] = preview = InvoicePreview.Of(_recurring.Written(prices), _ground, _today);
        return preview;
    }

    /// <summary>The next twelve.</summary>
    public IReadOnlyList<NextOccurrence> Next() => [.. _recurring.Ahead().Take(HowMany).Select(one => new NextOccurrence(one.On, one.Period, With(_recurring.PricesOn(one.On)!).Total))];
}
