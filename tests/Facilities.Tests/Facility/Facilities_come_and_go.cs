using static Billing.Facilities.Tests.Some;
using static Billing.Stories.Story<Billing.Facilities.Facility, Billing.Facilities.FacilityEvent>;

namespace Billing.Facilities.Tests;

public class Opening_a_facility
{
    [Fact]
    public void takes_it_on_in_its_group() => Given().When(_ => new OpenFacility(" Meadow  Health", Alabama).Decide(There(Group()))).Then(new FacilityOpened("Meadow Health", Alabama));

    [Fact]
    public void in_an_archived_group_is_refused() => Given().When(_ => new OpenFacility("Meadow", Alabama).Decide(There(Group().Apply(new FacilityGroupArchived())))).ThenRefused("group-archived");

    [Fact]
    public void in_no_group_is_refused() => Given().When(_ => new OpenFacility("Meadow", Alabama).Decide(default)).ThenRefused("unknown-group");

    [Fact]
    public void with_hidden_characters_is_refused() => Given().When(_ => new OpenFacility("Mea\u202Edow", Alabama).Decide(There(Group()))).ThenRefused("name-has-hidden-characters");
}

public class Amending_a_facility
{
    private static readonly FacilityOpened Opened = new("Meadow Health", Alabama);

    [Fact]
    public void renames_and_moves_it() => Given(Opened).When(place => new AmendFacility("Meadow", Georgia).Decide(place, There(Group()))).Then(new FacilityRenamed("Meadow"), new FacilityMoved(Georgia));

    [Fact]
    public void to_what_it_is_changes_nothing() => Given(Opened).When(place => new AmendFacility("Meadow Health", Alabama).Decide(place, There(Group()))).ThenNothing();

    [Fact]
    public void may_rename_it_in_an_archived_group() => Given(Opened).When(place => new AmendFacility("Meadow", Alabama).Decide(place, There(Group().Apply(new FacilityGroupArchived())))).Then(new FacilityRenamed("Meadow"));

    [Fact]
    public void into_no_group_is_refused() => Given(Opened).When(place => new AmendFacility("Meadow", Georgia).Decide(place, default)).ThenRefused("unknown-group");

    [Fact]
    public void that_is_archived_is_refused() => Given(Opened, new FacilityArchived()).When(place => new AmendFacility("Meadow", Alabama).Decide(place, There(Group()))).ThenRefused("facility-archived");
}

public class Closing_a_facility
{
    private static readonly FacilityOpened Opened = new("Meadow Health", Alabama);

    [Fact]
    public void with_records_keeps_them() => Given(Opened).When(place => CloseFacility.Decide(place, 1)).Then(new FacilityArchived());

    [Fact]
    public void without_records_takes_it_back() => Given(Opened).When(place => CloseFacility.Decide(place, 0)).Then(new FacilityWithdrawn());

    [Fact]
    public void twice_changes_nothing() => Given(Opened, new FacilityWithdrawn()).When(place => CloseFacility.Decide(place, 0)).ThenNothing();

    [Fact]
    public void can_be_undone() => Given(Opened, new FacilityArchived()).When(place => RestoreFacility.Decide(place, There(Group()))).Then(new FacilityRestored());

    [Fact]
    public void is_undone_once() => Given(Opened).When(place => RestoreFacility.Decide(place, There(Group()))).ThenNothing();

    [Fact]
    public void is_not_undone_into_an_archived_group() => Given(Opened, new FacilityArchived()).When(place => RestoreFacility.Decide(place, There(Group().Apply(new FacilityGroupArchived())))).ThenRefused("group-archived");
}
