using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Billing.Invoicing.Contracts;

namespace Billing.Subscriptions;

/// <summary>Reads what Stripe bills in our words. Pure.</summary>
internal static class StripeMirror
{
    private const int LongestDescription = 500;

    /// <summary>Under which id an invoice of Stripe's is kept in Invoicing.</summary>
    public static Guid InvoiceIdOf(string outsideId) => new(SHA256.HashData(Encoding.UTF8.GetBytes("mirrored invoice " + outsideId)).AsSpan(0, 16), bigEndian: true);

    /// <summary>A currency as Stripe writes it; null for one that is not known here.</summary>
    public static Currency? CurrencyOf(string? code) => Currency.TryParse(code?.ToUpperInvariant(), out var currency) ? currency : null;

    /// <summary>How a subscription stands; null where it says too little, or is billed in what is no currency here.</summary>
    public static MirroredLook? Look(StripeSubscription told)
    {
        if (told.Items?.Data is not { Count: > 0 } items || CurrencyOf(told.Currency ?? items[0].Price.Currency) is not { } currency) return null;
        DateTimeOffset Earliest(Func<StripeItem, long?> of) => At(items.Min(of) ?? told.Created);
        return new MirroredLook(
            Status(told), currency, items.Select(item => Item(item, currency)).OrderBy(item => item.Price, StringComparer.Ordinal).ToValueList(), Earliest(item => item.CurrentPeriodStart), Earliest(item => item.CurrentPeriodEnd),
            told.TrialEnd is { } trial ? At(trial) : null, told.CancelAtPeriodEnd || told.CancelAt is not null, told.Status == "incomplete_expired" ? At(told.StartDate ?? told.Created) : told.EndedAt is { } ended ? At(ended) : null); // one that never began moved no revenue
    }

    /// <summary>An invoice that was finalized, whole.</summary>
    /// <param name="told">Its head.</param>
    /// <param name="lines">All of its lines.</param>
    /// <param name="payments">Those that were made.</param>
    /// <param name="rates">The taxes that lines name.</param>
    /// <param name="client">Who owes it.</param>
    /// <param name="zone">Where the organisation is: whose days they are.</param>
    public static MirrorInvoice Invoice(StripeInvoice told, IReadOnlyList<StripeInvoiceLine> lines, IReadOnlyList<StripeInvoicePayment> payments, IReadOnlyDictionary<string, StripeTaxRate> rates, ClientId client, TimeZoneInfo zone)
    {
        Money Amount(long amount) => StripeMoney.FromStripe(amount, told.Currency);
        DateOnly Day(long? at) => LocalDay.Of(At(at ?? told.Created), zone);
        var total = Amount(told.Total);
        var issued = Day(told.StatusTransitions?.FinalizedAt);
        var taxes = lines.SelectMany(line => line.Taxes ?? []).ToList();
        var (state, since) = told.Status switch
        {
            "paid" => (MirroredState.Paid, told.StatusTransitions?.PaidAt),
            "void" => (MirroredState.Voided, told.StatusTransitions?.VoidedAt),
            "uncollectible" => (MirroredState.GivenUp, told.StatusTransitions?.MarkedUncollectibleAt),
            _ => (MirroredState.Open, told.StatusTransitions?.FinalizedAt),
        };
        var came = payments.Where(payment => payment.AmountPaid > 0)
            .Select(payment => new MirroredPayment(payment.Payment?.PaymentIntent ?? payment.Payment?.Charge ?? payment.Payment?.PaymentRecord ?? payment.Id, Amount(payment.AmountPaid!.Value), Day(payment.StatusTransitions?.PaidAt), payment.Payment is { PaymentIntent: not null } or { Charge: not null }, null)).ToList();
        // What came beyond it lies in the customer's balance there, and comes again where that pays.
        var left = total;
        came = [.. came.Select(payment =>
        {
            var part = payment.Amount < left ? payment.Amount : left;
            left -= part;
            return payment with { Amount = part };
        }).Where(payment => payment.Amount.IsPositive)];
        // What no payment brought of one that is paid was taken from the customer's balance there, or came past Stripe.
        if (state == MirroredState.Paid && left.IsPositive) came.Add(new MirroredPayment($"{told.Id}/rest", left, Day(since), false, "Paid outside of Stripe, or from the balance kept there"));
        return new MirrorInvoice(
            InvoiceIdOf(told.Id), told.Id, PlainText.Line(told.Number, 100), told.HostedInvoiceUrl, client.Value, total.Currency, issued, told.DueDate is { } due && Day(due) is var last && last > issued ? last : issued, Span(told.PeriodStart, told.PeriodEnd, zone),
            lines.Select(line => Line(line, told.Currency, rates, zone)).ToValueList(), taxes.Exists(tax => tax.TaxBehavior == "inclusive"),
            (told.TotalTaxes ?? []).Where(tax => tax.TaxBehavior != "inclusive").Select(tax => new MirroredTax(Rate(tax, rates)?.Name ?? "Tax", Amount(tax.Amount))).ToValueList(), total, state, Day(since), came.ToValueList());
    }

