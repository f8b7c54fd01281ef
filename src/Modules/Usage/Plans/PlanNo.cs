namespace Billing.Usage;

/// <summary>Why a plan does not do what was asked.</summary>
internal static class PlanNo
{
    public static readonly Refusal CodeTaken = new("plan-code-taken", "There is a plan of this code already, perhaps a retired one. Choose another code.");
    public static readonly Refusal BadCode = new("bad-plan-code", "A plan's code is 1 to 64 lower-case letters, digits, hyphens, dots and underscores, and begins with a letter.");
    public static readonly Refusal Retired = new("plan-retired", "This plan is retired. Define another one.");
    public static readonly Refusal BadSubject = new("bad-length", $"A subject has 1 to {UsageEvent.LongestName} characters.");
    public static readonly Refusal EndsBeforeItBegins = new("left-before-it-begins", "A plan is left on or after the day it begins. Choose a later day.");
    public static readonly Refusal OutOfRange = new("bad-plan-day", "A day of a plan lies in the years 2000 to 2999.");
    public static readonly Refusal UnknownAssignment = new("unknown-assignment", "This client does not have the plan, or has left it. Look at the plan's clients.");

    public static Refusal FromPast(DateOnly earliest) => new Refusal("version-from-past", $"Periods that have begun stay as they were agreed. Let the version hold from {DateText.Write(earliest)} or later.").With("earliest", DateText.Write(earliest));

    /// <summary>What the subject has already measures the same at the same time.</summary>
    public static Refusal MeterTaken(string meter, string plan) =>
        new Refusal("meter-billed-already", $"{PlainText.Quote(meter)} is billed by the plan {PlainText.Quote(plan)} at that time. End that one first, or choose other days.").With("meter", meter).With("plan", plan);
}
