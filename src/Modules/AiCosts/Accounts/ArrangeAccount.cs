using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>An account is to be like this from now on.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Credential">Another one; left out: the one that is kept, where address and scope stay.</param>
/// <param name="Role">Whether what it reports counts as money.</param>
/// <param name="BaseUrl">Where a server of one's own is.</param>
/// <param name="Scope">The organisation or team there, where the provider asks for it.</param>
/// <param name="MonthlyLimit">How much it may cost in a month; left out: nobody says.</param>
/// <param name="EveryMinutes">Read once in so many minutes; left out: 60.</param>
/// <param name="Tags">Words by which costs are told apart; left out: none.</param>
/// <param name="Active">False: it is not read until somebody says so.</param>
internal sealed record ArrangeAccount(
    string Name, string? Credential = null, AiRole Role = AiRole.Money, string? BaseUrl = null, string? Scope = null, Money? MonthlyLimit = null, int? EveryMinutes = null, IReadOnlyList<string>? Tags = null, bool Active = true)
{
    public override string ToString() => nameof(ArrangeAccount); // never the credential

    /// <summary>Checks what was typed. A credential for one door is not carried to another.</summary>
    public Decision<AiAccountEvent> Decide(AiAccount now, AiProvider provider, OutgoingRules outgoing)
    {
        if (now.IsArchived) return AiAccountNo.Archived;
        if (!AiTerms.Check(new(Name, Role, BaseUrl, Scope, MonthlyLimit, EveryMinutes, Tags), provider, outgoing).TryGet(out var terms, out var refused)) return refused;
        if (Credential is not null && AiTerms.Against(Credential, provider) is { } wrong) return wrong;
        var moved = (terms.Address, terms.Scope) != (now.Address, now.Scope);
        if (moved && Credential is null) return AiAccountNo.CredentialMissing;
        List<AiAccountEvent> happened = [];
        if (terms.Name != now.Name) happened.Add(new AiAccountRenamed(terms.Name));
        if (terms.Role != now.Role) happened.Add(new AiAccountRoleChosen(terms.Role));
        if (moved) happened.Add(new AiAccountMoved(terms.Address, terms.Scope));
        if (Credential is not null) happened.Add(new AiCredentialKept(SecretHint.Show(Credential)));
        if (terms.MonthlyLimit != now.MonthlyLimit) happened.Add(new AiMonthlyLimitAgreed(terms.MonthlyLimit));
        if (terms.EveryMinutes != now.EveryMinutes) happened.Add(new AiReadingPaced(terms.EveryMinutes));
        if (!terms.Tags.Equals(now.Tags)) happened.Add(new AiAccountTagged(terms.Tags));
        if (Active == now.IsPaused) happened.Add(Active ? new AiAccountResumed() : new AiAccountPaused());
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/ai/accounts/{id}", async (AiAccountId id, ArrangeAccount command, Session session, AiProviders providers, AiCredentials credentials, OutgoingRules outgoing, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            var before = await work.Load<AiAccount>(id.Value, stop, fresh: true);
            if (!before.Exists) return Problems.NotFound;
            if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict(AiAccountPage.Of(id, before, providers));
            if (work.Decide<AiAccount, AiAccountEvent>(id.Value, now => command.Decide(now, providers.Find(now.Provider)!, outgoing)) is { } refusal) return edge.Refused(refusal);
            var after = await work.Load<AiAccount>(id.Value, stop);
            if (command.Credential is { } credential)
            {
                if (await credentials.Try(after.State, credential, session.Now, stop) is { } refused) return edge.Refused(refused);
                work.Also(credentials.Keep(session.Tenant, id.Value, credential, work.At));
            }
            return await edge.Commit(work, Answer.Of(AiAccountPage.Of(id, after, providers), after.Version), stop);
        })
        .Produces<AiAccountPage>().Requires(Permission.ArrangeAiCosts).WithSummary("Arrange an account at a provider of AI services; another address asks for the credential again");
}
