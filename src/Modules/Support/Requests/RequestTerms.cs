using Billing.EventStore;

namespace Billing.Support;

/// <summary>Reads what was typed, or told, of a request.</summary>
internal static class RequestTerms
{
    private const int LongestOutsideId = 200;

    public static Result<string> Type(string? typed) => PlainText.Line(typed, SupportRequest.LongestType) is { Length: > 0 } line ? line : "Request";

    public static Result<string> Description(string? typed) => PlainText.Note(typed, SupportRequest.LongestDescription).TryGet(out var note, out _) ? note : RequestNo.DescriptionTooLong;

    public static Result<Quantity> Hours(decimal hours) => hours is >= 0 and <= SupportRequest.MostHours && decimal.Round(hours, 2) == hours ? new Quantity(hours) : RequestNo.HoursWrong;

    public static Result<DateOnly> Day(DateOnly day) => day.Year is >= 2000 and < 3000 ? day : RequestNo.DayWrong;

    public static Result<string> WebAddress(string? typed)
    {
        var address = (typed ?? "").Trim();
        return address.Length == 0 ? "" : address.Length <= 2000 && Uri.TryCreate(address, UriKind.Absolute, out var read) && read.Scheme is "http" or "https" && read.UserInfo.Length == 0 && !address.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or '"' or '\\') ? address : RequestNo.LinkWrong;
    }

    public static string OutsideId(string? told) => PlainText.Line(told, LongestOutsideId);

    /// <summary>A category that is offered, or that the request has already.</summary>
    public static Result<string> Category(SupportTerms terms, string? code, string? was = null) => terms.Category(code) is { } category && (!category.Closed || code == was) ? category.Code : CategoryNo.Unknown(code);

    /// <summary>To the second: nobody resolves a request more exactly.</summary>
    public static TimeOnly Time(TimeOnly time) => new(time.Hour, time.Minute, time.Second);
}
