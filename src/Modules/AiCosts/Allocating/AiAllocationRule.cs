using System.Text.Json.Serialization;
using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Something that happened to a rule that says for whom costs are.</summary>
internal abstract record AiAllocationRuleEvent;

/// <summary>Somebody wrote for whom costs of a kind are, for the first time or otherwise than before; costs of all times follow it.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Place">Rules are tried in ascending order, and the first that fits says it.</param>
/// <param name="Account">Only costs of this account; missing: of any.</param>
/// <param name="Key">Only those of this key, by its id at the provider; empty: of any.</param>
/// <param name="Workspace">Only those of this project or workspace there; empty: of any.</param>
/// <param name="User">Only those of this person, as the provider names them; missing: of anybody.</param>
/// <param name="Model">Only those of this model, with * for any characters; empty: of any.</param>
/// <param name="Shares">For whom, so much for each; what they leave is nobody's yet.</param>
[Event("aicosts.allocation_written")]
internal sealed record AiAllocationWritten(string Name, int Place, Guid? Account, string Key, string Workspace, PersonalText? User, string Model, ValueList<AiShare> Shares) : AiAllocationRuleEvent;

/// <summary>The rule says nothing any more.</summary>
[Event("aicosts.allocation_dropped")]
internal sealed record AiAllocationDropped : AiAllocationRuleEvent;

/// <summary>A share of what a rule takes.</summary>
/// <param name="Client">For a client, which; else missing.</param>
/// <param name="Tag">For a tag, which; else empty.</param>
/// <param name="Share">How many hundredths.</param>
internal sealed record AiShare(Guid? Client, string Tag, Percentage Share)
{
    /// <summary>For whom it is.</summary>
    [JsonIgnore]
    public CostTarget Target => Client is { } client ? new(TargetKind.Client, client.ToString()) : new(TargetKind.Tag, Tag);
}

/// <summary>For whom costs of a kind are.</summary>
internal sealed record AiAllocationRule(string Name, int Place, Guid? Account, string Key, string Workspace, PersonalText? User, string Model, ValueList<AiShare> Shares, bool IsDropped) : IAggregate<AiAllocationRule>
{
    public static string Alias => "aicosts.allocation";

    public static AiAllocationRule Initial { get; } = new("", 0, null, "", "", null, "", [], false);

    /// <summary>Clients, or tags; a rule is about one of them.</summary>
    public TargetKind Kind => Shares.Count > 0 ? Shares[0].Target.Kind : TargetKind.Client;

    public AiAllocationRule Apply(object happened) => happened switch
    {
        AiAllocationWritten e => new(e.Name, e.Place, e.Account, e.Key, e.Workspace, e.User, e.Model, e.Shares, false),
        AiAllocationDropped => this with { User = null, IsDropped = true },
        _ => throw new UnknownEventException(nameof(AiAllocationRule), happened),
    };
}
