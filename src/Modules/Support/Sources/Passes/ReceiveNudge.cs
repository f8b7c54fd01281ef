using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Support;

/// <summary>A system says that something happened there. It is judged by its bytes as they came; what it says is not believed: it makes us look, and looking is what counts.</summary>
internal sealed class ReceiveNudge(EventStore.EventStore store, SourceCredentials credentials)
{
    private const string FluentPath = "/api/webhooks/fluent/";

    private const string WhoseSql = "select tenant_id from support_connections where id = $1 and kind = $2 and not disconnected";

    private const string KeepSql = "insert into support_nudges (tenant_id, connection_id, mark, at) values ($1, $2, $3, $4) on conflict do nothing returning 1";

    // Older than a signature may be, nothing can come again.
    private const string ForgetSql = "delete from support_nudges where tenant_id = $1 and connection_id = $2 and at < $3";

    private static readonly Problem Nobody = new(404, "connection-unknown", "There is no connection that may be nudged here.") { Module = "support" };

    private async Task<IResult> Twenty(HttpContext http, ConnectionId id, CancellationToken stop)
    {
        if (await Whose(id, SourceKind.Twenty, stop) is not { } session || await credentials.Nudge(session.Tenant, id.Value, stop) is not { } secret) return Nobody;
        var body = await Body(http, stop);
        var (timestamp, signature) = (http.Request.Headers["X-Twenty-Webhook-Timestamp"].ToString(), http.Request.Headers["X-Twenty-Webhook-Signature"].ToString());
        if (Refused(TwentyWebhook.Judge(timestamp, signature, body.Span, secret, session.Now)) is { } fault) return Problems.BadRequest(fault);
        if (TwentyWebhook.Read(body.Span) is null) return Problems.BadRequest(new Fault("", "This is signed, but tells of no record: it needs eventName and record, or event and data."));
        return await Look(session, id.Value, $"{timestamp}:{signature}", stop);
    }

    private async Task<IResult> Fluent(HttpContext http, ConnectionId id, string secret, CancellationToken stop)
    {
        Activity.Current?.SetTag("url.path", FluentPath + "…"); // the path is a secret, and traces are kept elsewhere
        // A wrong secret and no connection answer alike.
        if (await Whose(id, SourceKind.Fluent, stop) is not { } session || await credentials.Nudge(session.Tenant, id.Value, stop) is not { } ours) return Nobody;
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(ours)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)))) return Nobody;
        _ = await Body(http, stop);
        await SourcePasses.Begin(session, id.Value, "nudged", whole: false, stop);
        return TypedResults.Ok();
    }

    private static async Task<IResult> Look(Session session, Guid connection, string came, CancellationToken stop)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(came)));
        await session.Write(new Statement(ForgetSql, SourcePasses.Id(connection), SourcePasses.Moment(session.Now - 3 * TwentyWebhook.Tolerance)));
        var isNew = await session.WriteAndRead(KeepSql, [SourcePasses.Id(connection), SourcePasses.Text(mark), SourcePasses.Moment(session.Now)], row => row.ReadAsync(stop));
        if (isNew) await SourcePasses.Begin(session, connection, "nudged", whole: false, stop);
        return TypedResults.Ok();
    }

    private async Task<Session?> Whose(ConnectionId id, SourceKind kind, CancellationToken stop)
    {
        await using var connection = await store.Database.Daemon.OpenConnectionAsync(stop);
        await using var look = connection.CreateCommand();
        look.CommandText = WhoseSql;
        look.Parameters.Add(SourcePasses.Id(id.Value));
        look.Parameters.Add(SourcePasses.Text(Words.Of(kind)));
        return await look.ExecuteScalarAsync(stop) is string tenant ? store.Open(new TenantId(tenant), Actor.System).InEverybodysTime : null;
    }

    private static async Task<ReadOnlyMemory<byte>> Body(HttpContext http, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, stop);
        return bytes.ToArray();
    }

    private static Fault? Refused(NudgeFault fault) => fault switch
    {
        NudgeFault.None => null,
        NudgeFault.Unreadable => new Fault("X-Twenty-Webhook-Signature", "The headers are missing or unreadable: a time in milliseconds and a signature in hexadecimal are expected."),
        NudgeFault.OutOfTime => new Fault("X-Twenty-Webhook-Timestamp", "The signature's time is more than five minutes from ours. Check the clocks."),
        _ => new Fault("X-Twenty-Webhook-Signature", "The signature is not by this connection's secret over these bytes."),
    };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/webhooks/twenty/{connection}", (HttpContext http, ConnectionId connection, ReceiveNudge nudge, CancellationToken stop) => nudge.Twenty(http, connection, stop))
            .WithMetadata(new ReadsItsBody(), new KeepsNoAnswer()).OpenToAnybody().WithSummary("Where Twenty tells that something happened to a record; signed, and only a nudge");

        app.MapPost(FluentPath + "{connection}/{token}", (HttpContext http, ConnectionId connection, string token, ReceiveNudge nudge, CancellationToken stop) => nudge.Fluent(http, connection, token, stop))
            .WithMetadata(new ReadsItsBody(), new KeepsNoAnswer()).OpenToAnybody().WithSummary("Where a site with Fluent Support tells that something happened to a ticket; only a nudge");
    }
}
