using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Sending, Billing.Invoicing.SendingEvent>;

namespace Billing.Invoicing.Tests;

public class Reminding_again
{
    private static readonly SendingId Mail = new(Id(95));
    private static readonly Invoice Out = Fold(Invoicing.Invoice.Initial, Issued()); // due 2026-03-02
    private static readonly Client Reader = Client.Initial with { Name = "Meadow", Currency = Eur, Emails = ["new@meadow.example.test"], CcEmails = ["boss@meadow.example.test", "NEW@meadow.example.test"] };
    private static readonly InvoiceReminders Log = Fold(InvoiceReminders.Initial, new ClientReminded(TheInvoice, 1, Day("2026-03-03"), Euros(100), Mail, Euros(5)));
    private static readonly ReminderGround Ground = new(TheInvoice, Out, Reader, ReminderPlan.Initial, Day("2026-03-04"), new(Id(96)));
    private static readonly SendingEvent Asked = new SendingAsked(TheInvoice, [About("old@meadow.example.test")], [], About("Pay"), About("Please"), null);
    private static readonly SendingEvent[] Failed = [Asked, new SendingFailed(SendingTrouble.Refused)];
    private static readonly SendingRepeated Repeated = new([About("new@meadow.example.test")], [About("boss@meadow.example.test")]);

    [Fact]
    public void takes_the_same_mail_to_who_reads_the_client_s_mails_by_now() => Given(Failed).When(Again()).Then(Repeated);

    [Fact]
    public void reaches_only_those_who_did_not_get_it()
    {
        SendingEvent asked = new SendingAsked(TheInvoice, [About("NEW@meadow.example.test"), About("gone@meadow.example.test")], [About("boss@meadow.example.test")], About("Pay"), About("Please"), null);
        SendingEvent[] back = [asked, new InvoiceSent([]), new SendingBounced(About("boss@meadow.example.test"), About("550"))];
        var toTheBoss = new SendingRepeated([About("boss@meadow.example.test")], []);
        Given(back).When(Again()).Then(toTheBoss);
        Given([.. back, toTheBoss, new InvoiceSent([]), new SendingBounced(About("boss@meadow.example.test"), About("550"))]).When(Again()).Then(toTheBoss);
        Given([.. back, toTheBoss, new SendingFailed(SendingTrouble.NotTaken)]).When(Again()).Then(toTheBoss);

        var refusedOne = new InvoiceSent([About("NEW@meadow.example.test")]);
        Given(asked, refusedOne, new SendingBounced(About("boss@meadow.example.test"), About("550"))).When(Again()).Then(Repeated);
    }

    [Fact]
    public void is_refused_where_everybody_who_reads_by_now_got_it()
    {
        SendingEvent asked = new SendingAsked(TheInvoice, [About("new@meadow.example.test"), About("gone@meadow.example.test")], [About("boss@meadow.example.test")], About("Pay"), About("Please"), null);
        Given(asked, new InvoiceSent([]), new SendingBounced(About("gone@meadow.example.test"), About("550"))).When(Again()).ThenRefused("everybody-got-it");
    }

    [Fact]
    public void twice_is_once() => Given([.. Failed, Repeated]).When(Again()).ThenNothing();

    [Fact]
    public void is_possible_each_time_it_fails() => Given([.. Failed, Repeated, new SendingFailed(SendingTrouble.NotTaken)]).When(Again()).Then(Repeated);

    [Fact]
    public void of_what_has_gone_is_refused() => Given(Asked, new InvoiceSent([])).When(Again()).ThenRefused("step-already-sent");

    [Fact]
    public void of_what_never_went_is_refused() => Given().When(mail => new RemindAgain(7).Decide(Log, Ground, mail)).ThenRefused("step-never-sent");

    [Fact]
    public void stops_where_a_reminder_stops()
    {
        Given(Failed).When(Again(Ground with { Invoice = Fold(Out, Received(100)) })).ThenRefused("nothing-to-remind-of");
        Given(Failed).When(Again(Ground with { Client = Reader with { RemindersSilenced = true } })).ThenRefused("reminders-silenced");
        Given(Failed).When(Again(Ground with { Client = Reader with { Emails = [] } })).ThenRefused("no-reader");
        Given(Failed).When(mail => new RemindAgain(1).Decide(Fold(Log, new RemindersSilenced(TheInvoice)), Ground, mail)).ThenRefused("reminders-silenced");
    }

    private static Func<Sending, Decision<SendingEvent>> Again(ReminderGround? ground = null) => mail => new RemindAgain(1).Decide(Log, ground ?? Ground, mail);
}
