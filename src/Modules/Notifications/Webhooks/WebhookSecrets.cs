using System.Text.Json;
using Billing.EventStore;

namespace Billing.Notifications;

/// <summary>What opens the addresses, sealed for each: the secret, the one before it, and the values of its own headers.</summary>
internal sealed class WebhookSecrets(EventStore.EventStore store)
{
    private const string Current = "secret", Before = "before", Headers = "headers";

    /// <summary>What keeps a secret, in the transaction that says so.</summary>
    public Statement Keep(TenantId tenant, Guid endpoint, WebhookSecret secret, DateTimeOffset at) => store.Secrets.Put(tenant, Record(endpoint), Current, secret.Reveal(), at);

    /// <summary>What keeps the one before it.</summary>
    public Statement KeepBefore(TenantId tenant, Guid endpoint, WebhookSecret secret, DateTimeOffset at) => store.Secrets.Put(tenant, Record(endpoint), Before, secret.Reveal(), at);

    /// <summary>What keeps the values of its own headers.</summary>
    public Statement Keep(TenantId tenant, Guid endpoint, IReadOnlyDictionary<string, string> headers, DateTimeOffset at) => store.Secrets.Put(tenant, Record(endpoint), Headers, JsonSerializer.Serialize(headers), at);

    /// <summary>What drops all of it.</summary>
    public static Statement Drop(Guid endpoint) => Secrets.Drop(Record(endpoint));

    /// <summary>The secret; null where none is kept here, as after an organisation has moved.</summary>
    public async Task<WebhookSecret?> Open(TenantId tenant, Guid endpoint, CancellationToken stop) => WebhookSecret.Read(await store.Secrets.Open(tenant, Record(endpoint), Current, stop));

    /// <summary>How an address is called; null where its secret is not kept here.</summary>
    /// <param name="withOld">Whether the secret before is still good.</param>
    public async Task<WebhookDoor?> Door(TenantId tenant, Guid endpoint, string url, bool hasHeaders, bool withOld, CancellationToken stop)
    {
        if (await Open(tenant, endpoint, stop) is not { } secret) return null;
        var before = withOld ? WebhookSecret.Read(await store.Secrets.Open(tenant, Record(endpoint), Before, stop)) : null;
        var headers = hasHeaders && await store.Secrets.Open(tenant, Record(endpoint), Headers, stop) is { } kept ? JsonSerializer.Deserialize<Dictionary<string, string>>(kept)! : [];
        return new WebhookDoor(new Uri(url), before is null ? [secret] : [secret, before], headers);
    }

    private static string Record(Guid endpoint) => $"notifications.webhook_endpoint/{endpoint}";
}
