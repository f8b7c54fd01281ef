using System.Text.Json.Serialization;

namespace Billing.Usage;

/// <summary>A line of what a period comes to by a plan.</summary>
/// <param name="Key">What tells it from the other lines of the period; the same in every step.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Name">The charge's, coupon's, wallet's or plan's.</param>
/// <param name="Meter">The code of the meter that it is measured by.</param>
/// <param name="Group">The value of the property that it is a line of.</param>
/// <param name="Quantity">How much was used, as text.</param>
/// <param name="Whole">What the period comes to, with everything known by then; negative takes something off.</param>
/// <param name="Amount">What of it this step charges: the rest was charged by steps before.</param>
internal sealed record BillLine(string Key, BillLineKind Kind, string Name, string? Meter, string? Group, string? Quantity, Money Whole, Money Amount);

/// <summary>What a line is for.</summary>
[JsonConverter(typeof(InCamelCase<BillLineKind>))]
internal enum BillLineKind
{
    /// <summary>A charge of the plan.</summary>
    Charge,

    /// <summary>A coupon took it off.</summary>
    Coupon,

    /// <summary>What goes beyond a commitment costs more.</summary>
    Overage,

    /// <summary>What goes beyond the plan's maximum is taken off.</summary>
    Cap,

    /// <summary>Up to the plan's minimum, or what was committed to.</summary>
    TrueUp,

    /// <summary>A wallet paid it, or was given it back.</summary>
    Credit,
}

/// <summary>Usage of a billed period that came in late and waits for somebody.</summary>
/// <param name="Line">What the period would come to with it; its amount is what would be charged.</param>
/// <param name="Code">The plan's charge.</param>
internal sealed record HeldLine(BillLine Line, string Code);
