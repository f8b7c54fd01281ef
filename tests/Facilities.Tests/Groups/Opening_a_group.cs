using static Billing.Facilities.Tests.Some;
using static Billing.Stories.Story<Billing.Facilities.FacilityGroup, Billing.Facilities.FacilityGroupEvent>;

namespace Billing.Facilities.Tests;

public class Opening_a_group
{
    [Fact]
    public void agrees_on_what_is_usual()
    {
        var group = Given().When(With(new("Alabama", Monthly(15)))).Then(new FacilityGroupOpened("Alabama", Usd), new ScheduleAgreed(Monthly(15)));
        Assert.Equal((StatusSetId.Default, 0, null), (group.StatusSetId, group.PaymentTermsDays, group.ClientId));
    }

    [Fact]
    public void agrees_on_what_is_said() => Given().When(With(new("Alabama", Monthly(15), Statuses, 14, Eur) { ClientId = Client }))
        .Then(new FacilityGroupOpened("Alabama", Eur), new ScheduleAgreed(Monthly(15)), new StatusSetChosen(Statuses), new PaymentTermsAgreed(14), new ClientLinked(Client));

    [Fact]
    public void says_its_schedule_even_where_it_is_the_usual_one() => Given().When(With(new("Alabama", Monthly()))).Then(new FacilityGroupOpened("Alabama", Usd), new ScheduleAgreed(Monthly()));

    [Theory, InlineData(-1), InlineData(366), InlineData(int.MaxValue)]
    public void on_impossible_terms_is_refused(int days) => Given().When(With(new("Alabama", Monthly(), PaymentTermsDays: days))).ThenRefused("terms-out-of-range");

    [Theory, InlineData("", "name-missing"), InlineData("Ala\u200Bbama", "name-has-hidden-characters"), InlineData("Ala\r\nbama", "name-has-hidden-characters")]
    public void without_a_visible_name_is_refused(string name, string code) => Given().When(With(new(name, Monthly()))).ThenRefused(code);

    [Fact]
    public void with_a_retired_status_set_is_refused() => Given().When(group => OpenFacilityGroup.Decide(group, new("Alabama", Monthly(), Statuses), DefaultSet.Apply(new StatusSetRetired()), Usd)).ThenRefused("unknown-status-set");

    [Fact]
    public void with_an_unknown_status_set_is_refused() => Given().When(group => OpenFacilityGroup.Decide(group, new("Alabama", Monthly(), Statuses), StatusSet.Initial, Usd)).ThenRefused("unknown-status-set");

    private static Func<FacilityGroup, Decision<FacilityGroupEvent>> With(GroupTerms terms) => group => OpenFacilityGroup.Decide(group, terms, DefaultSet, Usd);
}
