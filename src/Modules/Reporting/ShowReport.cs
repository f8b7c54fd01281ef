using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Reporting;

/// <summary>A report, as it stands or as it stood at any instant: then it is made from what had happened until then.</summary>
internal static class ShowReport
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/reports/{name}", (string name, ReportDesk desk, CancellationToken stop, DateOnly? from = null, DateOnly? to = null, string? at = null) => desk.Tell(name, from, to, at, told => Answer.Of(ReportPage.Of(told)), stop))
        .Produces<ReportPage>().RequiresSignIn().WithSummary("A report with its rows and sums; with at, a day or an instant, as it was then, made from the events until then");
}

/// <summary>A report of now, made from the events alone.</summary>
internal static class ReplayReport
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/reports/{name}/replay", (string name, ReportDesk desk, CancellationToken stop, DateOnly? from = null, DateOnly? to = null, bool compare = false) => desk.Replay(name, from, to, compare, stop))
        .Produces<ReportPage>().RequiresSignIn().WithSummary("Make a report of now from the events; with compare=true it says what differs from the one that stands. Nothing is written");
}
