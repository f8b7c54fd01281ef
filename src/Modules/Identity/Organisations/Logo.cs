using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>The organisation's sign: a PNG or JPEG of at most 2 MB. What it is, its bytes say, not its name; pictures that can hold scripts are refused.</summary>
internal static class Logo
{
    /// <summary>Most bytes that it has.</summary>
    internal const int Largest = PdfImage.MostBytes;
    private const string Keep = "insert into identity_logos (tenant_id, hash, type, bytes) values ($1, $2, $3, $4) on conflict do nothing";
    private const string DropOthers = "delete from identity_logos where tenant_id = $1 and hash <> $2";
    /// <summary>Deletes it with its organisation.</summary>
    public const string Drop = "delete from identity_logos where tenant_id = $1";

    private const string Find = "select l.type, l.bytes from identity_logos l join identity_organisations o on o.tenant_id = l.tenant_id and o.logo = l.hash where l.tenant_id = $1";

    private static readonly string[] Types = [Picture.Png, Picture.Jpeg];
    private static readonly Refusal TooLarge = new("logo-too-large", "A logo has at most 2 MB. Save it smaller.");
    private static readonly Refusal TooWide = new("logo-too-wide", $"A logo has at most {Picture.Widest} pixels in each direction. Make it smaller.");
    private static readonly Refusal NotAPicture = new("logo-not-a-picture", "A logo is a PNG or JPEG picture. SVG is not taken: it can hold scripts.");

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/tenants/me/logo", async (HttpContext http, CommandEdge edge, Session session, Storage storage, CancellationToken stop) =>
            {
                if (http.Request.ContentLength > Largest) return (IResult)edge.Refused(TooLarge);
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body, stop);
                var bytes = body.ToArray();
                var work = session.Begin();
                await work.Load<Organisation>(Organisation.Id, stop, fresh: true);
                if ((Place(work, bytes) ?? Unprintable(bytes) ?? await storage.Full(session, bytes.Length, stop)) is { } refused) return edge.Refused(refused);
                var now = await work.Load<Organisation>(Organisation.Id, stop);
                return await edge.Commit(work, Answer.Of(TenantPage.Of(session.Tenant, now), now.Version), stop);
            })
            .TakesFiles().Accepts<IFormFile>(Picture.Png, Picture.Jpeg).Produces<TenantPage>().Requires(Permission.ArrangeOrganisation).WithSummary("Place the organisation's logo");

        app.MapDelete("/api/tenants/me/logo", (Commands<Organisation> organisations, CancellationToken stop) =>
                organisations.Decide<OrganisationEvent>(Organisation.Id, here => here.Logo is null ? Decision.Nothing : new LogoRemoved(), now => TenantPage.Of(organisations.Streams.Session.Tenant, now), stop))
            .Produces<TenantPage>().Requires(Permission.ArrangeOrganisation).WithSummary("Remove the logo");

        app.MapGet("/api/tenants/me/logo", async (HttpContext http, Session session, CancellationToken stop) =>
            {
                var (type, bytes) = await session.One(Find, row => (row.GetString(0), row.GetFieldValue<byte[]>(1)), stop);
                if (type is null) return (IResult)Problems.NotFound;
                http.Response.Headers.ContentDisposition = "inline; filename=logo";
                return TypedResults.Bytes(bytes, type);
            })
            .Produces(200, contentType: Picture.Png).Requires(Permission.SeeOrganisation).WithSummary("The organisation's logo");
    }

    /// <summary>What no document can show would be missing there, and nobody would know why.</summary>
    private static Refusal? Unprintable(byte[] bytes) => PdfImage.Read(bytes).TryGet(out _, out var refused) ? null : refused;

    /// <summary>Decides that a picture is the sign from now on, on the organisation that the work has loaded.</summary>
    /// <returns>The refusal; null when it is decided.</returns>
    internal static Refusal? Place(Work work, byte[] bytes)
    {
        if (bytes.Length > Largest) return TooLarge;
        if (!Picture.Read(bytes, Types, NotAPicture, TooWide).TryGet(out var picture, out var refused)) return refused;
        var hash = picture.Hash;
        work.Decide<Organisation, OrganisationEvent>(Organisation.Id, here => here.Logo == hash ? Decision.Nothing : new LogoPlaced(hash, picture.Type));
        work.Also(new Statement(Keep, Value.Text(hash), Value.Text(picture.Type), Value.Bytes(picture.Bytes)));
        work.Also(new Statement(DropOthers, Value.Text(hash)));
        return null;
    }
}
