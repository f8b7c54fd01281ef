using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Rates are entered; one for the same pair and day replaces what was entered before.</summary>
/// <param name="Rates">At most 500 at once.</param>
internal sealed record EnterExchangeRates(IReadOnlyList<ExchangeRate> Rates)
{
    private const int Most = 500;

    public Decision<ExchangeRatesEvent> Decide(ExchangeRates known)
    {
        if (Rates.Count > Most) return No.TooMany;
        List<ExchangeRatesEvent> happened = [];
        foreach (var rate in Rates)
        {
            if (rate.From == rate.To) return No.SameCurrency(rate.From);
            if (rate.Rate.Value <= 0) return No.NotPositive;
            if (rate.On is { Year: < 1900 or > 2999 }) return WriteInvoice.No.OutOfRange;
            if (!OneLine.Read(rate.Source, "A source", 200).TryGet(out var source, out var refused)) return refused;
            if (known.Rates.GetValueOrDefault((rate.From, rate.To, rate.On)) == rate with { Source = source }) continue;
            happened.Add(new ExchangeRateEntered(rate.From, rate.To, rate.On, rate.Rate, source));
        }
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/exchange-rates", async (Streams<ExchangeRates> rates, CancellationToken stop) =>
        {
            var now = await rates.Load(ExchangeRates.Id, stop);
            return Answer.Of(ExchangeRatesPage.Of(now), now.Version);
        })
        .Produces<ExchangeRatesPage>().Requires(Permission.SeeInvoicing).WithSummary("The exchange rates that were entered, newest first");
        app.MapPut("/api/exchange-rates", (EnterExchangeRates command, Commands<ExchangeRates> rates, CancellationToken stop) => rates.DecideOrStart(ExchangeRates.Id, command.Decide, ExchangeRatesPage.Of, stop))
            .Produces<ExchangeRatesPage>().Requires(Permission.ArrangeInvoicing).WithSummary("Enter exchange rates; one for the same pair and day replaces what was entered before");
    }

    private static class No
    {
        public static readonly Refusal TooMany = new("too-many-rates", $"At most {Most} rates can be entered at once. Send them in parts.");
        public static readonly Refusal NotPositive = new("rate-not-positive", "An exchange rate is more than nothing.");
        public static Refusal SameCurrency(Currency currency) => new Refusal("same-currency", $"A rate leads from one currency to another, not from {currency} to {currency}.").With("currency", currency.Code);
    }
}

/// <summary>The exchange rates that were entered, newest first.</summary>
internal sealed record ExchangeRatesPage(IReadOnlyList<ExchangeRate> Items, long Version)
{
    public static ExchangeRatesPage Of(Versioned<ExchangeRates> rates) => new([.. rates.State.Rates.Values.OrderByDescending(rate => rate.On).ThenBy(rate => rate.From.Code, StringComparer.Ordinal).ThenBy(rate => rate.To.Code, StringComparer.Ordinal)], rates.Version);
}
