using static Billing.Facilities.Tests.Some;
using static Billing.Stories.Story<Billing.Facilities.StatusSet, Billing.Facilities.StatusSetEvent>;

namespace Billing.Facilities.Tests;

public class Rearranging_a_status_set
{
    private static readonly StatusSetEvent[] Defined = [new StatusSetDefined("Mine", false), new StatusAdded(Billed, "Billed", "#FDE047", false), new StatusAdded(Paid, "Paid", "#22C55E", true)];
    private static readonly WantedStatus AsBilled = new("Billed", "#FDE047", Billed);
    private static readonly WantedStatus AsPaid = new("Paid", "#22C55E", Paid);
    private static readonly Dictionary<StatusId, long> SevenPaid = new() { [Paid] = 7 };

    [Fact]
    public void to_what_it_is_changes_nothing() => Given(Defined).When(To("Mine", AsBilled, AsPaid)).ThenNothing();

    [Fact]
    public void renames_it() => Given(Defined).When(To("Ours", AsBilled, AsPaid)).Then(new StatusSetRenamed("Ours"));

    [Fact]
    public void renames_and_recolours_one() => Given(Defined).When(To("Mine", new("Sent", "#93c5fd", Billed), AsPaid)).Then(new StatusRenamed(Billed, "Sent", false), new StatusRecoloured(Billed, "#93C5FD"));

    [Fact]
    public void to_another_word_for_paid_keeps_its_meaning() => Given(Defined).When(To("Mine", AsBilled, new("Bezahlt", "#22C55E", Paid))).Then(new StatusRenamed(Paid, "Bezahlt", true));

    [Fact]
    public void adds_one_at_the_end_without_ordering() => Given(Defined).When(To("Mine", AsBilled, AsPaid, new("Lost", "#FCA5A5"))).Then(new StatusAdded(new(Id(100)), "Lost", "#FCA5A5", false));

    [Fact]
    public void puts_a_new_one_where_it_was_written() => Assert.Equal(["Billed", "Lost", "Paid"],
        Given(Defined).When(To("Mine", AsBilled, new("Lost", "#FCA5A5"), AsPaid)).Then(new StatusAdded(new(Id(100)), "Lost", "#FCA5A5", false), new StatusesOrdered([Billed, new(Id(100)), Paid])).Statuses.Select(status => status.Name));

    [Fact]
    public void orders_them() => Given(Defined).When(To("Mine", AsPaid, AsBilled)).Then(new StatusesOrdered([Paid, Billed]));

    [Fact]
    public void drops_one_that_nobody_has() => Given(Defined).When(To("Mine", AsBilled)).Then(new StatusDropped(Paid, null));

    [Fact]
    public void asks_what_replaces_one_that_records_have()
    {
        var no = Given(Defined).When(set => new RearrangeStatusSet("Mine", [AsBilled]).Decide(set, SevenPaid, NewIds())).ThenRefused("status-in-use");
        Assert.Contains("“Paid”", no.Sentence, StringComparison.Ordinal);
        Assert.Equal($$"""[{"statusId":"{{Paid}}","name":"Paid","records":7}]""", System.Text.Json.JsonSerializer.Serialize(no.Details!["inUse"]));
    }

    [Fact]
    public void drops_one_that_records_have_for_another() => Given(Defined)
        .When(set => new RearrangeStatusSet("Mine", [AsBilled], new Dictionary<StatusId, StatusId> { [Paid] = Billed }).Decide(set, SevenPaid, NewIds()))
        .Then(new StatusDropped(Paid, Billed));

    [Fact]
    public void replaces_by_one_that_stays() => Given(Defined)
        .When(set => new RearrangeStatusSet("Mine", [AsBilled], new Dictionary<StatusId, StatusId> { [Paid] = Paid }).Decide(set, SevenPaid, NewIds()))
        .ThenRefused("no-such-replacement");

    [Fact]
    public void with_a_status_of_another_set_is_refused() => Given(Defined).When(To("Mine", AsBilled, AsPaid, new("Other", "#FDE047", new StatusId(Id(99))))).ThenRefused("unknown-status");

    [Fact]
    public void lists_each_once() => Given(Defined).When(To("Mine", AsBilled, new("Sent", "#FDE047", Billed))).ThenRefused("status-twice");

    [Fact]
    public void needs_a_name() => Given(Defined).When(To("", AsBilled, AsPaid)).ThenRefused("name-missing");

    [Fact]
    public void that_is_retired_is_refused() => Given([.. Defined, new StatusSetRetired()]).When(To("Ours", AsBilled, AsPaid)).ThenRefused("status-set-retired");

    private static Func<StatusSet, Decision<StatusSetEvent>> To(string name, params WantedStatus[] statuses) => set => new RearrangeStatusSet(name, statuses).Decide(set, new Dictionary<StatusId, long>(), NewIds());
}

public class Retiring_a_status_set
{
    [Fact]
    public void takes_it_from_the_offer() => Given(new StatusSetDefined("Mine", false)).When(set => RetireStatusSet.Decide(set, [])).Then(new StatusSetRetired());

    [Fact]
    public void twice_changes_nothing() => Given(new StatusSetDefined("Mine", false), new StatusSetRetired()).When(set => RetireStatusSet.Decide(set, [])).ThenNothing();

    [Fact]
    public void that_a_group_has_is_refused() => Assert.Equal(["Alabama"], (IEnumerable<string>)Given(new StatusSetDefined("Mine", false)).When(set => RetireStatusSet.Decide(set, ["Alabama"])).ThenRefused("status-set-in-use").Details!["groups"]!);

    [Fact]
    public void that_is_the_default_is_refused() => Given(new StatusSetDefined("Mine", true)).When(set => RetireStatusSet.Decide(set, [])).ThenRefused("default-status-set");
}
