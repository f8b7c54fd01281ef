using System.Text.Json;
using System.Text.Json.Serialization;
using Billing.Usage.Contracts;

namespace Billing.Usage;

/// <summary>What a usage plan asks for and allows; a change of it is a version of its own.</summary>
/// <param name="Name">As people call it, and as it stands on invoices.</param>
/// <param name="Charges">What is asked for, in the order of the invoice.</param>
/// <param name="Minimum">The least that a whole period comes to; less for a part of one.</param>
/// <param name="Maximum">The most that a whole period comes to; less for a part of one.</param>
/// <param name="Commitment">What the client committed to for a whole period.</param>
/// <param name="Limits">How much may be used.</param>
internal sealed record PlanTerms(string Name, IReadOnlyList<PlanCharge> Charges, Money? Minimum, Money? Maximum, PlanCommitment? Commitment, IReadOnlyList<PlanLimit> Limits)
{
    /// <summary>The codes of the meters that it asks money for.</summary>
    [JsonIgnore]
    public IEnumerable<string> Meters => Charges.Select(charge => charge.Meter).OfType<string>().Distinct(StringComparer.Ordinal);

    // Lists and prices of equal content are the same terms.
    public bool Equals(PlanTerms? other) => other is not null && Written == other.Written;

    public override int GetHashCode() => Written.GetHashCode(StringComparison.Ordinal);

    private string Written => JsonSerializer.Serialize((object)this, JsonSerializerOptions.Web);
}

/// <summary>Something that a plan asks money for: one line of the invoice, or one for each value of a property.</summary>
/// <param name="Code">What tells it from the plan's other charges; it stays across versions.</param>
/// <param name="Name">As it stands on the invoice.</param>
/// <param name="Meter">The code of the meter that measures it; null for a fee that is due whatever is used.</param>
/// <param name="Where">Only usage whose properties have these values; properties that the meter groups by.</param>
/// <param name="By">A line for each value of this property; for a price of several units, the property that names the unit.</param>
/// <param name="Price">What usage of a period costs.</param>
/// <param name="Minimum">The least that each line of a whole period comes to.</param>
/// <param name="Maximum">The most that each line of a whole period comes to.</param>
internal sealed record PlanCharge(string Code, string Name, string? Meter, IReadOnlyDictionary<string, string> Where, string? By, PriceTerms Price, Money? Minimum, Money? Maximum);

/// <summary>What a client committed to for a period.</summary>
/// <param name="Amount">Up to here a true-up makes up the difference.</param>
/// <param name="OverageFactor">What goes beyond costs so many times as much, as text; 1 changes nothing.</param>
internal sealed record PlanCommitment(Money Amount, string OverageFactor);

/// <summary>How much of something may be used in a period.</summary>
/// <param name="Code">What entitlements are asked for by; once in a plan.</param>
/// <param name="Meter">The code of the meter that measures it.</param>
/// <param name="Limit">So much of it.</param>
/// <param name="Kind">What happens beyond.</param>
/// <param name="Thresholds">At which hundredths somebody is told, in order.</param>
internal sealed record PlanLimit(string Code, string Meter, Quantity Limit, LimitKind Kind, IReadOnlyList<int> Thresholds);

/// <summary>What happens beyond a limit.</summary>
[JsonConverter(typeof(InCamelCase<LimitKind>))]
internal enum LimitKind
{
    /// <summary>Somebody is told.</summary>
    Soft,

    /// <summary>No more is taken.</summary>
    Hard,
}
