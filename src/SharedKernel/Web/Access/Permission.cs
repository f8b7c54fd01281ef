namespace Billing.Web;

/// <summary>Something that one may or may not do. An endpoint names the one it needs; the table of roles and the scopes of API keys are made of these.</summary>
/// <param name="Name">Stable: module, dot, what; the scope of an API key.</param>
/// <param name="Least">The lowest role that may.</param>
/// <param name="Meaning">For people who give out roles and keys.</param>
public sealed record Permission(string Name, Role Least, string Meaning)
{
    /// <summary>See facilities, their records and what was done.</summary>
    public static Permission SeeFacilities { get; } = new("facilities.see", Role.Viewer, "See facilities, billing records and their history, and export them.");

    /// <summary>Save, change and withdraw billing records.</summary>
    public static Permission BillFacilities { get; } = new("facilities.bill", Role.Member, "Enter, change and withdraw billing records.");

    /// <summary>Arrange groups, facilities, schedules and statuses; import.</summary>
    public static Permission ArrangeFacilities { get; } = new("facilities.arrange", Role.Manager, "Arrange groups, facilities, schedules, statuses and settings; import and undo imports.");

    /// <summary>See clients, charges, invoices, payments.</summary>
    public static Permission SeeInvoicing { get; } = new("invoicing.see", Role.Viewer, "See clients, charges, invoices and payments, and export them.");

    /// <summary>Clients, charges, drafts; issue and send.</summary>
    public static Permission BillClients { get; } = new("invoicing.bill", Role.Member, "Keep clients and charges, write, issue and send invoices.");

    /// <summary>Record payments, refunds and credit notes.</summary>
    public static Permission RecordPayments { get; } = new("invoicing.payments", Role.Member, "Record payments and refunds, and write credit notes.");

    /// <summary>Void, write off, take a payment back, forget a client.</summary>
    public static Permission CorrectInvoicing { get; } = new("invoicing.correct", Role.Manager, "Void invoices, write them off, take payments back, forget clients.");

    /// <summary>Settings, numbers, taxes, billing runs.</summary>
    public static Permission ArrangeInvoicing { get; } = new("invoicing.arrange", Role.Manager, "Arrange how invoices are numbered, taxed and printed; make billing runs; import clients.");

    /// <summary>See meters, usage, prices, wallets and coupons.</summary>
    public static Permission SeeUsage { get; } = new("usage.see", Role.Viewer, "See meters, usage, plans, bills, wallets and coupons, and calculate prices.");

    /// <summary>Send usage in, and correct it.</summary>
    public static Permission RecordUsage { get; } = new("usage.record", Role.Member, "Send usage events, and amend or withdraw them.");

    /// <summary>Meters, plans, bills, limits, back-fills, wallets, coupons.</summary>
    public static Permission ArrangeUsage { get; } = new("usage.arrange", Role.Manager, "Arrange meters, plans, limits and back-fills; bill usage; give clients wallets and coupons.");

    /// <summary>See plans, subscriptions, and what they come to.</summary>
    public static Permission SeeSubscriptions { get; } = new("subscriptions.see", Role.Viewer, "See plans, subscriptions, their history, and what they come to.");

    /// <summary>Start, change, pause and cancel subscriptions; cards and what is collected from them.</summary>
    public static Permission KeepSubscriptions { get; } = new("subscriptions.keep", Role.Member, "Start, change, pause, resume and cancel subscriptions; keep clients' cards, try and stop collecting.");

    /// <summary>Plans, and how subscriptions are billed.</summary>
    public static Permission ArrangeSubscriptions { get; } = new("subscriptions.arrange", Role.Manager, "Offer, revise and archive plans; arrange how subscriptions are billed.");

    /// <summary>See what AI services cost, and the accounts at their providers.</summary>
    public static Permission SeeAiCosts { get; } = new("aicosts.see", Role.Viewer, "See accounts at providers of AI services, what they used and what that costs.");

    /// <summary>Tell of calls, and write down usage by hand.</summary>
    public static Permission RecordAiCosts { get; } = new("aicosts.record", Role.Member, "Tell of calls of AI services, write down their usage by hand and import it.");

    /// <summary>Accounts, credentials, prices.</summary>
    public static Permission ArrangeAiCosts { get; } = new("aicosts.arrange", Role.Manager, "Arrange accounts at providers of AI services with their credentials, read them, forget people they tell of, and keep the price book, budgets, allocation and re-billing.");

