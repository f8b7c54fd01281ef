namespace Billing.Usage;

/// <summary>How a line reads on the invoice, in the language of the organisation.</summary>
internal static class BillWords
{
    /// <param name="late">Whether its period was billed before.</param>
    /// <param name="unit">What its quantity is a quantity of.</param>
    /// <param name="locale">The organisation's.</param>
    public static string Describe(BillLine line, bool late, string? unit, string locale)
    {
        var german = locale.StartsWith("de", StringComparison.OrdinalIgnoreCase);
        var said = line.Kind switch
        {
            BillLineKind.Charge => line.Name + (line.Group is { Length: > 0 } group ? $", {group}" : "") + (line.Quantity is { } quantity ? $": {quantity} {unit}".TrimEnd() : ""),
            BillLineKind.Coupon => line.Name,
            BillLineKind.Overage => german ? "Über die Zusage hinaus" : "Beyond the commitment",
            BillLineKind.Cap => german ? "Höchstbetrag" : "Maximum",
            BillLineKind.TrueUp => german ? "Bis zum Mindestbetrag" : "Up to the minimum",
            BillLineKind.Credit when line.Amount.IsPositive => german ? "Zurück ins Guthaben" : "Given back to prepaid credit",
            _ => german ? "Aus Guthaben bezahlt" : "Paid from prepaid credit",
        };
        return PlainText.Line(late ? (german ? "Nachträglich: " : "Late usage: ") + said : said, 400);
    }
}
