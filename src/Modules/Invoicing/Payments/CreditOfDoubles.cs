using Billing.EventStore;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>A client's credit is where the client is: that of a double goes to the client that stays, to pay invoices and to be paid out there.</summary>
internal static class CreditOfDoubles
{
    private const string Left = "select currency from invoicing_client_accounts where tenant_id = $1 and client_id = $2 and balance > 0 order by currency";
    private const string Stranded = """
        select distinct c.merged_into, c.id from invoicing_clients c join invoicing_client_accounts a on a.tenant_id = c.tenant_id and a.client_id = c.id
        where c.tenant_id = $1 and c.merged_into is not null and a.balance > 0
        """;

    /// <summary>The account of the client that an id stands for now.</summary>
    public static async Task<(Guid Id, ClientId Client)> Account(Attempt attempt, ClientId id, Currency currency)
    {
        var client = await DraftGrounds.Find(attempt, id) is { } found ? found.Id : id;
        return (ClientAccount.IdOf(client, currency), client);
    }

    /// <summary>Moves what the double has in any currency; nothing when it has none.</summary>
    /// <param name="today">In the organisation's zone.</param>
    /// <returns>The refusal, or null.</returns>
    public static async Task<Refusal?> HandOver(Attempt attempt, ClientId @double, ClientId survivor, DateOnly today)
    {
        foreach (var currency in await CurrenciesLeft(attempt, @double))
        {
            var from = ClientAccount.IdOf(@double, currency);
            var all = (await attempt.LoadNow<ClientAccount>(from)).State.In(currency);
            if (!all.IsPositive) continue; // used since its row was read
            if (await attempt.Decide<ClientAccount, ClientAccountEvent>(from, account => account.HandOver(survivor, today)) is { } kept) return kept;
            if (await attempt.Decide<ClientAccount, ClientAccountEvent>(ClientAccount.IdOf(survivor, currency), _ => new CreditTakenOver(survivor, @double, all, today)) is { } refused) return refused;
        }
        return null;
    }

    /// <summary>Has what lies with doubles that were merged already handed over.</summary>
    public static async Task Gather(Session session, CancellationToken stop)
    {
        var left = await session.Read(Stranded, [], async reader =>
        {
            var doubles = new List<DoubleMerged>();
            while (await reader.ReadAsync(stop)) doubles.Add(new(reader.GetGuid(0), reader.GetGuid(1)));
            return doubles;
        }, stop);
        var work = session.Begin();
        foreach (var one in left) work.Send(When_a_client_took_over.Message, one, key: $"credit of {one.Double}");
        await work.Commit();
    }

    private static Task<List<Currency>> CurrenciesLeft(Attempt attempt, ClientId @double) => attempt.Work.Session.Read(Left, [new NpgsqlParameter<Guid> { TypedValue = @double.Value }], async reader =>
    {
        var left = new List<Currency>();
        while (await reader.ReadAsync(attempt.Stop)) left.Add(Currency.Parse(reader.GetString(0)));
        return left;
    }, attempt.Stop);
}
