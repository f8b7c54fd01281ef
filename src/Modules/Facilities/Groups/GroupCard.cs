using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>A facility group as lists and settings show it.</summary>
/// <param name="Facilities">Facilities in use.</param>
/// <param name="Open">Billed less paid, in the group's currency.</param>
/// <param name="Overdue">Of it, what is past its terms; today is not.</param>
internal sealed record GroupCard(
    FacilityGroupId Id, string Name, Schedule Schedule, StatusSetId StatusSetId, int PaymentTermsDays, Currency Currency, ClientId? ClientId,
    bool Archived, long Version, long Facilities, Money Open, Money Overdue)
{
    public static GroupCard Of(FacilityGroupId id, Versioned<FacilityGroup> group, GroupFigures figures) => new(
        id, group.State.Name, group.State.Schedule, group.State.StatusSetId, group.State.PaymentTermsDays, group.State.Currency, group.State.ClientId,
        group.State.Standing != Standing.Active, group.Version, figures.Facilities, Money.Round(figures.Open, group.State.Currency), Money.Round(figures.Overdue, group.State.Currency));
}

/// <summary>What is counted beside a group.</summary>
internal readonly record struct GroupFigures(long Facilities, decimal Open, decimal Overdue, long Records);
