using System.Globalization;
using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Something that happened to what a client was charged for a month.</summary>
internal abstract record AiChargeEvent;

/// <summary>A client was charged for what was spent for it in a month, in one currency.</summary>
/// <param name="Client">Whom.</param>
/// <param name="From">The first day of the month, UTC.</param>
/// <param name="Cost">What was spent, in units of the currency, exact.</param>
/// <param name="Currency">Of the cost.</param>
/// <param name="Markup">Hundredths on top of it; missing where a margin is fixed.</param>
/// <param name="Margin">On top of it; missing where there is a markup.</param>
/// <param name="Rate">What one unit of the cost's currency was worth in the charge's.</param>
/// <param name="RateOn">On which day.</param>
/// <param name="RateSource">Who says so.</param>
/// <param name="Amount">What it comes to, rounded once.</param>
[Event("aicosts.month_charged")]
internal sealed record AiMonthCharged(Guid Client, DateOnly From, UnitPrice Cost, Currency Currency, Percentage? Markup, Money? Margin, UnitPrice Rate, DateOnly RateOn, string RateSource, Money Amount) : AiChargeEvent;

/// <summary>The month came to be another one: usage was told late or otherwise, or is for somebody else. Terms and rate stay those it was charged by.</summary>
/// <param name="Cost">What was spent, in units of the currency, exact.</param>
/// <param name="Amount">What it comes to in all, rounded once.</param>
[Event("aicosts.charge_put_right")]
internal sealed record AiChargePutRight(UnitPrice Cost, Money Amount) : AiChargeEvent;

/// <summary>What a client is to be charged for a month now.</summary>
/// <param name="Terms">As agreed now; a month that was charged keeps its own.</param>
/// <param name="Rate">As entered now; a month that was charged keeps its own.</param>
internal sealed record AiChargeDue(Guid Client, DateOnly From, Cost Cost, RebillingTerms Terms, ConversionRate Rate);

/// <summary>What a client was charged for a month, in one currency.</summary>
/// <param name="Revision">How often something was told about it; 0: never.</param>
internal sealed record AiCharge(Guid Client, DateOnly From, UnitPrice Cost, RebillingTerms Terms, ConversionRate? Rate, Money Amount, int Revision) : IAggregate<AiCharge>
{
    public static string Alias => "aicosts.charge";

    public static AiCharge Initial { get; } = new(default, default, default, RebillingTerms.With(new Percentage(0)), null, default, 0);

    /// <summary>The one stream of a client, a month and a currency: charged twice is charged once.</summary>
    public static Guid Id(Guid client, DateOnly month, Currency currency) => AiHash.Id(string.Create(CultureInfo.InvariantCulture, $"aicosts.charge {client} {month:yyyy-MM} {currency.Code}"));

    public AiCharge Apply(object happened) => happened switch
    {
        AiMonthCharged e => new(e.Client, e.From, e.Cost, AiRebillingTerms.Of(e.Markup, e.Margin), new ConversionRate(e.Currency, e.Amount.Currency, e.Rate, e.RateOn, e.RateSource), e.Amount, 1),
        AiChargePutRight e => this with { Cost = e.Cost, Amount = e.Amount, Revision = Revision + 1 },
        _ => throw new UnknownEventException(nameof(AiCharge), happened),
    };

    /// <summary>Charges the month, or puts it right. What comes to the same is nothing new.</summary>
    public Decision<AiChargeEvent> Bill(AiChargeDue due)
    {
        var (terms, rate) = Rate is { } kept ? (Terms, kept) : (due.Terms, due.Rate);
        if (!RebilledAmount.Of(due.Cost, terms, rate).TryGet(out var comes, out var refusal)) return refusal;
        if (Math.Abs(due.Cost.Amount) >= UnitPrice.Limit || Math.Abs(comes.Amount.Amount) >= UnitPrice.Limit) return TooLarge;
        var cost = new UnitPrice(due.Cost.Amount);
        if (Revision > 0) return comes.Amount == Amount ? Decision.Nothing : new AiChargePutRight(cost, comes.Amount);
        return comes.Amount.IsZero ? Decision.Nothing : new AiMonthCharged(due.Client, due.From, cost, due.Cost.Currency, terms.Markup, terms.Margin, rate.Rate, rate.Day, rate.Source, comes.Amount);
    }

    private static readonly Refusal TooLarge = new("ai-charge-too-large", "This month comes to more than can be charged at once; an amount is less than 1,000,000,000,000. Look whether its usage is right.");
}

/// <summary>A charge as the list reads it.</summary>
internal sealed record AiChargeRow(Guid Id, Guid ClientId, DateOnly FromDay, decimal Cost, string Currency, decimal? Markup, decimal? Margin, decimal Rate, DateOnly RateOn, string RateSource, decimal Amount, string ChargedIn, long Version);

internal sealed class AiChargeRows : Projection<AiChargeRow>
{
    public AiChargeRows() : base("aicosts.charges", new RowTable<AiChargeRow>("ai_charges"), Lifecycle.Inline, inlineStream: AiCharge.Alias)
    {
        CoversAll<AiChargeEvent>();
        Uses<AiMonthCharged>((_, e, at) => new AiChargeRow(at.StreamId, e.Client, e.From, e.Cost.Value, e.Currency.Code, e.Markup?.Value, e.Margin?.Amount, e.Rate.Value, e.RateOn, e.RateSource, e.Amount.Amount, e.Amount.Currency.Code, at.Version));
        Uses<AiChargePutRight>((row, e, at) => row! with { Cost = e.Cost.Value, Amount = e.Amount.Amount, Version = at.Version });
    }
}
