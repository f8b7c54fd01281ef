using System.Numerics;

namespace Billing.Invoicing;

/// <summary>Splits an amount so that the parts add up to it, to the cent: largest remainder, the earlier part first.</summary>
internal static class Shares
{
    /// <param name="amount">What is split.</param>
    /// <param name="weights">In proportion to these, of the amount's currency; where they come to nothing, the first part gets all.</param>
    public static Money[] Of(Money amount, IReadOnlyList<Money> weights)
    {
        if (weights.Count == 0) return [];
        var currency = amount.Currency;
        var (whole, parts) = (Units(amount), weights.Select(weight => weight.Currency == currency ? Units(weight) : throw new InvalidOperationException($"{weight.Currency} is no share of {currency}.")).ToArray());
        var sum = parts.Aggregate(BigInteger.Zero, (a, b) => a + b);
        if (sum.IsZero) return [.. weights.Select((_, i) => i == 0 ? amount : Money.Zero(currency))];
        if (sum.Sign < 0) (sum, parts) = (-sum, [.. parts.Select(part => -part)]);

        var shares = new BigInteger[parts.Length];
        var remainders = new BigInteger[parts.Length];
        for (var i = 0; i < parts.Length; i++) (shares[i], remainders[i]) = Floor(whole * parts[i], sum);
        var left = (int)(whole - shares.Aggregate(BigInteger.Zero, (a, b) => a + b));
        foreach (var i in Enumerable.Range(0, parts.Length).OrderByDescending(i => remainders[i]).Take(left)) shares[i]++;
        return [.. shares.Select(share => new Money((decimal)share / Scale(currency), currency))];
    }

    private static decimal Scale(Currency currency) => currency.MinorUnits switch { 0 => 1, 2 => 100, 3 => 1_000, _ => 10_000 };

    private static BigInteger Units(Money amount) => new(amount.Amount * Scale(amount.Currency));

    private static (BigInteger, BigInteger) Floor(BigInteger dividend, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(dividend, divisor, out var remainder);
        return remainder.Sign < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder);
    }
}
