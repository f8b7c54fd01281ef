using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Usage;

/// <summary>Prices what was used by two plans.</summary>
/// <param name="other">The plan that is tried.</param>
internal sealed class PlanComparison(Session session, Organisation here, IInvoicing invoicing, CompareWithPlan question, PlanRow other, CancellationToken stop)
{
    private readonly Period _time = new(question.From, question.To);
    private readonly Work _work = session.Begin();

    public async Task<ComparedPlans> Of(IReadOnlyList<SubjectRow> subjects)
    {
        var meters = (await ListMeters.All(session, stop)).ToDictionary(meter => meter.Code, StringComparer.Ordinal);
        var plans = (await ListPlans.All(session, stop)).ToDictionary(plan => plan.Id);
        var (usage, items) = (new PeriodUsage(session.Aside, meters, here.TimeZone), new List<ComparedClient>());
        foreach (var subject in subjects)
            foreach (var payer in Payers(subject))
                if (await invoicing.Client(session, payer.Key, stop) is { } client) items.Add(await Compare(subject.Subject, client, [.. payer], plans, usage));
        return new ComparedPlans(
            [.. items.OrderBy(item => item.ClientName, StringComparer.CurrentCultureIgnoreCase)],
            [.. items.Where(item => item.Old is not null).GroupBy(item => item.Old!.Value.Currency).OrderBy(same => same.Key.Code, StringComparer.Ordinal).Select(same => same.Aggregate(Money.Zero(same.Key), (sum, item) => sum + item.Old!.Value))],
            items.Aggregate(Money.Zero(other.Money), (sum, item) => sum + item.New));
    }

    private static IEnumerable<IGrouping<Guid, PlanAssignment>> Payers(SubjectRow subject) =>
        subject.Plans.Count > 0 ? subject.Plans.GroupBy(plan => plan.ClientId) : new[] { new PlanAssignment(Guid.Empty, Guid.Empty, Guid.Parse(subject.Subject), DateOnly.MinValue, null) }.GroupBy(plan => plan.ClientId);

    private async Task<ComparedClient> Compare(string subject, BilledClient client, List<PlanAssignment> assignments, Dictionary<Guid, PlanRow> plans, PeriodUsage usage)
    {
        Money? billed = null;
        var asks = new List<Money>();
        var coupons = new Dictionary<Period, IReadOnlyList<BillCoupon>>();
        foreach (var assignment in assignments.Where(one => one.PlanId != Guid.Empty))
        {
            var plan = plans[assignment.PlanId];
            foreach (var (period, covered) in Periods(plan, assignment))
            {
                var bill = (await _work.Load<UsageBill>(UsageBill.Id(assignment.Id, period), stop)).State;
                var off = coupons[period] = await Coupons(bill);
                asks.Add(Sum(await Price(new PlanPricing(plan.On(period.From), plan.Money, period, covered), subject, usage, off), plan.Money));
                if (bill.Steps > 0 && !(billed?.Currency != plan.Money && billed is not null)) billed = (billed ?? Money.Zero(plan.Money)) + Sum(bill.Lines.Values.Where(line => line.Kind != BillLineKind.Credit), plan.Money);
            }
        }
        var old = asks.Count > 0 && asks.TrueForAll(one => one.Currency == asks[0].Currency) ? asks.Aggregate((sum, one) => sum + one) : (Money?)null;
        var lines = new List<BillLine>();
        var whole = new PlanAssignment(Guid.Empty, other.Id, client.Id, assignments.Min(one => one.From), assignments.Exists(one => one.Through is null) ? null : assignments.Max(one => one.Through));
        foreach (var (period, covered) in Periods(other, whole))
            lines.AddRange(await Price(new PlanPricing(other.On(period.From), other.Money, period, covered), subject, usage, coupons.GetValueOrDefault(period, [])));
        var then = Sum(lines, other.Money);
        return new ComparedClient(
            new ClientId(client.Id), client.Name, subject, [.. assignments.Where(one => one.PlanId != Guid.Empty).Select(one => plans[one.PlanId].Code).Distinct()], old, then, old is { } now && now.Currency == then.Currency ? then - now : null, old is null ? null : billed,
            [.. lines.GroupBy(line => line.Key).Select(same => new ComparedLine(same.Key, same.First().Kind, same.First().Name, same.First().Group, Sum(same, other.Money))).Where(line => !line.Amount.IsZero || line.Kind == BillLineKind.Charge)]);
    }

    /// <summary>The periods that touch the time asked about, each with the part that is covered and asked about.</summary>
    private IEnumerable<(Period Period, Period Covered)> Periods(PlanRow plan, PlanAssignment assignment)
    {
        foreach (var period in plan.Period.From(_time.From))
        {
            if (period.From > _time.Through) yield break;
            if (assignment.Within(period) is not { } covered) continue;
            var (from, through) = (covered.From > _time.From ? covered.From : _time.From, covered.Through < _time.Through ? covered.Through : _time.Through);
            if (from <= through) yield return (period, new Period(from, through));
        }
    }

    private async Task<IEnumerable<BillLine>> Price(PlanPricing pricing, string subject, PeriodUsage usage, IReadOnlyList<BillCoupon> coupons)
    {
        var charges = pricing.Charges(await usage.Read(pricing.Terms, subject, pricing.Covered, [], stop)).Value;
        return charges.Concat(pricing.Around([.. charges.Select(one => one.Line)], coupons).Value).Select(one => one.Line);
    }

    private async Task<IReadOnlyList<BillCoupon>> Coupons(UsageBill bill)
    {
        var coupons = new List<BillCoupon>();
        foreach (var line in bill.Lines.Values.Where(line => line.Kind == BillLineKind.Coupon))
        {
            var id = Guid.Parse(line.Key["coupon/".Length..]);
            var coupon = (await _work.Load<Coupon>(id, stop)).State;
            coupons.Add(new BillCoupon(new CouponId(id), coupon.Name, coupon.Value));
        }
        return coupons;
    }

    private static Money Sum(IEnumerable<BillLine> lines, Currency currency) => lines.Aggregate(Money.Zero(currency), (sum, line) => sum + line.Whole);
}
