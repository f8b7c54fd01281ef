using Billing.EventStore;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Explains what a client owes, and its credit: by everything on its statement, and by everything that credit came from and went to.</summary>
internal sealed class ExplainClient(Streams<Client> clients, Today today) : IExplained
{
    public string Kind => "client";

    public Permission Needed => Permission.SeeInvoicing;

    public IReadOnlyList<string> Amounts => ["balance", "credit"];

    public bool PerCurrency => true;

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Guid() is not { } id || asked.Currency is not { } currency || await ClientStatement.Load(new ClientId(id), session, clients, today.Date, stop) is not { } statement) return null;
        var told = asked.Amount == "credit" ? await Credit(session, statement.Id, currency, asked, stop)
            : ExplainedWiring.SumPaged(ExplainedAs.Balance, currency, await Lines(session, statement.Accounts.FirstOrDefault(account => account.Currency == currency)?.Lines ?? [], stop), asked);
        return told with { Text = statement.Name, Record = new("client", statement.Id.ToString()) };
    }

    private static async Task<List<Explained>> Lines(Session session, IReadOnlyList<BalancedLine> lines, CancellationToken stop)
    {
        var parts = new List<Explained>();
        foreach (var line in lines)
            parts.Add(line.Kind switch
            {
                "invoice" => Explained.Leaf(ExplainedAs.Invoice, line.Amount) with { Place = new(ExplainInvoice.Name, line.Id.ToString(), "total"), Record = new(ExplainInvoice.Name, line.Id.ToString()) },
                "payment" => Explained.Leaf(ExplainedAs.Payment, line.Amount) with { Place = new(ExplainPayment.Name, line.Id.ToString(), "kept"), Record = new(ExplainPayment.Name, line.Id.ToString()) },
                "creditNote" => Explained.Leaf(ExplainedAs.CreditNote, line.Amount) with { Event = (await session.Past<CreditNote>(line.Id, "credit-note", stop)).Events is [var written, ..] ? written.Event : null, Record = new("credit-note", line.Id.ToString()) },
                _ => Explained.Leaf(ExplainedAs.Refunded, line.Amount) with { Rule = new(ExplainedBy.Entered, "") },
            } with { Text = line.Reference });
        return parts;
    }

    /// <summary>Every movement of the credit, in order.</summary>
    private static async Task<Explained> Credit(Session session, ClientId client, Currency currency, ExplainedPlace asked, CancellationToken stop)
    {
        var past = await session.Past<ClientAccount>(ClientAccount.IdOf(client, currency), "client-account", stop);
        var (account, parts) = (ClientAccount.Initial, new List<Explained>());
        foreach (var one in past.Events)
        {
            var (before, after) = (account.In(currency), (account = account.Apply(one.Data)).In(currency));
            if (before == after) continue;
            var name = one.Data switch { CreditUsed => ExplainedAs.CreditUsed, CreditRegained => ExplainedAs.CreditReleased, CreditWithdrawn or CreditHandedOver => ExplainedAs.CreditWithdrawn, _ => ExplainedAs.CreditAdded };
            parts.Add(Explained.Leaf(name, after - before) with { Event = one.Event, Record = one.Data is CreditUsed used ? new(ExplainInvoice.Name, used.InvoiceId.ToString()) : null });
        }
        return ExplainedWiring.SumPaged(ExplainedAs.Credit, currency, parts, asked);
    }
}
