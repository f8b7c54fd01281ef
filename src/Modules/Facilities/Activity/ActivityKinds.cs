using System.Reflection;
using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>What an event of the activity feed is about, for its filter.</summary>
internal static class ActivityKinds
{
    private static readonly Dictionary<string, Type[]> Unions = new()
    {
        ["billing"] = [typeof(BillingRecordEvent)],
        ["directory"] = [typeof(FacilityEvent), typeof(FacilityGroupEvent)],
        ["imports"] = [typeof(ImportEvent)],
        ["settings"] = [typeof(StatusSetEvent), typeof(FacilitySettingsEvent)],
    };

    /// <summary>The kinds by name, each with the aliases of its events.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Aliases = Unions.ToDictionary(
        kind => kind.Key,
        kind => new ActivityRows().Knows.Where(e => kind.Value.Any(union => union.IsAssignableFrom(e))).Select(e => e.GetCustomAttribute<EventAttribute>()!.Alias).Order(StringComparer.Ordinal).ToArray());

    /// <summary>Which event tells what an act was, when it had many: the weightiest first.</summary>
    public static readonly string[] Weightiest =
    [
        "facilities.import_undone", "facilities.import_taken", "facilities.received_amount_noted", "facilities.facility_billed",
        "facilities.billing_record_withdrawn", "facilities.billing_record_restored", "facilities.facility_opened", "facilities.group_opened",
    ];
}
