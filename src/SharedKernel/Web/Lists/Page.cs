using System.Globalization;

namespace Billing.Web;

/// <summary>One page of a list.</summary>
/// <param name="Items">In the order asked for.</param>
/// <param name="NextCursor">Asks for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>How many rows a caller wants.</summary>
public static class Limit
{
    /// <summary>Rows on a page when nothing is asked for.</summary>
    public const int Default = 50;

    /// <summary>Checks <c>limit</c>.</summary>
    /// <returns>What is wrong with it, or null.</returns>
    public static Problem? Check(int? limit) => limit is null or (>= 1 and <= ListQuery.MaxLimit)
        ? null
        : Problems.BadRequest(new Fault("?limit", string.Create(CultureInfo.InvariantCulture, $"A page has 1 to {ListQuery.MaxLimit} rows.")));
}
