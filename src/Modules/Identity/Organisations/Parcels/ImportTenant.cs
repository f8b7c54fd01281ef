using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
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
/// <param name="People">Who belonged to it, to be invited.</param>
internal sealed record ImportedTenant(string Id, string Slug, string Name, long Events, long Lines, IReadOnlyList<ParcelPerson> People);

/// <summary>
/// An organisation that was taken out is taken in as a new one, which belongs to whoever does it: everything that happened keeps its time, its author and its ids.
/// Its key follows from the file, the slug and the person, so that doing it again, after whatever broke, goes on where it stopped and makes no second one.
/// Where organisations register, whoever owns one may; elsewhere only the owner of the operator's own.
/// </summary>
internal sealed class ImportTenant(EventStore.EventStore store, IdentityOptions options, Removals removals, IReadOnlyList<IModule> modules, TimeProvider time, WorkProgress progress)
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
        if (!SentParcel.Open(file).TryGet(out var parcel, out var refused)) return Answers.As(refused);
        using (parcel)
        {
            if (parcel.Check(store.Model.Belongings, done => progress.Report(here, run, done, "checking")) is { } altered) return Answers.As(altered);
            var (tenant, isThere) = await PlaceFor(parcel, slug, me, stop);
            return isThere ? Arrived(parcel, slug, tenant) : await TakeIn(parcel, slug, tenant, (stage, done) => progress.Report(here, run, done, stage), http, me, stop);
        }
    }

    private async Task<IResult> TakeIn(SentParcel parcel, string slug, TenantId tenant, Action<string, double> report, HttpContext http, Me me, CancellationToken stop)
    {
        if (Founding(parcel, slug, tenant, http, me) is ({ } wrong, _)) return Answers.As(wrong);
        var taken = await store.ByProof(Proof.OfSlug(slug), "select true from identity_organisations where proofs ? $1 and not deleted", row => row.GetBoolean(0), stop);
        if (taken.Count > 0) return Answers.SlugTaken;
        var putting = new PuttingIn(store);
        try
        {
            // a try that was cut off behind its commit: all is in, but nobody owns it yet
            if (!await putting.IsIn(tenant, stop))
            {
                foreach (var moved in parcel.ReadEvents(done => report("trying", done)))
                {
                    putting.Try(tenant, moved);
                    stop.ThrowIfCancellationRequested();
                }
                foreach (var belonging in store.Model.Belongings) await putting.Prepare(tenant, belonging, parcel.Lines(belonging), stop);
                var (lines, all) = (0L, Math.Max(1, parcel.Manifest.Parts.Sum(part => part.Lines)));
                await putting.Write(tenant, Counted(parcel.ReadEvents(_ => { })), stop, [.. store.Model.Belongings.Select(belonging => (belonging, Counted(parcel.Lines(belonging))))]);

                IEnumerable<T> Counted<T>(IEnumerable<T> each)
                {
                    foreach (var one in each)
                    {
                        yield return one;
                        if (++lines % 1_000 == 0) report("writing", (double)lines / all);
                    }
                }
            }
        }
        catch (NotMovableException no)
        {
            return Answers.As(new Refusal("not-movable", no.Message));
        }
        var (_, work) = Founding(parcel, slug, tenant, http, me);
        try
        {
            await work!.Commit();
        }
        catch (RowTakenException lost) when (Answers.Taken(lost) is { } problem)
        {
            await GiveUp(parcel, tenant, http, me);
            return problem;
        }
        foreach (var module in modules) await module.Welcome(store.Open(tenant, Actor.System), CancellationToken.None);
        return Arrived(parcel, slug, tenant);
    }

    private static Answer Arrived(SentParcel parcel, string slug, TenantId tenant) =>
        Answer.Of(new ImportedTenant(tenant.Value, slug, parcel.Label.Name, parcel.Events, parcel.Manifest.Parts.Sum(part => part.Lines) - parcel.Events, parcel.Label.People), status: 201);

    /// <summary>The key that follows from the file, the slug and the person, and whether their organisation is there already. One that was deleted since makes room for another.</summary>
    private async Task<(TenantId Tenant, bool IsThere)> PlaceFor(SentParcel parcel, string slug, Me me, CancellationToken stop)
    {
        for (var turn = 0; ; turn++)
        {
            var tenant = new TenantId(new Guid(SHA256.HashData([.. parcel.Seal, .. Encoding.UTF8.GetBytes($" {me.Person} {turn} {slug}")]).AsSpan(0, 16), bigEndian: true).ToString("n"));
            var there = await store.Open(tenant, Actor.System).Streams<Organisation>().Load(Organisation.Id, stop);
            if (!there.Exists && !await removals.Know(tenant, stop)) return (tenant, false);
            if (there is { Exists: true, State.IsDeleted: false } && there.State.Slug == slug && there.State.Find(me.Person) is { Active: true }) return (tenant, true);
        }
    }

    private (Refusal? Wrong, Work? Work) Founding(SentParcel parcel, string slug, TenantId tenant, HttpContext http, Me me)
    {
        var label = parcel.Label;
        if (!PlainText.Name(label.Name, "An organisation", 255).TryGet(out var name, out var refused)) return (refused, null);
        if (!Habits.Read(label.Currency.ToString(), label.TimeZone, label.Locale).TryGet(out var habits, out refused)) return (refused, null);
        var work = Visit.Open(store, http, tenant, me.Caller.Actor).Begin();
        work.New<Organisation>(Organisation.Id);
        DateOnly? trial = options.SignUp == SignUp.Open ? LocalDay.Of(time.GetUtcNow(), habits.Zone).AddDays(Registration.TrialDays) : null;
        work.Decide<Organisation, OrganisationEvent>(Organisation.Id, _ => (List<OrganisationEvent>)
        [
            new OrganisationFounded(slug, name, habits.Currency, habits.Zone.Id, habits.Locale, trial), new MemberJoined(me.Person, Role.Owner, null), new OrganisationTakenIn(label.TakenOutAt, parcel.Events),
        ]);
        if (work.Decide<Organisation, OrganisationEvent>(Organisation.Id, new AmendTenant(Contact: label.Contact).Decide) is { } no) return (no, null);
        return parcel.Logo() is { } logo && Logo.Place(work, logo) is { } wrong ? (wrong, null) : (null, work);
    }

    /// <summary>Somebody took the slug meanwhile: what came in belongs to an organisation that never opened, under a slug that nobody wants. It is removed as any that was deleted.</summary>
    private async Task GiveUp(SentParcel parcel, TenantId tenant, HttpContext http, Me me)
    {
        var (_, work) = Founding(parcel, tenant.Value, tenant, http, me);
        work!.Decide<Organisation, OrganisationEvent>(Organisation.Id, _ => new OrganisationDeleted());
        await work.Commit();
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
/// <param name="Stage"><c>packing</c>; <c>receiving</c>, <c>checking</c>, <c>trying</c>, <c>writing</c>.</param>
/// <param name="Done">Of this stage, 0 to 1.</param>
internal sealed record MoveProgress([property: AllowedValues("packing", "receiving", "checking", "trying", "writing")] string Stage, double Done);
