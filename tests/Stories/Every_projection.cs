using Billing.EventStore;

namespace Billing.Stories;

/// <summary>What holds for each projection of a module that has any.</summary>
public class Every_projection
{
    [Fact]
    public void uses_or_ignores_each_event_of_its_union()
    {
        var projections = Every_event.Module.GetTypes().Where(type => !type.IsAbstract && typeof(Projection).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null).Select(type => (Projection)Activator.CreateInstance(type)!).ToArray();
        Assert.NotEmpty(projections);
        Assert.All(projections, projection => Assert.All(projection.Covers.SelectMany(Every_event.MembersOf), happened => Assert.Contains(happened, projection.Knows)));
        Assert.All(projections, projection => Assert.NotEmpty(projection.Covers));
    }
}
