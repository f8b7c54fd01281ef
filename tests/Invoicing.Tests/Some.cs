using System.Globalization;
using Billing.EventStore;

namespace Billing.Invoicing.Tests;

/// <summary>Things that stories are about. Ids are counted, so that a failing story reads the same every time.</summary>
internal static class Some
{
    public static readonly Currency Eur = Currency.Parse("EUR");
    public static readonly Currency Usd = Currency.Parse("USD");
    public static readonly Currency Jpy = Currency.Parse("JPY");
    public static readonly TaxRate Vat = Tax("VAT", 19);
    public static readonly ClientId Meadow = new(Id(1));
    public static readonly ClientId Other = new(Id(2));

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>Words about the client Meadow.</summary>
    public static PersonalText Said(string words) => new(Meadow.Value, words);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Money Euros(decimal amount) => new(amount, Eur);

    public static TaxRate Tax(string name, decimal rate) => new(name, new Percentage(rate));

    public static T Fold<T>(T state, params object[] history) where T : class, IAggregate<T> => history.Aggregate(state, (so, happened) => so.Apply(happened));
}
