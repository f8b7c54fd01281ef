using System.Reflection;

namespace Billing.EventStore;

/// <summary>An event type as the log knows it: for documents and tests.</summary>
/// <param name="Alias">Its stored name.</param>
/// <param name="Since">The product version that first wrote it.</param>
/// <param name="Type">The type it is read as.</param>
/// <param name="OldAliases">Stored names of older shapes that an upcaster turns into it.</param>
/// <param name="Fields">What its JSON holds, in order.</param>
public sealed record KnownEvent(string Alias, string Since, Type Type, IReadOnlyList<string> OldAliases, IReadOnlyList<EventField> Fields)
{
    /// <summary>Whether organisations may have it told to programs of their own.</summary>
    public bool IsAnnounced => Type.IsDefined(typeof(AnnouncedAttribute), inherit: false);
}

/// <summary>One field of an event.</summary>
/// <param name="Name">Its name in the stored JSON.</param>
/// <param name="Property">Where it stands in the type.</param>
/// <param name="MayBeMissing">Whether it is left out of the JSON when there is none.</param>
public sealed record EventField(string Name, PropertyInfo Property, bool MayBeMissing);
