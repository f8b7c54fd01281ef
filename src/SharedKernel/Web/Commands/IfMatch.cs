using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Billing.Web;

/// <summary>The version a caller has seen, from <c>If-Match: "3"</c>.</summary>
internal static class IfMatch
{
    /// <summary>Null when the caller named none or <c>*</c>.</summary>
    /// <exception cref="BadHttpRequestException">It is not one of our entity tags.</exception>
    public static long? Of(HttpRequest request)
    {
        var given = request.Headers.IfMatch.ToString().Trim();
        if (given is "" or "*") return null;
        if (given.StartsWith("W/", StringComparison.Ordinal)) given = given[2..];
        return long.TryParse(given.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : throw new BadHttpRequestException("If-Match takes the ETag of an earlier answer, such as \"3\".");
    }
}
