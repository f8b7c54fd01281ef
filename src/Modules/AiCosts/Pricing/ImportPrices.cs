using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>A model of a catalogue that was not taken.</summary>
/// <param name="Code">Why.</param>
/// <param name="Reason">The same as a sentence.</param>
internal sealed record LeftOutPrice(string Provider, string Model, string Code, string Reason);

/// <summary>What became of a catalogue.</summary>
/// <param name="DryRun">Whether nothing was kept.</param>
/// <param name="Accepted">New prices, from now on.</param>
/// <param name="Unchanged">Models of which the book says the same already.</param>
/// <param name="Held">Prices that look wrong; write those that are right by hand.</param>
/// <param name="Rejected">Models without a price that can be read.</param>
/// <param name="Strangers">Models of providers that the product does not know.</param>
internal sealed record CatalogueTakenPage(bool DryRun, int Accepted, int Unchanged, IReadOnlyList<LeftOutPrice> Held, IReadOnlyList<LeftOutPrice> Rejected, int Strangers);

/// <summary>A catalogue of list prices is taken into the book: what is new holds from now on, and what looks like a mistake is held back.</summary>
internal static class ImportPrices
{
    private const int MostTold = 500;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/ai/prices/import", async (HttpContext context, Session session, AiProviders providers, CommandEdge edge, CancellationToken stop, [AllowedValues("litellm", "models.dev", "openrouter")] string catalogue = "litellm", bool dryRun = false) =>
        {
            if (Kind(catalogue) is not { } kind) return (IResult)Problems.BadRequest(new Fault("?catalogue", "A catalogue is litellm, models.dev or openrouter."));
            using var file = new MemoryStream();
            await context.Request.Body.CopyToAsync(file, stop);
            var work = session.Begin();
            if (!Catalogue.Read(kind, file.ToArray(), work.At).TryGet(out var read, out var refusal)) return edge.Refused(refusal);
            var known = read.Entries.Where(entry => providers.Find(entry.Provider) is not null).ToList();
            var check = CatalogueChecks.Check(known, await AiPriceRows.Of(session, null, stop));
            var page = new CatalogueTakenPage(
                dryRun, check.Accepted.Count, check.Unchanged.Count, [.. check.Held.SelectMany(held => held.Reasons).Take(MostTold).Select(Told)], [.. read.Refused.Where(one => providers.Find(one.Provider) is not null).Take(MostTold).Select(Told)], read.Entries.Count - known.Count);
            if (dryRun || check.Accepted.Count == 0) return TypedResults.Ok(page);
            await work.Load<AiPrices>(AiPrices.Id, stop, fresh: true);
            work.Decide<AiPrices, AiPricesEvent>(AiPrices.Id, _ => new AiCatalogueTaken(check.Accepted[0].Source, work.At, check.Accepted.Count, check.Held.Count));
            work.Also(AiPriceRows.Keep(check.Accepted, work.At));
            return await edge.Commit(work, Answer.Of(page), stop);
        })
        .Accepts<object>("application/json").WithMetadata(new ReadsItsBody(), new KeepsNoAnswer()).TakesFiles()
        .Produces<CatalogueTakenPage>().Requires(Permission.ArrangeAiCosts).WithSummary("Take a catalogue of list prices into the price book: LiteLLM's, models.dev's or OpenRouter's JSON");

    private static CatalogueKind? Kind(string catalogue) => catalogue switch { "litellm" => CatalogueKind.LiteLlm, "models.dev" => CatalogueKind.ModelsDev, "openrouter" => CatalogueKind.OpenRouter, _ => null };

    private static LeftOutPrice Told(CatalogueRemark remark) => new(remark.Provider, remark.Model, remark.Code, remark.Reason);
}
