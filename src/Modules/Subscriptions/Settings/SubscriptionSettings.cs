using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>Something that happened to an organisation's settings of subscriptions.</summary>
internal abstract record SubscriptionSettingsEvent;

/// <summary>How parts of a period are counted from now on; what was billed stays.</summary>
/// <param name="Rule">In which unit, and whose the day of a change is.</param>
[Event("subscriptions.proration_agreed")]
internal sealed record ProrationAgreed(ProrationRule Rule) : SubscriptionSettingsEvent;

/// <summary>How far invoices of subscriptions go by themselves from now on.</summary>
/// <param name="Invoices">They stay drafts, are issued, or are mailed, too.</param>
[Event("subscriptions.invoices_arranged")]
internal sealed record InvoicesArranged(InvoiceOutcome Invoices) : SubscriptionSettingsEvent;

/// <summary>What is done about payments that fail from now on; retries that are planned stay.</summary>
/// <param name="Plan">When it is tried again, and what comes behind that.</param>
[Event("subscriptions.dunning_arranged")]
internal sealed record DunningArranged(DunningPlan Plan) : SubscriptionSettingsEvent;

/// <summary>How far back a subscription may begin from now on without being told that it is backdated.</summary>
/// <param name="Periods">So many of its plan's periods.</param>
[Event("subscriptions.backdating_agreed")]
internal sealed record BackdatingAgreed(int Periods) : SubscriptionSettingsEvent;

/// <summary>Who bills clients from now on.</summary>
/// <param name="Way">We, or Stripe.</param>
[Event("subscriptions.billing_way_chosen")]
internal sealed record BillingWayChosen(BillingWay Way) : SubscriptionSettingsEvent;

/// <summary>Who bills the clients of an organisation.</summary>
internal enum BillingWay
{
    /// <summary>We write the invoices, and a provider takes the money.</summary>
    WeBill,

    /// <summary>Stripe bills its own subscriptions; they and their invoices are shown here as they stand there.</summary>
    StripeBills,
}

/// <summary>What clients may do by themselves from now on, by a portal link.</summary>
/// <param name="Terms">Which plans they may change to, and how they may cancel.</param>
[Event("subscriptions.portal_arranged")]
internal sealed record PortalArranged(PortalTerms Terms) : SubscriptionSettingsEvent;

/// <summary>What holds for all subscriptions of an organisation.</summary>
internal sealed record SubscriptionSettings(ProrationRule Proration, InvoiceOutcome Invoices) : IAggregate<SubscriptionSettings>
{
    /// <summary>So many periods back a subscription may begin, unless settings say otherwise.</summary>
    public const int UsuallyBack = 1;

    public static string Alias => "subscriptions.settings";

    /// <summary>So many periods back a subscription may begin without being told that it is backdated.</summary>
    public int PeriodsBack { get; init; } = UsuallyBack;

    /// <summary>The stream of each organisation's.</summary>
    public static readonly Guid Id = new("3f7d9e58-2a53-8c0f-9a54-6a4f0c1f7e21");

    public static SubscriptionSettings Initial { get; } = new(ProrationRule.Usual, InvoiceOutcome.Issue);

    /// <summary>What is done about payments that fail.</summary>
    public DunningPlan Dunning { get; init; } = DunningPlan.Usual;

    /// <summary>Who bills.</summary>
    public BillingWay Way { get; init; }

    /// <summary>Whether Stripe ever billed: what was taken over then is followed until it is settled, whoever bills now.</summary>
    public bool HasMirrored { get; init; }

    /// <summary>Whether Stripe bills, and we only show it.</summary>
    public bool StripeBills => Way == BillingWay.StripeBills;

    /// <summary>What clients may do by themselves.</summary>
    public PortalTerms Portal { get; init; } = PortalTerms.Usual;

