using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Support;

/// <summary>What is known of several clients, each with the months that are looked at.</summary>
/// <param name="LeftOut">Those whose months cannot be worked out: the others still can.</param>
internal sealed record MonthGrounds(IReadOnlyList<ClientMonths> Known, IReadOnlyList<MonthLeftOut> LeftOut)
{
    /// <summary>Of each client once, whichever of its merged ones is named.</summary>
    public static async Task<MonthGrounds> Of(IEnumerable<(Guid Client, IReadOnlyList<DateOnly> Months)> clients, Session session, IInvoicing invoicing, MonthReading reading, CancellationToken stop)
    {
        var (known, left, seen) = (new List<ClientMonths>(), new List<MonthLeftOut>(), new HashSet<Guid>());
        foreach (var (id, months) in clients)
        {
            if (await invoicing.Client(session, id, stop) is not { } client || !seen.Add(client.Id)) continue;
            var ground = await reading.Ground(client, months[0], months[^1], stop);
            if (ground.Check(months) is { } refused) left.Add(new(client.Id, client.Name, refused.Code, refused.Sentence));
            else known.Add(new(client, ground, months));
        }
        return new MonthGrounds(known, left);
    }
}

/// <summary>Months of a client, in order, and what they are worked out of.</summary>
internal sealed record ClientMonths(BilledClient Client, MonthGround Ground, IReadOnlyList<DateOnly> Months)
{
    /// <summary>What each of them comes to, without what only its own page shows.</summary>
    public IEnumerable<MonthPage> Pages => Months.Select(month => MonthPage.Of(Client, Ground, month, new Dictionary<Guid, RequestCard>(), [], new Dictionary<string, WantedInvoiceAnswer>()));
}

/// <summary>A client whose months cannot be worked out, so that nothing of it is counted.</summary>
/// <param name="Code">Why, as the sentence.</param>
internal sealed record MonthLeftOut(Guid ClientId, string ClientName, string Code, string Sentence);
