using System.Globalization;
using Billing.Web;

namespace Billing.Usage;

/// <summary>Reads the question about a price: everything that is wrong is noted with its place.</summary>
internal sealed class QuoteReading(QuotePrice question)
{
    private const int MostEvents = 10_000;
    private const int MostPoints = 200;

    private static readonly IReadOnlyDictionary<string, AggregationKind> Kinds = new Dictionary<string, AggregationKind>
    {
        ["count"] = AggregationKind.Count, ["sum"] = AggregationKind.Sum, ["max"] = AggregationKind.Max, ["latest"] = AggregationKind.Latest,
        ["unique-count"] = AggregationKind.UniqueCount, ["average"] = AggregationKind.Average, ["weighted-sum"] = AggregationKind.WeightedSum,
    };

    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>What is to be priced; null when something is wrong.</summary>
    /// <param name="points">The quantities of the curve.</param>
    public PricingTask? Task(out IReadOnlyList<Exact> points)
    {
        var price = PriceReading.Read(question.Model, "/model", _faults);
        points = List(question.Curve, "/curve", MostPoints);
        var used = price is null ? Used.Nothing : UsedIn(price.Measure);
        var before = price is null ? null : UsedBefore(price.Measure);
        if (before is not null && price is GraduatedPrice or VolumePrice or PackagePrice or BlocksPrice or GraduatedPercentagePrice && before.Quantity.IsNegative) Wrong("/quantityBefore", "This is not less than 0.");
        if (price is not (null or PerUnitPrice or DynamicPrice) && (before?.Quantity ?? 0) + used.Quantity is { IsNegative: true }) Wrong("/quantity", "Of such a price no less than nothing is used in all.");
        if (points.Count > 0 && price is { Measure: not (Measure.Quantity or Measure.QuantityOrEvents) }) Wrong("/curve", "Such a price has no curve: it does not look at a quantity.");
        var coupons = Coupons();
        var bounds = new Bounds(Number(question.MinimumSpend, "/minimumSpend"), Number(question.MaximumSpend, "/maximumSpend"), Number(question.Commitment?.Amount, "/commitment/amount"), Number(question.Commitment?.OverageFactor, "/commitment/overageFactor") ?? 1, Days());
        if (bounds.OverageFactor < 1) Wrong("/commitment/overageFactor", "What goes beyond a commitment costs no less: this is at least 1.");
        if (Exact.Most(bounds.Minimum ?? 0, bounds.Committed ?? 0) > bounds.Maximum) Wrong("/maximumSpend", "The most is not less than the least.");
        var (previously, already, tax) = (Number(question.PreviouslyBilled, "/previouslyBilled"), Number(question.AlreadyBilled, "/alreadyBilled"), Number(question.TaxRate, "/taxRate"));
        var credits = Credits();
        return _faults.Count > 0 || price is null ? null
            : new PricingTask(question.Currency, price, used, before, previously ?? 0, already ?? 0, coupons, bounds, tax ?? 0, credits, question.ChargeKind, question.On ?? DateOnly.MinValue);
    }

    private Used UsedIn(Measure measure)
    {
        var events = List(question.Events, "/events", MostEvents, negative: true);
        var units = Units(question.UnitQuantities, "/unitQuantities");
        var quantity = Rounded(question.Aggregation is { } aggregation ? Aggregated(aggregation) : Number(question.Quantity, "/quantity", negative: true));
        if (question.Aggregation is not null && question.Quantity is not null) Wrong("/quantity", "The quantity is given, or made of events, not both.");
        switch (measure)
        {
            case Measure.Events when question.Events is null: Wrong("/events", "Such a price looks at each event: they are missing."); break;
            case Measure.Units when units is null: Wrong("/unitQuantities", "Such a price looks at units: their quantities are missing."); break;
            case Measure.Quantity when quantity is null && _faults.Count == 0: Wrong("/quantity", "How much is used? This is missing."); break;
            case Measure.QuantityOrEvents when quantity is null && question.Events is null: Wrong("/quantity", "How much is used? A quantity or events are missing."); break;
        }
        return measure switch
        {
            Measure.Events => Used.Of(events),
            Measure.QuantityOrEvents when question.Events is not null => Used.Of(events),
            Measure.Units => Used.Of(units ?? new Dictionary<string, Exact>()),
            _ => Used.Of(quantity ?? 0),
        };
    }

    private Used? UsedBefore(Measure measure)
    {
        var quantity = Number(question.QuantityBefore, "/quantityBefore", negative: true);
        return measure switch
        {
            Measure.Events or Measure.QuantityOrEvents when question.EventsBefore is not null => Used.Of(List(question.EventsBefore, "/eventsBefore", MostEvents, negative: true)),
            Measure.Units => Units(question.UnitQuantitiesBefore, "/unitQuantitiesBefore") is { } units ? Used.Of(units) : null,
            _ => quantity is { } before ? Used.Of(before) : null,
        };
    }

