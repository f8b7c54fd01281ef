using Billing.EventStore;

namespace Billing.Support;

/// <summary>Credentials of connections: sealed for each, opened for the calls that need them, and tried before they are kept.</summary>
internal sealed class SourceCredentials(EventStore.EventStore store, FluentReader fluent, TwentyReader twenty)
{
    private const string Field = "credential", NudgeField = "nudge";

    /// <summary>What keeps one, in the transaction that says so.</summary>
    public Statement Keep(TenantId tenant, Guid connection, string credential, DateTimeOffset at) => store.Secrets.Put(tenant, Record(connection), Field, credential, at);

    /// <summary>What keeps the secret of its nudges.</summary>
    public Statement KeepNudge(TenantId tenant, Guid connection, string secret, DateTimeOffset at) => store.Secrets.Put(tenant, Record(connection), NudgeField, secret, at);

    /// <summary>What drops both.</summary>
    public static Statement Drop(Guid connection) => Secrets.Drop(Record(connection));

    /// <summary>The credential; null where it is not kept here, as after an organisation has moved.</summary>
    public Task<string?> Open(TenantId tenant, Guid connection, CancellationToken stop) => store.Secrets.Open(tenant, Record(connection), Field, stop);

    /// <summary>The secret of its nudges; null where there is none.</summary>
    public Task<string?> Nudge(TenantId tenant, Guid connection, CancellationToken stop) => store.Secrets.Open(tenant, Record(connection), NudgeField, stop);

    /// <summary>Asks a system whether it can be read with a credential; its time zone where it tells one, or the refusal.</summary>
    public async Task<(string? Zone, Refusal? Refusal)> Try(SourceConnection connection, string credential, CancellationToken stop)
    {
        try
        {
            if (connection.Kind == SourceKind.Fluent)
            {
                var door = Fluent(connection, credential);
                var site = await fluent.Look(door, stop);
                await fluent.Me(door, site, stop);
                return (site.Zone, null);
            }
            foreach (var plural in (string[])[connection.Scope.Sites, connection.Scope.Projects])
                if (plural.Length > 0) await twenty.Verify(Twenty(connection, credential), plural, stop);
            return (null, null);
        }
        catch (SourceStopped stopped)
        {
            return (null, stopped.AsRefusal());
        }
    }

    public static FluentDoor Fluent(SourceConnection connection, string credential) => new(new Uri(connection.Address), connection.User, credential);

    public static TwentyDoor Twenty(SourceConnection connection, string credential) => new(new Uri(connection.Address), credential);

    private static string Record(Guid connection) => $"support.connection/{connection}";
}
