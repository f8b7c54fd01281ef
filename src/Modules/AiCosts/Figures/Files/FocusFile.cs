using System.Text.Json;
using Billing.Documents;

namespace Billing.AiCosts;

/// <summary>FOCUS files, in and out. In, columns may stand in any order and more of them than are read; out, all that are mandatory, and those that say which tokens of which model.</summary>
internal static class FocusFile
{
    private static readonly string[] Needed = ["BilledCost", "BillingAccountId", "BillingCurrency", "BillingPeriodStart", "BillingPeriodEnd", "ChargeCategory", "ChargePeriodStart", "ChargePeriodEnd", "ServiceProviderName"];

    private static readonly SheetField[] Fields =
    [
        .. Needed.Where(name => name != "ServiceProviderName").Select(name => new SheetField(name)), new("ServiceProviderName", "ProviderName"), new("HostProviderName", "PublisherName"),
        .. "InvoiceIssuerName InvoiceId BillingAccountName SubAccountId SubAccountName ChargeClass ChargeDescription ServiceName EffectiveCost ListCost ContractedCost PricingQuantity PricingUnit ConsumedQuantity ConsumedUnit SkuId SkuPriceId SkuMeter Tags x_Model"
            .Split(' ').Select(name => new SheetField(name)),
    ];

    /// <returns>Rows and what is wrong by line and column, or why the file as a whole cannot be read.</returns>
    public static Result<FileReading<FocusRow>> Read(ReadOnlyMemory<byte> file) => SheetFile.Read(file, Fields, Needed, (cells, line) =>
    {
        var currency = cells.Needed("BillingCurrency", cells.Currency("BillingCurrency"));
        var billed = cells.Needed("BilledCost", cells.Number("BilledCost"));
        Cost? In(decimal? amount) => amount is { } one && cells.Errors.Count == 0 ? Cost.Round(one, currency) : null;
        var (effective, list, contracted) = (cells.Number("EffectiveCost"), cells.Number("ListCost"), cells.Number("ContractedCost"));
        var (monthFrom, monthUntil) = Between(cells, "BillingPeriodStart", "BillingPeriodEnd");
        var (from, until) = Between(cells, "ChargePeriodStart", "ChargePeriodEnd");
        var category = cells.OneOf("ChargeCategory", FocusRow.Categories);
        if (category is null && cells.Text("ChargeCategory") is null) cells.Needed("ChargeCategory");
        var corrects = cells.OneOf("ChargeClass", "Correction") is not null;
        var (provider, account) = (cells.Needed("ServiceProviderName"), cells.Needed("BillingAccountId"));
        var quantity = cells.Number("PricingQuantity") ?? cells.Number("ConsumedQuantity");
        var tags = Tags(cells);
        if (cells.Errors.Count > 0) return null;
        return new FocusRow(
            line, provider, cells.Text("HostProviderName"), cells.Text("InvoiceIssuerName"), cells.Text("InvoiceId"), account, cells.Text("BillingAccountName"), cells.Text("SubAccountId"), cells.Text("SubAccountName"),
            monthFrom, monthUntil, from, until, category!, corrects, cells.Text("ChargeDescription") ?? "", cells.Text("ServiceName"), In(billed)!.Value, In(effective ?? billed)!.Value, In(list), In(contracted),
            quantity, cells.Text("PricingUnit") ?? cells.Text("ConsumedUnit"), cells.Text("SkuId"), cells.Text("SkuPriceId"), cells.Text("SkuMeter"), cells.Text("x_Model"), tags);
    });

    public static Task Write(Stream to, FocusVersion version, IEnumerable<FocusRow> rows, CancellationToken stop = default) => SheetWriter.CsvAsync(to, Table(version, rows), mark: false, stop: stop);

    /// <summary>As a table, for whatever format is asked for.</summary>
    public static SheetTable Table(FocusVersion version, IEnumerable<FocusRow> rows) => SheetTable.Of("FOCUS", FocusColumns.Of(version), rows);

    private static (DateTimeOffset From, DateTimeOffset Until) Between(CellReading cells, string from, string until)
    {
        var (first, last) = (cells.Needed(from, cells.Instant(from)), cells.Needed(until, cells.Instant(until)));
        if (last <= first && first != default && last != default) cells.Wrong(until, "period-backwards", "This is not behind the period's start; a period ends with the first instant that is not in it.");
        return (first, last);
    }

    private static Dictionary<string, string> Tags(CellReading cells)
    {
        if (cells.Text("Tags") is not { } text) return [];
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 4 });
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                var tags = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var tag in json.RootElement.EnumerateObject()) tags[tag.Name] = tag.Value.ToString();
                return tags;
            }
        }
        catch (JsonException)
        {
            // Said below, as of everything else that is no object.
        }
        cells.Wrong("Tags", "not-tags", $"{PlainText.Quote(text)} are not tags; write a JSON object such as {{\"team\":\"blue\"}}.");
        return [];
    }
}
