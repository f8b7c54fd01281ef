using System.Text.Json.Serialization;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>When and how clients are reminded; what is left out stays as it is.</summary>
/// <param name="On">Whether reminders go out by themselves.</param>
/// <param name="Steps">Replaces all steps.</param>
internal sealed record ArrangeReminders(bool? On = null, IReadOnlyList<WantedReminderStep>? Steps = null)
{
    /// <summary>Most steps of a plan.</summary>
    public const int MostSteps = 12;

    /// <summary>What reminders cost late clients; null: nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<LateFeeTerms> Fee { get; init; }

    public Decision<ReminderPlanEvent> Decide(ReminderPlan plan, DateOnly today)
    {
        if (!Planned(plan).TryGet(out var steps, out var refused)) return refused;
        var fee = plan.Fee;
        if (Fee.TryGet(out var wanted))
        {
            if (!wanted.Read().TryGet(out fee, out refused)) return refused;
        }
        else if (Fee.IsCleared) fee = null;

        List<ReminderPlanEvent> happened = [];
        if (!steps.Equals(plan.Steps)) happened.Add(new ReminderStepsPlanned(steps));
        if (fee != plan.Fee) happened.Add(fee is null ? new LateFeeDropped() : new LateFeeAgreed(fee));
        if (On is { } on && on == plan.OnSince is null) happened.Add(on ? new RemindersTurnedOn(today) : new RemindersTurnedOff());
        return happened;
    }

    private Result<ValueList<ReminderStep>> Planned(ReminderPlan plan)
    {
        if (Steps is null) return plan.Steps;
        if (Steps.Count > MostSteps) return No.TooMany;
        List<ReminderStep> steps = [];
        foreach (var wanted in Steps)
        {
            if (wanted.Days is < -60 or > 365) return No.OutOfRange;
            if (steps.Any(step => step.Days == wanted.Days)) return No.Twice(wanted.Days);
            if (!MailText.ReadAll(wanted.Texts ?? [], Placeholders.OfReminder, language => ReminderWords.Usual(wanted.Days, language)).TryGet(out var texts, out var refused)) return refused.With("step", wanted.Days);
            steps.Add(new ReminderStep(wanted.Days, wanted.On, texts));
        }
        return steps.OrderBy(step => step.Days).ToValueList();
    }

    private static class No
    {
        public static readonly Refusal TooMany = new("too-many-steps", $"There are at most {MostSteps} reminders. Leave some out.");
        public static readonly Refusal OutOfRange = new("step-out-of-range", "A reminder goes at most 60 days before and 365 days after the due date.");
        public static Refusal Twice(int days) => new Refusal("step-twice", FormattableString.Invariant($"There are two reminders {days} days after the due date. Leave one out.")).With("step", days);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/invoicing/reminders", (ArrangeReminders command, Today today, Commands<ReminderPlan> plans, CancellationToken stop) =>
            plans.DecideOrStart(ReminderPlan.Id, plan => command.Decide(plan, today.Date), RemindersPage.Of, stop))
        .Produces<RemindersPage>().Requires(Permission.ArrangeInvoicing).WithSummary("Arrange when and how clients are reminded; what is left out stays as it is");
}

/// <summary>A reminder as somebody wants it.</summary>
/// <param name="Days">After the due date; before it when negative.</param>
/// <param name="On">Whether it goes out by itself.</param>
/// <param name="Texts">Own ones; in languages that are left out or blank the usual text is sent.</param>
internal sealed record WantedReminderStep(int Days, bool On = true, IReadOnlyList<MailText>? Texts = null);

/// <summary>What reminders cost late clients: a share of what is outstanding or an amount, one of the two.</summary>
/// <param name="Percent">Of what is outstanding when the reminder goes.</param>
/// <param name="Amounts">One for each currency; an invoice in another one bears no fee.</param>
/// <param name="GraceDays">Only a reminder that goes more than so many days after the due date brings a fee.</param>
/// <param name="Caps">All fees of one invoice come to at most this, one for each currency; left out or empty: no cap. With caps, an invoice in a currency without one bears no fee.</param>
/// <param name="TaxCategory">How the fee is taxed; left out: as the first category.</param>
/// <param name="Goes">Onto the next invoice, or into a draft at once.</param>
internal sealed record LateFeeTerms(Percentage? Percent = null, IReadOnlyList<Money>? Amounts = null, int GraceDays = 0, IReadOnlyList<Money>? Caps = null, string? TaxCategory = null, LateFeeGoes Goes = LateFeeGoes.OnNextInvoice)
{
    public Result<LateFee> Read() => new LateFee(Percent, (Amounts ?? []).ToValueList(), GraceDays, (Caps ?? []).ToValueList(), TaxCategory, Goes).Read();

    public static LateFeeTerms Of(LateFee fee) => new(fee.Percent, fee.Amounts, fee.GraceDays, fee.Caps, fee.TaxCategory, fee.Goes);
}
