using Billing.Web;

namespace Billing.Invoicing;

/// <summary>The statistics of all currencies seen in one, by dated rates that are told. Each figure is converted and rounded once, then added; nothing of it is stored.</summary>
/// <param name="Currency">Into which.</param>
/// <param name="At">The day whose rates were used, or the latest before it.</param>
/// <param name="Rates">Each rate used, with its own day and where it was read.</param>
/// <param name="CollectionRate">Of the invoices billed, the share that is paid; null without any.</param>
internal sealed record ConvertedStats(
    Currency Currency, DateOnly At, IReadOnlyList<ExchangeRate> Rates, CountAndSum Draft, CountAndSum Unpaid, CountAndSum Overdue, CountAndSum Paid, CountAndSum Voided, CountAndSum Uncollectible, CountAndSum Billed, CountAndSum Received,
    Money Refunded, Money PaidOut, Money Credited, Money? Average, Percentage? CollectionRate, Aging Aging)
{
    /// <summary>What is wrong with the currency that was asked for, or null.</summary>
    internal static Problem? Asked(string convertTo, out Currency currency) =>
        Currency.TryParse(convertTo.ToUpperInvariant(), out currency) ? null : Problems.BadRequest(new Fault("?convertTo", "Write a currency, such as convertTo=EUR."));

    /// <summary>Converts; the refusal when a rate is missing.</summary>
    /// <param name="items">By currency.</param>
    /// <param name="known">The rates that were entered.</param>
    /// <param name="to">Into which currency.</param>
    /// <param name="at">By the rates of which day.</param>
    public static Result<ConvertedStats> Of(IReadOnlyList<InvoiceStats> items, ExchangeRates known, Currency to, DateOnly at)
    {
        var rates = new Dictionary<Currency, ExchangeRate>();
        foreach (var item in items)
        {
            if (item.Currency == to) continue;
            if (!known.At(item.Currency, to, at).TryGet(out var rate, out var refused)) return refused;
            rates[item.Currency] = rate;
        }
        Money In(Money amount) => amount.Currency == to ? amount : rates[amount.Currency].Convert(amount);
        Money Sum(Func<InvoiceStats, Money> of) => Totals.Sum(to, items.Select(item => In(of(item))));
        CountAndSum Pair(Func<InvoiceStats, CountAndSum> of) => new(items.Sum(item => of(item).Count), Sum(item => of(item).Sum));
        var (paid, billed) = (Pair(item => item.Paid), Pair(item => item.Billed));
        return new ConvertedStats(
            to, at, [.. rates.Values.OrderBy(rate => rate.From.Code, StringComparer.Ordinal)], Pair(item => item.Draft), Pair(item => item.Unpaid), Pair(item => item.Overdue), paid, Pair(item => item.Voided), Pair(item => item.Uncollectible), billed, Pair(item => item.Received),
            Sum(item => item.Refunded), Sum(item => item.PaidOut), Sum(item => item.Credited), billed.Count == 0 ? null : Money.Round(billed.Sum.Amount / billed.Count, to), billed.Count == 0 ? null : new Percentage(decimal.Round(100m * paid.Count / billed.Count, 2)),
            new Aging(Sum(item => item.Aging.NotDue), Sum(item => item.Aging.Days1To30), Sum(item => item.Aging.Days31To60), Sum(item => item.Aging.Days61To90), Sum(item => item.Aging.Over90)));
    }
}
