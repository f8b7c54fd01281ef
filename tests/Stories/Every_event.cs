using System.Reflection;
using Billing.EventStore;

namespace Billing.Stories;

/// <summary>What holds for each event of the module whose <c>Samples</c> the project has; the unions are found, not listed.</summary>
public class Every_event
{
    /// <summary>The module under test.</summary>
    internal static readonly Assembly Module = Samples.Pinned.Values.First().GetType().Assembly;

    private static IEnumerable<Type> Unions => Module.GetTypes().Where(type => type.IsAbstract && !type.IsSealed && type.Name.EndsWith("Event", StringComparison.Ordinal));

    public static IEnumerable<TheoryDataRow<Type>> Events => Unions.SelectMany(MembersOf).Select(type => new TheoryDataRow<Type>(type));

    [Fact]
    public void belongs_to_one_of_the_unions() => Assert.Equal(Samples.Unions, Unions.Select(type => type.Name).Order());

    [Theory, MemberData(nameof(Events))]
    public void is_folded_by_its_aggregate(Type happened)
    {
        var aggregate = AggregateOf(happened.BaseType!);
        Assert.NotNull(aggregate.GetMethod("Apply")!.Invoke(aggregate.GetProperty("Initial")!.GetValue(null), [Samples.Of(happened)]));
    }

    [Theory, MemberData(nameof(Events))]
    public void has_an_alias_of_the_module(Type happened) => Assert.Matches(Alias, happened.GetCustomAttribute<EventAttribute>()!.Alias);

    [Theory, MemberData(nameof(Events))]
    public void is_a_sealed_record_that_says_what_happened(Type happened)
    {
        Assert.True(happened.IsSealed);
        Assert.False(happened.Name.EndsWith("Event", StringComparison.Ordinal) || happened.Name.EndsWith("Updated", StringComparison.Ordinal) || happened.Name.EndsWith("Changed", StringComparison.Ordinal));
    }

    [Fact]
    public void has_an_alias_of_its_own()
    {
        var aliases = Unions.SelectMany(MembersOf).Select(type => type.GetCustomAttribute<EventAttribute>()!.Alias).ToArray();
        Assert.Equal(Samples.Pinned.Values.Select(sample => sample.GetType()).Distinct().Count(), aliases.Length);
        Assert.Equal(aliases.Length, aliases.Distinct().Count());
    }

    [Fact]
    public void that_a_fold_does_not_know_stops_it()
    {
        foreach (var aggregate in Unions.Select(AggregateOf))
        {
            var thrown = Assert.Throws<TargetInvocationException>(() => aggregate.GetMethod("Apply")!.Invoke(aggregate.GetProperty("Initial")!.GetValue(null), [new Stranger()]));
            Assert.IsType<UnknownEventException>(thrown.InnerException);
        }
    }

    internal static IEnumerable<Type> MembersOf(Type union) => Module.GetTypes().Where(type => type.BaseType == union);

    private static Type AggregateOf(Type union) => Module.GetTypes().Single(type => type.Name == union.Name[..^"Event".Length]);

    private sealed record Stranger;

    private static string Alias => $@"^{Module.GetName().Name!.Split('.')[^1].ToLowerInvariant()}\.[a-z]+(_[a-z]+)*$";
}
