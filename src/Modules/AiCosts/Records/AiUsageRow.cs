namespace Billing.AiCosts;

/// <summary>A record as it is kept.</summary>
internal sealed record AiUsageRow(Guid Id, Guid Account, string Report, DateTimeOffset Start, int Minutes, AiRecord Record, string Content, string Source, string? Note = null)
{
    /// <summary>By which entry of the price book its cost was computed.</summary>
    public string? PriceId { get; init; }

    /// <summary>Why the price book could not.</summary>
    public string? Unpriced { get; init; }

    /// <summary>The file it came with.</summary>
    public Guid? Import { get; init; }

    /// <summary>The rows of a bucket. Of records that nothing tells apart each is one of its own, as where a provider lists single calls without ids.</summary>
    public static List<AiUsageRow> Of(Guid account, string report, AiBucket bucket, string source)
    {
        var twins = new Dictionary<AiDimensions, int>();
        return [.. bucket.Records.Select(record =>
        {
            var twin = twins[record.Of] = twins.GetValueOrDefault(record.Of) + 1;
            return new AiUsageRow(AiHash.Id(account, report, bucket, record.Of, twin), account, report, bucket.Start, (int)bucket.Width.TotalMinutes, record, AiHash.Content(record), source);
        })];
    }
}
