using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>A month of an account in one currency.</summary>
/// <param name="Account">Which.</param>
/// <param name="Role">An account of attribution has no cost that counts.</param>
/// <param name="Cost">What counts: reported where the provider tells money, else computed; and what was written by hand.</param>
/// <param name="Reported">What the provider says.</param>
/// <param name="Computed">What the price book makes of the tokens; never added to the former.</param>
/// <param name="InputTokens">All that was read, however.</param>
/// <param name="OutputTokens">All that was made.</param>
/// <param name="Requests">As far as providers count them.</param>
/// <param name="Unpriced">Records that the price book says nothing of.</param>
/// <param name="MonthlyLimit">How much it may cost; null: nobody says.</param>
/// <param name="LimitUsed">Hundredths of the limit; null without one, or in another currency.</param>
/// <param name="Projection">What the month comes to when its days go on as they went; null for a month that is over.</param>
internal sealed record AiMonthLine(
    AiAccountId Account, string Provider, string Name, AiRole Role, Cost Cost, Cost Reported, Cost Computed, long InputTokens, long OutputTokens, long Requests, int Unpriced, Money? MonthlyLimit, UnitPrice? LimitUsed, AiProjectionPart? Projection);

/// <summary>How a month goes on.</summary>
/// <param name="AtEnd">What it comes to.</param>
/// <param name="Confidence">How many hundredths of it are over.</param>
/// <param name="Breaks">The day on which the limit is spent; null: it lasts, or there is none.</param>
internal sealed record AiProjectionPart(Cost AtEnd, Percentage Confidence, DateOnly? Breaks);

/// <summary>A month of all accounts.</summary>
/// <param name="From">Its first day, UTC.</param>
/// <param name="Through">Its last.</param>
/// <param name="Items">By account and currency; an account that used nothing is among them, in dollars.</param>
/// <param name="Totals">What counts, by currency.</param>
internal sealed record AiMonthPage(DateOnly From, DateOnly Through, IReadOnlyList<AiMonthLine> Items, IReadOnlyList<Cost> Totals);

/// <summary>What a group cost on a day.</summary>
/// <param name="Day">UTC.</param>
/// <param name="Group">Empty: it has none; of clients and tags: it is nobody's yet. Of clients and accounts, the id.</param>
internal sealed record AiDayLine(DateOnly Day, string Group, Cost Cost, long InputTokens, long OutputTokens, long Requests, int Unpriced);

/// <summary>This month by account, and any days by group.</summary>
internal static class ShowUsage
{
    private const int MostDays = 400;

