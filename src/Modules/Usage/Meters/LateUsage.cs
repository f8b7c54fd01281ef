using System.Text.Json.Serialization;

namespace Billing.Usage;

/// <summary>What is done with usage that comes in, or is put right, after its period was billed.</summary>
/// <param name="Then">What.</param>
/// <param name="AfterHours">Freeze: so many hours after the end of a period what was billed stays.</param>
internal sealed record LateUsage(LatePolicy Then, int AfterHours = 0)
{
    /// <summary>Unless a meter says otherwise.</summary>
    public static LateUsage Usual { get; } = new(LatePolicy.Bill, 0);
}

/// <summary>What is done with late usage.</summary>
[JsonConverter(typeof(InCamelCase<LatePolicy>))]
internal enum LatePolicy
{
    /// <summary>The difference is billed on the next invoice.</summary>
    Bill,

    /// <summary>After a while it is not billed.</summary>
    Freeze,

    /// <summary>It waits until somebody accepts or refuses it.</summary>
    Hold,
}
