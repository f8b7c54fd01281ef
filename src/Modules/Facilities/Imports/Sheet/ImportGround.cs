namespace Billing.Facilities;

/// <summary>A group that is already there, with the statuses of its set in their order.</summary>
internal sealed record KnownGroup(FacilityGroupId Id, string Name, Currency Currency, IReadOnlyList<Status> Statuses, Standing Standing = Standing.Active);

/// <summary>A facility that is already there.</summary>
internal sealed record KnownFacility(FacilityId Id, FacilityGroupId GroupId, string Name, Standing Standing = Standing.Active);

/// <summary>What is on record for a facility and a period.</summary>
/// <param name="Id">The record's stream.</param>
/// <param name="Version">The version that was looked at.</param>
internal sealed record KnownRecord(Guid Id, long Version, DateOnly BillingDate, StatusId? StatusId, Money? Billed, Money? Paid, DateOnly? PaidOn, string? Note);

/// <summary>What the organisation has before an import. Names are alike when people would call them the same; what was withdrawn is not there.</summary>
internal sealed class ImportGround
{
    private readonly Dictionary<string, KnownGroup> _groups;
    private readonly Dictionary<(FacilityGroupId, string), KnownFacility> _facilities;
    private readonly Func<FacilityId, Period, KnownRecord?> _record;

    /// <param name="groups">Every group, archived ones too.</param>
    /// <param name="facilities">Every facility, archived ones too.</param>
    /// <param name="statuses">The statuses that a new group gets.</param>
    /// <param name="currency">The currency that a new group gets.</param>
    /// <param name="record">What is on record for a facility and exactly this period; null when nothing is or it was withdrawn.</param>
    public ImportGround(IEnumerable<KnownGroup> groups, IEnumerable<KnownFacility> facilities, IReadOnlyList<Status> statuses, Currency currency, Func<FacilityId, Period, KnownRecord?> record)
    {
        // Where an archived one shares its name with an active one, the active one is meant.
        _groups = groups.Where(g => g.Standing != Standing.Withdrawn).OrderBy(g => g.Standing).DistinctBy(g => PlainText.Key(g.Name)).ToDictionary(g => PlainText.Key(g.Name));
        _facilities = facilities.Where(f => f.Standing != Standing.Withdrawn).OrderBy(f => f.Standing).DistinctBy(f => (f.GroupId, PlainText.Key(f.Name))).ToDictionary(f => (f.GroupId, PlainText.Key(f.Name)));
        (Statuses, Currency, _record) = (statuses, currency, record);
    }

    public IReadOnlyList<Status> Statuses { get; }

    public Currency Currency { get; }

    public KnownGroup? Group(string name) => _groups.GetValueOrDefault(PlainText.Key(name));

    public KnownFacility? Facility(KnownGroup? group, string name) => group is null ? null : _facilities.GetValueOrDefault((group.Id, PlainText.Key(name)));

    public KnownRecord? Record(KnownFacility? facility, Period period) => facility is null ? null : _record(facility.Id, period);
}
