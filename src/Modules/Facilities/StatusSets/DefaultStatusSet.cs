using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>The statuses every organisation begins with.</summary>
internal static class DefaultStatusSet
{
    private static readonly IReadOnlyList<(string Name, string Color, bool Settles)> Statuses =
    [
        ("Not Billed", "#93C5FD", false), ("Billed", "#FDE047", false), ("Pending", "#C4B5FD", false), ("Approved", "#86EFAC", false), ("Paid", "#22C55E", true),
    ];

    /// <summary>Defines them where they are not; saying it again changes nothing.</summary>
    public static Task Ensure(Session session, CancellationToken stop) =>
        session.Streams<StatusSet>().Decide<StatusSetEvent>(StatusSetId.Default.Value, set => Decide(set, session.NewId), stop, opens: true);

    internal static Decision<StatusSetEvent> Decide(StatusSet set, Func<Guid> newId) => set.Name.Length > 0
        ? Decision.Nothing
        : (List<StatusSetEvent>)[new StatusSetDefined("Default", IsDefault: true), .. Statuses.Select(s => new StatusAdded(new(newId()), s.Name, s.Color, s.Settles))];
}
