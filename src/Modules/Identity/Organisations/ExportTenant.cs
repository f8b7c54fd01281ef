using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>The owner takes everything along: all that happened, in one file that another installation, or this one, can take in.</summary>
internal static class ExportTenant
{
    private const string LogoOf = "select l.type, l.bytes from identity_logos l join identity_organisations o on o.tenant_id = l.tenant_id and o.logo = l.hash where l.tenant_id = $1";

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/tenants/me/export", async (Session session, ListPeople list, CancellationToken stop) =>
        {
            var organisations = session.Streams<Organisation>();
            await organisations.Decide<OrganisationEvent>(Organisation.Id, _ => new OrganisationTakenOut(), stop);
            var here = (await organisations.Load(Organisation.Id, stop)).State;
            var people = (await list.Members(session.Tenant, stop)).Select(one => new ParcelPerson(one.Id.Value, one.Email, one.FirstName, one.LastName, one.Role));
            var label = new ParcelLabel(Parcel.Format, session.Now, here.Name, here.Contact, here.Currency, here.TimeZone, here.Locale, [.. people]);
            var logo = await session.One<(string, byte[])?>(LogoOf, row => (row.GetString(0), row.GetFieldValue<byte[]>(1)), stop);
            var file = Draft(session.NewId());
            try
            {
                await Parcel.Write(file, label, logo, new TakingOut(session.Store).Read(session.Tenant, Parcel.Takes, stop), stop);
                file.Position = 0;
                return TypedResults.Stream(file, Parcel.MediaType, $"{here.Slug}.zip");
            }
            catch
            {
                await file.DisposeAsync();
                throw;
            }
        })
        .Produces(200, contentType: Parcel.MediaType).Requires(Permission.OwnOrganisation).ForPeople().WithMetadata(new KeepsNoAnswer()).WithSummary("Take out all that the organisation recorded, as one file");

    /// <summary>Whole before the answer begins, so that what fails is a problem and no file cut short; for nobody else to read, and gone when it was sent.</summary>
    private static FileStream Draft(Guid name)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), $"billing-{name:n}.zip"), options);
    }
}
