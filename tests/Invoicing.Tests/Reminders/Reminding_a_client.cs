using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.InvoiceReminders, Billing.Invoicing.InvoiceRemindersEvent>;

namespace Billing.Invoicing.Tests;

public class Reminding_a_client
{
    private static readonly Invoice Out = Fold(Invoicing.Invoice.Initial, Issued()); // due 2026-03-02
    private static readonly SendingId Mail = new(Id(95));
    private static readonly Client Reader = Client.Initial with { Name = "Meadow", Currency = Eur, Emails = ["bills@meadow.example.test"] };
    private static readonly ReminderPlan On = ReminderPlan.Initial with { OnSince = Day("2026-01-01") };
    private static readonly LateFee Five = new(null, [Euros(5)], 3, [Euros(12)], null, LateFeeGoes.OnNextInvoice);

    [Theory]
    [InlineData("2026-02-27", -3), InlineData("2026-03-03", 1), InlineData("2026-04-01", 30)]
    public void goes_out_on_the_day_of_a_step(string day, int step) => Given(Before(step)).When(log => RemindOnTheDay.Decide(log, Ground(day))).Then(Reminded(step, day));

    [Fact]
    public void does_not_go_out_the_day_before() => Given().When(log => RemindOnTheDay.Decide(log, Ground("2026-02-26"))).ThenNothing();

    [Fact]
    public void is_off_until_it_is_turned_on() => Given().When(log => RemindOnTheDay.Decide(log, Ground("2026-03-03") with { Plan = ReminderPlan.Initial })).ThenNothing();

    [Fact]
    public void of_a_step_goes_out_once() => Given(Reminded(-3, "2026-02-27")).When(log => RemindOnTheDay.Decide(log, Ground("2026-02-27"))).ThenNothing();

    [Fact]
    public void after_days_without_the_product_sends_the_latest_step_and_says_which_were_missed() =>
        Given(Reminded(-3, "2026-02-27")).When(log => RemindOnTheDay.Decide(log, Ground("2026-03-20"))).Then(Skipped(1, "2026-03-20", ReminderSkip.Missed), Skipped(7, "2026-03-20", ReminderSkip.Missed), Reminded(14, "2026-03-20"));

    [Fact]
    public void does_not_make_up_for_steps_from_before_it_was_turned_on() =>
        Given().When(log => RemindOnTheDay.Decide(log, Ground("2026-03-10") with { Plan = On with { OnSince = Day("2026-03-10") } }))
            .Then(Skipped(-3, "2026-03-10", ReminderSkip.BeforeTurnedOn), Skipped(1, "2026-03-10", ReminderSkip.BeforeTurnedOn), Skipped(7, "2026-03-10", ReminderSkip.BeforeTurnedOn));

    [Fact]
    public void of_an_invoice_that_is_due_at_once_waits_until_it_is_late()
    {
        var atOnce = Ground("2026-01-31") with { Invoice = Out with { DueDate = ThisDay } };
        Given().When(log => RemindOnTheDay.Decide(log, atOnce)).Then(Skipped(-3, "2026-01-31", ReminderSkip.BeforeIssued));
        Given(Skipped(-3, "2026-01-31", ReminderSkip.BeforeIssued)).When(log => RemindOnTheDay.Decide(log, atOnce with { Today = Day("2026-02-01") })).Then(Reminded(1, "2026-02-01"));
    }

    [Fact]
    public void stops_when_nothing_is_outstanding()
    {
        Stops(ReminderStop.Paid, Received(100));
        Stops(ReminderStop.Voided, new InvoiceVoided("Wrong", ThisDay));
        Stops(ReminderStop.Uncollectible, new InvoiceGivenUp("Gone", ThisDay));
        Stops(ReminderStop.Credited, new InvoiceCredited(new(Id(80)), "CN-1", Euros(100), Euros(0), ThisDay));

        static void Stops(ReminderStop why, InvoiceEvent happened)
        {
            var ground = Ground("2026-03-03") with { Invoice = Fold(Out, happened) };
            Assert.Equal(why, ground.Stopped);
            Given().When(log => RemindOnTheDay.Decide(log, ground)).ThenNothing();
            Given().When(log => new RemindNow(1).Decide(log, ground)).ThenRefused("nothing-to-remind-of");
        }
    }

    [Fact]
    public void says_what_is_outstanding_at_that_moment() =>
        Given(Before(1)).When(log => RemindOnTheDay.Decide(log, Ground("2026-03-03") with { Invoice = Fold(Out, Received(40)) })).Then(Reminded(1, "2026-03-03") with { Outstanding = Euros(60) });

