namespace Billing.EventStore;

/// <summary>Gives an event its name in the log: module in front, <c>invoicing.payment_received</c>. Nothing stored depends on the class's name.</summary>
/// <param name="alias">The stored name; never changed, never used twice.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventAttribute(string alias) : Attribute
{
    /// <summary>The stored name.</summary>
    public string Alias { get; } = alias;

    /// <summary>The product version that first wrote it.</summary>
    public string Since { get; init; } = "1.0";
}
