using Microsoft.AspNetCore.Http;

namespace Billing.Web;

/// <summary>Refuses the one character in a query that the database takes in no text, as <see cref="JsonScan"/> does in a body.</summary>
internal sealed class QueryText(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
        {
            var faults = request.Query.Where(one => one.Key.Contains('\0', StringComparison.Ordinal) || one.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true))
                .Select(one => new Fault("?" + one.Key.Replace("\0", "", StringComparison.Ordinal), "Text may not contain the character U+0000.")).ToArray();
            if (faults.Length > 0) return Problems.BadRequest(faults).ExecuteAsync(context);
        }
        return next(context);
    }
}
