using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Notifications;

/// <summary>Where mails that came back are told of.</summary>
/// <param name="Url">The address that tells of them are posted to.</param>
/// <param name="IsOpen">Whether there is a secret to sign them with.</param>
/// <param name="Secret">How the secret begins and ends; null without one.</param>
internal sealed record BouncesPage(string Url, bool IsOpen, string? Secret)
{
    private const string Record = "notifications.bounces";
    private const string Field = "secret";

    /// <summary>The secret of an organisation; null when it has none, or is none.</summary>
    public static Task<string?> SecretOf(EventStore.EventStore store, TenantId tenant, CancellationToken stop) => store.Secrets.Open(tenant, Record, Field, stop);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/mail-bounces", async (Session session, EventStore.EventStore store, PublicAddress address, CancellationToken stop) =>
            {
                var hint = (await store.Secrets.List(session.Tenant, Record, stop)).FirstOrDefault(one => one.Field == Field);
                return TypedResults.Ok(new BouncesPage(UrlOf(session, address), hint is not null, hint?.Shown));
            })
            .Produces<BouncesPage>().Requires(Permission.ArrangeOrganisation).WithSummary("Where a mail provider tells of mails that came back");

        app.MapPost("/api/mail-bounces", async (Session session, EventStore.EventStore store, PublicAddress address, CommandEdge edge, CancellationToken stop) =>
            {
                var (work, secret) = (session.Begin(), WebhookSignature.NewSecret());
                var now = await work.Load<BounceDoor>(BounceDoor.Id, stop);
                work.Decide<BounceDoor, BounceDoorEvent>(BounceDoor.Id, _ => new BouncesAwaited());
                work.Also(store.Secrets.Put(session.Tenant, Record, Field, secret, work.At));
                return await edge.Commit(work, Answer.Of(new BounceSecretShown(UrlOf(session, address), secret), now.Version + 1, 201), stop);
            })
            .Produces<BounceSecretShown>(201).Requires(Permission.ArrangeOrganisation).WithMetadata(new KeepsNoAnswer()).WithSummary("Make the secret that mails that came back are told of with; it is shown this once, and replaces the one before");

        app.MapDelete("/api/mail-bounces", async (Session session, CancellationToken stop) =>
            {
                var work = session.Begin();
                await work.Load<BounceDoor>(BounceDoor.Id, stop);
                work.Decide<BounceDoor, BounceDoorEvent>(BounceDoor.Id, now => now.Close());
                work.Also(Secrets.Drop(Record));
                await work.Commit();
                return TypedResults.NoContent();
            })
            .Requires(Permission.ArrangeOrganisation).WithSummary("Hear no more of mails that came back; the secret is forgotten");
    }

    private static string UrlOf(Session session, PublicAddress address) => address.Of($"/api/mail-bounces/{Uri.EscapeDataString(session.Tenant.Value)}").AbsoluteUri;
}

/// <summary>A secret as it was made.</summary>
/// <param name="Url">Where what is signed with it is posted to.</param>
/// <param name="Secret">The whole secret; it is told this once.</param>
internal sealed record BounceSecretShown(string Url, string Secret)
{
    public override string ToString() => nameof(BounceSecretShown); // never the secret
}
