using System.Reflection;
using System.Text.RegularExpressions;
using Billing.EventStore;

namespace Billing.Architecture.Tests;

/// <summary>What is stored for ever has one name, and the name says whose it is.</summary>
public partial class Event_names
{
    [Fact]
    public void are_unique_and_begin_with_their_module() => Assert.Empty(Offences(Tree.Modules.SelectMany(module => EventsOf(module.Load()).Select(type => (module.Name, type)))));

    [Fact]
    public void are_seen_to_be_wrong() => Assert.Equal(
        [
            "FloorSwept: 'housekeeping.floorSwept' is not snake case",
            "RoomStatusSetTo says what was set, not what happened",
            "WindowsWashed: 'gardening.windows_washed' does not begin with housekeeping.",
            "WindowsWashedEvent ends in Event",
            "housekeeping.room_aired is the name of RoomAired and RoomAiredAgain",
        ],
        Offences(EventsOf(typeof(Event_names).Assembly).Select(type => ("Housekeeping", type))).Order(StringComparer.Ordinal));

    private static IEnumerable<Type> EventsOf(Assembly assembly) => assembly.GetTypes().Where(type => type.IsDefined(typeof(EventAttribute), false));

    private static IEnumerable<string> Offences(IEnumerable<(string Module, Type Type)> events)
    {
        var all = events.Select(one => (Prefix: one.Module.ToLowerInvariant() + ".", one.Type, one.Type.GetCustomAttribute<EventAttribute>()!.Alias)).ToList();
        foreach (var (prefix, type, alias) in all)
        {
            if (!alias.StartsWith(prefix, StringComparison.Ordinal)) yield return $"{type.Name}: '{alias}' does not begin with {prefix}";
            else if (!SnakeCase().IsMatch(alias)) yield return $"{type.Name}: '{alias}' is not snake case";
            if (type.Name.EndsWith("Event", StringComparison.Ordinal)) yield return $"{type.Name} ends in Event";
            if (type.Name.EndsWith("Updated", StringComparison.Ordinal) || type.Name.EndsWith("Changed", StringComparison.Ordinal) || type.Name.Contains("SetTo", StringComparison.Ordinal)) yield return $"{type.Name} says what was set, not what happened";
        }
        foreach (var twice in all.GroupBy(one => one.Alias).Where(group => group.Count() > 1)) yield return $"{twice.Key} is the name of {string.Join(" and ", twice.Select(one => one.Type.Name).Order(StringComparer.Ordinal))}";
    }

    [GeneratedRegex(@"^[a-z]+\.[a-z0-9]+(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase();

    [Event("housekeeping.room_aired")]
    private sealed record RoomAired;

    [Event("housekeeping.room_aired")]
    private sealed record RoomAiredAgain;

    [Event("gardening.windows_washed")]
    private sealed record WindowsWashed;

    [Event("housekeeping.windows_washed")]
    private sealed record WindowsWashedEvent;

    [Event("housekeeping.floorSwept")]
    private sealed record FloorSwept;

    [Event("housekeeping.room_set")]
    private sealed record RoomStatusSetTo;
}
