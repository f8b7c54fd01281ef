using System.Globalization;
using Billing.EventStore;
using Billing.Usage.Contracts;

namespace Billing.Subscriptions.Tests;

/// <summary>Usage that tests tell of, at a price per unit; whoever used it.</summary>
internal sealed class Measured : IMeteredUsage
{
    private readonly List<(DateTimeOffset At, decimal Value)> _events = [];

    /// <summary>Whether what comes in after its window was billed is billed.</summary>
    public bool TakesLate { get; init; } = true;

    /// <summary>Whether windows are counted as they had come in by their freeze.</summary>
    public bool Frozen { get; set; }

    public Measured With(DateTimeOffset at, decimal value)
    {
        _events.Add((at, value));
        return this;
    }

    /// <summary>How much was used in a window.</summary>
    public decimal Between(DateTimeOffset from, DateTimeOffset to) => _events.Where(one => one.At >= from && one.At < to).Sum(one => one.Value);

    /// <summary>What a decision comes to, with everything read that it asks for.</summary>
    public T Decide<T>(SubscriptionGround ground, Func<SubscriptionGround, T> decide)
    {
        var (read, decided) = (ground with { Readings = new MeterReadings() }, default(T)!);
        Assert.Null(read.Readings.For(null!, this, read, () => decided = decide(read), default).GetAwaiter().GetResult());
        return decided;
    }

    public Task<Refusal?> Check(Session session, string meter, PriceTerms price, Quantity included, CancellationToken stop) => Task.FromResult<Refusal?>(null);

    public Task<Result<IReadOnlyList<PricedWindow>>> Price(Session session, IReadOnlyList<MeterWindow> windows, CancellationToken stop) => Task.FromResult<Result<IReadOnlyList<PricedWindow>>>(windows.Select(Priced).ToList());

    private PricedWindow Priced(MeterWindow window)
    {
        var used = Between(window.From, window.To);
        var amount = Money.Round(Math.Max(0, used - window.Included.Value) * decimal.Parse(window.Price.UnitPrice!, CultureInfo.InvariantCulture), window.Currency);
        return new PricedWindow(used.ToString(CultureInfo.InvariantCulture), "calls", amount, [new PricedPart("Units", null, window.Price.UnitPrice, amount.Amount.ToString(CultureInfo.InvariantCulture))], TakesLate) { Frozen = Frozen };
    }
}
