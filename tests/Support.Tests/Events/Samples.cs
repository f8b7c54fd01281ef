using System.Reflection;
using Billing.EventStore;

namespace Billing.Support.Tests;

/// <summary>One of each event. A new event without a sample fails the tests that ask for it.</summary>
internal static class Samples
{
    /// <summary>What events of the module derive from, by name.</summary>
    public static readonly string[] Unions = ["MessageImportEvent", "MessageSortingEvent", "PortalUserEvent", "SourceConnectionEvent", "SupportLedgerEvent", "SupportProjectEvent", "SupportRequestEvent", "SupportSiteEvent", "SupportTermsEvent"];

    private static readonly Guid Client = new("0193e0c0-0000-7000-8000-000000000001");

    private static readonly Guid Guest = new("0193e0c0-0000-7000-8000-000000000021");

    private static readonly Currency Usd = Currency.Parse("USD");

    private static readonly MonthClosed Closed = new(
        Client, new(2026, 11, 1), 1, new(2026, 11, 30), Usd,
        [new(MonthLineKind.Hours, new(2026, 11, 1), Urgency.High, "", new(7), new(250), [new("0193e0c0-0000-7000-8000-000000000011")]), new(MonthLineKind.FreeProject, new(2026, 11, 1), null, "Summer page", new(1), new(-200), [new("0193e0c0-0000-7000-8000-000000000012")])],
        [new(new("0193e0c0-0000-7000-8000-000000000011"), new(2026, 11, 1), Urgency.High, new(7), new(250), new(2.5m))], [new(new("0193e0c0-0000-7000-8000-000000000012"), new(2026, 11, 1), "landing-page", new(200, Usd), true)],
        [new(new(2026, 11, 1), [new(new("0193e0c0-0000-7000-8000-000000000013"), "Acme", HostingState.ProratedStart, 15, new(99, Usd), new(49.5m, Usd), false)], new(49.5m, Usd))]);

