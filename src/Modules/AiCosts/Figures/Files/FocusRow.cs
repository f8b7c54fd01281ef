namespace Billing.AiCosts;

/// <summary>The versions of the FinOps Open Cost and Usage Specification that are written; all from 1.0 on are read.</summary>
internal enum FocusVersion
{
    /// <summary>Of May 2025: a provider and a publisher.</summary>
    V1_2,

    /// <summary>Of June 2026: a provider of the service and one that hosts it.</summary>
    V1_4,
}

/// <summary>One line of a FOCUS file, as far as it means something for what models cost; periods are half open, times of UTC.</summary>
/// <param name="ServiceProvider">Who sells it: ServiceProviderName, or ProviderName before 1.3.</param>
/// <param name="HostProvider">Who runs it: HostProviderName, or PublisherName before 1.3.</param>
/// <param name="Correction">Puts something of a closed period right.</param>
/// <param name="Billed">As on the invoice.</param>
/// <param name="Effective">After credits and what was paid in advance.</param>
/// <param name="List">By the catalogue; null: not told.</param>
/// <param name="Contracted">After an agreed discount; null: not told.</param>
/// <param name="Meter">The kind of token.</param>
/// <param name="SubAccountId">A project or a workspace.</param>
/// <param name="Model">The column <c>x_Model</c>, which is ours.</param>
internal sealed record FocusRow(
    int Line, string ServiceProvider, string? HostProvider, string? InvoiceIssuer, string? InvoiceId, string BillingAccountId, string? BillingAccountName, string? SubAccountId, string? SubAccountName,
    DateTimeOffset BillingFrom, DateTimeOffset BillingUntil, DateTimeOffset From, DateTimeOffset Until, string Category, bool Correction, string Description, string? ServiceName,
    Cost Billed, Cost Effective, Cost? List, Cost? Contracted, decimal? Quantity, string? Unit, string? SkuId, string? SkuPriceId, string? Meter, string? Model, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>What a charge may be.</summary>
    public static readonly string[] Categories = ["Usage", "Purchase", "Tax", "Credit", "Adjustment"];
}

/// <summary>Usage on its way into a FOCUS file.</summary>
/// <param name="Billed">What counts: as reported where it was, else as computed.</param>
/// <param name="Priced">By the book; null: unpriced.</param>
internal sealed record FocusUsage(
    string Provider, string AccountId, string AccountName, string? Project, string? Model, DateTimeOffset From, DateTimeOffset Until, Cost Billed, PricedCall? Priced, bool Correction, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>One line for each kind of token: what was billed is divided by what each would cost by the book, so that the lines are together what was billed.</summary>
    public IReadOnlyList<FocusRow> Rows()
    {
        var parts = Priced?.Parts.Where(part => part.Quantity > 0).ToList() ?? [];
        var billed = Split.ByWeight(Billed, [.. parts.Select(part => part.Amount)]);
        if (billed is null) return [Row(null, Billed)];
        return [.. parts.Select((part, i) => Row(part, billed[i]))];
    }

    private FocusRow Row(PricedPart? part, Cost billed)
    {
        var month = new DateTimeOffset(From.UtcDateTime.Year, From.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        Cost? contracted = part is null ? null : Cost.Round(part.Amount, billed.Currency);
        Cost? list = part is null ? null : Cost.Round(part.Quantity * part.Unit.Value / part.Per, billed.Currency);
        return new FocusRow(
            0, Provider, Provider, Provider, null, AccountId, AccountName, Project, Project, month, month.AddMonths(1), From, Until, "Usage", Correction, $"{Model ?? "Usage"}{(part is null ? "" : $", {part.What}")}", Provider,
            billed, billed, list, contracted, part?.Quantity, part is null ? null : part.Per == 1 ? part.What : "tokens", Model, Priced?.PriceId, part?.What, Model, Tags);
    }
}
