using System.Buffers.Binary;
using System.Security.Cryptography;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>The organisation's sign: a PNG or JPEG of at most 512 KB. What it is, its bytes say, not its name; pictures that can hold scripts are refused.</summary>
internal static class Logo
{
    private const int Largest = 512 * 1024;
    private const int Widest = 4096;
    private const string Keep = "insert into identity_logos (tenant_id, hash, type, bytes) values ($1, $2, $3, $4) on conflict do nothing";
    private const string DropOthers = "delete from identity_logos where tenant_id = $1 and hash <> $2";
    private const string Find = "select l.type, l.bytes from identity_logos l join identity_organisations o on o.tenant_id = l.tenant_id and o.logo = l.hash where l.tenant_id = $1";

    private static readonly Refusal TooLarge = new("logo-too-large", "A logo has at most 512 KB and 4096 pixels in each direction.");
    private static readonly Refusal NotAPicture = new("logo-not-a-picture", "A logo is a PNG or JPEG picture. SVG is not taken: it can hold scripts.");

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/tenants/me/logo", async (HttpContext http, CommandEdge edge, Session session, CancellationToken stop) =>
            {
                if (http.Request.ContentLength > Largest) return (IResult)edge.Refused(TooLarge);
                using var body = new MemoryStream();
                await http.Request.Body.CopyToAsync(body, stop);
                var bytes = body.ToArray();
                var work = session.Begin();
                await work.Load<Organisation>(Organisation.Id, stop, fresh: true);
                if (Place(work, bytes) is { } refused) return edge.Refused(refused);
                var now = await work.Load<Organisation>(Organisation.Id, stop);
                return await edge.Commit(work, Answer.Of(TenantPage.Of(session.Tenant, now), now.Version), stop);
            })
            .Accepts<IFormFile>("image/png", "image/jpeg").Produces<TenantPage>().Requires(Permission.ArrangeOrganisation).WithSummary("Place the organisation's logo");

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
            .Produces(200, contentType: "image/png").Requires(Permission.SeeOrganisation).WithSummary("The organisation's logo");
    }

    /// <summary>Decides that a picture is the sign from now on, on the organisation that the work has loaded.</summary>
    /// <returns>The refusal; null when it is decided.</returns>
    internal static Refusal? Place(Work work, byte[] bytes)
    {
        if (bytes.Length > Largest) return TooLarge;
        if (TypeOf(bytes) is not { } type) return NotAPicture;
        if (SizeOf(bytes) is not ( > 0 and <= Widest, > 0 and <= Widest)) return TooLarge;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        work.Decide<Organisation, OrganisationEvent>(Organisation.Id, here => here.Logo == hash ? Decision.Nothing : new LogoPlaced(hash, type));
        work.Also(new Statement(Keep, Value.Text(hash), Value.Text(type), Value.Bytes(bytes)));
        work.Also(new Statement(DropOthers, Value.Text(hash)));
        return null;
    }

    internal static string? TypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png" : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg" : null;

    /// <summary>Width and height in pixels as the picture's head says; nothing when it has none.</summary>
    internal static (int Width, int Height) SizeOf(ReadOnlySpan<byte> bytes)
    {
        if (TypeOf(bytes) == "image/png") return bytes.Length < 24 ? default : (BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return default;
    }
}
