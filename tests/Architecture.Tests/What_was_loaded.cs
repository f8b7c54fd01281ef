using System.Reflection;
using System.Runtime.CompilerServices;
using Billing.EventStore;

namespace Billing.Architecture.Tests;

/// <summary>States are kept between requests and rows are folded page by page: one that somebody could change in place would tell another story than its events.</summary>
public class What_was_loaded
{
    [Fact]
    public void is_changed_by_nobody() => Assert.All(Tree.Modules, module => Assert.Empty(Offences(Kept(module.Load()))));

    [Fact]
    public void is_found_in_every_module_that_stores_events() =>
        Assert.All(Tree.Modules.Where(module => module.Load().GetTypes().Any(type => type.IsDefined(typeof(EventAttribute), false))), module => Assert.NotEmpty(Kept(module.Load())));

    [Fact]
    public void is_seen_to_be_changeable() => Assert.Equal(
        [
            "Bucket is no record",
            "Bucket.Litres can be set",
            "Shelf.Books is a String[]",
            "Shelf.Count can be set",
            "Shelf.Owners is a List`1",
            "Shelf._moved is a field that can be set",
            "ShelfRow.Books can be set",
        ],
        Offences(Kept(typeof(What_was_loaded).Assembly)).Order(StringComparer.Ordinal));

    /// <summary>The aggregates, and the rows of the projections.</summary>
    private static List<Type> Kept(Assembly assembly) => [.. assembly.GetTypes().Select(type => IsAggregate(type) ? type : RowOf(type)).OfType<Type>().Distinct()];

    private static bool IsAggregate(Type type) => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IAggregate<>));

    private static Type? RowOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
            if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Projection<>)) return type.GetGenericArguments()[0] is { IsGenericParameter: false } row ? row : null;
        return null;
    }

    private static IEnumerable<string> Offences(IEnumerable<Type> kept)
    {
        const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        foreach (var type in kept)
        {
            if (type.GetMethod("<Clone>$") is null) yield return $"{type.Name} is no record";
            foreach (var property in type.GetProperties(Everything))
            {
                if (property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))) yield return $"{type.Name}.{property.Name} can be set";
                if (IsChangeable(property.PropertyType)) yield return $"{type.Name}.{property.Name} is a {property.PropertyType.Name}";
            }
            foreach (var field in type.GetFields(Everything).Where(field => !field.IsDefined(typeof(CompilerGeneratedAttribute)) && !field.IsInitOnly)) yield return $"{type.Name}.{field.Name} is a field that can be set";
        }
    }

    private static bool IsChangeable(Type type) => type.IsArray
        || (type.IsGenericType && type.Namespace is "System.Collections.Generic" && !type.IsInterface)
        || (type.IsGenericType && new[] { typeof(IList<>), typeof(ICollection<>), typeof(IDictionary<,>), typeof(ISet<>) }.Contains(type.GetGenericTypeDefinition()));

    private sealed record Shelf(List<string> Owners, string[] Books, IReadOnlyList<string> Rooms) : IAggregate<Shelf>
    {
        private int _moved = 1;

        public static string Alias => "housekeeping.shelf";

        public static Shelf Initial { get; } = new([], [], []);

        public int Count { get; set; }

        public string Name { get; init; } = "";

        public Shelf Apply(object happened) => this with { Count = Count + _moved++ };
    }

    private sealed class Bucket : IAggregate<Bucket>
    {
        public static string Alias => "housekeeping.bucket";

        public static Bucket Initial { get; } = new();

        public int Litres { get; private set; }

        public Bucket Apply(object happened)
        {
            Litres++;
            return this;
        }
    }

    private sealed record ShelfRow(Guid Id)
    {
        public int Books { get; set; }
    }

    private sealed class ShelfRows : Projection<ShelfRow>
    {
        public ShelfRows() : base("housekeeping.shelves", new RowTable<ShelfRow>("shelves"), Lifecycle.Async)
        {
        }
    }
}
