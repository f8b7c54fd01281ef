using Billing.EventStore;

namespace Billing.Facilities;

/// <summary>Something that happened to a group of facilities.</summary>
internal abstract record FacilityGroupEvent;

/// <summary>A group to bill facilities in came to be. Until something else is agreed: monthly on the 1st in arrears, the default status set, payable at once.</summary>
/// <param name="Name">A state or a customer, as people call it.</param>
/// <param name="Currency">What its records are in.</param>
[Event("facilities.group_opened")]
internal sealed record FacilityGroupOpened(string Name, Currency Currency) : FacilityGroupEvent;

/// <summary>The group has another name.</summary>
/// <param name="Name">The new name.</param>
[Event("facilities.group_renamed")]
internal sealed record FacilityGroupRenamed(string Name) : FacilityGroupEvent;

/// <summary>From now on cycles that nobody saved follow this schedule; saved records keep their dates.</summary>
/// <param name="Schedule">Frequency and period rule, with what that frequency needs.</param>
[Event("facilities.schedule_agreed")]
internal sealed record ScheduleAgreed(Schedule Schedule) : FacilityGroupEvent;

/// <summary>The billing dates of a group with a custom schedule, put in by hand; the list replaces the one before.</summary>
/// <param name="Dates">All dates, newest first, each with how its period is found.</param>
[Event("facilities.custom_dates_listed")]
internal sealed record CustomDatesListed(CustomDates Dates) : FacilityGroupEvent;

/// <summary>Records of the group have their statuses from this set from now on; statuses picked before stay.</summary>
/// <param name="StatusSetId">The set.</param>
[Event("facilities.status_set_chosen")]
internal sealed record StatusSetChosen(StatusSetId StatusSetId) : FacilityGroupEvent;

/// <summary>How long after a billing date payment may take before it is overdue; holds for saved records, too.</summary>
/// <param name="Days">Days after the billing date, 0 to 365.</param>
[Event("facilities.payment_terms_agreed")]
internal sealed record PaymentTermsAgreed(int Days) : FacilityGroupEvent;

/// <summary>New records of the group are in this currency; older ones keep theirs.</summary>
/// <param name="Currency">The currency.</param>
[Event("facilities.group_currency_chosen")]
internal sealed record GroupCurrencyChosen(Currency Currency) : FacilityGroupEvent;

/// <summary>Invoicing knows the customer behind this group.</summary>
/// <param name="ClientId">That client.</param>
[Event("facilities.client_linked")]
internal sealed record ClientLinked(ClientId ClientId) : FacilityGroupEvent;

/// <summary>The group stands for no client of Invoicing any more.</summary>
[Event("facilities.client_unlinked")]
internal sealed record ClientUnlinked : FacilityGroupEvent;

/// <summary>Billed no longer. Its facilities and records stay and it can be restored.</summary>
[Event("facilities.group_archived")]
internal sealed record FacilityGroupArchived : FacilityGroupEvent;

/// <summary>Taken back before anything was recorded in it, or with the import that made it.</summary>
[Event("facilities.group_withdrawn")]
internal sealed record FacilityGroupWithdrawn : FacilityGroupEvent;

/// <summary>Billed again after it was archived or withdrawn.</summary>
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
