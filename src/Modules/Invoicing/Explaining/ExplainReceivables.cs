using Billing.EventStore;
using Billing.Web;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>Explains what all invoices of a currency still ask for, invoice by invoice: what is not late, what is, and what nobody expects any more.</summary>
internal sealed class ExplainReceivables(Today today) : IExplained
{
    // A page and the sum from there on in one statement, so that both are of one moment.
    private const string Sql = """
        select i.id, i.number, i.outstanding, count(*) over (), sum(i.outstanding) over (order by i.due_date, i.id rows between current row and unbounded following)
        from invoicing_invoices i
        where i.tenant_id = $1 and i.currency = $2 and i.outstanding > 0 and case $3 when 'uncollectible' then i.standing = 'given_up' when 'overdue' then i.standing = 'issued' and i.due_date < $4 when 'unpaid' then i.standing = 'issued' and i.due_date >= $4 else i.standing = 'issued' end
        order by i.due_date, i.id offset $5 limit $6
        """;

    public string Kind => "receivables";

    public Permission Needed => Permission.SeeInvoicing;

    public IReadOnlyList<string> Amounts => ["outstanding", "unpaid", "overdue", "uncollectible"];

    public bool PerCurrency => true;

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Id != "all" || asked.Currency is not { } currency) return null;
        NpgsqlParameter[] values =
        [
            new NpgsqlParameter<string> { TypedValue = currency.Code }, new NpgsqlParameter<string> { TypedValue = asked.Amount! }, new NpgsqlParameter<DateOnly> { TypedValue = today.Date },
            new NpgsqlParameter<int> { TypedValue = asked.After }, new NpgsqlParameter<int> { TypedValue = ExplainedWiring.PartsAtOnce },
        ];
        return await session.Read(Sql, values, async row =>
        {
            var (parts, all, fromHere) = (new List<Explained>(), 0, ExactAmount.Zero(currency));
            while (await row.ReadAsync(stop))
            {
                if (parts.Count == 0) (all, fromHere) = ((int)row.GetInt64(3), new(row.GetDecimal(4), currency));
                parts.Add(Explained.Leaf(ExplainedAs.Invoice, new(row.GetDecimal(2), currency)) with { Text = row.GetString(1), Place = new(ExplainInvoice.Name, row.GetGuid(0).ToString(), "outstanding"), Record = new(ExplainInvoice.Name, row.GetGuid(0).ToString()) });
            }
            if (all - asked.After - parts.Count is > 0 and var further)
                parts.Add(Explained.Leaf(ExplainedAs.More, fromHere - ExactAmount.Sum(currency, parts.Select(part => part.Amount))) with { Count = further, Place = asked with { After = asked.After + ExplainedWiring.PartsAtOnce } });
            return Explained.Of(asked.After > 0 ? ExplainedAs.More : ExplainedAs.Receivables, fromHere, parts);
        }, stop);
    }
}
