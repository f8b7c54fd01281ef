namespace Billing.AiCosts;

/// <summary>From a record of usage to what the price book says it cost. What the book says nothing of stays without a cost, with the reason beside it.</summary>
internal static class AiPricing
{
    private const string ModelMissing = "model-missing";
    private const string TierUnknown = "tier-unknown";

    /// <summary>The row with its cost, or with why there is none; rows whose cost somebody told stay as they are.</summary>
    public static AiUsageRow Priced(this AiUsageRow row, string provider, PriceBook book)
    {
        if (row.Record.Basis != AiBasis.Computed) return row;
        var none = row with { Record = row.Record with { Cost = null, Currency = null }, PriceId = null };
        if (Call(row, provider) is not { } call) return none with { Unpriced = row.Record.Of.Model is null ? ModelMissing : TierUnknown };
        return book.Price(call).TryGet(out var priced, out var refusal)
            ? none with { Record = row.Record with { Cost = priced.Cost.Amount, Currency = priced.Cost.Currency.Code }, PriceId = priced.PriceId, Unpriced = null }
            : none with { Unpriced = refusal.Code };
    }

    /// <summary>As the price book asks for it; null where the model or the tier is none that it could know.</summary>
    public static MeteredCall? Call(AiUsageRow row, string provider)
    {
        var (record, of) = (row.Record, row.Record.Of);
        if (of.Model is not { } model || PriceWords.Tier(of.Tier) is not { } tier) return null;
        var lengths = row.Source == AiSource.Call ? PromptLengths.OfOne(record.Tokens) : PromptLengths.Group(of.Context) ?? PromptLengths.OfMany(record.Tokens);
        return new MeteredCall(provider, row.Account.ToString(), model, row.Start, record.Tokens, lengths, tier, row.Report == "messages" ? of.Detail : null, false, Extras(record), TimeSpan.FromMinutes(row.Minutes));
    }

    private static CallExtras Extras(AiRecord record) => new(record.Requests, record.Searches)
    {
        Images = record.Unit == "images" ? record.Quantity ?? 0 : 0,
        Seconds = record.Unit == "seconds" ? record.Quantity ?? 0 : 0,
        Characters = record.Unit == "characters" ? record.Quantity ?? 0 : 0,
        Sessions = record.Unit == "sessions" ? record.Quantity ?? 0 : 0,
    };
}

/// <summary>Where records come from.</summary>
internal static class AiSource
{
    /// <summary>A reading.</summary>
    public const string Api = "api";

    /// <summary>A program of the organisation's own told of a call.</summary>
    public const string Call = "call";

    /// <summary>Somebody wrote it down.</summary>
    public const string Manual = "manual";

    /// <summary>It is owed each month, whatever is used.</summary>
    public const string Seats = "seats";

    /// <summary>It came with a file.</summary>
    public const string File = "file";
}
