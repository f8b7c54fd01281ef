using System.ComponentModel.DataAnnotations;

namespace Billing.Facilities;

/// <summary>What a delete came to: nothing is lost by one.</summary>
/// <param name="Outcome"><c>archived</c> when there is history, <c>deleted</c> when there is none, <c>retired</c>, <c>withdrawn</c>.</param>
internal sealed record Closed([property: AllowedValues("archived", "deleted", "retired", "withdrawn")] string Outcome);
