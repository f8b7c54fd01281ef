using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>An organisation that came in by a file.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">As the file says.</param>
/// <param name="Events">How many were taken over.</param>
/// <param name="Lines">How many lines of what lies beside them: usage events, reports, kept papers.</param>
/// <param name="ReadModels">How many read models were held against the file, row by row, and are the same.</param>
/// <param name="Rows">How many lines they have.</param>
/// <param name="People">Who belonged to it, to be invited.</param>
internal sealed record ImportedTenant(string Id, string Slug, string Name, long Events, long Lines, int ReadModels, long Rows, IReadOnlyList<ParcelPerson> People);

/// <summary>
/// An organisation that was taken out is taken in as a new one, which belongs to whoever does it.
/// Where organisations register, whoever owns one may; elsewhere only the owner of the operator's own.
/// </summary>
internal sealed class ImportTenant(EventStore.EventStore store, IdentityOptions options, TakeInTenant taking, WorkProgress progress)
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/tenants/import", async (string slug, HttpContext http, Me me, ImportTenant import, CancellationToken stop, Guid? run = null) => await import.Run(slug, run, http, me, stop))
            .TakesParcels().DisableAntiforgery().Accepts<IFormFile>(Parcel.MediaType, "application/octet-stream")
            .Produces<ImportedTenant>(201).Requires(Permission.OwnOrganisation).ForPeople().WithMetadata(new KeepsNoAnswer()).WithSummary("Take in an organisation that was taken out, as a new one");

        app.MapGet("/api/tenants/moves/{id}", (Guid id, Session session, WorkProgress progress) => progress.Find(session.Tenant, id) is { } running ? TypedResults.Ok(new MoveProgress(running.What, running.Done)) : (IResult)Problems.NotFound)
            .Produces<MoveProgress>().Requires(Permission.OwnOrganisation).ForPeople().WithSummary("How far taking out or taking in has come");
    }

    private async Task<IResult> Run(string slug, Guid? asked, HttpContext http, Me me, CancellationToken stop)
    {
        if (options.SignUp != SignUp.Open && me.Caller.Organisation.Tenant != options.FirstTenant) return Answers.SignUpClosed;
        if (!Slugs.Read(slug).TryGet(out _, out var bad)) return Answers.As(bad);
        var (here, run) = (me.Caller.Organisation.Tenant, asked ?? NewId());
        using var running = progress.Begin(here, run, "receiving");
        await using var file = Parcel.Draft(NewId());
        await Receive(http.Request, file, done => progress.Report(here, run, done), stop);
        var arrival = new Arrival(slug, me.Person, tenant => Visit.Open(store, http, tenant, me.Caller.Actor), (stage, done) => progress.Report(here, run, done, stage));
        if ((await taking.Run(file, arrival, stop)).TryGet(out var taken, out var refused)) return Answer.Of(taken, status: 201);
        return refused == TakeInTenant.SlugTaken ? Answers.SlugTaken : Answers.As(refused);
    }

    private static async Task Receive(HttpRequest request, Stream file, Action<double> done, CancellationToken stop)
    {
        var (page, all, received) = (new byte[128 << 10], request.ContentLength, 0L);
        while (await request.Body.ReadAsync(page, stop) is > 0 and var read)
        {
            await file.WriteAsync(page.AsMemory(0, read), stop);
            received += read;
            if (all > 0) done((double)received / all.Value);
        }
        await file.FlushAsync(stop);
    }

    private Guid NewId() => store.Open(Tenants.People, Actor.System).NewId();
}

/// <summary>How far taking an organisation out or in has come.</summary>
/// <param name="Stage"><c>packing</c>; <c>receiving</c>, <c>checking</c>, <c>trying</c>, <c>writing</c>, <c>proving</c>.</param>
/// <param name="Done">Of this stage, 0 to 1.</param>
internal sealed record MoveProgress([property: AllowedValues("packing", "receiving", "checking", "trying", "writing", "proving")] string Stage, double Done);
