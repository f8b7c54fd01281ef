using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>What usage of some days would have cost on another model. Nothing is written.</summary>
/// <param name="From">The first day, UTC.</param>
/// <param name="Until">The day behind the last.</param>
/// <param name="Provider">Of the other model, by its code in the catalogue.</param>
/// <param name="Model">The other model.</param>
/// <param name="AccountId">Only usage of this account.</param>
/// <param name="UsedModel">Only usage of this model: a name, with * for any characters.</param>
internal sealed record CompareModels(DateOnly From, DateOnly Until, string Provider, string Model, AiAccountId? AccountId = null, string? UsedModel = null)
{
    private const string Sql = $"""
        select u.id, a.provider, {AiUsageReading.Columns}
        from ai_usage u join ai_accounts a on a.tenant_id = u.tenant_id and a.id = u.account_id
        where u.tenant_id = $1 and u.basis = 'computed' and u.withdrawn_at is null and u.start_at >= $2 and u.start_at < $3
          and case when $4::uuid is null then a.role = 'money' else u.account_id = $4 end
        """;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/ai/what-if", async (CompareModels question, Session session, Streams<AiAccount> accounts, AiProviders providers, CommandEdge edge, CancellationToken stop) =>
        {
            if (ShowTrends.DaysWrong(question.From, question.Until) is { } wrong) return (IResult)Problems.BadRequest(wrong with { Pointer = "/until" });
            if (providers.Find(question.Provider) is not { } provider) return edge.Refused(AiAccountNo.ProviderUnknown(question.Provider));
            if (PlainText.Line(question.Model) is not { Length: > 0 } model) return Problems.BadRequest(new Fault("/model", "Name the other model."));
            ModelPattern? used = null;
            if (question.UsedModel is { } pattern && !ModelPattern.Read(pattern).TryGet(out used, out var unread)) return edge.Refused(unread);
            if (question.AccountId is { } id && await accounts.Peek(id.Value, stop) is { Exists: false }) return Problems.NotFound;
            var rows = await session.Read(Sql, [.. ShowUsage.Between(question.From, question.Until), AiDailyCosts.Account(question.AccountId)], async reader =>
            {
                var all = new List<(string Provider, AiUsageRow Row)>();
                while (await reader.ReadAsync(stop)) all.Add((reader.GetString(1), AiUsageReading.Row(reader, 0, 2)));
                return all;
            }, stop);
            var calls = rows.Where(one => used is null || (one.Row.Record.Of.Model is { } name && used.Covers(name))).Select(one => AiPricing.Call(one.Row, one.Provider)).ToList();
            if (!WhatIf.On(await AiPriceRows.Book(session, null, stop), calls.OfType<MeteredCall>(), provider.Code, model).TryGet(out var told, out var refusal)) return edge.Refused(refusal);
            return TypedResults.Ok(Page(told, calls.Count(call => call is null)));
        })
        .Produces<ComparedModelsPage>().Requires(Permission.SeeAiCosts).WithSummary("What the same usage would have cost on another model; nothing is written");

    private static ComparedModelsPage Page(WhatIf told, int unknown) => new(
        told.Now, told.Then, told.Difference, told.Compared, unknown, told.WrittenAsInput, told.WithoutRequests,
        [.. from one in told.Unpriced group one by (one.Call.Provider, one.Call.Model, one.Reason.Code) into same orderby same.Key select new UncomparedUsage(same.Key.Provider, same.Key.Model, same.Key.Code, same.First().Reason.Sentence, same.Count())]);
}

/// <summary>Usage on its model and on another.</summary>
/// <param name="Now">What it costs by the price book, of records that have a price on both.</param>
/// <param name="Then">What the same records would cost.</param>
/// <param name="Difference">More than nothing: the other model costs more.</param>
/// <param name="Compared">How many records that are.</param>
/// <param name="WithoutModel">Records that do not say which model, or which tier, and are in neither sum.</param>
/// <param name="WrittenAsInput">Tokens that are written to a cache now, and for which the other model has no price: they are counted as read anew.</param>
/// <param name="WithoutRequests">Of the records compared, those whose provider does not count requests. Their sums are of tokens, searches and the like; where a request has a price they are not compared, and stand among the unpriced.</param>
/// <param name="Unpriced">Records without a price on one of the two, in neither sum.</param>
internal sealed record ComparedModelsPage(Cost Now, Cost Then, Cost Difference, int Compared, int WithoutModel, long WrittenAsInput, int WithoutRequests, IReadOnlyList<UncomparedUsage> Unpriced);

/// <summary>Records of one model that are not compared.</summary>
/// <param name="Code">Why.</param>
/// <param name="Reason">The same as a sentence.</param>
/// <param name="Records">How many.</param>
internal sealed record UncomparedUsage(string Provider, string Model, string Code, string Reason, int Records);
