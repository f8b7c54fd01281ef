namespace Billing.EventStore.Tests;

/// <summary>A second little module, whose events speak of people: the stream is the person.</summary>
public abstract record ClientEvent;

[Event("test.client_registered")]
public sealed record ClientRegistered(PersonalText Name, PersonalText? Email) : ClientEvent;

[Event("test.client_noted")]
public sealed record ClientNoted(string Text) : ClientEvent;

[Event("test.client_forgotten")]
public sealed record ClientForgotten : ClientEvent;

public sealed record Client(PersonalText? Name, bool Forgotten) : IAggregate<Client>
{
    public static string Alias => "test.client";

    public static Client Initial { get; } = new(null, false);

    public Client Apply(object happened) => happened switch
    {
        ClientRegistered e => this with { Name = e.Name },
        ClientNoted => this,
        ClientForgotten => this with { Name = Name! with { Text = null }, Forgotten = true },
        _ => throw new UnknownEventException(nameof(Client), happened),
    };

    public static Func<Client, Decision<ClientEvent>> Registering(Guid id, string name, string? email = null) =>
        _ => new ClientRegistered(new(id, name), email is null ? null : new(id, email));

    public static Decision<ClientEvent> Forget(Client client) => client.Forgotten ? Decision.Nothing : new ClientForgotten();
}

public sealed record ClientRow(Guid Id, string Name, string Email, long Version, string NotedBy);

/// <summary>Its own event rewrites the row: what was shown is then shown as erased, by a rebuild, too.</summary>
public sealed class ClientRows : Projection<ClientRow>
{
    public ClientRows() : base("test.clients", new RowTable<ClientRow>("test_clients"), Lifecycle.Inline, inlineStream: Client.Alias)
    {
        CoversAll<ClientEvent>();
        Uses<ClientRegistered>((_, e, at) => new ClientRow(at.StreamId, e.Name.Shown, e.Email?.Shown ?? "", at.Version, at.Recorded.Actor.Name));
        Uses<ClientNoted>((row, e, at) => row! with { Version = at.Version, NotedBy = at.Recorded.Actor.Name });
        Uses<ClientForgotten>((row, e, at) => row! with { Name = PersonalText.Erased, Email = PersonalText.Erased, Version = at.Version });
    }
}
