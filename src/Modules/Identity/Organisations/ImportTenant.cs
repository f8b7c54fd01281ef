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
/// <param name="Streams">How many things they are about.</param>
/// <param name="People">Who belonged to it, to be invited.</param>
internal sealed record ImportedTenant(string Id, string Slug, string Name, long Events, int Streams, IReadOnlyList<ParcelPerson> People);

/// <summary>
/// An organisation that was taken out is taken in as a new one, which belongs to whoever does it: everything that happened keeps its time, its author and its ids.
/// Where organisations register, whoever owns one may; elsewhere only the owner of the operator's own.
/// </summary>
internal sealed class ImportTenant(EventStore.EventStore store, IdentityOptions options, IReadOnlyList<IModule> modules, TimeProvider time)
{
    private static readonly Refusal NoParcel = new("not-a-parcel", "This is no file that an organisation was taken out into. Send the .zip as it was.");

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/tenants/import", async (string slug, HttpContext http, Me me, ImportTenant import, CancellationToken stop) => await import.Run(slug, http, me, stop))
        .TakesFiles().DisableAntiforgery().Accepts<IFormFile>(Parcel.MediaType, "application/octet-stream")
        .Produces<ImportedTenant>(201).Requires(Permission.OwnOrganisation).ForPeople().WithSummary("Take in an organisation that was taken out, as a new one");

    private async Task<IResult> Run(string slug, HttpContext http, Me me, CancellationToken stop)
    {
        if (options.SignUp != SignUp.Open && me.Caller.Organisation.Tenant != options.FirstTenant) return Answers.SignUpClosed;
        if (!Slugs.Read(slug).TryGet(out _, out var bad)) return Answers.As(bad);
        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, stop);
        if (Parcel.Open(file) is not var (label, logo)) return Answers.As(NoParcel);
        var tenant = new TenantId(store.Open(Tenants.People, Actor.System).NewId().ToString("n"));
        var putting = new PuttingIn(store);
        try
        {
            foreach (var moved in Parcel.Events(file)) putting.Try(tenant, moved);
            if (await Found(slug, label, logo, putting.Count, tenant, http, me) is { } refused) return refused;
            await putting.Write(tenant, Parcel.Events(file), stop);
        }
        catch (NotMovableException no)
        {
            await Undo(tenant, http, me);
            return Answers.As(new Refusal("not-movable", no.Message));
        }
        catch
        {
            await Undo(tenant, http, me);
            throw;
        }
        foreach (var module in modules) await module.Welcome(store.Open(tenant, Actor.System), CancellationToken.None);
        return Answer.Of(new ImportedTenant(tenant.Value, slug, label.Name, putting.Count, putting.StreamCount, label.People), status: 201);
    }

    private async Task<IResult?> Found(string slug, ParcelLabel label, byte[]? logo, long events, TenantId tenant, HttpContext http, Me me)
    {
        if (!PlainText.Name(label.Name, "An organisation", 255).TryGet(out var name, out var refused)) return Answers.As(refused);
        if (!Habits.Read(label.Currency.ToString(), label.TimeZone, label.Locale).TryGet(out var habits, out refused)) return Answers.As(refused);
        var work = Visit.Open(store, http, tenant, me.Caller.Actor).Begin();
        work.New<Organisation>(Organisation.Id);
        DateOnly? trial = options.SignUp == SignUp.Open ? LocalDay.Of(time.GetUtcNow(), habits.Zone).AddDays(Registration.TrialDays) : null;
        work.Decide<Organisation, OrganisationEvent>(Organisation.Id, _ => (List<OrganisationEvent>)
        [
            new OrganisationFounded(slug, name, habits.Currency, habits.Zone.Id, habits.Locale, trial), new MemberJoined(me.Person, Role.Owner, null), new OrganisationTakenIn(label.TakenOutAt, events),
        ]);
        if (work.Decide<Organisation, OrganisationEvent>(Organisation.Id, new AmendTenant(Contact: label.Contact).Decide) is { } no) return Answers.As(no);
        if (logo is not null && Logo.Place(work, logo) is { } wrong) return Answers.As(wrong);
        try
        {
            await work.Commit();
            return null;
        }
        catch (RowTakenException taken) when (Answers.Taken(taken) is { } problem)
        {
            return problem;
        }
    }

    /// <summary>What could not be filled does not stay behind empty.</summary>
    private async Task Undo(TenantId tenant, HttpContext http, Me me) =>
        await Visit.Open(store, http, tenant, me.Caller.Actor).Streams<Organisation>().Decide<OrganisationEvent>(Organisation.Id, _ => new OrganisationDeleted(), CancellationToken.None);
}
