namespace Billing.AiCosts;

/// <summary>Where a price comes from; own ones go before all others.</summary>
internal enum PriceOrigin
{
    /// <summary>A catalogue of the provider's list prices.</summary>
    Catalogue,

    /// <summary>Agreed with the provider, or set by the organisation.</summary>
    Own,
}

/// <summary>How a provider was asked to serve.</summary>
internal enum ServiceTier
{
    /// <summary>As usual.</summary>
    Standard,

    /// <summary>Within a day, at half the price unless told otherwise.</summary>
    Batch,

    /// <summary>When there is room.</summary>
    Flex,

    /// <summary>Before others.</summary>
    Priority,
}

/// <summary>
/// An entry of the price book, whole and never edited: what a provider asks for the models of a pattern between two instants. A new price is a new entry with its own id, and what was priced keeps the id it was priced by.
/// </summary>
/// <param name="Id">Stands beside whatever it priced.</param>
/// <param name="Provider">Whose price it is; a reseller's is never taken for the vendor's.</param>
/// <param name="Pattern">Which models.</param>
/// <param name="From">First instant.</param>
/// <param name="Until">First instant at which it holds no more; null: open.</param>
/// <param name="Account">The one account it was agreed for; null: all of the provider's.</param>
/// <param name="Source">Whom to ask: a catalogue's name, a contract.</param>
internal sealed record PriceEntry(string Id, string Provider, ModelPattern Pattern, Currency Currency, PriceOrigin Origin, string? Account, DateTimeOffset From, DateTimeOffset? Until, string Source, PriceTerms Terms)
{
    public bool HoldsAt(DateTimeOffset at) => From <= at && (Until is not { } until || at < until);
}

/// <summary>What a model costs.</summary>
/// <param name="Standard">As usual.</param>
/// <param name="Tiers">Other ways to be served; of those that are missing only batch is known: half.</param>
/// <param name="Extras">What is not counted in tokens.</param>
/// <param name="Factors">What multiplies the tokens' price.</param>
internal sealed record PriceTerms(PriceSet Standard, IReadOnlyDictionary<ServiceTier, TierPrice> Tiers, ExtraPrices Extras, PriceFactors Factors)
{
    public static PriceTerms Of(TokenPrices prices) => new(new PriceSet(prices, []), new Dictionary<ServiceTier, TierPrice>(), ExtraPrices.None, PriceFactors.None);
}

/// <summary>Prices by the length of what is read in one call.</summary>
/// <param name="Short">What holds below all lengths.</param>
/// <param name="Long">For longer prompts, ascending.</param>
internal sealed record PriceSet(TokenPrices Short, IReadOnlyList<LengthPrices> Long);

/// <summary>Prices of a call that reads more than so many tokens: all of its tokens cost that, not only those beyond. What is missing costs what shorter ones do.</summary>
/// <param name="Over">Strictly more; a provider that counts the border itself has one less here.</param>
internal sealed record LengthPrices(long Over, TokenPrices Prices);

/// <summary>What another way to be served costs: prices of its own, or a factor on the usual ones.</summary>
internal sealed record TierPrice(PriceSet? Own, decimal? Factor)
{
    public static TierPrice Of(decimal factor) => new(null, factor);
}

/// <summary>What is not counted in tokens: the price of one, null where nobody said.</summary>
/// <param name="Request">A call, besides its tokens; null: calls cost nothing by themselves.</param>
internal sealed record ExtraPrices(
    UnitPrice? Request = null, UnitPrice? Search = null, UnitPrice? SearchLow = null, UnitPrice? SearchMedium = null, UnitPrice? SearchHigh = null, UnitPrice? Session = null, UnitPrice? Image = null, UnitPrice? Second = null, UnitPrice? Character = null)
{
    public static ExtraPrices None { get; } = new();

    /// <summary>A search of that depth; where only one price is known, that.</summary>
    public UnitPrice? ForSearch(SearchDepth depth) => depth switch
    {
        SearchDepth.Low => SearchLow ?? Search,
        SearchDepth.Medium => SearchMedium ?? Search,
        SearchDepth.High => SearchHigh ?? Search,
        _ => Search ?? SearchMedium,
    };
}

/// <summary>How much a search brings into the prompt.</summary>
internal enum SearchDepth
{
    /// <summary>The provider's habit, which is medium.</summary>
    Unsaid,

    /// <summary>Little.</summary>
    Low,

    /// <summary>As usual.</summary>
    Medium,

    /// <summary>Much.</summary>
    High,
}

/// <summary>What multiplies the price of tokens.</summary>
/// <param name="Regions">By where the model runs, such as <c>us</c>; 1 where nothing is said.</param>
/// <param name="Fast">For the fast mode; null: nobody said.</param>
/// <param name="OffPeak">At certain hours.</param>
/// <param name="Discount">Agreed, in hundredths off.</param>
internal sealed record PriceFactors(IReadOnlyDictionary<string, decimal> Regions, decimal? Fast = null, OffPeak? OffPeak = null, Percentage Discount = default)
{
    public static PriceFactors None { get; } = new(new Dictionary<string, decimal>());
}
