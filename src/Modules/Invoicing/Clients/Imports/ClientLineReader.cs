using Billing.Documents;

namespace Billing.Invoicing;

/// <summary>Reads one line as a whole and collects what is wrong with it, cell by cell.</summary>
internal sealed class ClientLineReader(SheetRow row, IReadOnlyList<string> columns, IReadOnlyDictionary<string, int> map)
{
    private readonly List<RowError> _errors = [];

    /// <summary>What the line says and does; null when something is wrong with it.</summary>
    /// <param name="width">The cells a line of this sheet has at most.</param>
    /// <param name="ground">The clients there are.</param>
    /// <param name="usual">The organisation's currency.</param>
    /// <param name="errors">What is wrong.</param>
    public ClientLine? Read(int width, ClientGround ground, Currency usual, out IReadOnlyList<RowError> errors)
    {
        errors = _errors;
        if (row.Count > width)
        {
            _errors.Add(RowError.Torn(row, width));
            return null;
        }
        var details = new ClientDetails();
        foreach (var field in ClientFields.All)
        {
            if (Text(field) is not { Length: > 0 } text) continue;
            // A cell by itself, against a client of whom nothing is known: what is refused is refused because of it.
            if (!field.Read(new ClientDetails(), text).TryGet(out var alone, out var refused)) Refuse(field, refused);
            else if (field != ClientFields.Treatment && alone.From(Client.Initial, default, null).Refusal is { } bad) Refuse(field, bad);
            else details = field.Read(details, text).Value;
        }
        if (Text(ClientFields.Name).Length == 0) Refuse(ClientFields.Name, PlainText.Name("", "A client").Refusal!);
        return _errors.Count == 0 ? Placed(details, ground, usual) : null;
    }

    private ClientLine? Placed(ClientDetails details, ClientGround ground, Currency usual)
    {
        var found = ground.Find(details);
        if (found.Count > 1) return Refuse(ClientFields.Name, TwoMatch(found));
        var about = found.Count == 1 ? found[0] : null;
        // An address is amended as a whole; a cell left blank says nothing of its part.
        if (about is not null && details.Address is { } said) details = details with { Address = Over(about.Client.Address, said) };
        var client = about?.Client ?? Client.Initial;
        var decision = details.From(client, about?.Id ?? default, about is null ? usual : null);
        if (decision.Refusal is { } refused) return Refuse(refused.Code == "exemption-reason-missing" ? ClientFields.Treatment : ClientFields.Name, refused);
        if (about is null) return new ClientLine(row.Line, details, null, false, ClientImportOutcome.New);
        var staysArchived = client.Standing == ClientStanding.Archived && ClientFields.YesOrNo(Text(ClientFields.Archived)).TryGet(out var archived, out _) && archived;
        if (staysArchived && decision.Events.Count > 0) return Refuse(ClientFields.Name, ClientNotActive.Archived);
        var restores = client.Standing == ClientStanding.Archived && !staysArchived;
        return new ClientLine(row.Line, details, about, restores, restores || decision.Events.Count > 0 ? ClientImportOutcome.Changed : ClientImportOutcome.Unchanged);
    }

    private static BillingAddress Over(BillingAddress known, BillingAddress said) =>
        new(said.Line1 ?? known.Line1, said.Line2 ?? known.Line2, said.City ?? known.City, said.State ?? known.State, said.PostalCode ?? known.PostalCode, said.Country ?? known.Country);

    private string Text(ClientField field) => map.TryGetValue(field.Field.Name, out var column) ? SheetText.Restore(row[column]).Trim() : "";

    private ClientLine? Refuse(ClientField field, Refusal refusal)
    {
        _errors.Add(new RowError(row.Line, map.TryGetValue(field.Field.Name, out var column) ? columns[column] : field.Field.Name, Text(field), refusal.Code, refusal.Sentence, Details: refusal.Details));
        return null;
    }

    private static Refusal TwoMatch(IReadOnlyList<KnownClient> found) =>
        new Refusal("two-clients-match", $"This could be {string.Join(" or ", found.Take(3).Select(client => PlainText.Shown(client.Client.Name)))}. Merge those clients, or write the id of the right one.").With("clients", found.Select(client => client.Id.Value).ToArray());
}
