namespace Billing.Support;

/// <summary>Why something cannot be done with a request.</summary>
internal static class RequestNo
{
    /// <summary>The code of what stands on an invoice; the edge answers it with 409 and the invoice.</summary>
    public const string LockedCode = "request-locked";

    public static readonly Refusal Locked = new(LockedCode, "This request went into the close of a month and does not change any more. Correct it by a charge.");
    public static readonly Refusal HoursWrong = new("hours-wrong", "A request has 0 to 99.99 hours, with at most two decimals. Write them again.");
    public static readonly Refusal OutsideIdTaken = new("request-known", "There is a request of this source and outside id already. Change that one.");
    public static readonly Refusal DescriptionTooLong = new("request-too-long", "A description has at most 10000 characters. Shorten it.");
    public static readonly Refusal DayWrong = new("request-day-wrong", "A request is resolved on a day of the years 2000 to 2999. Choose another day.");
    public static readonly Refusal LinkWrong = new("web-address-wrong", "A web address begins with http:// or https:// and has at most 2000 characters. Write it again, or leave it out.");
}
