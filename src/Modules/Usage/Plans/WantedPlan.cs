using System.Globalization;
using System.Text.RegularExpressions;
using Billing.Usage.Contracts;
using Billing.Web;

namespace Billing.Usage;

/// <summary>What a plan is to ask for and allow, as somebody writes it.</summary>
/// <param name="Name">As people call it, and as it stands on invoices.</param>
/// <param name="Charges">1 to 100, in the order of the invoice.</param>
/// <param name="Minimum">The least that a whole period comes to.</param>
/// <param name="Maximum">The most that a whole period comes to.</param>
/// <param name="Commitment">What the client commits to for a whole period.</param>
/// <param name="Limits">How much may be used; at most 100.</param>
internal sealed record WantedTerms(string Name, IReadOnlyList<WantedCharge> Charges, Money? Minimum = null, Money? Maximum = null, WantedCommitment? Commitment = null, IReadOnlyList<WantedLimit>? Limits = null);

/// <summary>Something that a plan is to ask money for.</summary>
/// <param name="Name">As it stands on the invoice.</param>
/// <param name="Price">What usage of a period costs, as in a quote.</param>
/// <param name="Meter">The code of the meter; left out for a flat fee.</param>
/// <param name="Code">What tells it from the plan's other charges: as a meter's code; left out, the meter's.</param>
/// <param name="Where">Only usage whose properties have these values.</param>
/// <param name="By">A line for each value of this property; for a price of several units, the property that names the unit.</param>
/// <param name="Minimum">The least that each line of a whole period comes to.</param>
/// <param name="Maximum">The most that each line of a whole period comes to.</param>
internal sealed record WantedCharge(string Name, PriceTerms Price, string? Meter = null, string? Code = null, IReadOnlyDictionary<string, string>? Where = null, string? By = null, Money? Minimum = null, Money? Maximum = null);

/// <summary>What a client is to commit to.</summary>
/// <param name="OverageFactor">What goes beyond costs so many times as much; 1 unless given.</param>
internal sealed record WantedCommitment(Money Amount, string? OverageFactor = null);

/// <summary>How much of something may be used in a period.</summary>
/// <param name="Meter">The code of the meter.</param>
/// <param name="Limit">So much of it; 0 allows nothing.</param>
/// <param name="Code">What entitlements are asked for by; left out, the meter's code.</param>
/// <param name="Kind">soft tells somebody, hard takes no more.</param>
/// <param name="Thresholds">At which hundredths somebody is told; left out: 80 and 100.</param>
internal sealed record WantedLimit(string Meter, Quantity Limit, string? Code = null, LimitKind Kind = LimitKind.Soft, IReadOnlyList<int>? Thresholds = null);

/// <summary>Reads what a plan is to be: everything that is wrong is noted with its place.</summary>
/// <param name="currency">The plan's.</param>
/// <param name="meters">The rules of the organisation's meters, by code.</param>
/// <param name="faults">What is wrong is added here.</param>
internal sealed partial class PlanReading(Currency currency, IReadOnlyDictionary<string, MeterRule> meters, List<Fault> faults)
{
    private const int Most = 100;

    /// <summary>The terms; null when something was added to the faults.</summary>
    public PlanTerms? Read(WantedTerms wanted)
    {
        var before = faults.Count;
        var name = Name(wanted.Name, "A plan", "/name");
        if (wanted.Charges.Count is 0 or > Most) Wrong("/charges", $"A plan has 1 to {Most} charges.");
        if (wanted.Limits?.Count > Most) Wrong("/limits", $"A plan has at most {Most} limits.");
        List<PlanCharge> charges = [.. wanted.Charges.Take(Most).Select(Charge)];
        List<PlanLimit> limits = [.. (wanted.Limits ?? []).Take(Most).Select(Limit)];
        Twice(charges.Select(charge => charge.Code), "charges");
        Twice(limits.Select(limit => limit.Code), "limits");
        var commitment = Commitment(wanted.Commitment);
        Bounds(wanted.Minimum, wanted.Maximum, "");
        if (commitment is { } promise && wanted.Maximum is { } most && promise.Amount.Currency == most.Currency && promise.Amount > most) Wrong("/maximum", "The most is not less than what is committed to.");
        return faults.Count > before ? null : new PlanTerms(name, charges, wanted.Minimum, wanted.Maximum, commitment, limits);
    }

