using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>What invoices of one currency came to. Billed goes by issue date, received by the day money came in: two things that are never one.</summary>
/// <param name="Draft">Being written, whatever the days.</param>
/// <param name="Unpaid">Outstanding and not late.</param>
/// <param name="Overdue">Outstanding and late.</param>
/// <param name="Paid">Nothing outstanding; with their totals.</param>
/// <param name="Billed">Issued, without voided ones.</param>
/// <param name="Received">Payments, less what was given back of them and less credit that was paid out; with how many payments there were.</param>
/// <param name="Refunded">What was given back of these payments, whenever that was.</param>
/// <param name="PaidOut">Credit that was given back in money, by the day it went.</param>
/// <param name="Average">Billed by the number of invoices.</param>
/// <param name="AverageDaysToPay">From issue date to the day nothing was outstanding any more; null without any paid invoice.</param>
/// <param name="CollectionRate">Of the invoices billed, the share that is paid; null without any.</param>
/// <param name="Aging">What is outstanding, by the days it is late.</param>
internal sealed record InvoiceStats(
    Currency Currency, CountAndSum Draft, CountAndSum Unpaid, CountAndSum Overdue, CountAndSum Paid, CountAndSum Voided, CountAndSum Uncollectible, CountAndSum Billed, CountAndSum Received, Money Refunded, Money PaidOut, Money Credited,
    Money? Average, decimal? AverageDaysToPay, Percentage? CollectionRate, Aging Aging)
{
    // $2 is today, $3 and $4 the days asked for.
    private static readonly string Sql = $"""
        with invoices as (
            select i.*, i.standing in ('issued', 'given_up') as billed, i.standing = 'issued' and i.outstanding > 0 as asked, $2 - i.due_date as late
            from invoicing_invoices i
            where i.tenant_id = $1 and (i.standing = 'draft' or (($3::date is null or i.issue_date >= $3) and ($4::date is null or i.issue_date <= $4)))),
        billing as (
            select i.currency, {CountAndSumOf("i.standing = 'draft'", "i.total")}, {CountAndSumOf("i.asked and i.late <= 0", "i.outstanding")}, {CountAndSumOf("i.asked and i.late > 0", "i.outstanding")},
                   {CountAndSumOf("i.billed and i.outstanding <= 0", "i.total")}, {CountAndSumOf("i.standing = 'voided'", "i.total")}, {CountAndSumOf("i.standing = 'given_up' and i.outstanding > 0", "i.outstanding")}, {CountAndSumOf("i.billed", "i.total")},
                   coalesce(sum(i.credited), 0), avg(i.settled_on - i.issue_date) filter (where i.billed and i.outstanding <= 0 and i.total > 0),
                   {SumOf("i.asked and i.late <= 0")}, {SumOf("i.asked and i.late between 1 and 30")}, {SumOf("i.asked and i.late between 31 and 60")}, {SumOf("i.asked and i.late between 61 and 90")}, {SumOf("i.asked and i.late > 90")}
            from invoices i group by i.currency),
        receiving as (
            select m.currency, count(*) filter (where m.came) as payments, sum(m.amount - m.refunded - m.paid_out) as received, sum(m.refunded) as refunded, sum(m.paid_out) as paid_out
            from (
                select p.currency, p.received_on as day, true as came, p.amount, p.refunded, 0 as paid_out from invoicing_payments p where p.tenant_id = $1 and not p.undone
                union all
                select o.currency, o.paid_on, false, 0, 0, o.amount from invoicing_pay_outs o where o.tenant_id = $1) m
            where ($3::date is null or m.day >= $3) and ($4::date is null or m.day <= $4) group by m.currency)
        select coalesce(b.currency, r.currency) as unit, coalesce(r.payments, 0), coalesce(r.received, 0), coalesce(r.refunded, 0), coalesce(r.paid_out, 0), b.* from billing b full join receiving r on r.currency = b.currency order by 1
        """;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/invoices/stats", async (Session session, Today today, CommandEdge edge, CancellationToken stop, DateOnly? from = null, DateOnly? to = null, string? convertTo = null, DateOnly? at = null, string? compare = null) =>
        {
            if (Asked(from, to, compare, today.Date, out var before) is { } unclear) return unclear;
            var stats = await Read(session.Aside, today.Date, from, to, before, stop);
            if (string.IsNullOrEmpty(convertTo)) return (IResult)Answer.Of(stats);
            if (ConvertedStats.Asked(convertTo, out var currency) is { } unknown) return unknown;
            var rates = (await session.Streams<ExchangeRates>().Load(ExchangeRates.Id, stop)).State;
            return ConvertedStats.Of(stats.Items, rates, currency, at ?? today.Date).TryGet(out var converted, out var refused) ? Answer.Of(stats with { Converted = converted }) : edge.Refused(refused);
        })
        .Produces<AllInvoiceStats>().Requires(Permission.SeeInvoicing).WithSummary("What was billed, received, is outstanding and late, per currency; with convertTo also seen in one currency, by dated rates that are told; with compare=period or compare=year beside the days before");

    /// <summary>What is wrong with what was asked for, or null; and which days it is compared with.</summary>
    internal static Problem? Asked(DateOnly? from, DateOnly? to, string? compare, DateOnly today, out Period? before)
    {
        before = null;
        if (from > to) return Problems.BadRequest(new Fault("?to", "The days end before they begin."));
        if (ComparedDays.Read(compare, out var with) is { } unclear) return unclear;
        if (with is { } wanted) before = ComparedDays.Of(from, to, today, wanted);
        return null;
    }

    /// <summary>The statistics of some days, and where wanted of those before.</summary>
    internal static async Task<AllInvoiceStats> Read(Session session, DateOnly today, DateOnly? from, DateOnly? to, Period? before, CancellationToken stop)
    {
        var items = await Read(session, today, from, to, stop);
        if (before is not { } days) return new AllInvoiceStats(today, from, to, items, null, null);
        var (now, compared) = ComparedStats.Of(days, items, await Read(session, today, days.From, days.Through, stop));
        return new AllInvoiceStats(today, from, to, now, null, compared);
    }

    private static Task<List<InvoiceStats>> Read(Session session, DateOnly today, DateOnly? from, DateOnly? to, CancellationToken stop) => session.Read(Sql, [Day(today), Day(from), Day(to)], async row =>
    {
        var items = new List<InvoiceStats>();
        while (await row.ReadAsync(stop)) items.Add(Row(row));
        return items;
    }, stop);

    /// <summary>Of a currency in which there was nothing.</summary>
    internal static InvoiceStats Nothing(Currency currency)
    {
        var (none, zero) = (new CountAndSum(0, Money.Zero(currency)), Money.Zero(currency));
        return new InvoiceStats(currency, none, none, none, none, none, none, none, none, zero, zero, zero, null, null, null, new Aging(zero, zero, zero, zero, zero));
    }

    private static InvoiceStats Row(NpgsqlDataReader row)
    {
        var currency = Currency.Parse(row.GetString(0));
        Money Amount(int column) => row.IsDBNull(column) ? Money.Zero(currency) : Money.Round(row.GetDecimal(column), currency);
        CountAndSum Pair(int column) => new(row.IsDBNull(column) ? 0 : row.GetInt64(column), Amount(column + 1));
        var (paid, billed) = (Pair(12), Pair(18));
        return new InvoiceStats(
            currency, Pair(6), Pair(8), Pair(10), paid, Pair(14), Pair(16), billed, Pair(1), Amount(3), Amount(4), Amount(20), billed.Count == 0 ? null : Money.Round(billed.Sum.Amount / billed.Count, currency),
            row.IsDBNull(21) ? null : decimal.Round(row.GetDecimal(21), 1), billed.Count == 0 ? null : new Percentage(decimal.Round(100m * paid.Count / billed.Count, 2)), new Aging(Amount(22), Amount(23), Amount(24), Amount(25), Amount(26)));
    }

    private static string CountAndSumOf(string which, string amount) => $"count(*) filter (where {which}), coalesce(sum({amount}) filter (where {which}), 0)";

    private static string SumOf(string which) => $"coalesce(sum(i.outstanding) filter (where {which}), 0)";

    private static NpgsqlParameter Day(DateOnly? day) => new() { Value = (object?)day ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date };
}

/// <summary>Statistics of all currencies; amounts of different currencies are never added.</summary>
/// <param name="On">The day they are true on, in the organisation's zone.</param>
/// <param name="Converted">All of them seen in one currency; null where that was not asked for.</param>
/// <param name="Before">The days before, and what moved since; null where that was not asked for, or nothing lies before.</param>
internal sealed record AllInvoiceStats(DateOnly On, DateOnly? From, DateOnly? To, IReadOnlyList<InvoiceStats> Items, ConvertedStats? Converted, ComparedStats? Before);

/// <summary>How many, and what they come to.</summary>
internal sealed record CountAndSum(long Count, Money Sum);

/// <summary>What is outstanding, by the days it is late.</summary>
internal sealed record Aging(Money NotDue, Money Days1To30, Money Days31To60, Money Days61To90, Money Over90);
