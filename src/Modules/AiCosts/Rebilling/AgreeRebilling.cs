using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>A client pays so much for what was spent for it, from the next month that is billed on: a share on top, or a fixed amount for each month with usage.</summary>
/// <param name="Markup">Hundredths on top of the cost; 0: the cost itself.</param>
/// <param name="Margin">A fixed amount on top of the cost, in the client's currency; one of the two.</param>
internal sealed record AgreeRebilling(Percentage? Markup = null, Money? Margin = null)
{
    /// <param name="client">There is such a one.</param>
    public Decision<AiRebillingTermsEvent> Decide(AiRebillingTerms now, BilledClient client)
    {
        if ((Markup is null) == (Margin is null)) return No.OneOfTwo;
        if (Margin is { } margin && margin.Currency != client.Currency) return No.OtherCurrency(client.Currency);
        if (Margin is { } fix && RebillingTerms.With(fix).Refusal is { } negative) return negative;
        return now.Terms == AiRebillingTerms.Of(Markup, Margin) ? Decision.Nothing : new AiRebillingAgreed(client.Id, Markup, Margin);
    }

    /// <summary>The client is charged for nothing more.</summary>
    public static Decision<AiRebillingTermsEvent> End(AiRebillingTerms now) => now.Terms is null ? Decision.Nothing : new AiRebillingEnded();

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/ai/rebilling/terms", async (Session session, CancellationToken stop) => TypedResults.Ok(new Page<AiRebillingTermsPage>(await AiRebillingTermsRows.All(session, stop), null)))
            .Produces<Page<AiRebillingTermsPage>>().Requires(Permission.SeeAiCosts).WithSummary("What clients pay for what AI services cost for them");

        app.MapPut("/api/ai/rebilling/terms/{id}", async (Guid id, AgreeRebilling command, Session session, IInvoicing invoicing, CommandEdge edge, CancellationToken stop) =>
        {
            if (await invoicing.Client(session, id, stop) is not { } client) return (IResult)Problems.NotFound;
            var (stream, work) = (AiRebillingTerms.Id(client.Id), session.Begin());
            var before = await work.Load<AiRebillingTerms>(stream, stop, fresh: true);
            if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict();
            if (work.Decide<AiRebillingTerms, AiRebillingTermsEvent>(stream, now => command.Decide(now, client)) is { } refusal) return edge.Refused(refusal);
            var after = await work.Load<AiRebillingTerms>(stream, stop);
            return await edge.Commit(work, Answer.Of(new AiRebillingTermsPage(client.Id, after.State.Terms!.Markup, after.State.Terms.Margin, after.Version), after.Version), stop);
        })
        .Produces<AiRebillingTermsPage>().Requires(Permission.ArrangeAiCosts).WithSummary("Agree what a client pays for what AI services cost for it: a markup, or a fixed margin a month");

        app.MapDelete("/api/ai/rebilling/terms/{id}", async (Guid id, Session session, IInvoicing invoicing, CancellationToken stop) =>
        {
            if (await invoicing.Client(session, id, stop) is not { } client) return (IResult)Problems.NotFound;
            var (stream, work) = (AiRebillingTerms.Id(client.Id), session.Begin());
            if (await work.Load<AiRebillingTerms>(stream, stop, fresh: true) is { Exists: false }) return Problems.NotFound;
            work.Decide<AiRebillingTerms, AiRebillingTermsEvent>(stream, End);
            await work.Commit();
            return TypedResults.NoContent();
        })
        .Requires(Permission.ArrangeAiCosts).WithSummary("Charge a client for nothing more of what AI services cost");
    }

    private static class No
    {
        public static readonly Refusal OneOfTwo = new("ai-rebilling-terms-unclear", "Write a markup or a margin, one of the two.");
        public static Refusal OtherCurrency(Currency currency) => new Refusal("ai-rebilling-margin-currency", $"This client is billed in {currency}. Write the margin in {currency}.").With("currency", currency.Code);
    }
}

/// <summary>What a client pays for what was spent for it.</summary>
/// <param name="Markup">Hundredths on top of the cost; null where a margin is fixed.</param>
/// <param name="Margin">On top of the cost of each month with usage; null where there is a markup.</param>
internal sealed record AiRebillingTermsPage(Guid ClientId, Percentage? Markup, Money? Margin, long Version);
