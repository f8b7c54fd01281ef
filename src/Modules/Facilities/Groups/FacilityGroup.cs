using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>Something that happened to a group of facilities.</summary>
internal abstract record FacilityGroupEvent;

[Event("facilities.group_opened")]
internal sealed record FacilityGroupOpened(string Name, Currency Currency) : FacilityGroupEvent;

[Event("facilities.group_renamed")]
internal sealed record FacilityGroupRenamed(string Name) : FacilityGroupEvent;

/// <summary>From now on cycles that nobody saved follow this schedule; saved records keep their dates.</summary>
[Event("facilities.schedule_agreed")]
internal sealed record ScheduleAgreed(Schedule Schedule) : FacilityGroupEvent;

[Event("facilities.custom_dates_listed")]
internal sealed record CustomDatesListed(CustomDates Dates) : FacilityGroupEvent;

[Event("facilities.status_set_chosen")]
internal sealed record StatusSetChosen(StatusSetId StatusSetId) : FacilityGroupEvent;

[Event("facilities.payment_terms_agreed")]
internal sealed record PaymentTermsAgreed(int Days) : FacilityGroupEvent;

[Event("facilities.group_currency_chosen")]
internal sealed record GroupCurrencyChosen(Currency Currency) : FacilityGroupEvent;

[Event("facilities.client_linked")]
internal sealed record ClientLinked(ClientId ClientId) : FacilityGroupEvent;

[Event("facilities.client_unlinked")]
internal sealed record ClientUnlinked : FacilityGroupEvent;

[Event("facilities.group_archived")]
internal sealed record FacilityGroupArchived : FacilityGroupEvent;

/// <summary>Taken back before anything was recorded in it, or with the import that made it.</summary>
[Event("facilities.group_withdrawn")]
internal sealed record FacilityGroupWithdrawn : FacilityGroupEvent;

[Event("facilities.group_restored")]
internal sealed record FacilityGroupRestored : FacilityGroupEvent;

/// <summary>Facilities billed on one schedule, in one currency, with one set of statuses: a state, a customer.</summary>
internal sealed record FacilityGroup(string Name, Currency Currency, Schedule Schedule, CustomDates CustomDates, StatusSetId StatusSetId, int PaymentTermsDays, ClientId? ClientId, Standing Standing)
    : IAggregate<FacilityGroup>
{
    public static string Alias => "facilities.group";

    public static FacilityGroup Initial { get; } = new("", default, Schedule.Of(new ScheduleTerms(Frequency.Monthly, PeriodRule.Arrears) { DayOfMonth = 1 }).Value, CustomDates.None, StatusSetId.Default, 0, null, Standing.Active);

    public FacilityGroup Apply(object happened) => happened switch
    {
        FacilityGroupOpened e => this with { Name = e.Name, Currency = e.Currency },
        FacilityGroupRenamed e => this with { Name = e.Name },
        ScheduleAgreed e => this with { Schedule = e.Schedule },
        CustomDatesListed e => this with { CustomDates = e.Dates },
        StatusSetChosen e => this with { StatusSetId = e.StatusSetId },
        PaymentTermsAgreed e => this with { PaymentTermsDays = e.Days },
        GroupCurrencyChosen e => this with { Currency = e.Currency },
        ClientLinked e => this with { ClientId = e.ClientId },
        ClientUnlinked => this with { ClientId = null },
        FacilityGroupArchived => this with { Standing = Standing.Archived },
        FacilityGroupWithdrawn => this with { Standing = Standing.Withdrawn },
        FacilityGroupRestored => this with { Standing = Standing.Active },
        _ => throw new UnknownEventException(nameof(FacilityGroup), happened),
    };
}
