using System.Text.Encodings.Web;
using System.Text.Json;
using Billing.Documents;

namespace Billing.AiCosts;

/// <summary>The columns of a FOCUS file, in the order of their names; ours begin with <c>x_</c>.</summary>
internal static class FocusColumns
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<SheetColumn<FocusRow>> Of(FocusVersion version)
    {
        var (provider, host) = version == FocusVersion.V1_2 ? ("ProviderName", "PublisherName") : ("ServiceProviderName", "HostProviderName");
        SheetColumn<FocusRow>[] columns =
        [
            Number("BilledCost", row => row.Billed.Amount), Text("BillingAccountId", row => row.BillingAccountId), Text("BillingAccountName", row => row.BillingAccountName), Text("BillingCurrency", row => row.Billed.Currency.Code),
            Instant("BillingPeriodEnd", row => row.BillingUntil), Instant("BillingPeriodStart", row => row.BillingFrom), Text("ChargeCategory", row => row.Category), Text("ChargeClass", row => row.Correction ? "Correction" : null),
            Text("ChargeDescription", row => row.Description), Text("ChargeFrequency", _ => "Usage-Based"), Instant("ChargePeriodEnd", row => row.Until), Instant("ChargePeriodStart", row => row.From),
            Number("ConsumedQuantity", row => row.Quantity), Text("ConsumedUnit", row => row.Unit), Number("ContractedCost", row => (row.Contracted ?? row.Billed).Amount), Number("EffectiveCost", row => row.Effective.Amount),
            Text(host, row => row.HostProvider), Text("InvoiceId", row => row.InvoiceId), Text("InvoiceIssuerName", row => row.InvoiceIssuer ?? row.ServiceProvider), Number("ListCost", row => (row.List ?? row.Contracted ?? row.Billed).Amount),
            Number("PricingQuantity", row => row.Quantity), Text("PricingUnit", row => row.Unit), Text("ServiceCategory", _ => "AI and Machine Learning"), Text("ServiceName", row => row.ServiceName ?? row.ServiceProvider), Text(provider, row => row.ServiceProvider),
            Text("ServiceSubcategory", _ => "Generative AI"), Text("SkuId", row => row.SkuId), Text("SkuMeter", row => row.Meter), Text("SkuPriceId", row => row.SkuPriceId), Text("SubAccountId", row => row.SubAccountId),
            Text("SubAccountName", row => row.SubAccountName), Text("Tags", row => row.Tags.Count == 0 ? null : JsonSerializer.Serialize(row.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).ToDictionary(), Plain)), Text("x_Model", row => row.Model),
        ];
        return [.. columns.OrderBy(column => column.Name, StringComparer.Ordinal)];
    }

    private static SheetColumn<FocusRow> Text(string name, Func<FocusRow, string?> value) => SheetColumn<FocusRow>.Text(name, value);

    private static SheetColumn<FocusRow> Number(string name, Func<FocusRow, decimal?> value) => SheetColumn<FocusRow>.Number(name, value);

    private static SheetColumn<FocusRow> Instant(string name, Func<FocusRow, DateTimeOffset?> value) => SheetColumn<FocusRow>.Instant(name, value);
}
