using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Billing.EventStore;

/// <summary>Knows every event by its alias, reads and writes its JSON, and brings old shapes up to date.</summary>
public sealed class EventRegistry
{
    private readonly FrozenDictionary<string, Entry> _byAlias;
    private readonly FrozenDictionary<Type, Entry> _byType;
    private readonly JsonSerializerOptions _json;
    private readonly PersonalKeys? _keys;

    internal EventRegistry(IEnumerable<Type> types, IReadOnlyDictionary<string, Upcaster> upcasters, JsonSerializerOptions json, PersonalKeys? keys = null)
    {
        (_json, _keys, Names) = (json, keys, keys is { CanSeal: true } ? new ActorNames(keys) : null);
        var entries = types.Select(type => new Entry(
            type.GetCustomAttribute<EventAttribute>()?.Alias ?? throw new InvalidOperationException($"{type.FullName} has no [Event(\"module.name\")]."),
            type,
            $"{type.FullName}, {type.Assembly.GetName().Name}",
            null)).ToList();
        foreach (var twice in entries.GroupBy(e => e.Alias).Where(g => g.Count() > 1))
            throw new InvalidOperationException($"The alias {twice.Key} is claimed by {string.Join(" and ", twice.Select(e => e.Type.FullName))}.");
        _byType = entries.ToFrozenDictionary(e => e.Type);
        _byAlias = entries.Concat(upcasters.Select(u => new Entry(u.Key, u.Value.From, "", u.Value))).ToFrozenDictionary(e => e.Alias);
        EveryAlias = [.. _byAlias.Keys];
    }

    /// <summary>Every event type with its alias.</summary>
    public IEnumerable<(string Alias, Type Type)> All => _byType.Values.Select(e => (e.Alias, e.Type));

    /// <summary>Every event as it is stored, in the order of aliases.</summary>
    public IReadOnlyList<KnownEvent> Describe() => [.. _byType.Values.OrderBy(entry => entry.Alias, StringComparer.Ordinal).Select(Describe)];

    private KnownEvent Describe(Entry entry) => new(
        entry.Alias, entry.Type.GetCustomAttribute<EventAttribute>()!.Since, entry.Type, [.. AliasesOf(type => type == entry.Type).Where(alias => alias != entry.Alias).Order(StringComparer.Ordinal)], FieldsOf(entry.Type));

    private EventField[] FieldsOf(Type type) =>
    [
        .. from field in _json.GetTypeInfo(type).Properties
           where field.Get is not null
           select new EventField(field.Name, (PropertyInfo)field.AttributeProvider!, field.IsGetNullable || Nullable.GetUnderlyingType(field.PropertyType) is not null),
    ];

    /// <summary>The stored name of an event type.</summary>
    /// <exception cref="InvalidOperationException">The type is no registered event.</exception>
    public string AliasOf(Type type) => Of(type).Alias;

    /// <summary>The names of people in headers; null where nothing can be sealed.</summary>
    internal ActorNames? Names { get; }

    internal string DotNetTypeOf(Type type) => Of(type).DotNetType;

    /// <summary>Every stored name, old ones included.</summary>
    internal string[] EveryAlias { get; }

    /// <summary>The stored names, old ones included, of the events that arrive as some types.</summary>
    internal string[] AliasesOf(Func<Type, bool> which) => [.. _byAlias.Values.Where(entry => which(entry.Arrives)).Select(entry => entry.Alias)];

    /// <summary>The stored names, old ones included, of the events of some types, and for each the name it has today.</summary>
    public (string[] Stored, string[] Today) NamesOf(Func<Type, bool> which)
    {
        var names = _byAlias.Values.Where(entry => which(entry.Arrives)).Select(entry => (Stored: entry.Alias, Today: AliasOf(entry.Arrives))).OrderBy(name => name.Stored, StringComparer.Ordinal).ToList();
        return ([.. names.Select(name => name.Stored)], [.. names.Select(name => name.Today)]);
    }

    /// <summary>The event's JSON, personal text in it open as far as this registry has no keys: for documents and pins. A store writes as a tenant.</summary>
    public string Write(object happened) => JsonSerializer.Serialize(happened, Of(happened.GetType()).Type, _json);

    /// <summary>The JSON of a tenant's events as stored.</summary>
    internal string[] Write(TenantId tenant, IReadOnlyList<NewEvent> events)
    {
        var data = new string[events.Count];
        PersonalJson.Write(tenant, _keys, () =>
        {
            for (var i = 0; i < data.Length; i++) data[i] = Write(events[i].Data);
        });
        return data;
    }

    /// <summary>The JSON of a tenant's message.</summary>
    internal string WriteBody<TBody>(TenantId tenant, TBody body)
    {
        var written = "";
        PersonalJson.Write(tenant, _keys, () => written = JsonSerializer.Serialize(body, _json));
        return written;
    }

    /// <summary>Reads a tenant's message.</summary>
    internal TBody? ReadBody<TBody>(TenantId tenant, string body) => (TBody?)PersonalJson.Read(tenant, System.Text.Encoding.UTF8.GetBytes(body), typeof(TBody), _json);

    /// <summary>Reads an event as it is pinned or described; a stored one is read as its tenant's.</summary>
    /// <exception cref="UnknownAliasException">No module knows the alias.</exception>
    public object Read(string alias, ReadOnlySpan<byte> data) => Read(default, alias, data);

    /// <summary>Reads a tenant's stored event; an old alias goes through its upcaster.</summary>
    /// <exception cref="UnknownAliasException">No module knows the alias.</exception>
    internal object Read(TenantId tenant, string alias, ReadOnlySpan<byte> data)
    {
        if (!_byAlias.TryGetValue(alias, out var entry)) throw new UnknownAliasException(alias);
        var read = PersonalJson.Read(tenant, data, entry.Type, _json) ?? throw new JsonException($"{alias} is stored as null.");
        return entry.Upcaster is null ? read : entry.Upcaster.Convert(read);
    }

    private Entry Of(Type type) => _byType.TryGetValue(type, out var entry) ? entry : throw new InvalidOperationException($"{type.FullName} is no registered event.");

    private sealed record Entry(string Alias, Type Type, string DotNetType, Upcaster? Upcaster)
    {
        /// <summary>The type that whoever reads it gets.</summary>
        public Type Arrives => Upcaster?.To ?? Type;
    }
}

/// <summary>Turns the old shape of an event into today's.</summary>
internal sealed record Upcaster(Type From, Type To, Func<object, object> Convert);

/// <summary>The log holds an event type that no installed module knows.</summary>
public sealed class UnknownAliasException(string alias) : Exception($"The log holds '{alias}', which no module of this version knows.");
