using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>What was billed and received in each month, per currency: the same figures as <see cref="InvoiceStats"/>, a month at a time.</summary>
/// <param name="Months">One after another, those without anything too.</param>
internal sealed record InvoiceMonths(Currency Currency, IReadOnlyList<InvoiceMonth> Months)
{
    /// <summary>Most months at once: ten years.</summary>
    private const int Most = 120;

    private const int Usual = 12;

    // $2 and $3 are the first and the last day.
    private const string Sql = """
        with billing as (
            select i.currency, date_trunc('month', i.issue_date)::date as month, count(*) as invoices, sum(i.total) as billed
            from invoicing_invoices i where i.tenant_id = $1 and i.standing in ('issued', 'given_up') and i.issue_date between $2 and $3 group by 1, 2),
        receiving as (
            select m.currency, date_trunc('month', m.day)::date as month, count(*) filter (where m.came) as payments, sum(m.amount) as received
            from (
                select p.currency, p.received_on as day, true as came, p.amount - p.refunded as amount from invoicing_payments p where p.tenant_id = $1 and not p.undone
                union all
                select o.currency, o.paid_on, false, -o.amount from invoicing_pay_outs o where o.tenant_id = $1) m
            where m.day between $2 and $3 group by 1, 2)
        select coalesce(b.currency, r.currency), coalesce(b.month, r.month), coalesce(b.invoices, 0), coalesce(b.billed, 0), coalesce(r.payments, 0), coalesce(r.received, 0)
        from billing b full join receiving r on r.currency = b.currency and r.month = b.month order by 1, 2
        """;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/invoices/stats/months", async (Session session, Today today, CancellationToken stop, DateOnly? from = null, DateOnly? to = null, string? compare = null) =>
        {
            if (Asked(from, to, compare, today.Date, out var months, out var before) is { } unclear) return unclear;
            return (IResult)Answer.Of(new AllInvoiceMonths(months[0].From, months[^1].Through, await Read(session.Aside, months, before, stop)));
        })
        .Produces<AllInvoiceMonths>().Requires(Permission.SeeInvoicing).WithSummary("What was billed and received in each month that the days touch, per currency; the last twelve unless asked otherwise; with compare=period or compare=year each beside one before");

    /// <summary>What is wrong with what was asked for, or null; the months, and how many months before each lies the one that it is compared with.</summary>
    internal static Problem? Asked(DateOnly? from, DateOnly? to, string? compare, DateOnly today, out Period[] months, out int? before)
    {
        (months, before) = ([], null);
        if (from > to) return Problems.BadRequest(new Fault("?to", "The days end before they begin."));
        if ((from ?? to ?? today) is { Year: < 1900 or > 2999 } || (to ?? today) is { Year: < 1900 or > 2999 }) return Problems.BadRequest(new Fault("?from", "Ask for days between 1900 and 2999."));
        if (ComparedDays.Read(compare, out var with) is { } unclear) return unclear;
        var last = FirstOf(to ?? (from > today ? from.Value : today));
        var first = FirstOf(from ?? last.AddMonths(1 - Usual));
        var count = ComparedDays.MonthsOf(first, last);
        if (count > Most) return Problems.BadRequest(new Fault("?from", $"At most {Most} months can be shown at once."));
        months = [.. Enumerable.Range(0, count).Select(n => MonthOf(first.AddMonths(n)))];
        before = with switch { ComparedWith.Period => count, ComparedWith.Year => 12, _ => null };
        return null;
    }

    /// <summary>The months, and where wanted beside each the one so many months before.</summary>
    internal static async Task<IReadOnlyList<InvoiceMonths>> Read(Session session, Period[] months, int? before, CancellationToken stop)
    {
        var now = await Read(session, months, stop);
        if (before is not { } back) return now;
        Period[] earlier = [.. months.Select(month => MonthOf(month.From.AddMonths(-back)))];
        var then = await Read(session, earlier, stop);
        InvoiceMonth[] Of(List<InvoiceMonths> read, Period[] asked, Currency currency) => [.. read.FirstOrDefault(one => one.Currency == currency)?.Months ?? asked.Select(month => InvoiceMonth.Nothing(month, currency))];
        return [.. now.Concat(then).Select(one => one.Currency).Distinct().OrderBy(currency => currency.Code, StringComparer.Ordinal)
            .Select(currency => new InvoiceMonths(currency, [.. Of(now, months, currency).Zip(Of(then, earlier, currency), (month, was) => month.Beside(was))]))];
    }

    private static Task<List<InvoiceMonths>> Read(Session session, Period[] months, CancellationToken stop) => session.Read(
        Sql, [new NpgsqlParameter<DateOnly> { TypedValue = months[0].From }, new NpgsqlParameter<DateOnly> { TypedValue = months[^1].Through }], async row =>
        {
            var known = new List<(Currency Currency, InvoiceMonth Month)>();
            while (await row.ReadAsync(stop))
            {
                var (currency, first) = (Currency.Parse(row.GetString(0)), row.GetFieldValue<DateOnly>(1));
                known.Add((currency, new InvoiceMonth(months.Single(month => month.From == first), new(row.GetInt64(2), new(row.GetDecimal(3), currency)), new(row.GetInt64(4), new(row.GetDecimal(5), currency)))));
            }
            return known.GroupBy(one => one.Currency, one => one.Month)
                .Select(group => new InvoiceMonths(group.Key, [.. months.Select(month => group.FirstOrDefault(one => one.Period == month) ?? InvoiceMonth.Nothing(month, group.Key))])).ToList();
        }, stop);

    private static Period MonthOf(DateOnly first) => new(first, first.AddDays(DateTime.DaysInMonth(first.Year, first.Month) - 1));

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <summary>What was billed and received in one month.</summary>
/// <param name="Period">From its first day through its last.</param>
/// <param name="Billed">By issue date, without voided ones.</param>
/// <param name="Received">By the day money came in, less what was given back of it and less credit that was paid out.</param>
/// <param name="Before">The month that it is compared with; null where that was not asked for.</param>
internal sealed record InvoiceMonth(Period Period, CountAndSum Billed, CountAndSum Received, MonthBefore? Before = null)
{
    public static InvoiceMonth Nothing(Period month, Currency currency) => new(month, new(0, Money.Zero(currency)), new(0, Money.Zero(currency)));

    public InvoiceMonth Beside(InvoiceMonth was) => this with { Before = new MonthBefore(was.Period, was.Billed, was.Received, Change.Of(Billed.Sum, was.Billed.Sum), Change.Of(Received.Sum, was.Received.Sum)) };
}

/// <summary>The month that another one is compared with.</summary>
/// <param name="BilledSince">How much more was billed in the later one.</param>
/// <param name="ReceivedSince">How much more came in.</param>
internal sealed record MonthBefore(Period Period, CountAndSum Billed, CountAndSum Received, Change BilledSince, Change ReceivedSince);

/// <summary>Billed and received by month, for all currencies; amounts of different currencies are never added.</summary>
/// <param name="From">The first day of the first month.</param>
/// <param name="Through">The last day of the last.</param>
internal sealed record AllInvoiceMonths(DateOnly From, DateOnly Through, IReadOnlyList<InvoiceMonths> Items);
