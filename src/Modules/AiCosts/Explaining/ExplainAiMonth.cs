using Billing.EventStore;
using Billing.Web;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>Explains what AI services cost in a month: account by account, and each account record by record.</summary>
internal sealed class ExplainAiMonth : IExplained
{
    public const string Name = "ai-month";

    private const string AccountsSql = $"""
        {CountedUsage.Sql}
        select c.account_id, c.account_name, sum(c.cost), count(*) from counted c where c.is_money and c.cost <> 0 and c.currency = $4 group by 1, 2 order by 3 desc, 1
        """;

    private const string RecordsSql = $"""
        {CountedUsage.Sql}
        select c.id, coalesce(c.model, c.item, c.report, ''), c.basis, c.cost, c.start_at, count(*) over (), sum(c.cost) over (order by c.cost desc, c.id rows between current row and unbounded following)
        from counted c where c.is_money and c.cost <> 0 and c.currency = $4 and c.account_id = $5 order by c.cost desc, c.id offset $6 limit $7
        """;

    public string Kind => Name;

    public Permission Needed => Permission.SeeAiCosts;

    public IReadOnlyList<string> Amounts => ["cost"];

    public bool PerCurrency => true;

    /// <summary>Of a month such as <c>2025-06</c>, or of an account in it: <c>2025-06/…</c>.</summary>
    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Currency is not { } currency || asked.Id.Split('/') is not { Length: 1 or 2 } place || AiMonth.Read(place[0]) is not { } from) return null;
        var window = ShowUsage.Between(from, from.AddMonths(1)).Append(new NpgsqlParameter<string> { TypedValue = currency.Code });
        if (place.Length == 1) return await Month(session, asked, currency, [.. window], stop);
        return Guid.TryParse(place[1], out var account) ? await Account(session, asked, currency, account, [.. window], stop) : null;
    }

    private static async Task<Explained> Month(Session session, ExplainedPlace asked, Currency currency, NpgsqlParameter[] window, CancellationToken stop)
    {
        var parts = await session.Read(AccountsSql, window, async row =>
        {
            var all = new List<Explained>();
            while (await row.ReadAsync(stop))
                all.Add(Explained.Leaf(ExplainedAs.AiAccount, new(row.GetDecimal(2), currency)) with { Text = row.GetString(1), Count = (int)row.GetInt64(3), Record = new("ai-account", row.GetGuid(0).ToString()), Place = new(Name, $"{asked.Id}/{row.GetGuid(0)}", "cost", currency) });
            return all;
        }, stop);
        return ExplainedWiring.SumPaged(ExplainedAs.AiCosts, currency, parts, asked) with { Text = asked.Id };
    }

    private static async Task<Explained?> Account(Session session, ExplainedPlace asked, Currency currency, Guid account, NpgsqlParameter[] window, CancellationToken stop)
    {
        var known = await session.Past<AiAccount>(account, "ai-account", stop);
        if (known.Events.Count == 0) return null;
        NpgsqlParameter[] of = [.. window, ChargedMonths.Id(account), new NpgsqlParameter<int> { TypedValue = asked.After }, new NpgsqlParameter<int> { TypedValue = ExplainedWiring.PartsAtOnce }];
        var page = await session.Read(RecordsSql, of, async row =>
        {
            var page = new AiUsagePage([], 0, ExactAmount.Zero(currency));
            while (await row.ReadAsync(stop))
                page = page.With(new(row.GetDecimal(3), currency), (int)row.GetInt64(5), new(row.GetDecimal(6), currency), new AiExplainedUsage(row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(4), row.GetString(2), "", null));
            return page;
        }, stop);
        return page.Explain(asked, page.FromHere, ExplainedAs.AiAccount) with { Text = known.State.Name, Event = known.Events[0].Event, Record = new("ai-account", account.ToString()) };
    }
}
