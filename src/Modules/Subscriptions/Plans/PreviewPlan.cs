using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>What terms that are being written would come to: the first invoices of a client who subscribes now.</summary>
/// <param name="Terms">As they stand in the editor.</param>
/// <param name="Currency">What is billed in; left out, or without a price: the first that it has prices in.</param>
/// <param name="Quantity">How many seats, where it is sold by the seat.</param>
internal sealed record PreviewPlan(PlanOffer Terms, Currency? Currency = null, int Quantity = 1)
{
    private const int Most = 3;
    private static readonly PlanId Id = new(new Guid("b1b6a1a4-6a0f-8d3b-9a8e-2f1c7d5e4a90"));

    /// <param name="at">When the client would subscribe.</param>
    /// <param name="zone">Whose days its periods are made of.</param>
    /// <param name="rule">How parts of a period are counted.</param>
    /// <param name="usual">The currency of a plan without prices.</param>
    public PlanExample Show(DateTimeOffset at, TimeZoneInfo zone, ProrationRule rule, Currency usual)
    {
        var currencies = Terms.Components.SelectMany(component => component.Prices).Select(price => price.Currency).ToList();
        var currency = Currency is { } asked && currencies.Contains(asked) ? asked : currencies.Count > 0 ? currencies[0] : usual;
        if (!Terms.Read().TryGet(out var terms, out var refused)) return new PlanExample(currency, [], new(refused.Code, refused.Sentence));
        var quantity = terms.HasSeats() ? Quantity : 1;
        if (StartSubscription.Seats(terms, quantity) is { } odd) return new PlanExample(currency, [], new(odd.Code, odd.Sentence));
        var plan = Plan.Initial.Apply(new PlanOffered("example", terms, true, 0));
        var ground = new SubscriptionGround(new Dictionary<PlanId, Plan> { [Id] = plan }, rule);
        var calendar = new SubscriptionCalendar(LocalDay.Of(at, zone).AddDays(terms.TrialDays), terms.Interval);
        var subscription = Subscription.Initial.Apply(new SubscriptionStarted(default, Id, 1, quantity, currency, zone.Id, at, terms.TrialDays, calendar, terms.Family, false, null));
        for (var period = 0; period < Most && subscription.DueAt is { } due; period++) subscription = Renewal.Next(subscription, ground, due).Aggregate(subscription, (so, one) => so.Apply(one));
        return new PlanExample(currency, [.. subscription.Bills.Take(Most - 1).Select(bill => new ExampleInvoice(bill.On, bill.Lines, bill.Amount(currency)))], null);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/plans/preview", async (PreviewPlan command, Session session, Organisation here, Streams<SubscriptionSettings> settings, CancellationToken stop) =>
            (IResult)Answer.Of(command.Show(session.Now, here.TimeZone, (await settings.Load(SubscriptionSettings.Id, stop)).State.Proration, here.Currency)))
        .Produces<PlanExample>().Requires(Permission.SeeSubscriptions).WithSummary("The first invoices of a plan that is being written; nothing is kept");
}

/// <summary>What a plan would come to for a client who subscribes now.</summary>
/// <param name="Invoices">The first ones that there would be; none where it costs nothing.</param>
/// <param name="Refusal">Why it cannot be offered as it is; null when it can.</param>
internal sealed record PlanExample(Currency Currency, IReadOnlyList<ExampleInvoice> Invoices, PlanRefusal? Refusal);

/// <summary>An invoice that there would be.</summary>
/// <param name="On">The first day it is for.</param>
internal sealed record ExampleInvoice(DateOnly On, IReadOnlyList<SubscriptionLine> Lines, Money Total);

/// <summary>Why a plan cannot be offered as it is.</summary>
internal sealed record PlanRefusal(string Code, string Detail);
