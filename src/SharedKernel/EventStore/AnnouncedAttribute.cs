namespace Billing.EventStore;

/// <summary>
/// Marks an event that is announced: organisations may have it told to programs of their own. Its fields are then a promise to strangers, and only what
/// the business would tell anybody belongs into them.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AnnouncedAttribute : Attribute;