    private static readonly string MonthSql = $"""
        {CountedUsage.Sql}
        select a.id, a.provider, a.name, a.role, coalesce(c.currency, 'USD'), coalesce(sum(c.cost) filter (where c.is_money), 0), coalesce(sum(c.cost) filter (where c.basis = 'reported' and not c.is_double), 0), coalesce(sum(c.cost) filter (where c.basis = 'computed'), 0),
               coalesce(sum({CountedUsage.InputTokens}) filter (where c.is_use or a.role <> 'money'), 0)::bigint, coalesce(sum({CountedUsage.OutputTokens}) filter (where c.is_use or a.role <> 'money'), 0)::bigint, coalesce(sum(c.requests), 0)::bigint, count(c.unpriced)::integer, a.limit_amount, a.limit_currency, coalesce(sum(c.cost) filter (where c.is_money and c.source = 'seats'), 0)
        from ai_accounts a left join counted c on c.account_id = a.id and c.basis <> 'estimated'
        where a.tenant_id = $1 and (not a.archived or c.id is not null)
        group by a.id, a.provider, a.name, a.role, coalesce(c.currency, 'USD'), a.limit_amount, a.limit_currency
        order by 6 desc, a.provider, a.name, a.id
        """;

    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["provider"] = "provider", ["account"] = "account_id::text", ["model"] = "model", ["project"] = "project", ["key"] = "api_key", ["user"] = "person", ["tier"] = "tier", ["item"] = "item",
    };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/ai/usage", async (Session session, CancellationToken stop, string? month = null) =>
        {
            var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
            if (Month(month, today) is not { } first) return (IResult)Problems.BadRequest(new Fault("?month", "A month is written as 2026-11."));
            return TypedResults.Ok(await Of(session, first, today, stop));
        })
        .Produces<AiMonthPage>().Requires(Permission.SeeAiCosts).WithSummary("What AI services cost in a month, by account, and what the month comes to");

        app.MapGet("/api/ai/usage/daily", async (Session session, IInvoicing invoicing, CancellationToken stop, DateOnly? from = null, DateOnly? until = null, [AllowedValues("provider", "account", "model", "project", "key", "user", "tier", "item", "client", "tag")] string groupBy = "provider") =>
        {
            var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
            var (first, end) = (from ?? today.AddDays(-29), until ?? today.AddDays(1));
            TargetKind? kind = groupBy switch { "client" => TargetKind.Client, "tag" => TargetKind.Tag, _ => null };
            if (!Groups.TryGetValue(groupBy, out var group) && kind is null) return (IResult)Problems.BadRequest(new Fault("?groupBy", $"Days are grouped by {string.Join(", ", Groups.Keys)}, client, tag."));
            if (end <= first || end.DayNumber - first.DayNumber > MostDays) return Problems.BadRequest(new Fault("?until", $"Ask for 1 to {MostDays} days: until is the day behind the last."));
            if (kind is { } wanted) return TypedResults.Ok(new Page<AiDayLine>(await AiAllocations.Days(session, first, end, wanted, await invoicing.Merged(session, stop), stop), null));
            var sql = $"""
                {CountedUsage.Sql}
                select c.day, coalesce({group}, ''), coalesce(c.currency, 'USD'), coalesce(sum(c.cost) filter (where c.is_money), 0), coalesce(sum({CountedUsage.InputTokens}) filter (where c.is_use), 0)::bigint, coalesce(sum({CountedUsage.OutputTokens}) filter (where c.is_use), 0)::bigint, coalesce(sum(c.requests) filter (where c.is_use), 0)::bigint, count(c.unpriced)::integer
                from counted c where c.is_money or c.is_use group by 1, 2, 3 order by 1, 2, 3
                """;
            return TypedResults.Ok(new Page<AiDayLine>(await session.Read(sql, Between(first, end), async row =>
            {
                var days = new List<AiDayLine>();
                while (await row.ReadAsync(stop)) days.Add(new(row.GetFieldValue<DateOnly>(0), row.GetString(1), new Cost(row.GetDecimal(3), Currency.Parse(row.GetString(2))), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt32(7)));
                return days;
            }, stop), null));
        })
        .Produces<Page<AiDayLine>>().Requires(Permission.SeeAiCosts).WithSummary("What AI services cost day by day, by group; by client and by tag as the rules of allocation say");
    }

    /// <summary>The parameters that <see cref="CountedUsage.Sql"/> asks for.</summary>
    internal static NpgsqlParameter[] Between(DateOnly from, DateOnly until) => [Moment(from), Moment(until)];

    private static async Task<AiMonthPage> Of(Session session, DateOnly first, DateOnly today, CancellationToken stop)
    {
        var period = new Period(first, first.AddMonths(1).AddDays(-1));
        var items = await session.Read(MonthSql, Between(first, first.AddMonths(1)), async row =>
        {
            var lines = new List<AiMonthLine>();
            while (await row.ReadAsync(stop)) lines.Add(Line(row, period, today));
            return lines;
        }, stop);
        return new AiMonthPage(period.From, period.Through, items, [.. items.GroupBy(item => item.Cost.Currency).Select(same => Cost.Sum(same.Select(item => item.Cost), same.Key)).OrderBy(total => total.Currency.Code, StringComparer.Ordinal)]);
    }

    private static AiMonthLine Line(NpgsqlDataReader row, Period period, DateOnly today)
    {
        var currency = Currency.Parse(row.GetString(4));
        var cost = new Cost(row.GetDecimal(5), currency);
        Money? limit = row.IsDBNull(12) ? null : new Money(row.GetDecimal(12), Currency.Parse(row.GetString(13)));
        Cost? most = limit is { } money && money.Currency == currency ? new Cost(money.Amount, currency) : null;
        var goesOn = today >= period.From && today <= period.Through && Projection.Of(cost, period, today, most, new Cost(row.GetDecimal(14), currency)).TryGet(out var projection, out _) ? new AiProjectionPart(projection.AtEnd, projection.Confidence, projection.Breaks) : null;
        return new AiMonthLine(
            new(row.GetGuid(0)), row.GetString(1), row.GetString(2), Enum.Parse<AiRole>(row.GetString(3), ignoreCase: true), cost, new Cost(row.GetDecimal(6), currency), new Cost(row.GetDecimal(7), currency), row.GetInt64(8), row.GetInt64(9), row.GetInt64(10), row.GetInt32(11),
            limit, most is { } all ? new UnitPrice(decimal.Round(cost.Amount / all.Amount * 100, 2, MidpointRounding.AwayFromZero)) : null, goesOn);
    }

    private static DateOnly? Month(string? month, DateOnly today) => month is null ? new DateOnly(today.Year, today.Month, 1) : AiMonth.Read(month) is { Year: > 2000 and < 9999 } first ? first : null;

    private static NpgsqlParameter Moment(DateOnly day) => AiUsageStatements.Moment(new DateTimeOffset(day, default, TimeSpan.Zero));
}
