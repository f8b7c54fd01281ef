using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Billing.EventStore;

namespace Billing.Host;

/// <summary>How the type of an event's field is called in documents, and what a value of it looks like in JSON.</summary>
internal static partial class FieldWords
{
    private static readonly FrozenDictionary<Type, (string Word, object Example)> Plain = new Dictionary<Type, (string, object)>
    {
        [typeof(string)] = ("text", "Meadow Health"),
        [typeof(bool)] = ("yes or no", true),
        [typeof(int)] = ("whole number", 30),
        [typeof(long)] = ("whole number", 30),
        [typeof(DateOnly)] = ("date", new DateOnly(2025, 11, 14)),
        [typeof(TimeOnly)] = ("time of day", new TimeOnly(9, 30)),
        [typeof(DateTimeOffset)] = ("instant, UTC", new DateTimeOffset(2025, 11, 14, 9, 30, 0, TimeSpan.Zero)),
        [typeof(DayOfWeek)] = ("weekday", "monday"),
        [typeof(PersonalText)] = ("personal text", new { subject = new Guid("0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"), key = 1, text = "sealed, base64url" }),
        [typeof(Money)] = ("money", new Money(4250, Currency.Parse("USD"))),
        [typeof(Currency)] = ("currency", Currency.Parse("USD")),
        [typeof(BillingDay)] = ("day of the month", new BillingDay(31)),
        [typeof(Guid)] = ("id", new Guid("0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b")),
        [typeof(Quantity)] = ("quantity", new Quantity(1.5m)),
        [typeof(UnitPrice)] = ("unit price", new UnitPrice(0.0025m)),
        [typeof(Percentage)] = ("percentage", new Percentage(7.5m)),
        [typeof(Period)] = ("period", new Period(new(2025, 10, 1), new(2025, 10, 31))),
        [typeof(IReadOnlyDictionary<string, string>)] = ("texts by name", new Dictionary<string, string> { ["region"] = "eu" }),
        [typeof(Schedule)] = ("schedule", Schedule.Of(new ScheduleTerms(Frequency.Monthly, PeriodRule.Arrears) { DayOfMonth = 31 }).Value),
        [typeof(CustomDates)] = ("custom dates", CustomDates.Of([CustomDate.Of(new(2025, 11, 15), CustomPeriod.Weekly).Value, CustomDate.Of(new(2025, 10, 1), CustomPeriod.Explicit, new(2025, 8, 10), new(2025, 9, 20)).Value]).Value),
    }.ToFrozenDictionary();

    /// <summary>The word for a field's type.</summary>
    /// <exception cref="InvalidOperationException">There is no word for it yet.</exception>
    public static string Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain.TryGetValue(type, out var plain)) return plain.Word;
        if (type.IsEnum) return "one of " + string.Join(", ", Enum.GetNames(type).Select(name => $"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`"));
        if (IsId(type)) return "id: " + Words().Replace(type.Name[..^2], " ").ToLowerInvariant();
        if (ItemOf(type) is { } item) return "list of " + Of(item);
        if (IsRecord(type)) return $"{Words().Replace(type.Name, " ").ToLowerInvariant()} ({string.Join(", ", PartsOf(type).Select(part => $"{JsonNamingPolicy.CamelCase.ConvertName(part.Name!)}: {Of(part.ParameterType)}"))})";
        throw new InvalidOperationException($"docs/events.md has no word for a field of type {type.Name}. Give it one in {nameof(FieldWords)}.");
    }

    /// <summary>Word and example of each plain type among these, in the order of words.</summary>
    public static IEnumerable<(string Word, string Example)> Legend(IEnumerable<Type> types)
    {
        var used = types.SelectMany(In).ToHashSet();
        var legend = used.Where(Plain.ContainsKey).Select(type => Plain[type]).ToList();
        if (used.Any(IsId)) legend.Add(("id: …", new Guid("0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b")));
        return legend.Select(entry => (entry.Word, JsonSerializer.Serialize(entry.Example, entry.Example.GetType()))).Distinct().OrderBy(entry => entry.Word, StringComparer.Ordinal);
    }

    private static bool IsId(Type type) => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ITypedId<>));

    private static Type? ItemOf(Type type) => type.GetInterfaces().Append(type).FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))?.GetGenericArguments()[0];

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>What a record of a module, such as a line of an invoice, is made of.</summary>
    private static ParameterInfo[] PartsOf(Type type) => type.GetConstructors().Select(constructor => constructor.GetParameters()).MaxBy(parts => parts.Length) ?? [];

    /// <summary>The plain types in a field's type.</summary>
    private static IEnumerable<Type> In(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Plain.ContainsKey(type) || IsId(type)) return [type];
        return ItemOf(type) is { } item ? In(item) : IsRecord(type) ? PartsOf(type).SelectMany(part => In(part.ParameterType)) : [];
    }

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Words();
}
