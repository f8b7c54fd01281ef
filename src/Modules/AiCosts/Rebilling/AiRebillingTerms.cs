using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Something that happened to what a client pays for what was spent for it.</summary>
internal abstract record AiRebillingTermsEvent;

/// <summary>From the next month that is billed on, a client pays so much for what was spent for it.</summary>
/// <param name="Client">Which.</param>
/// <param name="Markup">Hundredths on top of the cost; missing where a margin is fixed.</param>
/// <param name="Margin">On top of the cost of each month with usage, in the client's currency; missing where there is a markup.</param>
[Event("aicosts.rebilling_agreed")]
internal sealed record AiRebillingAgreed(Guid Client, Percentage? Markup, Money? Margin) : AiRebillingTermsEvent;

/// <summary>The client is charged for nothing more; months that were billed are still put right.</summary>
[Event("aicosts.rebilling_ended")]
internal sealed record AiRebillingEnded : AiRebillingTermsEvent;

/// <summary>What a client pays for what was spent for it; null: nothing.</summary>
internal sealed record AiRebillingTerms(Guid Client, RebillingTerms? Terms) : IAggregate<AiRebillingTerms>
{
    public static string Alias => "aicosts.rebilling";

    public static AiRebillingTerms Initial { get; } = new(default, null);

    /// <summary>The one stream of a client.</summary>
    public static Guid Id(Guid client) => AiHash.Id($"aicosts.rebilling {client}");

    public AiRebillingTerms Apply(object happened) => happened switch
    {
        AiRebillingAgreed e => new(e.Client, Of(e.Markup, e.Margin)),
        AiRebillingEnded => this with { Terms = null },
        _ => throw new UnknownEventException(nameof(AiRebillingTerms), happened),
    };

    /// <summary>Terms as they were checked once.</summary>
    public static RebillingTerms Of(Percentage? markup, Money? margin) => margin is { } fix ? RebillingTerms.With(fix).Value : RebillingTerms.With(markup ?? new Percentage(0));
}

/// <summary>Terms of a client as the list reads them.</summary>
internal sealed record AiRebillingTermsRow(Guid Id, Guid ClientId, decimal? Markup, decimal? Margin, string? MarginCurrency, bool Ended, long Version);

internal sealed class AiRebillingTermsRows : Projection<AiRebillingTermsRow>
{
    private const string AllSql = "select client_id, markup, margin, margin_currency, version from ai_rebilling_terms where tenant_id = $1 and not ended order by client_id";

    public AiRebillingTermsRows() : base("aicosts.rebilling", new RowTable<AiRebillingTermsRow>("ai_rebilling_terms"), Lifecycle.Inline, inlineStream: AiRebillingTerms.Alias)
    {
        CoversAll<AiRebillingTermsEvent>();
        Uses<AiRebillingAgreed>((_, e, at) => new AiRebillingTermsRow(at.StreamId, e.Client, e.Markup?.Value, e.Margin?.Amount, e.Margin?.Currency.Code, false, at.Version));
        Uses<AiRebillingEnded>((row, _, at) => row! with { Ended = true, Version = at.Version });
    }

    /// <summary>All that hold, by client.</summary>
    public static Task<List<AiRebillingTermsPage>> All(Session session, CancellationToken stop) => session.Read(AllSql, [], async row =>
    {
        var all = new List<AiRebillingTermsPage>();
        while (await row.ReadAsync(stop))
            all.Add(new(row.GetGuid(0), row.IsDBNull(1) ? null : new Percentage(row.GetDecimal(1)), row.IsDBNull(2) ? null : new Money(row.GetDecimal(2), Currency.Parse(row.GetString(3))), row.GetInt64(4)));
        return all;
    }, stop);
}
