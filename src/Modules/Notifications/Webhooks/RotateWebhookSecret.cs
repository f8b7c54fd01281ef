using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Notifications;

/// <summary>An address gets another secret; for a day both sign.</summary>
/// <param name="Signing">How deliveries are signed from now on; left out: as before.</param>
/// <param name="Withdraw">True: the one before signs nothing more at once, as when it came into strange hands.</param>
internal sealed record RotateWebhookSecret(WebhookSigning? Signing = null, bool Withdraw = false)
{
    private static readonly TimeSpan Both = TimeSpan.FromHours(24);

    /// <summary>Only one secret before is kept: another now would end it for a program that has not changed over yet, so somebody has to say so.</summary>
    public Decision<WebhookEndpointEvent> Decide(WebhookEndpoint now, WebhookSecret secret, DateTimeOffset at) =>
        !Withdraw && now.OldUntil > at ? WebhookNo.RotatedAlready : new WebhookSecretRotated(secret.Signing, OpenWebhook.Shown(secret), Withdraw ? at : at + Both);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/webhook-endpoints/{id}/rotate", async (WebhookEndpointId id, RotateWebhookSecret command, Session session, WebhookSecrets secrets, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            var before = await work.Load<WebhookEndpoint>(id.Value, stop, fresh: true);
            if (before.State.State == WebhookState.Removed) return Problems.NotFound;
            if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict(WebhookEndpointPage.Of(id, before)); // asked twice, or somebody else was first
            var (old, secret) = (await secrets.Open(session.Tenant, id.Value, stop), WebhookSecret.New(command.Signing ?? before.State.Signing));
            if (work.Decide<WebhookEndpoint, WebhookEndpointEvent>(id.Value, now => command.Decide(now, secret, work.At)) is { } refusal) return edge.Refused(refusal);
            if (old is not null && !command.Withdraw) work.Also(secrets.KeepBefore(session.Tenant, id.Value, old, work.At));
            work.Also(secrets.Keep(session.Tenant, id.Value, secret, work.At));
            work.Also(OpenWebhook.From(id.Value));
            var after = await work.Load<WebhookEndpoint>(id.Value, stop);
            return await edge.Commit(work, Answer.Of(new WebhookSecretShown(WebhookEndpointPage.Of(id, after), secret.Verifier), after.Version), stop);
        })
        .Produces<WebhookSecretShown>().Requires(Permission.ArrangeWebhooks).WithMetadata(new KeepsNoAnswer()).WithSummary("Make another secret for an address; it is shown this once, and the one before signs beside it for a day, unless it is withdrawn");
}
