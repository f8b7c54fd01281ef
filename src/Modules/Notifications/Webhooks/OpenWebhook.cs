using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Notifications;

/// <summary>An address is told of what happens from now on.</summary>
/// <param name="Name">As people call it; told apart.</param>
/// <param name="Url">Where to; https, on the public internet.</param>
/// <param name="Filters">Of which events, by name; * stands for any letters. Left out: of all.</param>
/// <param name="Headers">Headers of its own, by name; what they say is never shown again.</param>
/// <param name="Rate">At most so many a second; left out: as fast as it answers.</param>
/// <param name="Signing">How deliveries are signed.</param>
internal sealed record OpenWebhook(string Name, string Url, IReadOnlyList<string>? Filters = null, IReadOnlyDictionary<string, string>? Headers = null, int? Rate = null, WebhookSigning Signing = WebhookSigning.Hmac)
{
    /// <summary>It is told of what comes after the mark at this moment. One that has such a row keeps it.</summary>
    private const string Begin = """
        insert into webhook_lanes (tenant_id, endpoint_id, since) values ($1, $2, coalesce((select last_seq_id from mt_event_progression where name = 'HighWaterMark'), 0)) on conflict do nothing
        """;

    /// <summary>Each is a lane of its own; more are a mistake of a program.</summary>
    private const int Most = 100;

    private const string Count = "select count(*) from webhook_endpoints where tenant_id = $1";

    public override string ToString() => nameof(OpenWebhook); // never what headers say

    /// <summary>Checks what was typed.</summary>
    public Decision<WebhookEndpointEvent> Decide(WebhookSecret secret, IReadOnlyCollection<string> types, OutgoingRules outgoing) =>
        WebhookTerms.Check(Name, Url, Filters, Headers, Rate, types, outgoing).TryGet(out var terms, out var refusal)
            ? new WebhookOpened(terms.Name, terms.Url, terms.Filters, [.. (terms.Headers ?? new Dictionary<string, string>()).Keys.Order(StringComparer.Ordinal)], terms.Rate, secret.Signing, Shown(secret))
            : refusal;

    /// <summary>As much of it as is shown again; a public key is no secret.</summary>
    public static string Shown(WebhookSecret secret) => secret.Signing == WebhookSigning.Ed25519 ? secret.Verifier : SecretHint.Show(secret.Reveal());

    /// <summary>What lets an address be told from now on.</summary>
    public static Statement From(Guid endpoint) => new(Begin, new NpgsqlParameter<Guid> { TypedValue = endpoint });

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/webhook-endpoints", async (OpenWebhook command, Session session, WebhookCatalogue catalogue, WebhookSecrets secrets, OutgoingRules outgoing, CommandEdge edge, CancellationToken stop) =>
        {
            if (await session.Read(Count, [], async reader => await reader.ReadAsync(stop) ? reader.GetInt64(0) : 0, stop) >= Most) return edge.Refused(WebhookNo.TooMany);
            var (id, work) = (session.NewId(), session.Begin());
            work.New<WebhookEndpoint>(id);
            var secret = WebhookSecret.New(command.Signing);
            if (work.Decide<WebhookEndpoint, WebhookEndpointEvent>(id, _ => command.Decide(secret, catalogue.Names, outgoing)) is { } refusal) return edge.Refused(refusal);
            work.Also(From(id));
            work.Also(secrets.Keep(session.Tenant, id, secret, work.At));
            if (command.Headers is { Count: > 0 } headers) work.Also(secrets.Keep(session.Tenant, id, headers, work.At));
            var opened = await work.Load<WebhookEndpoint>(id, stop);
            return await edge.Commit(work, Answer.Of(new WebhookSecretShown(WebhookEndpointPage.Of(new(id), opened), secret.Verifier), opened.Version, 201, $"/api/webhook-endpoints/{id}"), stop);
        })
        .Produces<WebhookSecretShown>(201).Requires(Permission.ArrangeWebhooks).WithMetadata(new KeepsNoAnswer()).WithSummary("Have an address told of what happens; its secret is shown this once");
}