    [Fact]
    public void who_shall_not_be_reminded_is_noted_instead()
    {
        Given([new RemindersSilenced(TheInvoice), .. Before(1)]).When(log => RemindOnTheDay.Decide(log, Ground("2026-03-03"))).Then(Skipped(1, "2026-03-03", ReminderSkip.InvoiceSilenced));
        Given(Before(1)).When(log => RemindOnTheDay.Decide(log, Ground("2026-03-03") with { Client = Reader with { RemindersSilenced = true } })).Then(Skipped(1, "2026-03-03", ReminderSkip.ClientSilenced));
        Given(Before(1)).When(log => RemindOnTheDay.Decide(log, Ground("2026-03-03") with { Client = Reader with { Emails = [] } })).Then(Skipped(1, "2026-03-03", ReminderSkip.NoReader));
    }

    [Fact]
    public void by_hand_sends_a_step_before_its_day_or_after_it_was_skipped_but_none_twice()
    {
        Given().When(log => new RemindNow(7).Decide(log, Ground("2026-02-10"))).Then(Reminded(7, "2026-02-10"));
        Given(Skipped(7, "2026-03-10", ReminderSkip.Missed)).When(log => new RemindNow(7).Decide(log, Ground("2026-03-10"))).Then(Reminded(7, "2026-03-10"));
        Given(Reminded(7, "2026-03-09")).When(log => new RemindNow(7).Decide(log, Ground("2026-03-10"))).ThenRefused("step-already-sent");
        Given().When(log => new RemindNow(8).Decide(log, Ground("2026-03-10"))).ThenRefused("unknown-step");
        Given(new RemindersSilenced(TheInvoice)).When(log => new RemindNow(7).Decide(log, Ground("2026-03-10"))).ThenRefused("reminders-silenced");
        Given().When(log => new RemindNow(7).Decide(log, Ground("2026-03-10") with { Client = Reader with { RemindersSilenced = true } })).ThenRefused("reminders-silenced");
        Given().When(log => new RemindNow(7).Decide(log, Ground("2026-03-10") with { Client = Reader with { Emails = [] } })).ThenRefused("no-reader");
    }

    [Fact]
    public void is_silenced_and_resumed_once()
    {
        Given().When(log => log.Silence(TheInvoice)).Then(new RemindersSilenced(TheInvoice));
        Given(new RemindersSilenced(TheInvoice)).When(log => log.Silence(TheInvoice)).ThenNothing();
        Given(new RemindersSilenced(TheInvoice)).When(log => log.Resume(TheInvoice)).Then(new RemindersResumed(TheInvoice));
        Given().When(log => log.Resume(TheInvoice)).ThenNothing();
    }

    [Fact]
    public void brings_a_fee_after_the_grace_up_to_the_cap_and_none_to_an_archived_client()
    {
        var plan = On with { Fee = Five };
        Given(Before(1)).When(log => RemindOnTheDay.Decide(log, Ground("2026-03-03") with { Plan = plan })).Then(Reminded(1, "2026-03-03"));
        Given(Before(7)).When(log => RemindOnTheDay.Decide(log, Ground("2026-03-09") with { Plan = plan })).Then(Reminded(7, "2026-03-09") with { Fee = Euros(5) });
        InvoiceRemindersEvent[] twice = [Reminded(7, "2026-03-09") with { Fee = Euros(5) }, Reminded(14, "2026-03-16") with { Fee = Euros(5) }];
        Given(twice).When(log => RemindOnTheDay.Decide(log, Ground("2026-04-01") with { Plan = plan })).Then(Reminded(30, "2026-04-01") with { Fee = Euros(2) });
        Given(Before(7)).When(log => RemindOnTheDay.Decide(log, Ground("2026-03-09") with { Plan = plan, Client = Reader with { Standing = ClientStanding.Archived } })).Then(Reminded(7, "2026-03-09"));
    }

    private static ReminderGround Ground(string day) => new(TheInvoice, Out, Reader, On, Day(day), Mail);

    private static ClientReminded Reminded(int step, string day) => new(TheInvoice, step, Day(day), Euros(100), Mail, null);

    private static ReminderSkipped Skipped(int step, string day, ReminderSkip reason) => new(TheInvoice, step, Day(day), reason);

    // The steps before one are done with.
    private static InvoiceRemindersEvent[] Before(int step) => [.. ReminderPlan.Initial.Steps.Where(one => one.Days < step).Select(one => Reminded(one.Days, "2026-02-27"))];
}
