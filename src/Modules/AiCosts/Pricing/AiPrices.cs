using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Something that happened to the price book.</summary>
internal abstract record AiPricesEvent;

/// <summary>A price was written down. What was priced before stays as it is until somebody has it priced again.</summary>
/// <param name="PriceId">Stands beside whatever it prices.</param>
/// <param name="Provider">Whose price it is.</param>
/// <param name="Model">Which models: a name, with * for any characters.</param>
/// <param name="From">From when on it holds.</param>
/// <param name="Until">The first instant at which it holds no more; missing: open.</param>
/// <param name="Account">The one account it was agreed for; missing: all of the provider's.</param>
[Event("aicosts.price_written")]
internal sealed record AiPriceWritten(string PriceId, string Provider, string Model, DateTimeOffset From, DateTimeOffset? Until, Guid? Account) : AiPricesEvent;

/// <summary>A catalogue of list prices was taken into the book.</summary>
/// <param name="Source">Whose catalogue.</param>
/// <param name="From">From when on its prices hold.</param>
/// <param name="Accepted">So many entries are new.</param>
/// <param name="Held">So many looked wrong and were left out.</param>
[Event("aicosts.catalogue_taken")]
internal sealed record AiCatalogueTaken(string Source, DateTimeOffset From, int Accepted, int Held) : AiPricesEvent;

/// <summary>Usage was priced again by the book as it was then.</summary>
/// <param name="From">The first day, UTC.</param>
/// <param name="Until">The day behind the last.</param>
/// <param name="Priced">So many records have another cost than before.</param>
/// <param name="Unpriced">So many the book still says nothing of.</param>
[Event("aicosts.usage_priced_again")]
internal sealed record AiUsagePricedAgain(DateOnly From, DateOnly Until, int Priced, int Unpriced) : AiPricesEvent;

/// <summary>The price book of an organisation; its entries lie in a table.</summary>
internal sealed record AiPrices(int Written) : IAggregate<AiPrices>
{
    public static string Alias => "aicosts.prices";

    public static AiPrices Initial { get; } = new(0);

    /// <summary>The one stream of each tenant.</summary>
    public static Guid Id { get; } = AiHash.Id("aicosts.prices");

    public AiPrices Apply(object happened) => happened switch
    {
        AiPriceWritten or AiCatalogueTaken => new(Written + 1),
        AiUsagePricedAgain => this,
        _ => throw new UnknownEventException(nameof(AiPrices), happened),
    };
}
