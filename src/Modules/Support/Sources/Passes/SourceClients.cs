using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Support;

/// <summary>Finds the clients here of those outside; of one that was merged, the one that stays. Each is asked for once.</summary>
internal sealed class SourceClients(Session session, IInvoicing invoicing, SourceMeanings meanings)
{
    private readonly Dictionary<string, Guid> _named = meanings.Clients.GroupBy(one => one.Outside).ToDictionary(same => same.Key, same => same.First().ClientId);
    private readonly Dictionary<Guid, BilledClient?> _found = [];

    /// <summary>Whether somebody said whose this is.</summary>
    public bool Names(string outside) => _named.ContainsKey(outside.ToLowerInvariant());

    /// <summary>The client of the first name that is known, else everybody's; null: nobody said, or they are no client any more.</summary>
    /// <param name="names">What somebody is called outside, the most exact first.</param>
    public async Task<BilledClient?> Of(IEnumerable<string?> names, CancellationToken stop)
    {
        foreach (var name in names)
            if (name is { Length: > 0 } && _named.TryGetValue(name.ToLowerInvariant(), out var named)) return await Client(named, stop);
        return meanings.ClientId is { } everybody ? await Client(everybody, stop) : null;
    }

    /// <summary>A client by id.</summary>
    public async Task<BilledClient?> Client(Guid id, CancellationToken stop)
    {
        if (!_found.TryGetValue(id, out var client)) _found[id] = client = await invoicing.Client(session, id, stop);
        return client;
    }
}
