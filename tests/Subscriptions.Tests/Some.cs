using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Subscriptions.Tests;

/// <summary>Things that stories are about. Ids are counted, so that a failing story reads the same every time.</summary>
internal static class Some
{
    public static readonly Currency Eur = Currency.Parse("EUR");
    public static readonly Currency Usd = Currency.Parse("USD");

    public static readonly ClientId Meadow = new(Id(1));
    public static readonly BilledClient Client = new(Id(1), "Meadow Health", Eur, true);
    public static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static Money Euros(decimal amount) => new(amount, Eur);

    public static T Fold<T>(T state, params IEnumerable<object> history) where T : class, IAggregate<T> => history.Aggregate(state, (so, happened) => so.Apply(happened));

    /// <summary>A plan with one price for each period.</summary>
    public static PlanOffer Flat(string name, decimal price, int tier = 0, IntervalUnit unit = IntervalUnit.Month, int trialDays = 0, ComponentTiming timing = ComponentTiming.Advance) =>
        new(name, new PlanInterval(unit), [new PlanComponent("base", name, ComponentKind.Fixed, [Euros(price)], timing)], [new PlanEntitlement("users", 25)], Tier: tier, TrialDays: trialDays);

    /// <summary>A plan that is sold by the seat.</summary>
    public static PlanOffer Seated(decimal price) => new("Team", new PlanInterval(IntervalUnit.Month), [new PlanComponent("seats", "Seats", ComponentKind.Seats, [Euros(price)])], []);

    public static Plan Offered(string code, PlanOffer terms) => Fold(Plan.Initial, new PlanOffered(code, terms, true, 0));
}