    private static MirroredLine Line(StripeInvoiceLine line, string currency, IReadOnlyDictionary<string, StripeTaxRate> rates, TimeZoneInfo zone)
    {
        var (amount, off) = (StripeMoney.FromStripe(line.Amount, currency), StripeMoney.FromStripe((line.DiscountAmounts ?? []).Sum(discount => discount.Amount), currency));
        // As many as Stripe counts where that comes to the same; else one, for what they come to.
        var (quantity, price) = line.Quantity is > 1 and { } many && decimal.Round(amount.Amount / many, 12) is var each && each * many == amount.Amount ? (new Quantity(many), new UnitPrice(each)) : (Quantity.One, new UnitPrice(amount.Amount));
        var description = PlainText.Line(line.Description, LongestDescription);
        return new MirroredLine(
            description.Length == 0 ? line.Id : description, quantity, price, off, (line.Taxes ?? []).Select(tax => Rate(tax, rates)).OfType<MirroredRate>().Distinct().ToValueList(), line.Period is { } period ? Span(period.Start, period.End, zone) : null);
    }

    private static MirroredRate? Rate(StripeTax tax, IReadOnlyDictionary<string, StripeTaxRate> rates) =>
        tax.TaxRateDetails?.TaxRate is { } id && rates.TryGetValue(id, out var rate) && rate.Percentage is >= 0 and <= 1000 ? new(PlainText.Line(rate.DisplayName, 50) is { Length: > 0 } name ? name : "Tax", new Percentage(decimal.Round(rate.Percentage, 6))) : null;

    private static MirroredItem Item(StripeItem item, Currency currency)
    {
        var factor = StripeMoney.FromStripe(100, currency.Code).Amount / 100;
        UnitPrice? price = item.Price.UnitAmount is { } whole ? new(whole * factor)
            : decimal.TryParse(item.Price.UnitAmountDecimal, NumberStyles.Number, CultureInfo.InvariantCulture, out var parts) ? new(decimal.Round(parts * factor, 12)) : null;
        return new MirroredItem(item.Price.Id, PlainText.Line(item.Price.Nickname, 100) is { Length: > 0 } name ? name : null, price, (int)Math.Min(item.Quantity ?? 1, int.MaxValue), item.Price.Recurring?.Interval ?? "month", Math.Max(1, item.Price.Recurring?.IntervalCount ?? 1));
    }

    private static SubscriptionStatus Status(StripeSubscription told) => told.Status switch
    {
        "trialing" => SubscriptionStatus.Trialing,
        "active" when told.PauseCollection is { ValueKind: JsonValueKind.Object } => SubscriptionStatus.Paused,
        "active" => SubscriptionStatus.Active,
        "past_due" => SubscriptionStatus.PastDue,
        "unpaid" => SubscriptionStatus.Unpaid,
        "paused" => SubscriptionStatus.Paused,
        "canceled" or "incomplete_expired" => SubscriptionStatus.Canceled,
        _ => SubscriptionStatus.Incomplete,
    };

    /// <summary>The days of a stretch of time, its end not included; null where there are none.</summary>
    private static Period? Span(long? start, long? end, TimeZoneInfo zone)
    {
        if (start is not { } from || end is not { } to || to <= from) return null;
        var (first, last) = (LocalDay.Of(At(from), zone), LocalDay.Of(At(to), zone).AddDays(-1));
        return new Period(first, last < first ? first : last);
    }

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}