    public SubscriptionSettings Apply(object happened) => happened switch
    {
        ProrationAgreed e => this with { Proration = e.Rule },
        InvoicesArranged e => this with { Invoices = e.Invoices },
        DunningArranged e => this with { Dunning = e.Plan },
        BillingWayChosen e => this with { Way = e.Way, HasMirrored = HasMirrored || e.Way == BillingWay.StripeBills },
        PortalArranged e => this with { Portal = e.Terms },
        BackdatingAgreed e => this with { PeriodsBack = e.Periods },
        _ => throw new UnknownEventException(nameof(SubscriptionSettings), happened),
    };
}

/// <summary>An organisation arranges how its subscriptions are billed; what is left out stays.</summary>
/// <param name="Unit">In what parts of a period are counted.</param>
/// <param name="ChangeDay">Which plan the day of a change belongs to.</param>
/// <param name="Invoices">How far invoices go by themselves.</param>
/// <param name="RetryDays">So many days after the first failure a payment is tried again; ascending, none for never.</param>
/// <param name="AfterRetries">What becomes of a subscription behind the last of them.</param>
/// <param name="PastDueHasAccess">Whether a client may use meanwhile what the plan gives.</param>
/// <param name="MailsClients">Whether the client gets a mail when a payment fails.</param>
/// <param name="PeriodsBack">How many periods back a subscription may begin without being backdated, 0 to 120.</param>
/// <param name="BillingWay">Who bills; not to be chosen while subscriptions of the other way go on.</param>
/// <param name="PortalPlans">The codes of the plans that clients may change to by themselves; none for no change.</param>
/// <param name="PortalCancel">How clients may cancel by themselves.</param>
internal sealed record ArrangeSubscriptions(
    ProrationUnit? Unit = null, ChangeDay? ChangeDay = null, InvoiceOutcome? Invoices = null, IReadOnlyList<int>? RetryDays = null, DunningEnd? AfterRetries = null, bool? PastDueHasAccess = null, bool? MailsClients = null, int? PeriodsBack = null,
    BillingWay? BillingWay = null, IReadOnlyList<string>? PortalPlans = null, PortalCancel? PortalCancel = null)
{
    private const int Tries = 20;

    /// <param name="settings">As they stand.</param>
    /// <param name="ground">What choosing who bills depends on; null where nobody chooses.</param>
    public Decision<SubscriptionSettingsEvent> Decide(SubscriptionSettings settings, BillingWayGround? ground = null)
    {
        if (PeriodsBack is < 0 or > 120) return new Refusal("bad-periods-back", "A subscription begins 0 to 120 periods back. Enter another number.");
        List<SubscriptionSettingsEvent> happened = [];
        var rule = new ProrationRule(Unit ?? settings.Proration.Unit, ChangeDay ?? settings.Proration.ChangeDay);
        if (rule != settings.Proration) happened.Add(new ProrationAgreed(rule));
        if (Invoices is { } goes && goes != settings.Invoices) happened.Add(new InvoicesArranged(goes));
        var dunning = new DunningPlan(RetryDays?.ToValueList() ?? settings.Dunning.RetryDays, AfterRetries ?? settings.Dunning.Then, PastDueHasAccess ?? settings.Dunning.PastDueHasAccess, MailsClients ?? settings.Dunning.MailsClients);
        if (dunning.Fault() is { } fault) return fault;
        if (dunning != settings.Dunning) happened.Add(new DunningArranged(dunning));
        var portal = new PortalTerms(PortalPlans?.Distinct().ToValueList() ?? settings.Portal.Plans, PortalCancel ?? settings.Portal.Cancel);
        if (portal.Fault() is { } wrong) return wrong;
        if (portal != settings.Portal) happened.Add(new PortalArranged(portal));
        if (PeriodsBack is { } back && back != settings.PeriodsBack) happened.Add(new BackdatingAgreed(back));
        if (BillingWay is { } way && way != settings.Way)
        {
            if (ground?.Refused(way) is { } otherWay) return otherWay;
            happened.Add(new BillingWayChosen(way));
        }
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/subscription-settings", async (Streams<SubscriptionSettings> settings, CancellationToken stop) => await settings.Load(SubscriptionSettings.Id, stop) is var now ? Answer.Of(View(now), now.Version) : (IResult)Problems.NotFound)
            .Produces<SubscriptionSettingsPage>().Requires(Permission.SeeSubscriptions).WithSummary("How subscriptions are billed");
        app.MapPut("/api/subscription-settings", (ArrangeSubscriptions command, Session session, CommandEdge edge, StripeConnections connections, CancellationToken stop) => command.Run(session, edge, connections, stop))
            .Produces<SubscriptionSettingsPage>().Requires(Permission.ArrangeSubscriptions).WithSummary("Arrange how subscriptions are billed");
    }

    private async Task<IResult> Run(Session session, CommandEdge edge, StripeConnections connections, CancellationToken stop)
    {
        using var turn = await session.Turn(SubscriptionSettings.Id, stop);
        for (var tries = 1; ; tries++)
        {
            var work = session.Begin();
            var before = await work.Load<SubscriptionSettings>(SubscriptionSettings.Id, stop, fresh: true);
            if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict(View(before));
            var ground = BillingWay is null ? null : await BillingWayGround.Of(session, connections, stop);
            if (work.Decide<SubscriptionSettings, SubscriptionSettingsEvent>(SubscriptionSettings.Id, settings => Decide(settings, ground)) is { } refused) return edge.Refused(refused);
            var now = await work.Load<SubscriptionSettings>(SubscriptionSettings.Id, stop);
            if (now.State.Way != before.State.Way)
            {
                BillingWayGround.Turns(work, now.State.Way);
                if (now.State.StripeBills) work.Send(MirrorAll.Message, new MirrorAll()); // what it bills already
            }
            var answer = Answer.Of(View(now), now.Version);
            try
            {
                await work.Commit(edge.Remember(answer));
                return edge.Kept(answer);
            }
            catch (ConcurrencyException) when (tries < Tries)
            {
                // decided anew on what is there now
            }
        }
    }

    private static SubscriptionSettingsPage View(Versioned<SubscriptionSettings> now) => new(
        now.State.Proration.Unit, now.State.Proration.ChangeDay, now.State.Invoices, now.State.Dunning.RetryDays, now.State.Dunning.Then, now.State.Dunning.PastDueHasAccess, now.State.Dunning.MailsClients, now.State.PeriodsBack,
        now.State.Way, now.State.Portal.Plans, now.State.Portal.Cancel, now.Version);
}

