using System.Globalization;
using System.Text.Json.Nodes;

namespace Billing.Usage.Tests;

/// <summary>
/// A case of Cases/pricing.json, as the question that POST /api/pricing/quote is asked, and where its answer must stand. A kind says only which price is
/// meant and under which name the API takes a field; every field that a case has goes into the question, whatever its kind.
/// </summary>
public sealed record PublishedCase(string Id, string Kind, JsonObject Input, JsonObject Expected)
{
    private static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string> { ["blocks-multi"] = "blocks", ["rerate-delta"] = "blocks", ["dynamic-multiplier"] = "dynamic", ["invoice-total"] = "fees" };

    // Fields of a price; the others belong to the question.
    private static readonly string[] OfPrice =
    [
        "tiers", "unitPrice", "packageSize", "packagePrice", "freeUnits", "rate", "fixedPerEvent", "freeEvents", "freeAmount", "minPerEvent", "maxPerEvent", "multiplier", "policy", "fees", "paidInAdvance", "unusedDays", "periodDays", "fee",
    ];

    private static readonly IReadOnlyDictionary<string, string> Named = new Dictionary<string, string>
    {
        ["quantityInLine"] = "quantity", ["amountBase"] = "quantity", ["value"] = "quantity", ["eventAmounts"] = "events", ["peakUsage"] = "unitQuantities",
    };

    private static readonly Dictionary<string, string> Answers = new Dictionary<string, string>
    {
        ["amount"] = "exact", ["units"] = "quantity", ["base"] = "gross", ["gross"] = "gross", ["trueUp"] = "trueUp", ["capDiscount"] = "capDiscount", ["discountsTotal"] = "discounts", ["couponsApplied"] = "couponDiscount",
        ["net"] = "amount", ["tax"] = "tax", ["total"] = "total",
    };

    /// <summary>All of the file.</summary>
    public static IReadOnlyList<PublishedCase> All { get; } = [.. JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "pricing.json")))!["cases"]!.AsArray()
        .Select(one => new PublishedCase((string)one!["id"]!, (string)one["kind"]!, one["input"]!.AsObject(), one["expected"]!.AsObject()))];

    /// <summary>The body of the request.</summary>
    public JsonObject Question()
    {
        var (question, model) = (new JsonObject { ["currency"] = "EUR" }, new JsonObject { ["type"] = Type });
        foreach (var (name, value) in Input)
        {
            if (name == "model") model = value!.DeepClone().AsObject();
            else if (name == "units" && value is JsonArray units) Several(units, model, question);
            else if (name == "units") continue; // how many there were besides their amounts: a dynamic price does not look at it
            else if (name is "aggregation" or "mode" or "precision" or "carriedIn" or "periodStart" or "periodEnd" || (name == "events" && Input.ContainsKey("aggregation"))) continue;
            else if (name == "percentageDiscount") question["coupons"] = new JsonArray(new JsonObject { ["percentage"] = value!.DeepClone() });
            else if (name == "fixedCoupons") question["coupons"] = new JsonArray([.. value!.AsArray().Select(amount => new JsonObject { ["amount"] = amount!.DeepClone() })]);
            else (OfPrice.Contains(name) ? model : question)[Named.GetValueOrDefault(name, name)] = value?.DeepClone();
        }
        if (Input.ContainsKey("aggregation")) question["aggregation"] = Of("aggregation:type", "events", "periodStart", "periodEnd", "carriedIn");
        if (Input.ContainsKey("precision")) question["rounding"] = Of("mode", "precision");
        if ((string)model["type"]! == "per-unit" && !model.ContainsKey("unitPrice")) model["unitPrice"] = "1";
        question["model"] = model;
        return question;
    }

    /// <summary>What differs between what was expected and the answer; nothing when all is right. Amounts are published unrounded, but for those of a multiplied cost.</summary>
    public IEnumerable<string> Differences(JsonObject answer) =>
        from expected in Expected
        let value = answer[expected.Key == "amount" && Kind == "dynamic-multiplier" ? "amount" : Answers[expected.Key]]!
        let said = decimal.Parse(value is JsonObject money ? (string)money["amount"]! : (string)value!, CultureInfo.InvariantCulture)
        let text = (string)expected.Value!
        let due = decimal.Parse(text, CultureInfo.InvariantCulture)
        // Quantities are published with so many decimals; everything else is exact.
        let seen = expected.Key == "units" && text.Contains('.') ? decimal.Round(said, text.Length - text.IndexOf('.') - 1, MidpointRounding.AwayFromZero) : said
        where seen != due
        select $"{Id}: {expected.Key} is {said}, expected {due}";

    public override string ToString() => Id;

    // Some kinds are about what becomes of a price, and say which one by its fields: tiers alone are volume tiers in these sources.
    private string Type => Types.GetValueOrDefault(Kind) ?? (Kind switch
    {
        "minimum-maximum" or "discount-and-cap" => Input.ContainsKey("tiers") ? "volume" : Input.ContainsKey("packageSize") ? "package" : Input.ContainsKey("fee") ? "flat" : "per-unit",
        "aggregation" or "aggregation-rounding" => "per-unit",
        _ => Kind,
    });

    private static void Several(JsonArray units, JsonObject model, JsonObject question)
    {
        model["units"] = new JsonArray([.. units.Select(unit => new JsonObject { ["unit"] = unit!["unit"]!.DeepClone(), ["tiers"] = unit["tiers"]!.DeepClone() })]);
        question["unitQuantities"] = new JsonObject(units.Select(unit => KeyValuePair.Create((string)unit!["unit"]!, (JsonNode?)unit["quantity"]!.DeepClone())));
    }

    private JsonObject Of(params string[] names) => new(names.Select(name => name.Split(':')).Where(name => Input.ContainsKey(name[0])).Select(name => KeyValuePair.Create(name[^1], Input[name[0]]?.DeepClone())));
}
