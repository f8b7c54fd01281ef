using Billing.EventStore;
using Billing.Usage.Contracts;
using Billing.Web;

namespace Billing.Usage;

/// <summary>Prices what other modules sell of meters, by the same functions as bills of usage plans.</summary>
internal sealed class MeteredUsage : IMeteredUsage
{
    private const int MostParts = 50;

    public async Task<Refusal?> Check(Session session, string meter, PriceTerms price, Quantity included, CancellationToken stop)
    {
        if (await ListMeters.Find(session, meter, stop) is not { Retired: false }) return No.Meter(meter);
        var faults = new List<Fault>();
        if (PriceReading.Read(price, "", faults) is not { } read) return No.Price(faults[0]);
        if (read.Measure is Measure.Nothing or Measure.Units) return No.Model;
        return included.Value < 0 || (included.Value > 0 && read.Measure != Measure.Quantity) ? No.Included : null;
    }

    public async Task<Result<IReadOnlyList<PricedWindow>>> Price(Session session, IReadOnlyList<MeterWindow> windows, CancellationToken stop)
    {
        var meters = new Dictionary<string, MeterRow>(StringComparer.Ordinal);
        foreach (var code in windows.Select(window => window.Meter).Distinct(StringComparer.Ordinal))
        {
            if (await ListMeters.Find(session, code, stop) is not { } meter) return No.Meter(code);
            meters.Add(code, meter);
        }
        var (usage, priced) = (new PeriodUsage(session, meters, TimeZoneInfo.Utc), new List<PricedWindow>());
        foreach (var window in windows)
        {
            var faults = new List<Fault>();
            if (PriceReading.Read(window.Price, "", faults) is not { } price) return No.Price(faults[0]);
            var late = meters[window.Meter].Late;
            // Who bills by periods looks again when the next one begins, long after it froze: what had come in until then still counts.
            DateTimeOffset? frozen = late.Then == LatePolicy.Freeze && window.Billed && window.To.AddHours(late.AfterHours) is var at && at <= session.Now ? at : null;
            var used = await usage.Read(window.Meter, price.Measure, window.Subject, window.From, window.To, frozen, stop);
            if (!Of(window, price, used).TryGet(out var one, out var refused)) return refused;
            priced.Add(one with { Unit = meters[window.Meter].Unit, TakesLate = late.Then != LatePolicy.Hold, Frozen = frozen is not null });
        }
        return priced;
    }

    /// <summary>What usage comes to beyond what is included; what was corrected to less than nothing costs what nothing costs.</summary>
    public static Result<PricedWindow> Of(MeterWindow window, Price price, Used used)
    {
        var included = Exact.Of(window.Included.Value);
        var paid = included.IsZero && (price is PerUnitPrice or DynamicPrice || !used.Quantity.IsNegative) ? used : used with { Quantity = Exact.Most(used.Quantity - included, 0) };
        if (!PricedUsage.Of(PricingTask.Of(window.Currency, price, paid)).TryGet(out var priced, out var refused)) return refused;
        List<PricedPart> parts = [.. priced.Parts.Take(MostParts).Select(Said)];
        if (priced.Parts.Count > MostParts) parts.Add(new PricedPart("The rest", null, null, Exact.Sum(priced.Parts.Skip(MostParts).Select(part => part.Amount)).ToString()));
        return new PricedWindow(used.Quantity.ToString(), "", priced.Amount, [.. parts], true);
    }

    private static PricedPart Said(Part part) => new(part.Label, part.Quantity?.ToString(), part.Unit?.ToString(), part.Amount.ToString());

    private static class No
    {
        public static readonly Refusal Model = new("price-not-metered", "What is metered is sold by a price that looks at one quantity or at events. Use a fixed component for a flat fee.");
        public static readonly Refusal Included = new("nothing-included", "Only a price of quantities includes some of them, 0 or more. Leave out what is included, or choose another price.");

        public static Refusal Meter(string code) => new Refusal("unknown-meter", $"There is no meter {PlainText.Quote(code)}, or it is retired. Define it first.").With("meter", code);

        public static Refusal Price(Fault fault) => new Refusal("bad-metered-price", $"This is no price: {fault.Pointer.TrimStart('/')}: {fault.Detail}").With("at", fault.Pointer);
    }
}
