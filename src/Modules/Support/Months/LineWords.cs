using System.Globalization;

namespace Billing.Support;

/// <summary>How lines of a month stand on an invoice, in the client's language: German, or else English.</summary>
internal static class LineWords
{
    /// <summary>One line.</summary>
    /// <param name="language">Two letters; null: English.</param>
    public static string Of(MonthLine line, string? language)
    {
        var german = language == "de";
        var month = line.Month.ToString("MMMM yyyy", CultureInfo.GetCultureInfo(german ? "de-DE" : "en-US"));
        return line.Kind switch
        {
            MonthLineKind.Hours => german ? $"Support im {month}, {Urgent(line, german)}" : $"Support in {month}, {Urgent(line, german)}",
            MonthLineKind.FreeHours => german ? $"Freie Stunden im {month}, {Urgent(line, german)}" : $"Free hours in {month}, {Urgent(line, german)}",
            MonthLineKind.Project => german ? $"Projekt {line.Subject}" : $"Project {line.Subject}",
            MonthLineKind.FreeProject => german ? $"Freies Projekt {line.Subject}" : $"Free project {line.Subject}",
            MonthLineKind.Hosting => german ? $"Hosting im {month}" : $"Hosting in {month}",
            MonthLineKind.Proration => german ? $"Hosting von {line.Subject}: nicht an allen Tagen im {month}" : $"Hosting of {line.Subject}: not on all days of {month}",
            MonthLineKind.FreeHosting => german ? $"Freies Hosting im {month}" : $"Free hosting in {month}",
            _ => german ? $"Hosting im {month}, berichtigt" : $"Hosting in {month}, corrected",
        };
    }

    /// <summary>Under which heading it stands.</summary>
    public static string Group(MonthLine line, string? language) => line.Kind switch
    {
        MonthLineKind.Hours or MonthLineKind.FreeHours => "Support",
        MonthLineKind.Project or MonthLineKind.FreeProject => language == "de" ? "Projekte" : "Projects",
        _ => "Hosting",
    };

    private static string Urgent(MonthLine line, bool german) => line.Urgency switch
    {
        Urgency.Promotion => german ? "Aktionspreis" : "promotional",
        Urgency.Medium => german ? "am selben Tag (p2)" : "same day (p2)",
        Urgency.High => german ? "Notfall (p1)" : "emergency (p1)",
        _ => german ? "üblich (p3)" : "standard (p3)",
    };
}
