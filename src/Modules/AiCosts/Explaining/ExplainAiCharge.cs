using System.Globalization;
using Billing.EventStore;
using Billing.Web;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>Explains what a client was charged for a month of AI services: the cost in the charge's currency, and what came on top of it.</summary>
internal sealed class ExplainAiCharge : IExplained
{
    // All of them and their sum in one statement: what is listed and what is not are of one moment.
    private const string Sql = """
        select p.usage_id, coalesce(u.model, u.item, u.report, ''), u.basis, p.amount, u.start_at, count(*) over (), sum(p.amount) over (order by p.place rows between current row and unbounded following)
        from ai_charged_usage p left join ai_usage u on u.tenant_id = p.tenant_id and u.id = p.usage_id
        where p.tenant_id = $1 and p.charge_id = $2 order by p.place offset $3 limit $4
        """;

    public static string Name { get; } = $"{ChargedMonths.Module}.{ChargedMonths.Kind}";

    public string Kind => Name;

    public Permission Needed => Permission.SeeAiCosts;

    public IReadOnlyList<string> Amounts => ["amount", "cost"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Guid() is not { } id) return null;
        var past = await session.Past<AiCharge>(id, null, stop);
        if (past.State is not { Revision: > 0, Rate: { } rate } charge) return null;
        var happened = past.Events[^1].Event;
        return asked.Amount == "cost" ? await Cost(session, id, charge, rate, asked, happened, stop) : Of(id, charge, rate, happened);
    }

    /// <summary>Cost × rate, and markup or margin.</summary>
    internal static Explained Of(Guid id, AiCharge charge, ConversionRate rate, ExplainedEvent? happened)
    {
        var (cost, converted) = (new ExactAmount(charge.Cost.Value, rate.From), new ExactAmount(charge.Cost.Value * rate.Rate.Value, rate.To));
        List<Explained> parts = [Explained.Leaf(ExplainedAs.AiCosts, converted) with { Rule = rate.From == rate.To ? null : new(ExplainedBy.Rate, Rate(cost, rate)), Event = happened, Place = new(Name, id.ToString(), "cost") }];
        if (charge.Terms.Markup is { Value: > 0 } markup) parts.Add(Explained.Leaf(ExplainedAs.Markup, new(charge.Cost.Value * rate.Rate.Value * markup.Value / 100, rate.To)) with { Rule = new(ExplainedBy.Share, $"{markup} × {converted}"), Event = happened });
        if (charge.Terms.Margin is { IsZero: false } margin && !cost.IsZero) parts.Add(Explained.Leaf(ExplainedAs.Margin, margin) with { Rule = new(ExplainedBy.Flat, margin.ToString()), Event = happened });
        return Explained.Of(ExplainedAs.AiCosts, charge.Amount, parts) with { Text = charge.From.ToString("yyyy-MM", CultureInfo.InvariantCulture), Event = happened };
    }

    /// <summary>The cost, record by record, in the charge's currency.</summary>
    private static async Task<Explained> Cost(Session session, Guid id, AiCharge charge, ConversionRate rate, ExplainedPlace asked, ExplainedEvent happened, CancellationToken stop)
    {
        ExactAmount In(decimal cost) => new(cost * rate.Rate.Value, rate.To);
        var page = await session.Read(Sql, [ChargedMonths.Id(id), new NpgsqlParameter<int> { TypedValue = asked.After }, new NpgsqlParameter<int> { TypedValue = ExplainedWiring.PartsAtOnce }], async row =>
        {
            var page = new AiUsagePage([], 0, ExactAmount.Zero(rate.To));
            while (await row.ReadAsync(stop))
            {
                var cost = new ExactAmount(row.GetDecimal(3), rate.From);
                page = page.With(In(cost.Value), (int)row.GetInt64(5), In(row.GetDecimal(6)), new AiExplainedUsage(
                    row.GetGuid(0), row.GetString(1), row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4), row.IsDBNull(2) ? null : row.GetString(2), rate.From == rate.To ? "" : Rate(cost, rate), happened));
            }
            return page;
        }, stop);
        return page.Explain(asked, In(charge.Cost.Value), ExplainedAs.AiCosts);
    }

    private static string Rate(ExactAmount cost, ConversionRate rate) => $"{cost} × {rate.Rate}";
}