    /// <summary>See support requests, projects, sites and what they come to.</summary>
    public static Permission SeeSupport { get; } = new("support.see", Role.Viewer, "See support requests, projects, hosted sites and what a month comes to, and export them.");

    /// <summary>Requests, projects, sites.</summary>
    public static Permission KeepSupport { get; } = new("support.keep", Role.Member, "Write down, change and archive support requests, projects and hosted sites; import requests.");

    /// <summary>Rates, free allowances, categories; close months.</summary>
    public static Permission ArrangeSupport { get; } = new("support.arrange", Role.Manager, "Arrange rates, free allowances, categories and connections of support; close months.");

    /// <summary>Save reports, have them mailed.</summary>
    public static Permission KeepReports { get; } = new("reports.keep", Role.Member, "Save reports under a name, and have them sent by mail.");

    /// <summary>See projections, messages and health in detail.</summary>
    public static Permission SeeOperations { get; } = new("operations.see", Role.Admin, "See how the product itself does: projections, dead letters.");

    /// <summary>Try dead letters again.</summary>
    public static Permission MendOperations { get; } = new("operations.mend", Role.Admin, "Try again what could not be handled.");

    /// <summary>See the organisation and who belongs to it.</summary>
    public static Permission SeeOrganisation { get; } = new("organisation.see", Role.Viewer, "See the organisation's name, address and settings.");

    /// <summary>Change name, address, currency, time zone, logo and rules of signing in.</summary>
    public static Permission ArrangeOrganisation { get; } = new("organisation.arrange", Role.Admin, "Change the organisation's name, address, currency, time zone, logo and its rules of signing in.");

    /// <summary>Delete the organisation, hand it to another owner, take it out or one in, let people be forgotten.</summary>
    public static Permission OwnOrganisation { get; } = new("organisation.own", Role.Owner, "Delete the organisation, take that back, and hand it to another owner; take it out into a file, take one in; let a person be forgotten.");

    /// <summary>See who belongs to the organisation.</summary>
    public static Permission SeePeople { get; } = new("people.see", Role.Member, "See who belongs to the organisation, and in which role.");

    /// <summary>Invite people, give roles, deactivate, forget.</summary>
    public static Permission ArrangePeople { get; } = new("people.arrange", Role.Admin, "Invite people, give roles up to one's own, deactivate and remove people.");

    /// <summary>Make and revoke API keys.</summary>
    public static Permission ArrangeKeys { get; } = new("keys.arrange", Role.Admin, "See, make and revoke API keys.");

    /// <summary>Have programs told of what happens.</summary>
    public static Permission ArrangeWebhooks { get; } = new("webhooks.arrange", Role.Admin, "Arrange which addresses are told of what happens; see what they answered, and send it again.");

    /// <summary>Read the audit log.</summary>
    public static Permission SeeAudit { get; } = new("audit.see", Role.Admin, "Read and export the audit log.");

    /// <summary>All there are, in the order in which people read them.</summary>
    public static IReadOnlyList<Permission> All { get; } =
    [
        SeeFacilities, BillFacilities, ArrangeFacilities,
        SeeInvoicing, BillClients, RecordPayments, CorrectInvoicing, ArrangeInvoicing,
        SeeUsage, RecordUsage, ArrangeUsage,
        SeeSubscriptions, KeepSubscriptions, ArrangeSubscriptions,
        SeeAiCosts, RecordAiCosts, ArrangeAiCosts,
        SeeSupport, KeepSupport, ArrangeSupport,
        KeepReports,
        SeeOrganisation, ArrangeOrganisation, OwnOrganisation, SeePeople, ArrangePeople, ArrangeKeys, ArrangeWebhooks, SeeAudit,
        SeeOperations, MendOperations,
    ];

    /// <summary>What a role may.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => ByRole[role];

    private static readonly Dictionary<Role, IReadOnlySet<Permission>> ByRole =
        Enum.GetValues<Role>().ToDictionary(role => role, role => (IReadOnlySet<Permission>)All.Where(permission => permission.Least <= role).ToHashSet());

    /// <summary>The permission of a name; null when there is none.</summary>
    public static Permission? Named(string name) => All.FirstOrDefault(permission => permission.Name == name);

    public override string ToString() => Name;
}
