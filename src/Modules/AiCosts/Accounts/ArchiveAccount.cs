using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>An account is followed no longer. Its credential is dropped; what was read of it stays.</summary>
internal static class ArchiveAccount
{
    public static Decision<AiAccountEvent> Decide(AiAccount now) => now.IsArchived ? Decision.Nothing : new AiAccountArchived();

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/ai/accounts/{id}/archive", Archive).Produces<AiAccountPage>().Requires(Permission.ArrangeAiCosts).WithSummary("Archive an account at a provider of AI services; what was read of it stays");

        // What somebody deletes is archived all the same: costs that were read are costs.
        app.MapDelete("/api/ai/accounts/{id}", Archive).Produces<AiAccountPage>().Requires(Permission.ArrangeAiCosts).WithSummary("Archive an account at a provider of AI services, as deleting does");

        app.MapPost("/api/ai/accounts/{id}/test", async (AiAccountId id, Session session, Streams<AiAccount> accounts, AiCredentials credentials, CommandEdge edge, CancellationToken stop) =>
        {
            var account = await accounts.Load(id.Value, stop);
            if (!account.Exists) return (IResult)Problems.NotFound;
            if (account.State.IsArchived) return edge.Refused(AiAccountNo.Archived);
            if (account.State.Credential == AiCredentialState.None || await credentials.Open(session.Tenant, id.Value, account.State, stop) is not { } connection) return edge.Refused(AiAccountNo.NothingToAsk);
            return await credentials.Try(account.State, connection.Key, session.Now, stop) is { } refusal ? edge.Refused(refusal) : TypedResults.NoContent();
        })
        .Requires(Permission.ArrangeAiCosts).WithSummary("Try whether the provider takes the credential of an account");
    }

    private static async Task<IResult> Archive(AiAccountId id, Session session, AiProviders providers, CommandEdge edge, CancellationToken stop)
    {
        var work = session.Begin();
        if (await work.Load<AiAccount>(id.Value, stop, fresh: true) is { Exists: false }) return Problems.NotFound;
        work.Decide<AiAccount, AiAccountEvent>(id.Value, Decide);
        work.Also(AiCredentials.Drop(id.Value));
        var after = await work.Load<AiAccount>(id.Value, stop);
        return await edge.Commit(work, Answer.Of(AiAccountPage.Of(id, after, providers), after.Version), stop);
    }
}
