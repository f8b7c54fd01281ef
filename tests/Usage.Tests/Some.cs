using System.Globalization;
using Billing.EventStore;

namespace Billing.Usage.Tests;

/// <summary>Things that stories are about. Ids are counted, so that a failing story reads the same every time.</summary>
internal static class Some
{
    public static readonly Currency Eur = Currency.Parse("EUR");
    public static readonly Currency Usd = Currency.Parse("USD");
    public static readonly Currency Jpy = Currency.Parse("JPY");

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Money Euros(decimal amount) => new(amount, Eur);

    public static T Fold<T>(T state, params object[] history) where T : class, IAggregate<T> => history.Aggregate(state, (so, happened) => so.Apply(happened));
}
