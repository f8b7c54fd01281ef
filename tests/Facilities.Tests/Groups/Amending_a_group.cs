using static Billing.Facilities.Tests.Some;
using static Billing.Stories.Story<Billing.Facilities.FacilityGroup, Billing.Facilities.FacilityGroupEvent>;

namespace Billing.Facilities.Tests;

public class Amending_a_group
{
    private static readonly FacilityGroupEvent[] Opened = [new FacilityGroupOpened("Alabama", Usd), new ScheduleAgreed(Monthly()), new StatusSetChosen(Statuses), new PaymentTermsAgreed(30), new ClientLinked(Client)];

    [Fact]
    public void to_what_it_is_changes_nothing() => Given(Opened).When(To(new(" Alabama ", Monthly(), Statuses, 30, Usd) { ClientId = Client })).ThenNothing();

    [Fact]
    public void is_one_fact_for_each_thing_said() => Given(Opened)
        .When(To(new("Georgia", Monthly(15), OtherStatuses, 14, Eur) { ClientId = new ClientId(Id(9)) }))
        .Then(new FacilityGroupRenamed("Georgia"), new ScheduleAgreed(Monthly(15)), new StatusSetChosen(OtherStatuses), new PaymentTermsAgreed(14), new GroupCurrencyChosen(Eur), new ClientLinked(new(Id(9))));

    [Fact]
    public void leaves_statuses_terms_and_currency_where_they_are_not_said() => Given(Opened).When(To(new("Georgia", Monthly()))).Then(new FacilityGroupRenamed("Georgia"));

    [Fact]
    public void without_a_client_unlinks_it() => Given(Opened).When(To(new("Alabama", Monthly()) { ClientId = Change<ClientId>.Cleared })).Then(new ClientUnlinked());

    [Fact]
    public void to_impossible_terms_is_refused() => Given(Opened).When(To(new("Alabama", Monthly(), PaymentTermsDays: 366))).ThenRefused("terms-out-of-range");

    [Fact]
    public void to_an_unknown_status_set_is_refused() => Given(Opened).When(group => AmendFacilityGroup.Decide(group, new("Alabama", Monthly(), OtherStatuses), StatusSet.Initial)).ThenRefused("unknown-status-set");

    [Fact]
    public void that_is_archived_is_refused() => Given([.. Opened, new FacilityGroupArchived()]).When(To(new("Georgia", Monthly()))).ThenRefused("group-archived");

    private static Func<FacilityGroup, Decision<FacilityGroupEvent>> To(GroupTerms terms) => group => AmendFacilityGroup.Decide(group, terms, DefaultSet);
}

public class Closing_a_group
{
    private static readonly FacilityGroupOpened Opened = new("Alabama", Usd);

    [Fact]
    public void with_history_keeps_it() => Given(Opened).When(group => CloseFacilityGroup.Decide(group, hasHistory: true)).Then(new FacilityGroupArchived());

    [Fact]
    public void without_history_takes_it_back() => Given(Opened).When(group => CloseFacilityGroup.Decide(group, hasHistory: false)).Then(new FacilityGroupWithdrawn());

    [Fact]
    public void twice_changes_nothing() => Given(Opened, new FacilityGroupArchived()).When(group => CloseFacilityGroup.Decide(group, hasHistory: true)).ThenNothing();

    [Fact]
    public void can_be_undone() => Assert.Equal(Standing.Active, Given(Opened, new FacilityGroupArchived()).When(RestoreFacilityGroup.Decide).Then(new FacilityGroupRestored()).Standing);

    [Fact]
    public void can_be_undone_where_it_was_taken_back() => Given(Opened, new FacilityGroupWithdrawn()).When(RestoreFacilityGroup.Decide).Then(new FacilityGroupRestored());

    [Fact]
    public void is_undone_once() => Given(Opened).When(RestoreFacilityGroup.Decide).ThenNothing();
}

public class Listing_custom_dates
{
    private static readonly FacilityGroupOpened Opened = new("Alabama", Usd);

    [Fact]
    public void takes_the_place_of_those_before() => Assert.Equal(2,
        Given(Opened, new CustomDatesListed(Dates("2025-11-01"))).When(new ListCustomDates([.. Dates("2025-11-01", "2025-12-01")]).Decide).Then(new CustomDatesListed(Dates("2025-12-01", "2025-11-01"))).CustomDates.Count);

    [Fact]
    public void again_in_another_order_changes_nothing() => Given(Opened, new CustomDatesListed(Dates("2025-12-01", "2025-11-01"))).When(new ListCustomDates([.. Dates("2025-12-01", "2025-11-01").Reverse()]).Decide).ThenNothing();

    [Fact]
    public void with_one_twice_is_refused() => Given(Opened).When(new ListCustomDates([.. Dates("2025-11-01"), .. Dates("2025-11-01")]).Decide).ThenRefused("date-twice");
}
