using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Usage;

/// <summary>Prepares the next step of a bill, and makes it true: its events, what coupons and wallets did, and the charges, as one.</summary>
/// <param name="work">What it is decided on.</param>
/// <param name="here">The organisation.</param>
internal sealed class PeriodWork(Work work, Organisation here, IInvoicing invoicing, CancellationToken stop)
{
    /// <summary>The module's name in charges.</summary>
    public const string Module = "usage";

    /// <summary>What kind of fact a line of a step is there.</summary>
    public const string Kind = "usage";

    private const string ClientsWallets = "select id from usage_wallets where tenant_id = $1 and client_id = $2 and not voided order by priority, id";
    private const string Offered = "select id from usage_coupons where tenant_id = $1 and clients > 0 order by code";

    private DateOnly Today => LocalDay.Of(work.At, here.TimeZone);

    /// <summary>What there is to bill of a period now, or why nothing can be.</summary>
    /// <param name="due">The period.</param>
    /// <param name="accepting">Whether only what waits is decided on.</param>
    public async Task<Result<PreparedStep>> Prepare(DuePeriod due, PeriodUsage usage, bool accepting = false)
    {
        var bill = (await work.Load<UsageBill>(due.Bill, stop, fresh: true)).State;
        if (await invoicing.Client(work.Session, due.Assignment.ClientId, stop) is not { } client) return WalletNo.UnknownClient;
        if (!client.IsActive) return WalletNo.ClientNotActive(client.Name);
        var uses = accepting ? null : await usage.Read(due.Pricing.Terms, due.Subject, due.Covered, bill.Lines.Keys, stop);
        var coupons = await Coupons(due, bill, client);
        var sinceEnd = work.At - LocalDay.StartOf(due.Period.Through.AddDays(1), here.TimeZone);
        var ground = new PeriodGround(due.Pricing, bill, uses, coupons, await Wallets(client), sinceEnd, Today);
        return BillStep.Of(ground, accepting).TryGet(out var step, out var refused) ? new PreparedStep(due, client, bill, step) : refused;
    }

    /// <summary>Makes it true when the work commits; a step that changes nothing leaves nothing behind.</summary>
    public Refusal? Write(PreparedStep prepared, Decision<UsageBillEvent> decision)
    {
        if (decision.Refusal is { } refusal) return refusal;
        var (due, step, id) = (prepared.Due, prepared.Step, prepared.Due.Bill);
        work.Decide<UsageBill, UsageBillEvent>(id, _ => decision);
        if (!decision.Events.Any(happened => happened is PeriodBilled or DifferenceBilled)) return null;
        var number = prepared.Bill.Steps + 1;
        foreach (var line in step.Lines.Where(line => line.Kind == BillLineKind.Coupon && !line.Whole.IsZero && prepared.Bill.Whole(line.Key, due.Plan.Money).IsZero))
            work.Decide<Coupon, CouponEvent>(Guid.Parse(line.Key["coupon/".Length..]), coupon => coupon.UsedFor(new ClientId(prepared.Client.Id), id.ToString()) is null ? new CouponUsed(new ClientId(prepared.Client.Id), id.ToString(), -line.Whole) : Decision.Nothing);
        foreach (var pays in step.Pays)
        {
            if (pays.What is { } what) Pay(pays, what, string.Create(CultureInfo.InvariantCulture, $"{id}/{number}/{what}"));
            else work.Decide<Wallet, WalletEvent>(Guid.Parse(pays.Wallet), _ => new WalletGivenBack(string.Create(CultureInfo.InvariantCulture, $"{id}/{number}"), -pays.Amount));
        }
        foreach (var (index, line) in step.Lines.Index())
            if (!line.Amount.IsZero) Charge(prepared, line, new BillFact(id, number, index)).With(work);
        return null;
    }

