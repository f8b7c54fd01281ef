using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>An account at a provider is followed from now on. Its credential is tried before it is kept.</summary>
/// <param name="Provider">Which, by its code in the catalogue.</param>
/// <param name="Name">As people call it; told apart within its provider.</param>
/// <param name="Credential">What opens its reports; never shown again. Left out where the provider tells nothing.</param>
/// <param name="Role">Whether what it reports counts as money.</param>
/// <param name="BaseUrl">Where a server of one's own is; left out for providers that are at one place.</param>
/// <param name="Scope">The organisation or team there, where the provider asks for it.</param>
/// <param name="MonthlyLimit">How much it may cost in a month; left out: nobody says.</param>
/// <param name="EveryMinutes">Read once in so many minutes; left out: 60.</param>
/// <param name="Tags">Words by which costs are told apart.</param>
/// <param name="ReadFrom">The first day, UTC, whose usage is read; left out: the first of the month before this one.</param>
internal sealed record OpenAccount(
    string Provider, string Name, string? Credential = null, AiRole Role = AiRole.Money, string? BaseUrl = null, string? Scope = null, Money? MonthlyLimit = null, int? EveryMinutes = null, IReadOnlyList<string>? Tags = null, DateOnly? ReadFrom = null)
{
    private AiAccountTerms Terms => new(Name, Role, BaseUrl, Scope, MonthlyLimit, EveryMinutes, Tags);

    public override string ToString() => nameof(OpenAccount);

    /// <summary>Checks what was typed.</summary>
    /// <param name="provider">That of the code.</param>
    /// <param name="outgoing">Where calls may lead.</param>
    /// <param name="today">In UTC.</param>
    public Decision<AiAccountEvent> Decide(AiProvider? provider, OutgoingRules outgoing, DateOnly today)
    {
        if (provider is null) return AiAccountNo.ProviderUnknown(Provider);
        if (!AiTerms.Check(Terms, provider, outgoing).TryGet(out var terms, out var refused)) return refused;
        var from = ReadFrom ?? new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        if (from < today.AddYears(-3) || from > today) return AiAccountNo.ReadFromWrong;
        if (Credential is null && provider is { KeyKind: not null, IsKeyOptional: false }) return AiAccountNo.CredentialMissing;
        if (Credential is not null && AiTerms.Against(Credential, provider) is { } wrong) return wrong;
        List<AiAccountEvent> happened = [new AiAccountOpened(provider.Code, terms.Name, terms.Role, terms.Address, terms.Scope, from)];
        if (Credential is { } kept) happened.Add(new AiCredentialKept(SecretHint.Show(kept)));
        if (terms.MonthlyLimit is not null) happened.Add(new AiMonthlyLimitAgreed(terms.MonthlyLimit));
        if (terms.EveryMinutes != AiAccount.UsualMinutes) happened.Add(new AiReadingPaced(terms.EveryMinutes));
        if (terms.Tags.Count > 0) happened.Add(new AiAccountTagged(terms.Tags));
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/ai/accounts", async (OpenAccount command, Session session, AiProviders providers, AiCredentials credentials, OutgoingRules outgoing, CommandEdge edge, CancellationToken stop) =>
        {
            var (id, work) = (session.NewId(), session.Begin());
            work.New<AiAccount>(id);
            if (work.Decide<AiAccount, AiAccountEvent>(id, _ => command.Decide(providers.Find(command.Provider), outgoing, DateOnly.FromDateTime(session.Now.UtcDateTime))) is { } refusal) return edge.Refused(refusal);
            var opened = await work.Load<AiAccount>(id, stop);
            if (command.Credential is { } credential)
            {
                if (await credentials.Try(opened.State, credential, session.Now, stop) is { } refused) return edge.Refused(refused);
                work.Also(credentials.Keep(session.Tenant, id, credential, work.At));
            }
            return await edge.Commit(work, Answer.Of(AiAccountPage.Of(new(id), opened, providers), opened.Version, 201, $"/api/ai/accounts/{id}"), stop);
        })
        .Produces<AiAccountPage>(201).Requires(Permission.ArrangeAiCosts).WithSummary("Open an account at a provider of AI services");
}
