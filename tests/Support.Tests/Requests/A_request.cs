using Billing.EventStore;
using static Billing.Stories.Story<Billing.Support.SupportRequest, Billing.Support.SupportRequestEvent>;

namespace Billing.Support.Tests.Requests;

public class A_request
{
    private static readonly Guid Client = new("0193e0c0-0000-7000-8000-000000000001");
    private static readonly SupportTerms Terms = SupportTerms.Initial;

    private static readonly RequestReported Reported = new(Client, new(2025, 6, 23), new(8, 47), "General Request", "support", new(Client, "Mend the form."), Urgency.Medium, Effort.Medium, new(0.5m), RequestSource.Fluent, "", "7", false);
    private static readonly RequestBilled Billed = new($"{Client}/2025-06/1");

    private static RetellRequest Told => new(Client, Reported.ResolvedOn, Reported.ResolvedAt, Reported.Type, Reported.Category, "Mend the form.", Urgency.Medium, Effort.Medium, new(0.5m), "", false);

    [Fact]
    public void that_nobody_says_more_about_is_general_and_takes_what_its_effort_takes() => Given()
        .When(_ => new WriteRequest(Client, new(2025, 6, 23), new(8, 47, 10, 500), "  Mend the form. ", Effort: Effort.Large).Decide(Terms))
        .Then(new RequestReported(Client, new(2025, 6, 23), new(8, 47, 10), "Request", "general", new(Client, "Mend the form."), Urgency.Low, Effort.Large, new(1), RequestSource.Ticket, "", "", false));

    [Theory]
    [InlineData("-0.25", "hours-wrong")]
    [InlineData("100", "hours-wrong")]
    [InlineData("0.001", "hours-wrong")]
    public void has_hours_that_can_be(string hours, string code) => Given(Reported).When(now => new AmendRequest(Hours: new(decimal.Parse(hours, System.Globalization.CultureInfo.InvariantCulture))).Decide(now, Terms)).ThenRefused(code);

    [Fact]
    public void changes_only_in_what_is_said() => Given(Reported).When(now => new AmendRequest(Hours: new(1.25m), Urgency: Urgency.Medium, Description: "Mend the form.").Decide(now, Terms)).Then(new HoursEstimated(new(1.25m), ToldBy.Person));

    [Fact]
    public void keeps_a_closed_category_and_takes_no_other_closed_one()
    {
        var terms = Terms.Apply(new CategoryClosed("support")).Apply(new CategoryClosed("forms"));
        Given(Reported).When(now => new AmendRequest(Category: "support").Decide(now, terms)).ThenNothing();
        Given(Reported).When(now => new AmendRequest(Category: "forms").Decide(now, terms)).ThenRefused("unknown-category");
    }

    [Fact]
    public void that_is_open_stays_open_when_only_its_day_moves() =>
        Given(Reported, new RequestReopened(ToldBy.Person)).When(now => new AmendRequest(ResolvedOn: new(2025, 6, 24)).Decide(now, Terms)).Then(new RequestResolved(new(2025, 6, 24), new(8, 47), ToldBy.Person), new RequestReopened(ToldBy.Person));

    [Fact]
    public void that_was_billed_is_locked_but_can_be_flagged()
    {
        Given(Reported, Billed).When(now => new AmendRequest(Hours: new(1)).Decide(now, Terms)).ThenRefused("request-locked");
        Given(Reported, Billed).When(PutRequestAway.Archive).ThenRefused("request-locked");
        Given(Reported, Billed).When(now => new AmendRequest(Flagged: true).Decide(now, Terms)).Then(new RequestFlagged(""));
    }

    [Fact]
    public void that_is_told_the_same_again_does_not_change() => Given(Reported).When(Told.Decide).ThenNothing();

    [Fact]
    public void takes_over_what_its_system_tells_but_for_what_a_person_said()
    {
        var edited = new SupportRequestEvent[] { Reported, new HoursEstimated(new(3), ToldBy.Person), new RequestFiled("forms", ToldBy.Person) };
        var told = Told with { Hours = new(2), Category = "hosting", Urgency = Urgency.High };
        Given(edited).When(told.Decide).Then(new UrgencyJudged(Urgency.High, ToldBy.Source));
        Assert.Equal(RequestFields.Hours | RequestFields.Category, told.LeftAlone(edited.Aggregate(SupportRequest.Initial, (now, happened) => now.Apply(happened))));
    }

    [Fact]
    public void that_its_system_reopens_is_not_billed_until_it_is_resolved_again()
    {
        var open = Given(Reported).When((Told with { Open = true }).Decide).Then(new RequestReopened(ToldBy.Source));
        Assert.True(open.IsOpen);
        Given(Reported, new RequestReopened(ToldBy.Source)).When(Told.Decide).Then(new RequestResolved(Reported.ResolvedOn, Reported.ResolvedAt, ToldBy.Source));
    }

    [Fact]
    public void that_was_billed_and_is_told_otherwise_is_flagged_once()
    {
        var flagged = new RequestFlagged(RetellRequest.ToldOtherwise);
        Given(Reported, Billed).When((Told with { Open = true }).Decide).Then(flagged);
        Given(Reported, Billed, flagged, new RequestUnflagged()).When((Told with { Open = true }).Decide).ThenNothing();
    }

    [Fact]
    public void whose_client_was_forgotten_is_not_described_again() => Given(Reported with { Description = new PersonalText(Client, null) }).When(Told.Decide).ThenNothing();
}
