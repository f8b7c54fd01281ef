using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>For whom a share of costs is: a client or a tag.</summary>
/// <param name="Share">How many hundredths.</param>
/// <param name="ClientId">For a client, which.</param>
/// <param name="Tag">For a tag, which.</param>
internal sealed record AllocatedShare(Percentage Share, Guid? ClientId = null, string? Tag = null);

/// <summary>Costs that fit are for these clients, or for these tags. What is left out fits anything.</summary>
/// <param name="Name">As people call the rule.</param>
/// <param name="Shares">So much for each, together at most 100 %; what they leave is nobody's yet, and stays visible.</param>
/// <param name="Place">Rules are tried in ascending order, and the first that fits says it; those about clients and those about tags are tried apart.</param>
/// <param name="AccountId">Only costs of this account.</param>
/// <param name="Key">Only those of this key, by its id at the provider.</param>
/// <param name="Workspace">Only those of this project or workspace there.</param>
/// <param name="User">Only those of this person, as the provider names them.</param>
/// <param name="Model">Only those of this model: a name, with * for any characters.</param>
internal sealed record WriteAllocation(string Name, IReadOnlyList<AllocatedShare> Shares, int Place = 100, AiAccountId? AccountId = null, string? Key = null, string? Workspace = null, string? User = null, string? Model = null)
{
    private const int MostPlaces = 10_000;
    private const int LongestText = 200;
    private const int LongestTag = 50;
    private const int MostShares = 100;

    public override string ToString() => nameof(WriteAllocation); // it may name a person

    /// <summary>Checks what was typed.</summary>
    /// <param name="account">The one that is named, if there is such a one.</param>
    /// <param name="clients">Of those that are named, the ones there are.</param>
    /// <param name="subject">Under which the words about a person are kept, where they are new.</param>
    public Decision<AiAllocationRuleEvent> Decide(AiAllocationRule now, AiAccount? account, IReadOnlySet<Guid> clients, Guid subject)
    {
        if (now.IsDropped) return AiAllocationNo.Dropped;
        if (!PlainText.Name(Name, "A rule", 100).TryGet(out var name, out var refused)) return refused;
        if (Place is < 0 or > MostPlaces) return AiAllocationNo.PlaceWrong;
        if (AccountId is not null && account is null) return AiAllocationNo.AccountUnknown;
        var (key, workspace, user, model) = (PlainText.Line(Key, LongestText + 1), PlainText.Line(Workspace, LongestText + 1), PlainText.Line(User, LongestText + 1), PlainText.Line(Model, LongestText + 1));
        if (new[] { key, workspace, user, model }.Any(text => text.Length > LongestText)) return AiAllocationNo.TextTooLong;
        if (model.Length > 0 && ModelPattern.Read(model).Refusal is { } unclear) return unclear;
        if (Shares.Count > MostShares || Shares.Any(share => (share.ClientId is null) == (PlainText.Line(share.Tag, LongestTag + 1) is not { Length: > 0 and <= LongestTag })) || Shares.Select(share => share.ClientId is null).Distinct().Count() > 1) return AiAllocationNo.SharesUnclear;
        if (Shares.Any(share => share.ClientId is { } client && !clients.Contains(client))) return AiAllocationNo.ClientUnknown;
        ValueList<AiShare> shares = [.. Shares.Select(share => new AiShare(share.ClientId, share.ClientId is null ? PlainText.Line(share.Tag, LongestTag) : "", share.Share))];
        if (new AllocationRule("", new CostMatch(), [.. shares.Select(share => new CostShare(share.Target, share.Share))]).Checked().Refusal is { } wrong) return wrong;
        var person = user.Length == 0 ? null : now.User is { } before && before.Text == user ? before : new PersonalText(subject, user);
        var after = new AiAllocationRule(name, Place, AccountId?.Value, key, workspace, person, model, shares, false);
        return after == now ? Decision.Nothing : new AiAllocationWritten(after.Name, after.Place, after.Account, after.Key, after.Workspace, after.User, after.Model, after.Shares);
    }