    private void Pay(WalletPays pays, string what, string source)
    {
        var wallet = new WalletId(Guid.Parse(pays.Wallet));
        List<WalletEvent> happened = [];
        Wallet? before = null;
        work.Decide<Wallet, WalletEvent>(wallet.Value, now =>
        {
            before = now;
            var decision = new UseWallet(source, pays.Amount, what).Decide(now, Today);
            happened.AddRange(decision.Events);
            // It was loaded in this very work and its credit counted: a no would be a mistake of ours.
            return decision.Refusal is { } no ? throw new InvalidOperationException($"{no.Code}: {no.Sentence}") : decision;
        });
        foreach (var charge in happened.Select(one => WalletWork.Charge(wallet, before!, one, Today)).OfType<PostCharge>()) charge.With(work);
    }

    private PostCharge Charge(PreparedStep prepared, BillLine line, BillFact fact) => new(
        Module, Kind, fact.ToString(), 1, prepared.Client.Id, BillWords.Describe(line, prepared.Bill.Steps > 0, Unit(prepared, line), here.Locale), Quantity.One, new UnitPrice(line.Amount.Amount), line.Amount.Currency, Today,
        prepared.Due.Covered, Group: prepared.Due.Pricing.Terms.Name);

    private static string? Unit(PreparedStep prepared, BillLine line) => line.Meter is { } meter ? prepared.Units.GetValueOrDefault(meter) : null;

    private async Task<List<BillCoupon>> Coupons(DuePeriod due, UsageBill bill, BilledClient client)
    {
        var ids = bill.Steps > 0
            ? [.. bill.Lines.Values.Where(line => line.Kind == BillLineKind.Coupon).Select(line => Guid.Parse(line.Key["coupon/".Length..]))]
            : await Ids(Offered);
        var (payer, found) = (new ClientId(client.Id), new List<(DateOnly Since, BillCoupon Coupon)>());
        foreach (var id in ids)
        {
            var coupon = (await work.Load<Coupon>(id, stop, fresh: true)).State;
            var used = coupon.UsedFor(payer, due.Bill.ToString()) is not null;
            var holds = coupon.Given.TryGetValue(payer, out var since) && !coupon.Withdrawn && !(coupon.UsedBy(payer) >= coupon.Periods) && !(coupon.Off?.Currency != due.Plan.Money && coupon.Off is not null);
            if (used || holds) found.Add((since, new BillCoupon(new CouponId(id), coupon.Name, coupon.Value)));
        }
        return [.. found.OrderBy(one => one.Since).ThenBy(one => one.Coupon.Id.Value).Select(one => one.Coupon)];
    }

    private async Task<List<PrepaidCredit>> Wallets(BilledClient client)
    {
        var wallets = new List<PrepaidCredit>();
        foreach (var id in await Ids(ClientsWallets, new Npgsql.NpgsqlParameter<Guid> { TypedValue = client.Id }))
            if ((await work.Load<Wallet>(id, stop, fresh: true)).State is { Voided: false } wallet) wallets.Add(wallet.Credit(id.ToString()));
        return wallets;
    }

    private Task<List<Guid>> Ids(string sql, params Npgsql.NpgsqlParameter[] values) => work.Session.Read(sql, values, async reader =>
    {
        var ids = new List<Guid>();
        while (await reader.ReadAsync(stop)) ids.Add(reader.GetGuid(0));
        return ids;
    }, stop);
}

/// <summary>The next step of the bill of a period, not yet true.</summary>
internal sealed record PreparedStep(DuePeriod Due, BilledClient Client, UsageBill Bill, BillStep Step)
{
    /// <summary>The units of the meters, by code.</summary>
    public IReadOnlyDictionary<string, string> Units { get; init; } = new Dictionary<string, string>();

    /// <summary>What happens to the bill.</summary>
    public Decision<UsageBillEvent> Decide(DateOnly today) => BillPeriod.Decide(Bill, Step, Due.Assignment, Due.Subject, Client.Id, Due.Pricing, today);
}

/// <summary>What Invoicing knows a line of a step by: <c>bill/step/line</c>.</summary>
internal readonly record struct BillFact(Guid Bill, int Step, int Line)
{
    public static BillFact? Read(string? text)
    {
        var parts = (text ?? "").Split('/');
        return parts.Length == 3 && Guid.TryParse(parts[0], out var bill) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var step) && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? new BillFact(bill, step, line) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Bill}/{Step}/{Line}");
}
