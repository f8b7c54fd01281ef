using System.Text.Json.Serialization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Facilities;

/// <summary>One row of the grid: a facility and a period, saved or computed.</summary>
/// <param name="Id">Null for a cycle that nobody saved.</param>
/// <param name="ImportId">The last import that wrote it.</param>
/// <param name="Version">0 for a cycle that nobody saved.</param>
internal sealed record GridRow(
    Guid? Id, FacilityId FacilityId, string FacilityName, FacilityGroupId GroupId, string GroupName, Currency Currency,
    DateOnly BillingDate, DateOnly From, DateOnly Through, StatusId? StatusId, Money? Billed, Money? Paid, DateOnly? PaidOn, string? Note,
    Guid? ImportId, bool Withdrawn, long Version, DateTimeOffset? EditedAt, string? EditedBy)
{
    /// <summary>Billed less paid; null without either.</summary>
    [JsonRequired]
    public Money? Outstanding { get; init; }

    /// <summary>What the money says.</summary>
    [JsonRequired]
    public MoneyState State { get; init; }

    /// <summary>Whether something, but not all, has come in.</summary>
    [JsonRequired]
    public bool PartlyPaid { get; init; }

    /// <summary>How the picked status contradicts the money; null when it does not.</summary>
    [JsonRequired]
    public Hint? Hint { get; init; }

    /// <summary>The charge in Invoicing that the record became; only on the record's own page, and null when it was never billed there.</summary>
    public ChargedFact? Charge { get; init; }

    /// <summary>The row of a record as folded.</summary>
    public static GridRow Of(Guid id, Versioned<BillingRecord> record, Placed at, DateOnly today, DateTimeOffset? editedAt = null, string? editedBy = null)
    {
        var r = record.State;
        var row = new GridRow(id, r.FacilityId, at.Facility.State.Name, at.Facility.State.GroupId, at.Group.State.Name, r.Currency, r.BillingDate, r.From, r.Through,
            r.StatusId, r.Billed, r.Paid, r.PaidOn, r.Note, null, r.IsWithdrawn, record.Version, editedAt, editedBy).On(today, at.Group.State.PaymentTermsDays);
        return row with { Hint = Derived.HintOf(r.StatusId is { } status ? at.Statuses.Find(status) : null, row.State) };
    }

    /// <summary>The row of a cycle that nobody saved.</summary>
    public static GridRow Computed(FacilityId facility, string facilityName, FacilityGroupId group, string groupName, Currency currency, Cycle cycle) =>
        new(null, facility, facilityName, group, groupName, currency, cycle.BillingDate, cycle.From, cycle.Through, null, null, null, null, null, null, false, 0, null, null);

    /// <summary>With what follows from its amounts on a day in the organisation's zone.</summary>
    public GridRow On(DateOnly today, int termsDays) => this with
    {
        Outstanding = Derived.Outstanding(Billed, Paid),
        State = Derived.State(Billed, Paid, BillingDate, termsDays, today),
        PartlyPaid = Derived.PartlyPaid(Billed, Paid),
    };
}