    private PlanCharge Charge(WantedCharge wanted, int index)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"/charges/{index}");
        var price = wanted.Price.Type is "fees" or "credit-note" ? null : PriceReading.Read(wanted.Price, $"{at}/price", faults);
        if (wanted.Price.Type is "fees" or "credit-note") Wrong($"{at}/price/type", "A plan has no such price: it asks for what stands already.");
        if (price is { Measure: Measure.Nothing } && wanted.Meter is not null) Wrong($"{at}/meter", "A flat fee is due whatever is used. Leave the meter out.");
        if (price is { Measure: not Measure.Nothing } && wanted.Meter is null) Wrong($"{at}/meter", "Such a price needs a meter.");
        var rule = wanted.Meter is { } meter ? Meter(meter, $"{at}/meter") : null;
        var where = new SortedDictionary<string, string>(wanted.Where?.ToDictionary() ?? [], StringComparer.Ordinal);
        foreach (var property in where.Keys.Append(wanted.By).OfType<string>())
            if (rule is null || !rule.GroupBy.Contains(property, StringComparer.Ordinal)) Wrong(property == wanted.By ? $"{at}/by" : $"{at}/where", $"The meter does not group by {PlainText.Quote(property)}.");
        if (wanted.By is { } by && where.ContainsKey(by)) Wrong($"{at}/by", "Lines by a property whose value is given are one line. Leave one of both out.");
        Bounds(wanted.Minimum, wanted.Maximum, at);
        return new PlanCharge(Code(wanted.Code ?? wanted.Meter, $"{at}/code"), Name(wanted.Name, "A charge", $"{at}/name"), wanted.Meter, where, wanted.By, wanted.Price, wanted.Minimum, wanted.Maximum);
    }

    private PlanLimit Limit(WantedLimit wanted, int index)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"/limits/{index}");
        Meter(wanted.Meter, $"{at}/meter");
        if (wanted.Limit.Value < 0) Wrong($"{at}/limit", "This is not less than 0.");
        List<int> thresholds = [.. (wanted.Thresholds ?? [80, 100]).Distinct().Order()];
        if (thresholds.Count > 10 || thresholds.Exists(threshold => threshold is < 1 or > 1000)) Wrong($"{at}/thresholds", "These are at most 10, each from 1 to 1000 %.");
        return new PlanLimit(Code(wanted.Code ?? wanted.Meter, $"{at}/code"), wanted.Meter, wanted.Limit, wanted.Kind, thresholds);
    }

    private PlanCommitment? Commitment(WantedCommitment? wanted)
    {
        if (wanted is null) return null;
        Amount(wanted.Amount, "/commitment/amount");
        var factor = wanted.OverageFactor is { } text ? TermsReading.Number(text, "/commitment/overageFactor", faults) : 1;
        if (factor < 1) Wrong("/commitment/overageFactor", "What goes beyond a commitment costs no less: this is at least 1.");
        return new PlanCommitment(wanted.Amount, (factor ?? 1).ToString());
    }

    private void Bounds(Money? least, Money? most, string at)
    {
        if (least is { } minimum) Amount(minimum, $"{at}/minimum");
        if (most is { } maximum) Amount(maximum, $"{at}/maximum");
        if (least is { } low && most is { } high && low.Currency == high.Currency && low > high) Wrong($"{at}/maximum", "The most is not less than the least.");
    }

    private void Amount(Money amount, string at)
    {
        if (amount.Currency != currency) Wrong(at, $"This plan asks for {currency}.");
        else if (!amount.IsPositive) Wrong(at, "This is more than 0.");
    }

    private MeterRule? Meter(string code, string at)
    {
        if (meters.TryGetValue(code, out var rule)) return rule;
        Wrong(at, $"There is no meter {PlainText.Quote(code)}. Define it first.");
        return null;
    }

    private string Code(string? code, string at)
    {
        if (code is not null && CodePattern().IsMatch(code)) return code;
        Wrong(at, "A code is 1 to 64 lower-case letters, digits, hyphens, dots and underscores, and begins with a letter.");
        return "";
    }

    private string Name(string? text, string what, string at)
    {
        if (PlainText.Name(text, what, 100).TryGet(out var name, out var refused)) return name;
        Wrong(at, refused.Sentence);
        return "";
    }

    private void Twice(IEnumerable<string> codes, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, code) in codes.Index())
            if (code.Length > 0 && !seen.Add(code)) Wrong(string.Create(CultureInfo.InvariantCulture, $"/{what}/{index}/code"), "This code stands there twice.");
    }

    private void Wrong(string at, string sentence) => faults.Add(new(at, sentence));

    [GeneratedRegex(@"^[a-z][a-z0-9_.-]{0,63}\z")]
    private static partial Regex CodePattern();
}
