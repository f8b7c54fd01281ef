using System.Collections.Concurrent;

namespace Billing.EventStore;

/// <summary>
/// The names of the people who act, in the headers of every event: sealed with the person's own key among <see cref="Tenants.People"/>, so that forgetting
/// them erases the name from all histories at once. One name is sealed once and then repeated, and opened once: appending and reading pay next to nothing.
/// </summary>
internal sealed class ActorNames(PersonalKeys keys, int capacity = 10_000)
{
    private readonly ConcurrentDictionary<(Guid Person, string Name), (int Key, string Sealed)> _sealed = [];
    private readonly ConcurrentDictionary<string, string?> _opened = [];

    /// <summary>The person an actor is; null for whatever is not one, or has no key because its id is none.</summary>
    public static Guid? PersonIn(string kind, string id) => kind == "person" && Guid.TryParseExact(id, "D", out var person) ? person : null;

    /// <summary>The name as it is written; null when the person has been forgotten.</summary>
    public (int Key, string Sealed)? Seal(Guid person, string name)
    {
        if (_sealed.TryGetValue((person, name), out var known)) return known;
        if (keys.Known(Tenants.People, person) is null) keys.Have(Tenants.People, [person]);
        if (keys.Of(Tenants.People, person) is not { Secret: not null } key) return null;
        if (_sealed.Count >= capacity) _sealed.Clear();
        return _sealed[(person, name)] = (key.Version, PersonalKeys.Seal(Tenants.People, person, key, name));
    }

    /// <summary>The name; null when the person has been forgotten.</summary>
    public string? Open(Guid person, int key, string name)
    {
        if (_opened.TryGetValue(name, out var known)) return known;
        if (_opened.Count >= capacity) _opened.Clear();
        return _opened[name] = keys.Open(Tenants.People, person, key, name);
    }

    public void Clear()
    {
        _sealed.Clear();
        _opened.Clear();
    }
}
