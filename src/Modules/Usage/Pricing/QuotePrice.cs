using System.ComponentModel.DataAnnotations;
using Billing.Usage.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>What would a price make of this usage? Calculated by the functions that bill; nothing is written. All numbers are text.</summary>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Model">The price.</param>
/// <param name="Quantity">How much was used; for a graduated percentage, the amount of money.</param>
/// <param name="QuantityBefore">When a period is priced in several lines: what the lines before this one priced.</param>
/// <param name="PreviouslyBilled">What those lines asked for; caps and minimums count it.</param>
/// <param name="AlreadyBilled">What was billed for this very usage: only the difference is asked for.</param>
/// <param name="Events">What each event brought, in order.</param>
/// <param name="EventsBefore">Those that lines before priced.</param>
/// <param name="UnitQuantities">How much of each unit, or its peak; for blocks of several units, and capacity.</param>
/// <param name="UnitQuantitiesBefore">Those that lines before priced.</param>
/// <param name="Aggregation">Makes the quantity of timed events, in place of a quantity.</param>
/// <param name="Rounding">How the quantity is rounded before it is priced.</param>
/// <param name="MinimumSpend">The least that the period comes to.</param>
/// <param name="MaximumSpend">The most that the period comes to.</param>
/// <param name="Commitment">What the client committed to.</param>
/// <param name="Proration">How much of a whole period it is: minimum, maximum and commitment follow.</param>
/// <param name="Coupons">In the order in which they are taken off.</param>
/// <param name="TaxRate">In hundredths.</param>
/// <param name="Credits">Prepaid credit that may pay it.</param>
/// <param name="ChargeKind">The meter or kind of charge: says which credit may pay.</param>
/// <param name="On">The day on which credit is used.</param>
/// <param name="Curve">Other quantities, to see what each comes to on the same terms.</param>
internal sealed record QuotePrice(
    Currency Currency, PriceTerms Model, string? Quantity = null, string? QuantityBefore = null, string? PreviouslyBilled = null, string? AlreadyBilled = null,
    IReadOnlyList<string>? Events = null, IReadOnlyList<string>? EventsBefore = null, IReadOnlyDictionary<string, string>? UnitQuantities = null, IReadOnlyDictionary<string, string>? UnitQuantitiesBefore = null,
    QuoteAggregation? Aggregation = null, QuoteRounding? Rounding = null, string? MinimumSpend = null, string? MaximumSpend = null, QuoteCommitment? Commitment = null, QuoteProration? Proration = null,
    IReadOnlyList<QuoteCoupon>? Coupons = null, string? TaxRate = null, IReadOnlyList<QuoteCredit>? Credits = null, string? ChargeKind = null, DateOnly? On = null, IReadOnlyList<string>? Curve = null)
{
    /// <summary>The answer, or everything that is wrong with the question.</summary>
    public Result<PriceQuote> Answer(out IReadOnlyList<Fault> faults)
    {
        var (reading, curve) = (new QuoteReading(this), new List<QuotePoint>());
        var task = reading.Task(out var points);
        faults = reading.Faults;
        if (task is null) return new Refusal("not-readable", "The request cannot be read.");
        if (!PricedUsage.Of(task).TryGet(out var priced, out var refusal)) return refusal;
        foreach (var point in points)
        {
            if (!PricedUsage.Of(task with { Used = Used.Of(point) }).TryGet(out var one, out refusal)) return refusal;
            curve.Add(new QuotePoint(point.ToString(), one.Amount));
        }
        return PriceQuote.Of(task.Used, priced, curve);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/pricing/quote", (QuotePrice question, CommandEdge edge) =>
        {
            var answer = question.Answer(out var faults);
            if (faults.Count > 0) return Problems.BadRequest(faults);
            return answer.TryGet(out var quote, out var refusal) ? (IResult)Web.Answer.Of(quote) : edge.Refused(refusal);
        })
        .Produces<PriceQuote>().Requires(Permission.SeeUsage).WithSummary("What a price makes of usage, and how; nothing is written");
}

/// <summary>Makes one quantity of the events of a period.</summary>
/// <param name="Type">How.</param>
/// <param name="PeriodStart">When the period begins; of events before, nothing counts.</param>
/// <param name="PeriodEnd">The first instant after the period.</param>
/// <param name="CarriedIn">weighted-sum: how much there was when the period began.</param>
internal sealed record QuoteAggregation(
    [property: AllowedValues("count", "sum", "max", "latest", "unique-count", "average", "weighted-sum")] string Type, IReadOnlyList<QuoteEvent> Events, DateTimeOffset? PeriodStart = null, DateTimeOffset? PeriodEnd = null, string? CarriedIn = null);

/// <summary>Something that was used at an instant.</summary>
/// <param name="Value">1 unless given.</param>
/// <param name="Key">unique-count: what is counted once.</param>
internal sealed record QuoteEvent(DateTimeOffset At, string? Value = null, string? Key = null);

/// <summary>How a quantity is rounded.</summary>
/// <param name="Mode">round takes the middle away from zero.</param>
/// <param name="Precision">Decimals that stay; -1 are tens.</param>
internal sealed record QuoteRounding([property: AllowedValues("round", "ceil", "floor")] string Mode, int Precision = 0);

/// <summary>What a client committed to for a period.</summary>
/// <param name="OverageFactor">What goes beyond costs so many times as much; 1 unless given.</param>
internal sealed record QuoteCommitment(string Amount, string? OverageFactor = null);

/// <summary>So many days of so many.</summary>
internal sealed record QuoteProration(string Days, string PeriodDays);

/// <summary>A coupon: an amount or a percentage.</summary>
/// <param name="Amount">In major units.</param>
/// <param name="Percentage">In hundredths, up to 100.</param>
internal sealed record QuoteCoupon(string? Amount = null, string? Percentage = null);

/// <summary>Prepaid credit.</summary>
/// <param name="Id">Under which its use is told.</param>
/// <param name="Balance">What is left of it.</param>
/// <param name="Priority">The lowest number is used first.</param>
/// <param name="ExpiresOn">The last day on which it can be used.</param>
/// <param name="Scope">The meters or kinds of charges that it pays; without, everything.</param>
internal sealed record QuoteCredit(string Id, string Balance, int Priority = 50, DateOnly? ExpiresOn = null, IReadOnlyList<string>? Scope = null);
