using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>The free allowances: those that were agreed, the usual one, and how free hours are shared.</summary>
/// <param name="Items">Everybody's first, each by its month.</param>
/// <param name="Usual">What holds where none was agreed.</param>
/// <param name="Order">Which requests get free hours first.</param>
internal sealed record AllowancesPage(IReadOnlyList<FreeAllowance> Items, FreeAllowance Usual, FreeHoursOrder Order, long Version)
{
    public static AllowancesPage Of(Versioned<SupportTerms> terms) => new([.. terms.State.Allowances.OrderBy(one => one.ClientId is not null).ThenBy(one => one.ClientId).ThenBy(one => one.From)], FreeAllowance.Usual, terms.State.Order, terms.Version);
}

/// <summary>What is to cost nothing in a calendar month, from a month on. An allowance of the same client and month is replaced.</summary>
/// <param name="From">A day of the first month.</param>
/// <param name="Hours">So many hours of support.</param>
/// <param name="Projects">So many projects of each category; left out: the usual ones.</param>
/// <param name="SitesPer">One hosted site of so many active ones; 0: none; left out: 20.</param>
/// <param name="ClientId">Whose; left out: of every client without an allowance of its own.</param>
internal sealed record AgreeAllowance(DateOnly From, Quantity Hours, IReadOnlyList<FreeProjects>? Projects = null, int? SitesPer = null, Guid? ClientId = null)
{
    private const int Most = 2_000;

    public Decision<SupportTermsEvent> Decide(SupportTerms now)
    {
        if (Hours.Value is < 0 or > 10_000) return No.HoursWrong;
        if (SitesPer is < 0 or > 10_000) return No.SitesWrong;
        if (now.Allowances.Count >= Most) return No.TooMany;
        var projects = Projects ?? FreeAllowance.Usual.Projects;
        if (projects.Count > 50 || projects.Any(one => one.Count is < 0 or > 1_000) || projects.Select(one => one.Category).Distinct().Count() != projects.Count) return No.ProjectsWrong;
        var named = new List<FreeProjects>();
        foreach (var one in projects)
        {
            if (!ProjectTerms.ReadCategory(one.Category).TryGet(out var category, out var refused)) return refused;
            named.Add(one with { Category = category });
        }
        var allowance = new FreeAllowance(ClientId, Months.Of(From), Hours, [.. named], SitesPer ?? FreeAllowance.Usual.SitesPer);
        return now.Allowances.Contains(allowance) ? Decision.Nothing : new AllowanceAgreed(ClientId, allowance.From, allowance.Hours, allowance.Projects, allowance.SitesPer);
    }

    private static class No
    {
        public static readonly Refusal HoursWrong = new("free-hours-wrong", "Free hours of a month are 0 to 10000. Write another number.");
        public static readonly Refusal SitesWrong = new("free-sites-wrong", "One site is free of 1 to 10000 active ones, or of 0, which means none. Write another number.");
        public static readonly Refusal ProjectsWrong = new("free-projects-wrong", "Name each category of projects once, at most 50 of them, with 0 to 1000 free projects.");
        public static readonly Refusal TooMany = new("too-many-allowances", "There are at most 2000 allowances. Withdraw one that is not needed any more.");
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/support/allowances", async (Streams<SupportTerms> terms, CancellationToken stop) => await terms.Load(SupportTerms.Id, stop) is var now ? Answer.Of(AllowancesPage.Of(now), now.Version) : null!)
            .Produces<AllowancesPage>().Requires(Permission.SeeSupport).WithSummary("What costs clients nothing in a month, by client and month, and how free hours are shared");

        app.MapPost("/api/support/allowances", async (AgreeAllowance command, Session session, IInvoicing invoicing, CommandEdge edge, Commands<SupportTerms> terms, CancellationToken stop) =>
        {
            var client = command.ClientId is { } id ? await invoicing.Client(session, id, stop) : null;
            if (command.ClientId is not null && client is null) return edge.Refused(ClientNo.Unknown);
            return await terms.DecideOrStart(SupportTerms.Id, (command with { ClientId = client?.Id }).Decide, AllowancesPage.Of, stop);
        })
        .Produces<AllowancesPage>().Requires(Permission.ArrangeSupport).WithSummary("Agree what costs nothing in a month from a month on, for a client or for all");

        app.MapDelete("/api/support/allowances/{from}", (DateOnly from, Commands<SupportTerms> terms, CancellationToken stop, Guid? clientId = null) =>
            terms.DecideOrStart<SupportTermsEvent>(SupportTerms.Id, now => now.Allowances.Any(one => (one.ClientId, one.From) == (clientId, from)) ? new AllowanceWithdrawn(clientId, from) : Decision.Nothing, AllowancesPage.Of, stop))
        .Produces<AllowancesPage>().Requires(Permission.ArrangeSupport).WithSummary("Withdraw the allowance that begins on a day; what was billed stays");

        app.MapPut("/api/support/free-hours-order", (ChooseFreeHoursOrder command, Commands<SupportTerms> terms, CancellationToken stop) =>
            terms.DecideOrStart<SupportTermsEvent>(SupportTerms.Id, now => now.Order == command.Order ? Decision.Nothing : new FreeHoursOrderChosen(command.Order), AllowancesPage.Of, stop))
        .Produces<AllowancesPage>().Requires(Permission.ArrangeSupport).WithSummary("Choose which requests get the free hours of a month first");
    }
}

/// <summary>These requests are to get free hours first.</summary>
internal sealed record ChooseFreeHoursOrder(FreeHoursOrder Order);
