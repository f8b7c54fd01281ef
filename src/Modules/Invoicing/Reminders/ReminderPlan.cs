using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Something that was set for the reminders of an organisation.</summary>
internal abstract record ReminderPlanEvent;

/// <summary>From now on clients are reminded by themselves. Steps whose day came before are not made up for.</summary>
/// <param name="On">That day, where the organisation is.</param>
[Event("invoicing.reminders_turned_on")]
internal sealed record RemindersTurnedOn(DateOnly On) : ReminderPlanEvent;

/// <summary>Nobody is reminded by itself any more.</summary>
[Event("invoicing.reminders_turned_off")]
internal sealed record RemindersTurnedOff : ReminderPlanEvent;

/// <summary>When clients are reminded, and in which words; replaces the steps before.</summary>
/// <param name="Steps">All of them, by their days.</param>
[Event("invoicing.reminder_steps_planned")]
internal sealed record ReminderStepsPlanned(ValueList<ReminderStep> Steps) : ReminderPlanEvent;

/// <summary>What late clients owe besides with a reminder.</summary>
/// <param name="Fee">How much, from when on, at most.</param>
[Event("invoicing.late_fee_agreed")]
internal sealed record LateFeeAgreed(LateFee Fee) : ReminderPlanEvent;

/// <summary>Reminders bring no fee any more.</summary>
[Event("invoicing.late_fee_dropped")]
internal sealed record LateFeeDropped : ReminderPlanEvent;

/// <summary>When and in which words an organisation reminds its clients; one stream, under the same id in every organisation.</summary>
/// <param name="OnSince">The day from which on clients are reminded by themselves; null while they are not.</param>
/// <param name="Steps">By their days.</param>
/// <param name="Fee">Null for none.</param>
/// <remarks>
/// Off until somebody turns it on: a mail to a client is not taken back, and who only tries the product, or brings old invoices into it, expects none to go out.
/// The steps lie ready, so that turning it on is all there is to do.
/// </remarks>
internal sealed record ReminderPlan(DateOnly? OnSince, ValueList<ReminderStep> Steps, LateFee? Fee) : IAggregate<ReminderPlan>
{
    /// <summary>The stream's id.</summary>
    public static readonly Guid Id = new("0193e0c0-0000-7000-8000-000000000021");

    public static string Alias => "invoicing.reminder_plan";

    public static ReminderPlan Initial { get; } = new(null, [.. new[] { -3, 1, 7, 14, 30 }.Select(days => new ReminderStep(days, true, []))], null);

    /// <summary>The step of that many days; null when there is none.</summary>
    public ReminderStep? Step(int days) => Steps.FirstOrDefault(step => step.Days == days);

    public ReminderPlan Apply(object happened) => happened switch
    {
        RemindersTurnedOn e => this with { OnSince = e.On },
        RemindersTurnedOff => this with { OnSince = null },
        ReminderStepsPlanned e => this with { Steps = e.Steps },
        LateFeeAgreed e => this with { Fee = e.Fee },
        LateFeeDropped => this with { Fee = null },
        _ => throw new UnknownEventException(nameof(ReminderPlan), happened),
    };
}

/// <summary>One reminder of an invoice.</summary>
/// <param name="Days">After the due date; before it when negative. A plan has one step for each number of days.</param>
/// <param name="On">Whether it goes out by itself; one that is off can be sent by hand.</param>
/// <param name="Texts">The organisation's own, by language; in the others the usual one is sent.</param>
internal sealed record ReminderStep(int Days, bool On, ValueList<MailText> Texts)
{
    /// <summary>What it says in a language.</summary>
    public MailText TextIn(string language) => Texts.FirstOrDefault(text => text.Language == language) ?? ReminderWords.Usual(Days, language);
}