    /// <summary>The rule says nothing any more.</summary>
    public static Decision<AiAllocationRuleEvent> Drop(AiAllocationRule now) => now.IsDropped ? Decision.Nothing : new AiAllocationDropped();

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/ai/allocation-rules", async (WriteAllocation command, Session session, IInvoicing invoicing, CommandEdge edge, CancellationToken stop) =>
        {
            var (id, work) = (session.NewId(), session.Begin());
            work.New<AiAllocationRule>(id);
            return await command.Write(new(id), work, invoicing, edge, 201, stop);
        })
        .Produces<AiAllocationPage>(201).Requires(Permission.ArrangeAiCosts).WithSummary("Write a rule that says for which clients or tags costs of AI services are");

        app.MapPut("/api/ai/allocation-rules/{id}", async (AiAllocationId id, WriteAllocation command, Session session, IInvoicing invoicing, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            var before = await work.Load<AiAllocationRule>(id.Value, stop, fresh: true);
            if (!before.Exists) return (IResult)Problems.NotFound;
            if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict();
            return await command.Write(id, work, invoicing, edge, 200, stop);
        })
        .Produces<AiAllocationPage>().Requires(Permission.ArrangeAiCosts).WithSummary("Write a rule of allocation anew; costs of all times follow it, and what was charged stays until the month is billed again");

        app.MapDelete("/api/ai/allocation-rules/{id}", async (AiAllocationId id, Session session, CancellationToken stop) =>
        {
            var work = session.Begin();
            if (await work.Load<AiAllocationRule>(id.Value, stop, fresh: true) is not { Exists: true } before) return (IResult)Problems.NotFound;
            work.Decide<AiAllocationRule, AiAllocationRuleEvent>(id.Value, Drop);
            if (!work.IsEmpty && before.State.User is { } user) work.Forget(user.Subject);
            if (!work.IsEmpty) AiBudgetLooks.Ask(work); // at budgets of clients
            await work.Commit();
            return TypedResults.NoContent();
        })
        .Requires(Permission.ArrangeAiCosts).WithSummary("Drop a rule of allocation");
    }

    private async Task<IResult> Write(AiAllocationId id, Work work, IInvoicing invoicing, CommandEdge edge, int status, CancellationToken stop)
    {
        var session = work.Session;
        var account = AccountId is { } named && await session.Streams<AiAccount>().Load(named.Value, stop) is { Exists: true } known ? known.State : null;
        var clients = new HashSet<Guid>();
        foreach (var client in Shares.Select(share => share.ClientId).OfType<Guid>().Distinct().Take(MostShares))
            if (await invoicing.Client(session, client, stop) is not null) clients.Add(client);
        var before = (await work.Load<AiAllocationRule>(id.Value, stop)).State.User;
        // Who was forgotten is named by the stand-in, as records name them.
        var rule = User is null ? this : this with { User = (await AiForgotten.Of(session, stop)).Shown(PlainText.Line(User, LongestText + 1)) };
        if (work.Decide<AiAllocationRule, AiAllocationRuleEvent>(id.Value, now => rule.Decide(now, account, clients, session.NewId())) is { } refusal) return edge.Refused(refusal);
        if (!work.IsEmpty) AiBudgetLooks.Ask(work); // at budgets of clients
        var after = await work.Load<AiAllocationRule>(id.Value, stop);
        // Whom the rule was about before is nobody's business any more.
        if (before is not null && after.State.User?.Subject != before.Subject) work.Forget(before.Subject);
        return await edge.Commit(work, Answer.Of(AiAllocationPage.Of(id, after), after.Version, status, status == 201 ? $"/api/ai/allocation-rules/{id}" : null), stop);
    }
}

/// <summary>A rule that says for whom costs are.</summary>
/// <param name="Place">Rules are tried in ascending order.</param>
/// <param name="Key">Null: of any key.</param>
/// <param name="Workspace">Null: of any project or workspace.</param>
/// <param name="User">Null: of anybody.</param>
/// <param name="Model">Null: of any model.</param>
internal sealed record AiAllocationPage(AiAllocationId Id, string Name, int Place, AiAccountId? AccountId, string? Key, string? Workspace, string? User, string? Model, IReadOnlyList<AllocatedShare> Shares, long Version)
{
    public override string ToString() => $"{nameof(AiAllocationPage)} {Id}";

    public static AiAllocationPage Of(AiAllocationId id, Versioned<AiAllocationRule> rule)
    {
        static string? Some(string text) => text.Length > 0 ? text : null;
        var now = rule.State;
        return new AiAllocationPage(
            id, now.Name, now.Place, now.Account is { } account ? new AiAccountId(account) : null, Some(now.Key), Some(now.Workspace), now.User?.Shown, Some(now.Model), [.. now.Shares.Select(share => new AllocatedShare(share.Share, share.Client, Some(share.Tag)))], rule.Version);
    }
}

/// <summary>Why a rule cannot be.</summary>
internal static class AiAllocationNo
{
    public static readonly Refusal Dropped = new("ai-allocation-dropped", "This rule was dropped. Write another one.");
    public static readonly Refusal PlaceWrong = new("ai-allocation-place-wrong", "The place of a rule is a number from 0 to 10000.");
    public static readonly Refusal AccountUnknown = new("ai-allocation-account-unknown", "There is no such account. Choose another one, or leave it out.");
    public static readonly Refusal ClientUnknown = new("ai-allocation-client-unknown", "There is no such client. Choose another one, or add it.");
    public static readonly Refusal TextTooLong = new("ai-allocation-text-long", "A key, a workspace, a person or a model has at most 200 characters.");
    public static readonly Refusal SharesUnclear = new("ai-allocation-shares-unclear", "A rule has at most 100 shares, and each names one client or one tag of at most 50 characters; a rule is about clients or about tags, not about both. Write two rules.");
}
