using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.EventStore;

/// <summary>What the modules bring to the store: events, upcasters, projections, message handlers, migrations.</summary>
public sealed class StoreModel
{
    private readonly List<Type> _events = [];
    private readonly Dictionary<string, Upcaster> _upcasters = [];
    private readonly List<IJsonTypeInfoResolver> _resolvers = [];
    private readonly List<Projection> _projections = [];
    private readonly List<Func<IServiceProvider?, MessageHandler>> _handlers = [_ => new Housekeeping()];
    private readonly List<Func<IServiceProvider?, LogFollower>> _followers = [];
    private readonly List<Belonging> _belongings = [];
    private readonly List<MigrationSource> _migrations = [new("store", typeof(StoreModel).Assembly)];

    /// <summary>All projections, inline and async.</summary>
    public IReadOnlyList<Projection> Projections => _projections;

    /// <summary>The handlers of all message types, made anew with the host's services.</summary>
    /// <exception cref="InvalidOperationException">One needs services and there are none.</exception>
    public IEnumerable<MessageHandler> BuildHandlers(IServiceProvider? services) => _handlers.Select(make => make(services));

    internal IReadOnlyList<MigrationSource> Migrations => _migrations;

    /// <summary>Adds every record with <see cref="EventAttribute"/> of an assembly.</summary>
    public StoreModel Events(Assembly assembly) => Events(MarkedTypes.Of(assembly, typeof(EventAttribute)));

    /// <summary>Adds event types.</summary>
    public StoreModel Events(IEnumerable<Type> types)
    {
        _events.AddRange(types);
        return this;
    }

    /// <summary>Reads events stored under an old alias as today's type.</summary>
    public StoreModel Upcast<TOld, TNew>(string oldAlias, Func<TOld, TNew> convert) where TOld : class where TNew : class
    {
        _upcasters.Add(oldAlias, new Upcaster(typeof(TOld), typeof(TNew), old => convert((TOld)old)));
        return this;
    }

    /// <summary>Adds source-generated JSON metadata: a faster start.</summary>
    public StoreModel Json(IJsonTypeInfoResolver resolver)
    {
        _resolvers.Add(resolver);
        return this;
    }

    /// <summary>Adds a projection; its own lifecycle says whether it runs inside the append or behind it.</summary>
    public StoreModel Project(Projection projection)
    {
        _projections.Add(projection);
        return this;
    }

    /// <summary>Adds the handler of a message type, or a <see cref="Job"/>.</summary>
    public StoreModel Handle(MessageHandler handler)
    {
        _handlers.Add(_ => handler);
        return this;
    }

    /// <summary>Adds the handler of a message type, or a <see cref="Job"/>, which is made with the host's services when the daemon starts, once.</summary>
    public StoreModel Handle<THandler>() where THandler : MessageHandler
    {
        _handlers.Add(services => ActivatorUtilities.CreateInstance<THandler>(services ?? throw new InvalidOperationException($"{typeof(THandler).Name} needs services; start the daemon with them.")));
        return this;
    }

    /// <summary>Adds what follows the log.</summary>
    public StoreModel Follow(LogFollower follower)
    {
        _followers.Add(_ => follower);
        return this;
    }

    /// <summary>Adds what follows the log, made with the host's services when the daemon starts, once.</summary>
    public StoreModel Follow<TFollower>() where TFollower : LogFollower
    {
        _followers.Add(services => ActivatorUtilities.CreateInstance<TFollower>(services ?? throw new InvalidOperationException($"{typeof(TFollower).Name} needs services; start the daemon with them.")));
        return this;
    }

    internal IEnumerable<LogFollower> BuildFollowers(IServiceProvider? services) => _followers.Select(make => make(services));

    /// <summary>Adds what <see cref="Verify"/> looks at: a table of a module that no event fills keeps a promise of its own.</summary>
    /// <param name="promise">What is so, as a sentence.</param>
    /// <param name="sql">Answers how often it is not, and an example as text; asked as the daemon, who sees every tenant.</param>
    public StoreModel Promise(string promise, string sql)
    {
        Promises.Add((promise, sql));
        return this;
    }

    internal List<(string Promise, string Sql)> Promises { get; } = [];

    /// <summary>Says that a table which no event fills can be read in the past all the same.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="then">
    /// Answers its rows as they were, all columns that anybody asks for; <c>$1</c> is the tenant, <c>@then</c> the instant. Null where whoever reads it asks for the rows of then by himself.
    /// </param>
    public StoreModel TellsItsPast(string table, string? then = null)
    {
        PastTellers[table] = then;
        return this;
    }

    internal Dictionary<string, string?> PastTellers { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds what a module keeps of an organisation beside the log.</summary>
    public StoreModel Belongs(Belonging belonging)
    {
        _belongings.Add(belonging);
        return this;
    }

    /// <summary>What modules keep of an organisation beside the log.</summary>
    public IReadOnlyList<Belonging> Belongings => _belongings;

    /// <summary>Adds the <c>Schema/*.sql</c> resources of an assembly, applied in name order after those added before.</summary>
    public StoreModel Migrate(string module, Assembly assembly)
    {
        _migrations.Add(new MigrationSource(module, assembly));
        return this;
    }

    private JsonSerializerOptions BuildJson(PersonalKeys? keys) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new PersonalJson(keys) },
        TypeInfoResolver = JsonTypeInfoResolver.Combine([.. _resolvers, new DefaultJsonTypeInfoResolver()]),
    };

    /// <summary>The events of the modules as a store knows them, but without keys; a store makes its own.</summary>
    /// <exception cref="InvalidOperationException">A type has no alias, or two have the same.</exception>
    public EventRegistry BuildRegistry() => BuildRegistry(null);

    internal EventRegistry BuildRegistry(PersonalKeys? keys) => new(_events, _upcasters, BuildJson(keys), keys);
}
