using static Billing.Facilities.Tests.Some;
using static Billing.Stories.Story<Billing.Facilities.StatusSet, Billing.Facilities.StatusSetEvent>;

namespace Billing.Facilities.Tests;

public class Defining_a_status_set
{
    [Fact]
    public void puts_its_statuses_in_order() => Given()
        .When(set => new DefineStatusSet(" Mine ", [new("Open", "#93c5fd"), new("Paid", "#22C55E")]).Decide(set, NewIds()))
        .Then(new StatusSetDefined("Mine", false), new StatusAdded(new(Id(100)), "Open", "#93C5FD", false), new StatusAdded(new(Id(101)), "Paid", "#22C55E", true));

    [Fact]
    public void may_say_which_one_settles() => Given()
        .When(set => new DefineStatusSet("Mine", [new("Erledigt", "#22C55E", Settles: true), new("Paid", "#22C55E", Settles: false)]).Decide(set, NewIds()))
        .Then(new StatusSetDefined("Mine", false), new StatusAdded(new(Id(100)), "Erledigt", "#22C55E", true), new StatusAdded(new(Id(101)), "Paid", "#22C55E", false));

    [Theory, InlineData("red"), InlineData("#93C5F"), InlineData("#93C5FG"), InlineData("#93C5FDAA"), InlineData(""), InlineData("#93C5FD\n"), InlineData("#١٢٣٤٥٦"), InlineData("#FFF\u0000FF")]
    public void in_something_that_is_no_colour_is_refused(string color) => Given().When(set => new DefineStatusSet("Mine", [new("Open", color)]).Decide(set, NewIds())).ThenRefused("not-a-colour");

    [Fact]
    public void without_a_status_is_refused() => Given().When(set => new DefineStatusSet("Mine", []).Decide(set, NewIds())).ThenRefused("wrong-number-of-statuses");

    [Fact]
    public void with_51_is_refused() => Given().When(set => new DefineStatusSet("Mine", [.. Enumerable.Range(0, 51).Select(n => new WantedStatus($"S{n}", "#93C5FD"))]).Decide(set, NewIds())).ThenRefused("wrong-number-of-statuses");

    [Fact]
    public void with_one_name_twice_is_refused() => Given().When(set => new DefineStatusSet("Mine", [new("Open", "#93C5FD"), new("OPEN ", "#22C55E")]).Decide(set, NewIds())).ThenRefused("status-twice");

    [Fact]
    public void without_a_name_is_refused() => Given().When(set => new DefineStatusSet(" ", [new("Open", "#93C5FD")]).Decide(set, NewIds())).ThenRefused("name-missing");

    [Fact]
    public void with_hidden_characters_is_refused() => Given().When(set => new DefineStatusSet("Mine", [new("Pa\u202Eid", "#93C5FD")]).Decide(set, NewIds())).ThenRefused("name-has-hidden-characters");

    [Fact]
    public void with_ids_from_elsewhere_is_refused() => Given().When(set => new DefineStatusSet("Mine", [new("Open", "#93C5FD", Billed)]).Decide(set, NewIds())).ThenRefused("status-elsewhere");
}

public class The_status_set_every_organisation_begins_with
{
    [Fact]
    public void has_the_five_of_the_specification()
    {
        var set = Fold(StatusSet.Initial, [.. DefaultStatusSet.Decide(StatusSet.Initial, NewIds()).Events]);
        Assert.True(set.IsDefault);
        Assert.Equal(["Not Billed #93C5FD", "Billed #FDE047", "Pending #C4B5FD", "Approved #86EFAC", "Paid #22C55E"], set.Statuses.Select(status => $"{status.Name} {status.Color}"));
        Assert.Equal("Paid", Assert.Single(set.Statuses, status => status.Settles).Name);
    }

    [Fact]
    public void is_defined_once() => Given(new StatusSetDefined("Default", true)).When(set => DefaultStatusSet.Decide(set, NewIds())).ThenNothing();
}
