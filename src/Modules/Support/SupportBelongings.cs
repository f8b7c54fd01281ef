using Billing.EventStore;

namespace Billing.Support;

/// <summary>Everything here is in the log and goes along with it. What rows show of somebody who is forgotten is erased with them.</summary>
internal static class SupportBelongings
{
    /// <summary>No lines of its own: descriptions are sealed in the log, and rows follow from it.</summary>
    public static Belonging Descriptions { get; } = new("support.descriptions", "select null::text from support_requests where tenant_id = $1 and false")
    {
        Forget = [$"update support_requests set description = '{PersonalText.Erased}' where tenant_id = $1 and about = $2"],
    };
}