    private Exact? Rounded(Exact? quantity)
    {
        if (question.Rounding is not { } rounding) return quantity;
        if (rounding.Precision is < -18 or > Exact.Decimals) Wrong("/rounding/precision", "This is from -18 to 12.");
        else if (rounding.Mode is not ("round" or "ceil" or "floor")) Wrong("/rounding/mode", "This is one of round, ceil, floor.");
        else return quantity?.Rounded(rounding.Precision, rounding.Mode switch { "ceil" => RoundingMode.Ceil, "floor" => RoundingMode.Floor, _ => RoundingMode.Round });
        return quantity;
    }

    private Exact? Aggregated(QuoteAggregation terms)
    {
        if (!Kinds.TryGetValue(terms.Type, out var kind)) Wrong("/aggregation/type", $"This is one of {string.Join(", ", Kinds.Keys)}.");
        if (kind == AggregationKind.WeightedSum && terms.PeriodStart is null) Wrong("/aggregation/periodStart", "This is missing.");
        if (kind == AggregationKind.WeightedSum && terms.PeriodEnd is null) Wrong("/aggregation/periodEnd", "This is missing.");
        if (terms.PeriodEnd <= terms.PeriodStart) Wrong("/aggregation/periodEnd", "A period ends after it begins.");
        if (terms.Events.Count > MostEvents) Wrong("/aggregation/events", $"These are at most {MostEvents.ToString(CultureInfo.InvariantCulture)}.");
        var carried = Number(terms.CarriedIn, "/aggregation/carriedIn", negative: true) ?? 0;
        var events = terms.Events.Take(MostEvents).Select((one, index) => new AggregatedEvent(one.At, Number(one.Value, $"/aggregation/events/{index}/value", negative: true) ?? 1, one.Key)).ToList();
        return _faults.Count > 0 ? null : new PeriodAggregation(kind, terms.PeriodStart, terms.PeriodEnd, carried).Of(events);
    }

    private List<CouponValue> Coupons()
    {
        var read = new List<CouponValue>();
        foreach (var (index, coupon) in (question.Coupons ?? []).Index())
        {
            var value = new CouponValue(Number(coupon.Amount, $"/coupons/{index}/amount"), Number(coupon.Percentage, $"/coupons/{index}/percentage"));
            if (coupon.Amount is null == coupon.Percentage is null) Wrong($"/coupons/{index}", "A coupon is an amount or a percentage.");
            if (value.Percent > 100) Wrong($"/coupons/{index}/percentage", "A coupon takes off 100 % at most.");
            read.Add(value);
        }
        return read;
    }

    private (Exact, Exact)? Days()
    {
        if (question.Proration is not { } proration) return null;
        var (days, of) = (Number(proration.Days, "/proration/days"), Number(proration.PeriodDays, "/proration/periodDays"));
        if (of is { IsPositive: false }) Wrong("/proration/periodDays", "This is more than 0.");
        return days is { } counted && of is { IsPositive: true } whole ? (counted, whole) : null;
    }

    private List<PrepaidCredit> Credits()
    {
        var read = new List<PrepaidCredit>();
        foreach (var (index, credit) in (question.Credits ?? []).Index())
        {
            var balance = Number(credit.Balance, $"/credits/{index}/balance");
            if (credit.ExpiresOn is not null && question.On is null) Wrong("/on", "Credit that expires needs the day on which it is used.");
            if (balance is not { } left) continue;
            if (left.Rounded(question.Currency.MinorUnits) != left || !left.ToMoney(question.Currency).TryGet(out var money, out _)) Wrong($"/credits/{index}/balance", $"This is an amount in {question.Currency}.");
            else read.Add(new PrepaidCredit(credit.Id, money, credit.Priority, credit.ExpiresOn, credit.Scope ?? []));
        }
        return read;
    }

    private List<Exact> List(IReadOnlyList<string>? texts, string at, int most, bool negative = false)
    {
        if (texts?.Count > most) Wrong(at, $"These are at most {most.ToString(CultureInfo.InvariantCulture)}.");
        return [.. (texts ?? []).Take(most).Select((text, index) => Number(text, $"{at}/{index}", negative)).OfType<Exact>()];
    }

    private Dictionary<string, Exact>? Units(IReadOnlyDictionary<string, string>? units, string at) =>
        units?.Take(TermsReading.LongestList).ToDictionary(unit => unit.Key, unit => Number(unit.Value, $"{at}/{unit.Key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}") ?? 0);

    private Exact? Number(string? text, string at, bool negative = false) => text is null ? null : TermsReading.Number(text, at, _faults, negative);

    private void Wrong(string at, string sentence) => _faults.Add(new(at, sentence));
}
