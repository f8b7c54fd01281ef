namespace Billing.Subscriptions;

/// <summary>A part of a period: so many of so many days or seconds.</summary>
/// <param name="Part">How many.</param>
/// <param name="Of">Of how many, at least one.</param>
internal readonly record struct Share(long Part, long Of)
{
    /// <summary>The whole period.</summary>
    public static Share Whole { get; } = new(1, 1);

    /// <summary>Whether it is all of it.</summary>
    public bool IsWhole => Part == Of;

    /// <summary>That part of a price, rounded once, half away from zero, to the currency's minor units.</summary>
    public Money From(Money price) => Money.Round(price.Amount * Part / Of, price.Currency);

    /// <summary>As a number of periods, to 9 decimals, half away from zero.</summary>
    public decimal Cycles => decimal.Round((decimal)Part / Of, 9, MidpointRounding.AwayFromZero);

    /// <summary>What is missing up to the least that a period with this part in it comes to; nothing when enough was charged.</summary>
    /// <param name="minimum">The least for a whole period.</param>
    /// <param name="charged">What was charged for the part.</param>
    public Money Missing(Money minimum, Money charged) => From(minimum) - charged is { IsPositive: true } missing ? missing : Money.Zero(minimum.Currency);
}
