using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Credentials of accounts: sealed for each, opened for the calls that need them, and tried before they are kept.</summary>
internal sealed class AiCredentials(EventStore.EventStore store, AiProviders providers)
{
    private const string Field = "credential";

    /// <summary>What keeps one, in the transaction that says so.</summary>
    public Statement Keep(TenantId tenant, Guid account, string credential, DateTimeOffset at) => store.Secrets.Put(tenant, Record(account), Field, credential, at);

    /// <summary>What drops it.</summary>
    public static Statement Drop(Guid account) => Secrets.Drop(Record(account));

    /// <summary>Where an account is asked, as whom; null where its credential is not kept here, as after an organisation has moved.</summary>
    public async Task<AiConnection?> Open(TenantId tenant, Guid id, AiAccount account, CancellationToken stop) =>
        await store.Secrets.Open(tenant, Record(id), Field, stop) is { } credential ? To(account, credential) : null;

    /// <summary>Asks the provider whether a credential opens the reports; the refusal when it does not.</summary>
    public async Task<Refusal?> Try(AiAccount account, string credential, DateTimeOffset now, CancellationToken stop)
    {
        if (providers.Reader(account.Provider) is not { } reader) return null;
        try
        {
            await reader.Verify(To(account, credential), now, stop);
            return null;
        }
        catch (AiReadStopped stopped)
        {
            return stopped.AsRefusal(reader.Provider);
        }
    }

    private AiConnection To(AiAccount account, string credential) => new(account.Address.Length > 0 ? new Uri(account.Address) : providers.Find(account.Provider)!.Address!, credential, account.Scope);

    private static string Record(Guid account) => $"aicosts.account/{account}";
}
