namespace Billing.Support;

/// <summary>Hours that nobody wrote down, worked out of what is known.</summary>
internal static class TicketHours
{
    private const decimal Least = 0.25m;
    private const decimal Most = 10;

    /// <summary>Of a ticket: by how often it was answered and how pressing it was. Two decimals, half away from zero.</summary>
    /// <param name="responses">How often it was answered; none counts as one.</param>
    public static Quantity Of(Urgency urgency, int responses) => new(responses <= 1 ? Single(urgency) : Math.Clamp(decimal.Round(responses * Least * Factor(urgency), 2, MidpointRounding.AwayFromZero), Least, Most));

    /// <summary>Of a request by how much work it is.</summary>
    public static Quantity Of(Effort effort) => new(effort switch
    {
        Effort.Small => 0.25m,
        Effort.Medium => 0.5m,
        _ => 1,
    });

    private static decimal Single(Urgency urgency) => urgency switch
    {
        Urgency.High => 1,
        Urgency.Medium => 0.5m,
        _ => Least,
    };

    private static decimal Factor(Urgency urgency) => urgency switch
    {
        Urgency.High => 1.5m,
        Urgency.Medium => 1,
        _ => 0.75m,
    };
}
