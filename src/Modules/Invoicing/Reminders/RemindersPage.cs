using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>When and how clients are reminded, as the settings show it.</summary>
/// <param name="On">Whether reminders go out by themselves.</param>
/// <param name="OnSince">Since which day; null while they do not.</param>
/// <param name="Steps">By their days.</param>
/// <param name="Fee">What reminders cost late clients; null: nothing.</param>
/// <param name="Placeholders">What may stand in braces in the texts.</param>
/// <param name="Lists">What <c>#each</c> may stand before.</param>
internal sealed record RemindersPage(bool On, DateOnly? OnSince, IReadOnlyList<ReminderStepPage> Steps, LateFeeTerms? Fee, IReadOnlyList<string> Placeholders, IReadOnlyList<PlaceholderList> Lists, long Version)
{
    public static RemindersPage Of(Versioned<ReminderPlan> plan) => new(
        plan.State.OnSince is not null, plan.State.OnSince, [.. plan.State.Steps.Select(ReminderStepPage.Of)], plan.State.Fee is { } fee ? LateFeeTerms.Of(fee) : null, Invoicing.Placeholders.Single(Invoicing.Placeholders.OfReminder), Invoicing.Placeholders.Lists(Invoicing.Placeholders.OfReminder), plan.Version);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/invoicing/reminders", async (Streams<ReminderPlan> plans, CancellationToken stop) =>
        {
            var plan = await plans.Load(ReminderPlan.Id, stop);
            return Answer.Of(Of(plan), plan.Version);
        })
        .Produces<RemindersPage>().Requires(Permission.SeeInvoicing).WithSummary("When and how clients are reminded");
}

/// <summary>A step with what it says in each language.</summary>
/// <param name="Days">After the due date; before it when negative.</param>
/// <param name="On">Whether it goes out by itself.</param>
internal sealed record ReminderStepPage(int Days, bool On, IReadOnlyList<MailTextPage> Texts)
{
    public static ReminderStepPage Of(ReminderStep step) => new(step.Days, step.On, [.. Languages.Offered.Select(language => MailTextPage.Of(step.TextIn(language), step.Texts.Any(text => text.Language == language)))]);
}

/// <summary>What mails of one kind say in one language.</summary>
/// <param name="Own">Whether the organisation wrote it; otherwise it is the usual text.</param>
internal sealed record MailTextPage(string Language, string Subject, string Message, bool Own)
{
    public static MailTextPage Of(MailText text, bool own) => new(text.Language, text.Subject, text.Message, own);
}
