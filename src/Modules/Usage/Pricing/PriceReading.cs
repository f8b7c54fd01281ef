using Billing.Usage.Contracts;
using Billing.Web;

namespace Billing.Usage;

/// <summary>From terms to a price, or to everything that is wrong with them.</summary>
internal static class PriceReading
{
    private static readonly IReadOnlyDictionary<string, (string What, Func<TermsReading, Price> Read)> Models = new Dictionary<string, (string, Func<TermsReading, Price>)>
    {
        ["flat"] = ("A flat price", FlatPrice.Read),
        ["per-unit"] = ("A price per unit", PerUnitPrice.Read),
        ["graduated"] = ("A graduated price", GraduatedPrice.Read),
        ["volume"] = ("A volume price", VolumePrice.Read),
        ["package"] = ("A package price", PackagePrice.Read),
        ["percentage"] = ("A percentage price", PercentagePrice.Read),
        ["graduated-percentage"] = ("A graduated percentage", GraduatedPercentagePrice.Read),
        ["blocks"] = ("A price of blocks", BlocksPrice.Read),
        ["capacity"] = ("A capacity price", CapacityPrice.Read),
        ["dynamic"] = ("A dynamic price", DynamicPrice.Read),
        ["fees"] = ("A list of fees", FeesPrice.Read),
        ["credit-note"] = ("A credit note", CreditNotePrice.Read),
    };

    /// <summary>Reads a price.</summary>
    /// <param name="at">Where it stands, as a JSON pointer.</param>
    /// <returns>Null when something was added to the faults.</returns>
    public static Price? Read(PriceTerms terms, string at, List<Fault> faults)
    {
        if (!Models.TryGetValue(terms.Type, out var model))
        {
            faults.Add(new($"{at}/type", $"A price is one of {string.Join(", ", Models.Keys)}."));
            return null;
        }
        var before = faults.Count;
        var reading = new TermsReading(terms, at, model.What, faults);
        var price = model.Read(reading);
        reading.End();
        return faults.Count == before ? price : null;
    }
}
