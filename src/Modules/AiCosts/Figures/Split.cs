using System.Numerics;

namespace Billing.AiCosts;

/// <summary>Divides an amount by weights without losing any of it: each part is rounded towards nothing, and what remains goes to the part with the largest weight.</summary>
internal static class Split
{
    private const decimal Scale = 1_000_000_000_000m;

    /// <param name="weights">Of 12 decimals, from 0 on; of several that are the largest, the first.</param>
    /// <param name="decimals">Of each part: the currency's for money, 12 for costs.</param>
    /// <returns>As many parts as weights, together the amount; null where no weight is more than nothing, because then nobody can say whose it is.</returns>
    public static IReadOnlyList<Cost>? ByWeight(Cost amount, IReadOnlyList<decimal> weights, int decimals = Cost.Decimals)
    {
        if (weights.Any(weight => weight < 0)) throw new ArgumentOutOfRangeException(nameof(weights), "A weight is nothing or more.");
        BigInteger[] whole = [.. weights.Select(weight => new BigInteger(decimal.Round(weight, Cost.Decimals) * Scale))];
        var total = whole.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);
        if (total.IsZero) return null;
        // Whole numbers: a quotient of decimals that should be 1 may come out a hair below it, and rounding towards nothing would take a cent.
        var (units, step) = (new BigInteger(amount.Amount * Scale), BigInteger.Pow(10, Cost.Decimals - decimals));
        var parts = whole.Select(weight => (decimal)(units * weight / total / step * step) / Scale).ToArray();
        parts[whole.Index().MaxBy(weight => weight.Item).Index] += amount.Amount - parts.Sum();
        return [.. parts.Select(part => new Cost(part, amount.Currency))];
    }
}
