using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.ReminderPlan, Billing.Invoicing.ReminderPlanEvent>;

namespace Billing.Invoicing.Tests;

public class Arranging_reminders
{
    private static readonly DateOnly Today = Day("2026-01-31");

    [Fact]
    public void turns_them_on_and_off_once()
    {
        Given().When(plan => new ArrangeReminders(On: true).Decide(plan, Today)).Then(new RemindersTurnedOn(Today));
        Given(new RemindersTurnedOn(Today)).When(plan => new ArrangeReminders(On: true).Decide(plan, Today.AddDays(1))).ThenNothing();
        Given(new RemindersTurnedOn(Today)).When(plan => new ArrangeReminders(On: false).Decide(plan, Today)).Then(new RemindersTurnedOff());
        Given().When(plan => new ArrangeReminders(On: false).Decide(plan, Today)).ThenNothing();
    }

    [Fact]
    public void plans_steps_in_the_order_of_their_days_with_own_texts() =>
        Given().When(plan => new ArrangeReminders(Steps: [new(10, false), new(2, true, [new("de", " Rechnung {number} ", "{amount} bis {due}"), new("en", "", " ")])]).Decide(plan, Today))
            .Then(new ReminderStepsPlanned([new(2, true, [new("de", "Rechnung {number}", "{amount} bis {due}")]), new(10, false, [])]));

    [Fact]
    public void with_the_usual_text_keeps_none_of_its_own() =>
        Given(new ReminderStepsPlanned([new(2, true, [new("de", "A", "B")])])).When(plan => new ArrangeReminders(Steps: [new(2, true, [ReminderWords.Usual(2, "de")])]).Decide(plan, Today)).Then(new ReminderStepsPlanned([new(2, true, [])]));

    [Fact]
    public void to_the_same_changes_nothing() => Given().When(plan => new ArrangeReminders(Steps: [new(30), new(-3), new(1), new(7), new(14)]).Decide(plan, Today)).ThenNothing();

    [Fact]
    public void with_an_unknown_placeholder_is_refused_by_its_name()
    {
        var refused = Given().When(plan => Texted(plan, "Hello", "Pay {amuont} now")).ThenRefused("unknown-placeholder");
        Assert.Contains("{amuont}", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal("amuont", refused.Details!["placeholder"]);
    }

    [Theory]
    [InlineData("Open {link}", "Hello", "link-in-subject"), InlineData("", "Hello", "mail-text-incomplete"), InlineData("Hello", "", "mail-text-incomplete"), InlineData("{", "{ { }", "unknown-placeholder")]
    public void with_a_text_that_cannot_be_mailed_is_refused(string subject, string message, string code) => Given().When(plan => Texted(plan, subject, message)).ThenRefused(code);

    [Fact]
    public void to_what_is_no_plan_is_refused()
    {
        Given().When(plan => new ArrangeReminders(Steps: [new(1), new(1)]).Decide(plan, Today)).ThenRefused("step-twice");
        Given().When(plan => new ArrangeReminders(Steps: [new(366)]).Decide(plan, Today)).ThenRefused("step-out-of-range");
        Given().When(plan => new ArrangeReminders(Steps: [.. Enumerable.Range(1, 13).Select(days => new WantedReminderStep(days))]).Decide(plan, Today)).ThenRefused("too-many-steps");
        Given().When(plan => new ArrangeReminders(Steps: [new(1, true, [new("it", "A", "B")])]).Decide(plan, Today)).ThenRefused("language-not-offered");
        Given().When(plan => new ArrangeReminders(Steps: [new(1, true, [new("de", "A", "B"), new("de", "C", "D")])]).Decide(plan, Today)).ThenRefused("language-twice");
    }

    [Fact]
    public void agrees_on_a_fee_and_drops_it()
    {
        LateFee fee = new(new Percentage(2), [], 5, [Euros(40)], null, LateFeeGoes.IntoDraft);
        var wanted = new ArrangeReminders { Fee = new LateFeeTerms(new Percentage(2), null, 5, [Euros(40)], " ", LateFeeGoes.IntoDraft) };
        Given().When(plan => wanted.Decide(plan, Today)).Then(new LateFeeAgreed(fee));
        Given(new LateFeeAgreed(fee)).When(plan => wanted.Decide(plan, Today)).ThenNothing();
        Given(new LateFeeAgreed(fee)).When(plan => new ArrangeReminders { Fee = Change<LateFeeTerms>.Cleared }.Decide(plan, Today)).Then(new LateFeeDropped());
        Given().When(plan => new ArrangeReminders { Fee = new LateFeeTerms() }.Decide(plan, Today)).ThenRefused("late-fee-unclear");
    }

    [Fact]
    public void has_a_usual_text_in_each_language_whose_placeholders_are_all_known()
    {
        foreach (var language in Languages.Offered)
            foreach (var days in new[] { -3, 1, 30 })
            {
                var usual = ReminderWords.Usual(days, language);
                Assert.Equal(usual, usual.Read(Placeholders.OfReminder).Value);
                Assert.Equal(language, usual.Language);
            }
        Assert.Equal(12, Languages.Offered.SelectMany(language => new[] { -3, 1, 30 }.Select(days => ReminderWords.Usual(days, language).Subject)).Distinct().Count());
    }

    [Fact]
    public void fills_placeholders_once_so_that_a_name_in_braces_stays_a_name() =>
        Assert.Equal("{amount} owes 5 {link}", Placeholders.Fill("{client} owes {amount} {link}", new Dictionary<string, string> { ["client"] = "{amount}", ["amount"] = "5" }));

    private static Decision<ReminderPlanEvent> Texted(ReminderPlan plan, string subject, string message) => new ArrangeReminders(Steps: [new(1, true, [new("en", subject, message)])]).Decide(plan, Today);
}
