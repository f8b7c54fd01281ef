using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Reporting;

/// <summary>The reports that the caller may read.</summary>
internal static class ListReports
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/reports", (ReportDesk desk) => Answer.Of(new ReportList([.. desk.Known.Select(kind => new KnownReport(kind.Name, kind.Says, kind.Span, kind.Columns))])))
        .Produces<ReportList>().RequiresSignIn().WithSummary("The reports that you may read, what each says, and which days it takes");
}

/// <summary>Reports that one may read.</summary>
/// <param name="Items">By name.</param>
internal sealed record ReportList(IReadOnlyList<KnownReport> Items);

/// <summary>A report that can be asked for.</summary>
/// <param name="Name">As in addresses.</param>
/// <param name="Says">What it says, in a sentence.</param>
/// <param name="Span">What of time it is about: an instant takes <c>at</c>, days and months take <c>from</c> and <c>to</c>, too.</param>
/// <param name="Columns">From left to right.</param>
internal sealed record KnownReport(string Name, string Says, ReportSpan Span, IReadOnlyList<ReportColumn> Columns);
