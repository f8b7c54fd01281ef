namespace Billing.Subscriptions;

/// <summary>Money as Stripe counts it: whole numbers of the smallest unit, which it sees differently for some currencies (Stripe, "Supported currencies", special cases).</summary>
internal static class StripeMoney
{
    /// <summary>Counted in hundredths although they have none: the amount must be whole.</summary>
    private static readonly HashSet<string> Hundredfold = ["ISK", "UGX"];

    /// <summary>Counted in whole ones although they have fifths, which nobody pays with.</summary>
    private static readonly HashSet<string> Whole = ["MGA"];

    /// <summary>In Stripe's unit.</summary>
    public static long ToStripe(this Money money) => (long)(money.Amount * Factor(money.Currency));

    /// <summary>From Stripe's unit.</summary>
    /// <param name="currency">Its code, in whatever case.</param>
    public static Money FromStripe(long amount, string currency)
    {
        var read = Currency.Parse(currency.ToUpperInvariant());
        return new Money(amount / Factor(read), read);
    }

    private static decimal Factor(Currency currency) => Whole.Contains(currency.Code) ? 1 : Hundredfold.Contains(currency.Code) ? 100 : (decimal)Math.Pow(10, currency.MinorUnits);
}