    private static readonly Dictionary<Type, object> All = new object[]
    {
        new RequestReported(Client, new(2026, 11, 10), new(8, 47), "General Request", "support", new(Client, "Can you fix the contact form?"), Urgency.High, Effort.Medium, new(0.5m), RequestSource.Sms, "https://acme.example.test", "sms-1", false),
        new RequestGiven(new("0193e0c0-0000-7000-8000-000000000002"), ToldBy.Person), new RequestResolved(new(2026, 11, 11), new(23, 45, 10), ToldBy.Source), new RequestReopened(ToldBy.Source), new RequestTyped("Form Integration", ToldBy.Person),
        new RequestFiled("forms", ToldBy.Person), new RequestDescribed(new(Client, "Mend the form."), ToldBy.Source), new UrgencyJudged(Urgency.Promotion, ToldBy.Person), new EffortJudged(Effort.Large, ToldBy.Person), new HoursEstimated(new(1.75m), ToldBy.Person),
        new RequestLinked("", ToldBy.Person), new RequestFlagged("reopened-after-billing"), new RequestUnflagged(), new RequestArchived(ToldBy.Person), new RequestIgnored(ToldBy.Source), new RequestRestored(ToldBy.Person),
        new RequestBilled("0193e0c0-0000-7000-8000-000000000001/2026-11/1"),
        new CategoryOpened("training", "Training", true), new CategoryRenamed("training", "Courses"), new CategoryChargingChosen("migration", true), new CategoryClosed("scripts"), new CategoryReopened("scripts"),
        new RatesAgreed(Client, new(2026, 11, 1), Usd, new(100), new(120), new(140.5m), new(200)), new RatesWithdrawn(Client, new(2026, 11, 1)),
        new AllowanceAgreed(null, new(2026, 11, 1), new(12.5m), [new("landing-page", 2)], 10), new AllowanceWithdrawn(null, new(2026, 11, 1)), new FreeHoursOrderChosen(FreeHoursOrder.Cheapest),
        new ProjectPlanned(Client, "Summer page", "landing-page", new(200, Usd), new(2026, 11, 10), "project-1"), new ProjectGiven(new("0193e0c0-0000-7000-8000-000000000002"), ToldBy.Person), new ProjectRenamed("Autumn page", ToldBy.Person), new ProjectFiled("website", ToldBy.Source),
        new ProjectPriced(new(300, Usd), ToldBy.Person), new ProjectDated(new(2026, 11, 12), ToldBy.Source), new ProjectReadied(ToldBy.Person), new ProjectHeldBack(ToldBy.Source), new ProjectBilled("0193e0c0-0000-7000-8000-000000000001/2026-11/1"),
        new ProjectInvoiced(new("0193e0c0-0000-7000-8000-000000000003"), "INV-7"), new ProjectPaid(), new ProjectPutBack(ProjectStatus.Ready), new ProjectArchived(ToldBy.Person), new ProjectRestored(),
        new SiteTakenOn(Client, "Acme", "https://acme.example.test", new(2026, 10, 16), new(99, Usd), "site-1"), new SiteGiven(new("0193e0c0-0000-7000-8000-000000000002"), ToldBy.Person), new SiteRenamed("Acme north", ToldBy.Person), new SiteMoved("", ToldBy.Source),
        new HostingStarted(new(2026, 10, 1), ToldBy.Person), new HostingEnded(new(2026, 12, 31), ToldBy.Source), new HostingFeeAgreed(new(2026, 11, 1), new(0, Usd), ToldBy.Person), new SiteArchived(ToldBy.Person), new SiteRestored(),
        Closed, new LedgerTakenOver([Closed]),
        new MessagesImported("messages.csv", 12, 3, 40, 1), new MessageImportUndone(11, 1), new RequestsImported("requests.csv", 12, 3, 1), new MessageWordsChosen(MessageList.Urgent, ["asap", "urgent*"]),
        new MessageKindsChosen([new("Form Removal", "forms", Effort.Small, ["remove … form|forms"])], new("General Request", "support", Effort.Medium, [])),
        new SourceConnected(SourceKind.Fluent, "Desk", "https://desk.example.test", "maren"), new SourceRenamed("Desk north"), new SourceMoved("https://desk-2.example.test", "maren"), new SourceCredentialKept("…9f3a"), new SourceShut("source-not-an-agent"),
        new SourceScopeChosen(new(1, "", "", "America/New_York")), new SourceMeaningsAgreed(new(Client, [new("31", Client)], [new("print shop", "website")], [new("blocker", Urgency.High)])), new SourcePaced(60), new SourceNudgingAgreed(), new SourcePaused(),
        new SourceResumed(), new SourceDisconnected(),
        new PortalUserInvited(Client, new(Guest, "Dora Example"), new(Guest, "dora@acme.example.test"), true), new PortalUserInvitedAgain(), new PortalInvoicesShown(), new PortalInvoicesHidden(), new PortalUserEntered(), new PortalUserLeft(),
        new PortalUserWithdrawn(PortalWithdrawal.ClientMerged), new PortalUserForgotten(),
    }.ToDictionary(sample => sample.GetType());

    /// <summary>What stands in Data/events, by file name.</summary>
    public static IReadOnlyDictionary<string, object> Pinned { get; } = new Dictionary<string, object>(All.Values.Select(sample => KeyValuePair.Create(sample.GetType().GetCustomAttribute<EventAttribute>()!.Alias, sample)))
    {
        ["support.hosting_ended.open"] = new HostingEnded(null, ToldBy.Person),
        ["support.project_archived.unsaid"] = new ProjectArchived(),
        ["support.site_archived.unsaid"] = new SiteArchived(),
        ["support.project_dated.none"] = new ProjectDated(null, ToldBy.Person),
        ["support.project_invoiced.elsewhere"] = new ProjectInvoiced(null, ""),
        ["support.source_connected.twenty"] = new SourceConnected(SourceKind.Twenty, "CRM", "https://crm.example.test", ""),
        ["support.source_scope_chosen.twenty"] = new SourceScopeChosen(new(null, "projects", "websiteProperties", "Europe/Berlin")),
        ["support.source_meanings_agreed.none"] = new SourceMeaningsAgreed(SourceMeanings.None),
        ["support.rates_agreed.all"] = new RatesAgreed(null, new(2026, 11, 1), Usd, new(100), new(120), new(140.5m), new(200)),
    };

    public static object Of(Type happened) => All.TryGetValue(happened, out var sample) ? sample : throw new InvalidOperationException($"{happened.Name} has no sample here.");
}
