using Billing.EventStore;

namespace Billing.Usage;

/// <summary>What a usage event said.</summary>
/// <param name="Id">The caller's.</param>
/// <param name="Meter">The meter's code.</param>
/// <param name="Subject">Who used it.</param>
/// <param name="Value">How much.</param>
/// <param name="At">When, UTC.</param>
internal sealed record EventSaid(string Id, string Meter, string Subject, Quantity Value, DateTimeOffset At);

/// <summary>Something that was said about a usage event afterwards.</summary>
internal abstract record UsageCorrectionEvent;

/// <summary>A usage event counts no longer.</summary>
/// <param name="Said">What it said.</param>
/// <param name="Reason">Why, in a person's words.</param>
[Event("usage.usage_withdrawn")]
internal sealed record UsageWithdrawn(EventSaid Said, string Reason) : UsageCorrectionEvent;

/// <summary>A usage event counts as something else.</summary>
/// <param name="Before">What it said.</param>
/// <param name="After">What counts from now on.</param>
/// <param name="Reason">Why, in a person's words.</param>
[Event("usage.usage_amended")]
internal sealed record UsageAmended(EventSaid Before, EventSaid After, string Reason) : UsageCorrectionEvent;

/// <summary>What was corrected about one usage event; its stream is the event's key.</summary>
internal sealed record UsageCorrection(bool IsWithdrawn, int Amendments) : IAggregate<UsageCorrection>
{
    public static string Alias => "usage.usage";

    public static UsageCorrection Initial { get; } = new(false, 0);

    public UsageCorrection Apply(object happened) => happened switch
    {
        UsageWithdrawn => this with { IsWithdrawn = true },
        UsageAmended => this with { Amendments = Amendments + 1 },
        _ => throw new UnknownEventException(nameof(UsageCorrection), happened),
    };
}
