using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Host.Tests;

internal abstract record KettleEvent;

[Event("kettles.kettle_boiled", Since = "2.1")]
internal sealed record KettleBoiled(int? Litres) : KettleEvent;

internal sealed record KettleHeated(int Cups);

internal sealed record Kettle(int Litres) : IAggregate<Kettle>
{
    public static string Alias => "kettles.kettle";

    public static Kettle Initial { get; } = new(0);

    public Kettle Apply(object happened) => happened is KettleBoiled e ? new(e.Litres ?? 0) : throw new UnknownEventException(nameof(Kettle), happened);
}

internal sealed record KettleRow(Guid Id);

internal sealed class BoiledRows : Projection<KettleRow>
{
    public BoiledRows() : base("kettles.boiled", new RowTable<KettleRow>("kettles_boiled"), Lifecycle.Async) => Uses<KettleBoiled>((_, _, at) => new KettleRow(at.StreamId));
}

internal sealed class ColdRows : Projection<KettleRow>
{
    public ColdRows() : base("kettles.cold", new RowTable<KettleRow>("kettles_cold"), Lifecycle.Async) => Ignores<KettleBoiled>();
}

internal sealed record TeaWanted(int Cups);

/// <summary>Makes tea.</summary>
internal sealed class TeaMaker(TimeProvider time) : MessageHandler<TeaWanted>("kettles.tea_wanted")
{
    public override Task Handle(Message<TeaWanted> message, Work work, CancellationToken stop) => throw new NotSupportedException($"{time.GetUtcNow()}: tea is only documented here.");
}

/// <summary>One event without a comment, read by one projection, ignored by another, with an older shape; and a message.</summary>
internal class KettleModule : IModule
{
    public string Name => "kettles";

    public virtual void AddToStore(StoreModel store) => store
        .Events([typeof(KettleBoiled)])
        .Upcast<KettleHeated, KettleBoiled>("kettles.kettle_heated", old => new KettleBoiled(old.Cups / 4))
        .Project(new BoiledRows())
        .Project(new ColdRows())
        .Handle<TeaMaker>();

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
    }
}

[Event("kettles.kettle_descaled")]
internal sealed record KettleDescaled(Version With) : KettleEvent;

/// <summary>An event with a field of a type that documents have no word for.</summary>
internal sealed class StrangeModule : KettleModule
{
    public override void AddToStore(StoreModel store) => store.Events([typeof(KettleDescaled)]);
}
