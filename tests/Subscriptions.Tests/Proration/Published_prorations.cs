using System.Globalization;
using System.Text.Json;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

/// <summary>Every case of Data/proration.json, whose header states the rules and whose cases name their sources, each under its own setting.</summary>
public class Published_prorations
{
    private static readonly JsonElement File = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "proration.json"))).RootElement;

    public static IEnumerable<TheoryDataRow<string>> Cases => File.GetProperty("cases").EnumerateArray().Select(one => new TheoryDataRow<string>(one.GetProperty("id").GetString()!));

    [Fact]
    public void are_all_here() => Assert.Equal(101, Cases.Count());

    [Theory, MemberData(nameof(Cases))]
    public void come_out_as_the_sources_say(string id)
    {
        var one = File.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);
        var (given, expected) = (one.GetProperty("input"), one.GetProperty("expected"));
        switch (one.GetProperty("kind").GetString())
        {
            case "in-advance-cycles": Cycles(one, given, expected); break;
            case "factor-trailing": Same(expected, "factor", Part(given, Trailing(given), "periodStart", "endDate").Cycles); break;
            case "factor-leading": Same(expected, "factor", Part(given, Leading(given), "startDate", "nextBillingDate").Cycles); break;
            case "prorated-charge" or "unused-credit": Same(expected, "amount", Part(given, (Date(given, "periodStart"), Date(given, "periodEnd")), "from", "to").From(Price(given, "price")).Amount); break;
            case "invoice-total": Phases(given, expected); break;
            case "days-of-period" or "zero-decimal": Same(expected, "amount", new Share(Whole(given, "billedDays"), Whole(given, "periodDays")).From(Price(given, "price")).Amount); break;
            case "plan-change" or "plan-change-net": Change(given, expected); break;
            case "days-of-period-with-tax": WithTax(given, expected, Part(given, (Date(given, "periodStart"), Date(given, "periodEndExclusive")), "startDate", "periodEndExclusive")); break;
            case "unused-credit-with-tax": WithTax(given, expected, new Share(Whole(given, "unusedDays"), Whole(given, "periodDays"))); break;
            case "prorated-minimum": Minimum(given, expected); break;
            case "added-component": Added(given, expected); break;
            case "day-count": Same(expected, "days", Rule(given).Between((Cut.StartOf(Date(given, "startDate"), Zone(given)), Cut.StartOf(Date(given, "endDate"), Zone(given))), Cut.StartOf(Date(given, "startDate"), Zone(given)), Cut.StartOf(Date(given, "endDate"), Zone(given))).Part); break;
            case "invalid-dates": Assert.NotNull(Calendar(given).InAdvance(Date(given, "targetDate"), Date(given, "endDate")).Refusal); break;
            case var kind: Assert.Fail($"Nobody knows the kind {kind}."); break;
        }
    }

    private static void Cycles(JsonElement one, JsonElement given, JsonElement expected)
    {
        var end = given.GetProperty("endDate").ValueKind == JsonValueKind.Null ? (DateOnly?)null : Date(given, "endDate");
        var spans = Calendar(given).InAdvance(Date(given, "targetDate"), end).Value;
        Same(expected, "cycles", spans.Sum(span => Rule(given).Of(span, TimeZoneInfo.Utc).Cycles));
        if (!one.TryGetProperty("segments", out var segments)) return;
        Assert.Equal(
            segments.EnumerateArray().Select(segment => $"{Text(segment, "start")} {Text(segment, "end")} {Number(segment, "cycles")}"),
            spans.Select(span => $"{DateText.Write(span.From)} {DateText.Write(span.To)} {Rule(given).Of(span, TimeZoneInfo.Utc).Cycles / 1.000000000m}"));
    }

    private static void Phases(JsonElement given, JsonElement expected)
    {
        var phases = given.GetProperty("phases").EnumerateArray().ToList();
        var lines = phases.SelectMany((phase, index) =>
        {
            var calendar = new SubscriptionCalendar(Date(phase, "startDate"), new(IntervalUnit.Month, Whole(given, "intervalMonths")), Day: new BillingDay(Whole(phase, "billingDay")));
            var end = index + 1 < phases.Count ? Date(phases[index + 1], "startDate") : (DateOnly?)null;
            return calendar.InAdvance(Date(given, "targetDate"), end).Value.Select(span => ProrationRule.Usual.Of(span, TimeZoneInfo.Utc).From(new Money(Number(phase, "price"), Usd)));
        }).ToList();
        Same(expected, "lines", lines.Count);
        Same(expected, "amount", lines.Sum(line => line.Amount));
    }

    private static void Change(JsonElement given, JsonElement expected)
    {
        var share = given.TryGetProperty("remaining", out _) ? new Share(Whole(given, "remaining"), Whole(given, "period")) : new Share(Whole(given, "remainingDays"), Whole(given, "periodDays"));
        if (given.TryGetProperty("changeDate", out _) && given.TryGetProperty("periodStart", out _))
        {
            var next = given.TryGetProperty("periodEndExclusive", out _) ? Date(given, "periodEndExclusive") : Date(given, "periodEndInclusive").AddDays(1);
            Assert.Equal(share, ProrationRule.Usual.Between((Cut.StartOf(Date(given, "periodStart"), TimeZoneInfo.Utc), Cut.StartOf(next, TimeZoneInfo.Utc)), Cut.StartOf(Date(given, "changeDate"), TimeZoneInfo.Utc), Cut.StartOf(next, TimeZoneInfo.Utc)));
        }
        var (credit, charge) = (share.From(Price(given, "oldPrice")), share.From(Price(given, "newPrice")));
        Same(expected, expected.TryGetProperty("credit", out _) ? "credit" : "alreadyPaidPart", credit.Amount);
        Same(expected, expected.TryGetProperty("charge", out _) ? "charge" : "newPart", charge.Amount);
        Same(expected, expected.TryGetProperty("net", out _) ? "net" : "amount", (charge - credit).Amount);
    }

    private static void WithTax(JsonElement given, JsonElement expected, Share share)
    {
        var net = share.From(Price(given, "price"));
        var tax = new Percentage(Number(given, "taxRate")).Of(net);
        Same(expected, "net", net.Amount);
        Same(expected, "tax", tax.Amount);
        Same(expected, "total", (net + tax).Amount);
    }

    private static void Minimum(JsonElement given, JsonElement expected)
    {
        var minimum = Price(given, "minimumSpend");
        var charged = given.GetProperty("otherFees").EnumerateArray().Aggregate(Money.Zero(minimum.Currency), (sum, fee) => sum + new Money(decimal.Parse(fee.GetString()!, CultureInfo.InvariantCulture), minimum.Currency));
        Same(expected, "trueUp", new Share(Whole(given, "activeDays"), Whole(given, "periodDays")).Missing(minimum, charged).Amount);
    }

    private static void Added(JsonElement given, JsonElement expected)
    {
        var price = Price(given, "oneTimePrice");
        PlanComponent Fee(string code) => new(code, "Set-up", ComponentKind.Once, [price]);
        var terms = new PlanOffer("Pro", new(IntervalUnit.Month), [.. Enumerable.Range(0, Whole(given, "quantity")).Select(n => Fee($"fee-{n}"))], []);
        var plans = new Dictionary<PlanId, Plan> { [new(Id(1))] = Offered("old", new("Old", new(IntervalUnit.Month), [], [])), [new(Id(2))] = Offered("new", terms) };
        var calendar = new SubscriptionCalendar(Day("2025-06-01"), new(IntervalUnit.Month));
        var subscription = Fold(Subscription.Initial, new SubscriptionStarted(Meadow, new(Id(1)), 1, 1, price.Currency, "UTC", At("2025-06-01T00:00:00Z"), 0, calendar, "main", false, null), new PeriodBilled(calendar.Containing(Day("2025-06-01")), []));
        var change = PlanSwitch.AtOnce(subscription, new(new(Id(2)), 1, 1), new(plans, ProrationRule.Usual), At("2025-06-23T00:00:00Z"));
        Same(expected, "charge", change.Lines.Sum(line => line.Amount.Amount));
    }

    private static SubscriptionCalendar Calendar(JsonElement given) => new(Date(given, "startDate"), new(IntervalUnit.Month, Whole(given, "intervalMonths")), Day: new BillingDay(Whole(given, "billingDay")));

    private static ProrationRule Rule(JsonElement given) => new(given.TryGetProperty("dayCount", out var count) && count.GetString() == "30-day-month" ? ProrationUnit.ThirtyDays : ProrationUnit.Day);

    private static (DateOnly, DateOnly) Trailing(JsonElement given) => (Date(given, "periodStart"), Date(given, "periodStart").AddMonths(Whole(given, "intervalMonths")));

    private static (DateOnly, DateOnly) Leading(JsonElement given) => (Date(given, "nextBillingDate").AddMonths(-Whole(given, "intervalMonths")), Date(given, "nextBillingDate"));

    private static Share Part(JsonElement given, (DateOnly Begins, DateOnly Ends) period, string from, string to) =>
        Rule(given).Of(new BilledSpan(period.Begins, period.Ends, Date(given, from), Date(given, to)), TimeZoneInfo.Utc);

    private static Money Price(JsonElement given, string name) => new(Number(given, name), Currency.Parse(Text(given, "currency")));

    private static TimeZoneInfo Zone(JsonElement given) => TimeZoneInfo.FindSystemTimeZoneById(Text(given, "timezone"));

    private static void Same(JsonElement expected, string name, decimal actual) => Assert.Equal(Number(expected, name), actual);

    private static string Text(JsonElement one, string name) => one.GetProperty(name).GetString()!;

    private static DateOnly Date(JsonElement one, string name) => Day(Text(one, name));

    private static decimal Number(JsonElement one, string name) => one.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : decimal.Parse(Text(one, name), CultureInfo.InvariantCulture) / 1.000000000m;

    private static int Whole(JsonElement one, string name) => (int)Number(one, name);
}
