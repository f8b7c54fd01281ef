using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>A facility group as lists show it.</summary>
internal sealed record FacilityGroupRow(
    Guid Id, string Name, [Jsonb] Schedule Schedule, [Jsonb] CustomDates CustomDates, Guid StatusSetId, int PaymentTermsDays, string Currency, Guid? ClientId, string Standing, long Version);

internal sealed class FacilityGroupRows : Projection<FacilityGroupRow>
{
    public FacilityGroupRows() : base("facilities.groups", new RowTable<FacilityGroupRow>("facilities_groups"), Lifecycle.Inline, inlineStream: FacilityGroup.Alias)
    {
        var initial = FacilityGroup.Initial;
        CoversAll<FacilityGroupEvent>();
        Uses<FacilityGroupOpened>((_, e, at) => new FacilityGroupRow(at.StreamId, e.Name, initial.Schedule, initial.CustomDates, initial.StatusSetId.Value, initial.PaymentTermsDays, e.Currency.Code, null, "active", at.Version));
        Uses<FacilityGroupRenamed>((row, e, at) => row! with { Name = e.Name, Version = at.Version });
        Uses<ScheduleAgreed>((row, e, at) => row! with { Schedule = e.Schedule, Version = at.Version });
        Uses<CustomDatesListed>((row, e, at) => row! with { CustomDates = e.Dates, Version = at.Version });
        Uses<StatusSetChosen>((row, e, at) => row! with { StatusSetId = e.StatusSetId.Value, Version = at.Version });
        Uses<PaymentTermsAgreed>((row, e, at) => row! with { PaymentTermsDays = e.Days, Version = at.Version });
        Uses<GroupCurrencyChosen>((row, e, at) => row! with { Currency = e.Currency.Code, Version = at.Version });
        Uses<ClientLinked>((row, e, at) => row! with { ClientId = e.ClientId.Value, Version = at.Version });
        Uses<ClientUnlinked>((row, _, at) => row! with { ClientId = null, Version = at.Version });
        Uses<FacilityGroupArchived>((row, _, at) => row! with { Standing = "archived", Version = at.Version });
        Uses<FacilityGroupWithdrawn>((row, _, at) => row! with { Standing = "withdrawn", Version = at.Version });
        Uses<FacilityGroupRestored>((row, _, at) => row! with { Standing = "active", Version = at.Version });
    }
}
