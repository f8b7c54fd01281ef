using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>A client that a line may be about.</summary>
/// <param name="Id">Its own; of one that an earlier line makes, the one it will have.</param>
/// <param name="Client">As it is, or as that line makes it.</param>
/// <param name="Line">The line that makes it; null for one on record.</param>
internal sealed record KnownClient(ClientId Id, Client Client, int? Line = null);

/// <summary>
/// The clients there are before an import, and how a line finds the one it is about: by an id in another system; else by the tax id; else by the name together
/// with a mail address. What is surer counts first, and where it names two clients nobody guesses.
/// </summary>
internal sealed class ClientGround
{
    private readonly Dictionary<string, List<KnownClient>> _byKey = [];

    public ClientGround(IEnumerable<KnownClient> clients)
    {
        foreach (var client in clients) Add(client);
    }

    /// <summary>Every client that the details could be about; one or none where it is clear.</summary>
    public IReadOnlyList<KnownClient> Find(ClientDetails details)
    {
        var said = new ClientKeys(details);
        foreach (var keys in new[] { said.Outside, said.Tax, said.NameAndMail })
        {
            List<KnownClient> found = [.. keys.SelectMany(key => _byKey.GetValueOrDefault(key, [])).DistinctBy(client => client.Id)];
            if (found.Count > 0) return found;
        }
        return [];
    }

    /// <summary>A line makes another one.</summary>
    public void Add(KnownClient client)
    {
        var keys = new ClientKeys(client.Client);
        foreach (var key in keys.Outside.Concat(keys.Tax).Concat(keys.NameAndMail).Distinct())
            if (_byKey.TryGetValue(key, out var same)) same.Add(client);
            else _byKey[key] = [client];
    }

    private readonly record struct ClientKeys(IReadOnlyList<string> Outside, IReadOnlyList<string> Tax, IReadOnlyList<string> NameAndMail)
    {
        public ClientKeys(Client client)
            : this(OutsideKeys(client.OutsideIds.In), TaxKeys(client.TaxId), NameKeys(client.Name, client.Emails))
        {
        }

        public ClientKeys(ClientDetails details)
            : this(OutsideKeys(system => details.IdIn(system).TryGet(out var id) ? id : null), TaxKeys(details.TaxId.TryGet(out var taxId) ? taxId : null), NameKeys(details.Name, details.Emails ?? []))
        {
        }

        private static List<string> OutsideKeys(Func<OutsideSystem, string?> idIn) => [.. Enum.GetValues<OutsideSystem>().Where(system => !string.IsNullOrWhiteSpace(idIn(system))).Select(system => $"{system} {idIn(system)!.Trim()}")];

        private static List<string> TaxKeys(string? taxId) => ClientSearch.Bare(taxId)?.ToUpperInvariant() is { Length: > 3 } bare ? ["tax " + bare] : [];

        // Without an address the name alone decides, among clients that have none either.
        private static List<string> NameKeys(string? name, IReadOnlyList<string> emails)
        {
            if (string.IsNullOrWhiteSpace(name)) return [];
            var key = PlainText.Key(name);
            return emails.Count == 0 ? ["name " + key] : [.. emails.Select(email => $"name {key} mail {email.Trim().ToLowerInvariant()}")];
        }
    }
}
