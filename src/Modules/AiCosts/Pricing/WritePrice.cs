using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>Prices of calls that read more than so many tokens: all of their tokens cost that.</summary>
/// <param name="Over">Strictly more.</param>
/// <param name="Prices">Of a million tokens.</param>
internal sealed record WrittenLength(long Over, TokenPrices Prices);

/// <summary>What another way to be served costs: prices of its own, or a share of the usual ones.</summary>
/// <param name="Factor">Such as 0.5.</param>
/// <param name="Prices">Of a million tokens.</param>
internal sealed record WrittenTier(UnitPrice? Factor = null, TokenPrices? Prices = null);

/// <summary>A price of one's own: it goes before every catalogue, and what it leaves out is unpriced.</summary>
/// <param name="Provider">By its code in the catalogue of providers.</param>
/// <param name="Model">Which models: a name, with * for any characters.</param>
/// <param name="Prices">Of a million tokens, by kind.</param>
/// <param name="From">The first day on which it holds, UTC.</param>
/// <param name="Until">The day behind the last; left out: open.</param>
/// <param name="Currency">Left out: USD.</param>
/// <param name="Account">The one account it was agreed for; left out: all of the provider's.</param>
/// <param name="Long">For longer prompts.</param>
/// <param name="Batch">Left out: half.</param>
/// <param name="Flex">Left out: unpriced.</param>
/// <param name="Priority">Left out: unpriced.</param>
/// <param name="Search">Of one web search.</param>
/// <param name="Request">Of one call, besides its tokens.</param>
/// <param name="Source">Whom to ask about it, such as a contract.</param>
internal sealed record WritePrice(
    string Provider, string Model, TokenPrices Prices, DateOnly From, DateOnly? Until = null, Currency? Currency = null, AiAccountId? Account = null, IReadOnlyList<WrittenLength>? Long = null,
    WrittenTier? Batch = null, WrittenTier? Flex = null, WrittenTier? Priority = null, UnitPrice? Search = null, UnitPrice? Request = null, string? Source = null)
{
    private const int MostLengths = 10;

    /// <summary>The entry that it is, or why it is none.</summary>
    public Result<PriceEntry> Entry(Guid id, AiProvider? provider)
    {
        if (provider is null) return AiAccountNo.ProviderUnknown(Provider);
        if (!ModelPattern.Read(Model).TryGet(out var pattern, out var refused)) return refused;
        if (Until is { } until && until <= From) return No.EndsBeforeItBegins;
        var terms = new PriceTerms(Set(Prices, Long), Tiers().ToDictionary(tier => tier.Tier, tier => tier.Price), new ExtraPrices(Request, Search), PriceFactors.None);
        if (!terms.Each().Any(price => EachPrice.IsPrice(price.Name))) return No.NothingSaid;
        if (terms.Each().Any(price => price.Value < 0)) return No.BelowNothing;
        if (Long is { Count: > MostLengths } || Long?.Any(length => length.Over <= 0) == true) return No.LengthsWrong;
        return new PriceEntry(id.ToString(), provider.Code, pattern, Currency ?? Billing.Currency.Parse("USD"), PriceOrigin.Own, Account?.ToString(), At(From), Until is { } end ? At(end) : null, PlainText.Line(Source), terms);
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/ai/prices", async (WritePrice command, Session session, AiProviders providers, CommandEdge edge, CancellationToken stop) =>
        {
            if (!command.Entry(session.NewId(), providers.Find(command.Provider)).TryGet(out var entry, out var refusal)) return edge.Refused(refusal);
            if (command.Account is { } account && (await session.Streams<AiAccount>().Load(account.Value, stop)).State.Provider != entry.Provider) return edge.Refused(No.AccountUnknown);
            var work = session.Begin();
            await work.Load<AiPrices>(AiPrices.Id, stop, fresh: true);
            work.Decide<AiPrices, AiPricesEvent>(AiPrices.Id, _ => new AiPriceWritten(entry.Id, entry.Provider, entry.Pattern.Text, entry.From, entry.Until, command.Account?.Value));
            work.Also(AiPriceRows.Keep([entry], work.At));
            return await edge.Commit(work, Answer.Of(AiPriceLine.Of(entry), null, 201), stop);
        })
        .Produces<AiPriceLine>(201).Requires(Permission.ArrangeAiCosts).WithSummary("Write down what a model costs");

        app.MapGet("/api/ai/prices", async (Session session, CancellationToken stop, string? provider = null, string? model = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("p.id", NpgsqlDbType.Varchar)).Filter("p.provider = @", provider, NpgsqlDbType.Varchar).Filter("p.pattern ilike @", Billing.Web.Search.Pattern(model), NpgsqlDbType.Varchar);
            if ((query.Sort("provider,model,-from", "provider,model,-from") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select {AiPriceRows.Columns}{query.CursorColumns} from ai_prices p where p.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 10, row => AiPriceLine.Of(AiPriceRows.Entry(row)), stop)), stop);
        })
        .Produces<Page<AiPriceLine>>().Requires(Permission.SeeAiCosts).WithSummary("The price book");
    }

    private static readonly Dictionary<string, SortField> Fields = new() { ["provider"] = new("p.provider", NpgsqlDbType.Varchar), ["model"] = new("lower(p.pattern)", NpgsqlDbType.Varchar), ["from"] = new("p.from_at", NpgsqlDbType.TimestampTz) };

    private IEnumerable<(ServiceTier Tier, TierPrice Price)> Tiers()
    {
        foreach (var (tier, written) in new[] { (ServiceTier.Batch, Batch), (ServiceTier.Flex, Flex), (ServiceTier.Priority, Priority) })
            if (written is not null) yield return (tier, new TierPrice(written.Prices is { } own ? Set(own, null) : null, written.Factor?.Value));
    }

    private static PriceSet Set(TokenPrices prices, IReadOnlyList<WrittenLength>? lengths) => new(prices, [.. (lengths ?? []).OrderBy(length => length.Over).Select(length => new LengthPrices(length.Over, length.Prices))]);

    private static DateTimeOffset At(DateOnly day) => new(day, default, TimeSpan.Zero);

    private static class No
    {
        public static readonly Refusal EndsBeforeItBegins = new("price-ends-before-it-begins", "A price holds from a day until a later one. Write the days the other way round, or leave the second out.");
        public static readonly Refusal NothingSaid = new("price-says-nothing", "Write what at least one kind of token, a search or a request costs.");
        public static readonly Refusal BelowNothing = new("price-below-nothing", "No price is below nothing.");
        public static readonly Refusal LengthsWrong = new("price-lengths-wrong", "A price has at most 10 lengths, each over some number of tokens.");
        public static readonly Refusal AccountUnknown = new("price-account-unknown", "There is no such account at this provider. Choose another one, or leave it out.");
    }
}

/// <summary>An entry of the price book.</summary>
/// <param name="Id">Stands beside whatever it priced.</param>
/// <param name="Model">Which models: a name, with * for any characters.</param>
/// <param name="Origin">own goes before catalogue.</param>
/// <param name="Account">The one account it was agreed for.</param>
/// <param name="From">From when on it holds, UTC.</param>
/// <param name="Until">The first instant at which it holds no more; null: open.</param>
/// <param name="Source">Whom to ask about it.</param>
/// <param name="Prices">Each price and factor that it says, by name; of tokens, of a million.</param>
internal sealed record AiPriceLine(string Id, string Provider, string Model, Currency Currency, PriceOrigin Origin, AiAccountId? Account, DateTimeOffset From, DateTimeOffset? Until, string Source, IReadOnlyDictionary<string, string> Prices)
{
    public static AiPriceLine Of(PriceEntry entry) => new(
        entry.Id, entry.Provider, entry.Pattern.Text, entry.Currency, entry.Origin, entry.Account is { } account ? new AiAccountId(Guid.Parse(account)) : null, entry.From, entry.Until, entry.Source,
        entry.Terms.Each().DistinctBy(price => price.Name).ToDictionary(price => price.Name, price => new UnitPrice(price.Value).ToString()));
}