/// <summary>What holds for all subscriptions.</summary>
/// <param name="Unit">In what parts of a period are counted.</param>
/// <param name="ChangeDay">Which plan the day of a change belongs to.</param>
/// <param name="Invoices">How far invoices go by themselves.</param>
/// <param name="RetryDays">So many days after the first failure a payment is tried again.</param>
/// <param name="AfterRetries">What becomes of a subscription behind the last of them.</param>
/// <param name="PastDueHasAccess">Whether a client may use meanwhile what the plan gives.</param>
/// <param name="MailsClients">Whether the client gets a mail when a payment fails.</param>
/// <param name="PeriodsBack">How many periods back a subscription may begin without being backdated.</param>
/// <param name="BillingWay">Who bills.</param>
/// <param name="PortalPlans">The codes of the plans that clients may change to by themselves.</param>
/// <param name="PortalCancel">How clients may cancel by themselves.</param>
internal sealed record SubscriptionSettingsPage(
    ProrationUnit Unit, ChangeDay ChangeDay, InvoiceOutcome Invoices, IReadOnlyList<int> RetryDays, DunningEnd AfterRetries, bool PastDueHasAccess, bool MailsClients, int PeriodsBack,
    BillingWay BillingWay, IReadOnlyList<string> PortalPlans, PortalCancel PortalCancel, long Version);
