/** The wire by the names the dashboard uses. What they look like comes from openapi.json: `npm run types`. */
import type { components, operations } from "./schema";

type Wire = components["schemas"];

export type Money = Wire["Money"];
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
/** What a person may send for an amount: exact money, or text that the server reads. */
export type MoneyInput = Wire["ChangeOfEnteredMoney"];

export type Settings = Wire["SettingsPage"];

export type Frequency = Wire["Frequency"];
export type Schedule = Wire["Schedule"];
export type Cycle = Wire["CycleLine"];
export type Group = Wire["GroupCard"];
export type GroupInput = Wire["GroupTerms"];
export type Facility = Wire["FacilityLine"];
export type CustomDate = Wire["CustomDate"];
export type CustomDates = Wire["CustomDatesPage"];
export type Status = Wire["StatusCard"];
export type StatusSet = Wire["StatusSetCard"];
export type StatusSetInput = Wire["RearrangeStatusSet"];

/** A price as it is written down, and what the server makes of usage with it. */
export type PriceTerms = Wire["PriceTerms"];
export type TierTerms = Wire["TierTerms"];
export type PriceQuote = Wire["PriceQuote"];
export type QuotePart = Wire["QuotePart"];

export type RowState = Wire["MoneyState"];
export type BillingRow = Wire["GridRow"];
export type Totals = Wire["GridTotals"];
/** Totals and count go over the whole filter and come with the first page. */
export type BillingRows = Wire["GridPage"];
export type BillingFilter = NonNullable<operations["getBillingRecords"]["parameters"]["query"]>;
/** An absent field stays as it is, null clears it. */
export type BillingInput = Wire["SaveBillingRecord"];
export type BulkOutcome = Wire["SavedMany"];
export type Actor = Wire["Actor"];
export type HistoryEntry = Wire["HistoryEntry"];

export type ImportOptions = Wire["ImportChoices"];
export type ImportReport = Wire["ImportAnswer"];
export type ImportRun = Wire["ImportLineItem"];
export type UndoneImport = Wire["ImportTakenBack"];

export type Client = Wire["ClientCard"];
export type ClientInput = Wire["ClientDetails"];
export type ClientFilter = NonNullable<operations["getClients"]["parameters"]["query"]>;
export type BillingAddress = Wire["BillingAddress"];
export type InvoicingSettings = Wire["InvoicingSettingsPage"];
export type InvoicingSettingsInput = Wire["ArrangeInvoicing"];
export type TaxRate = Wire["TaxRate"];
export type TaxCategory = Wire["TaxCategory"];
export type Discount = Wire["Discount"];
export type Invoice = Wire["InvoicePage"];
export type InvoiceRow = Wire["InvoiceListRow"];
export type InvoiceSums = Wire["InvoiceTotals"];
export type InvoiceFilter = NonNullable<operations["getInvoices"]["parameters"]["query"]>;
/** The whole of a draft; what is left out is as the client and the settings have it. */
export type InvoiceInput = Wire["WriteInvoice"];
export type InvoiceLineInput = Wire["WrittenLine"];
export type InvoicePreview = Wire["InvoicePreview"];
export type InvoiceHappening = Wire["InvoiceHappening"];
export type Quote = Wire["QuotePage"];
export type QuoteRow = Wire["QuoteListRow"];
export type QuoteSums = Wire["QuoteTotals"];
export type QuoteFilter = NonNullable<operations["getQuotes"]["parameters"]["query"]>;
export type QuoteInput = Wire["WriteQuote"];
export type Recurring = Wire["RecurringInvoicePage"];
export type RecurringRow = Wire["RecurringInvoiceListRow"];
export type RecurringFilter = NonNullable<operations["getRecurringInvoices"]["parameters"]["query"]>;
export type RecurringInput = Wire["WriteRecurringInvoice"];
export type RecurringPreview = Wire["RecurringPreview"];
export type BillingRun = Wire["BillingRunPage"];
export type BillingRunRow = Wire["BillingRunListRow"];
export type RunFilter = NonNullable<operations["getBillingRuns"]["parameters"]["query"]>;
export type RunCounts = Wire["RunCounts"];
export type RunEntry = Wire["RunEntryLine"];
export type RunNote = Wire["RunNote"];
export type RunPreview = Wire["RunPreview"];
export type RunState = Wire["RunState"];
export type NumberSeries = Wire["NumbersPage"];
/** Whatever there is nothing to say of is null, and always there. */
export type ExplainedNode = Required<Omit<Wire["Explained"], "parts" | "amount">> & { amount: Money; parts: ExplainedNode[] };
export type ExplainedEvent = Wire["ExplainedEvent"];
export type ExplainedRecord = Wire["ExplainedRecord"];
export type Payment = Wire["PaymentPage"];
export type PaymentRow = Wire["PaymentListRow"];
export type PaymentSums = Wire["PaymentTotals"];
export type PaymentFilter = NonNullable<operations["getPayments"]["parameters"]["query"]>;
export type PaymentInput = Wire["RecordPayment"];
/** What a payment would do; nothing is written. */
export type PaymentPreview = Wire["PaymentPreview"];
export type CreditNote = Wire["CreditNotePage"];
export type CreditNoteRow = Wire["CreditNoteListRow"];
export type CreditNoteSums = Wire["CreditNoteTotals"];
export type CreditNoteFilter = NonNullable<operations["getCreditNotes"]["parameters"]["query"]>;
export type CreditNoteInput = Wire["WriteCreditNote"];
export type CreditNotePreview = Wire["CreditNotePreview"];
export type Statement = Wire["ClientStatement"];
export type Charge = Wire["ChargeCard"];
export type ChargeSums = Wire["ChargeTotals"];
export type ChargeFilter = NonNullable<operations["getCharges"]["parameters"]["query"]>;
/** What came of billing a cycle, or would come of it. */
export type BilledCycle = Wire["BilledCycle"];
export type ChargeInput = Wire["PostManualCharge"];
export type DocumentLetter = Wire["DocumentLetter"];
export type SendInput = Wire["SendDocument"];
export type SendingLine = Wire["SendingLine"];
export type DocumentLetterhead = Wire["DocumentLetterhead"];
export type ClientLinkLine = Wire["ClientLinkLine"];
export type ClientImport = Wire["ClientImportAnswer"];
export type ClientImportOptions = Wire["ClientImportChoices"];
export type ClientPreviewLine = Wire["ClientPreviewLine"];
export type ClientImportRun = Wire["ClientImportLine"];
export type ExchangeRate = Wire["ExchangeRate"];
export type InvoiceStats = Wire["InvoiceStats"];
export type ComparedStats = Wire["ComparedStats"];
export type StatsChange = Wire["StatsChange"];
export type Change = Wire["Change"];
/** Billed and received, month by month, in one currency. */
export type InvoiceMonths = Wire["InvoiceMonths"];
export type ConvertedStats = Wire["ConvertedStats"];
export type ReminderPlan = Wire["RemindersPage"];
export type ReminderPlanInput = Wire["ArrangeReminders"];
export type ReminderLine = Wire["ReminderLine"];
export type MailTexts = Wire["MailTextsPage"];
export type MailText = Wire["MailText"];
export type MailTextPage = Wire["MailTextPage"];
export type MailPreview = Wire["MailPreview"];
export type MailPreviewInput = Wire["PreviewMailText"];

export type Meter = Wire["MeterCard"];
export type LateUsage = Wire["LateUsage"];
export type MeterInput = Wire["DefineMeter"];
export type MeterRevision = Wire["ReviseMeter"];
export type Aggregation = Wire["Aggregation"];
export type UsageLine = Wire["UsageLine"];
export type UsageEvent = Wire["UsageCard"];
export type UsagePlan = Wire["PlanCard"];
export type PlanTerms = Wire["PlanTerms"];
export type WantedTerms = Wire["WantedTerms"];
export type PlanClient = Wire["PlanClient"];
export type PeriodLength = Wire["PeriodLength"];
export type BilledUsage = Wire["BilledUsage"];
export type BilledPeriod = Wire["BilledPeriod"];
export type UsageBill = Wire["UsageBillLine"];
export type ComparedPlans = Wire["ComparedPlans"];
export type Wallet = Wire["WalletCard"];
export type WalletInput = Wire["OpenWallet"];
export type Coupon = Wire["CouponCard"];
export type CouponInput = Wire["OfferCoupon"];
export type Backfill = Wire["BackfillCard"];
/** What became of usage that was sent. */
export type TakenUsage = Wire["TakenAnswer"];
export type LimitLine = Wire["LimitLine"];
export type LimitAlert = Wire["LimitAlertLine"];
export type LimitInput = Wire["AgreeLimit"];

export type Subscription = Wire["SubscriptionCard"];
export type SubscriptionRow = Wire["SubscriptionListRow"];
export type SubscriptionBill = Wire["SubscriptionBillCard"];
export type SubscriptionLine = Wire["SubscriptionLine"];
export type SubscriptionPreview = Wire["SubscriptionPreview"];
export type SubscriptionHistory = Wire["SubscriptionHistory"];
export type SubscriptionFilter = NonNullable<operations["getSubscriptions"]["parameters"]["query"]>;
export type SubscriptionInput = Wire["StartSubscription"];
export type SubscriptionChange = Wire["ChangeSubscription"];
/** What is sold by subscription; plans of usage are {@link UsagePlan}s. */
export type Offer = Wire["PlanPage"];
export type OfferTerms = Wire["PlanOffer"];
export type OfferComponent = Wire["PlanComponent"];
export type MeteredTerms = Wire["MeteredTerms"];
export type OfferExample = Wire["PlanExample"];
export type PlanInterval = Wire["PlanInterval"];
export type RevenueFigures = Wire["RevenueFigures"];
export type RevenuePage = Wire["RevenuePage"];
export type RevenueMovement = Wire["RevenueMovement"];
export type MovementLine = Wire["MovementLine"];
export type ChurnPage = Wire["ChurnPage"];
export type Dunning = Wire["DunningPage"];
export type DunningRow = Wire["DunningRow"];
export type DunningAttempt = Wire["DunningAttempt"];
export type DunningFilter = NonNullable<operations["getDunning"]["parameters"]["query"]>;
export type PaymentMethodLine = Wire["PaymentMethodLine"];
export type Checkout = Wire["CheckoutCard"];
export type PortalInput = Wire["OpenPortal"];
export type CheckoutInput = Wire["OpenCheckout"];
export type CheckoutFilter = NonNullable<operations["getCheckoutSessions"]["parameters"]["query"]>;
export type StripeEventLine = Wire["StripeEventLine"];
export type StripeConnection = Wire["StripePage"];
export type MirroredSubscription = Wire["MirroredSubscriptionLine"];
export type MirroredFilter = NonNullable<operations["getMirroredSubscriptions"]["parameters"]["query"]>;
export type SubscriptionSettings = Wire["SubscriptionSettingsPage"];
export type SubscriptionSettingsInput = Wire["ArrangeSubscriptions"];

export type AiProvider = Wire["AiProviderLine"];
export type AiAccount = Wire["AiAccountPage"];
export type AiAccountInput = Wire["OpenAccount"];
export type AiAccountTerms = Wire["ArrangeAccount"];
/** A month of all accounts. */
export type AiMonth = Wire["AiMonthPage"];
/** What a group cost on a day. */
export type AiDay = Wire["AiDayLine"];
/** Usage, record by record. */
export type AiRecord = Wire["AiUsageLine"];
export type AiRecordFilter = NonNullable<operations["getAiUsageRecords"]["parameters"]["query"]>;
export type AiEntryInput = Wire["WriteUsage"];
export type AiReconciliation = Wire["AiReconciliationPage"];
export type AiPrice = Wire["AiPriceLine"];
export type AiPriceInput = Wire["WritePrice"];
/** What a file of usage did, or would do. */
export type AiImport = Wire["AiImportAnswer"];
/** A file of usage that was taken over. */
export type AiImportRun = Wire["AiImportLine"];
/** A rule that says for whom costs are. */
export type AiAllocation = Wire["AiAllocationPage"];
export type AiAllocationInput = Wire["WriteAllocation"];
/** A month that clients are charged for, or would be. */
export type AiRebilled = Wire["AiRebilledPage"];
export type AiRebilledLine = Wire["AiRebilledLine"];
export type AiRebillingTerms = Wire["AiRebillingTermsPage"];
export type AiRebillingInput = Wire["AgreeRebilling"];
/** What became of a catalogue of prices. */
export type AiCatalogueTaken = Wire["CatalogueTakenPage"];
/** A budget and how it stands this month. */
export type AiBudget = Wire["AiBudgetPage"];
export type AiBudgetInput = Wire["OpenBudget"];
export type AiBudgetTerms = Wire["ArrangeBudget"];
/** Seats that cost the same each month. */
export type AiSeats = Wire["AiSeatsPage"];
export type AiSeatsInput = Wire["BookSeats"];
export type AiSeatsTerms = Wire["AgreeSeats"];
/** What somebody should look at. */
export type AiAlert = Wire["AiAlertLine"];
export type AiAlertRule = Wire["AiAlertRulePage"];
export type AiAlertRuleTerms = Wire["ArrangeAlertRule"];
/** Daily costs in one currency. */
export type AiTrend = Wire["AiTrendLine"];
export type AiForecast = Wire["AiForecastPage"];
export type AiForecastLine = Wire["AiForecastLine"];
export type AiAnomaly = Wire["AiAnomalyLine"];
/** Which usage, and which other model. */
export type AiModelQuestion = Wire["CompareModels"];
export type AiComparedModels = Wire["ComparedModelsPage"];
/** A reading of an account, as its diary has it. */
export type AiRun = Wire["AiRunLine"];

/** An address that is told of what happens. */
export type Report = Wire["ReportPage"];
export type ReportColumn = Wire["ReportColumn"];
export type SavedReport = Wire["SavedReportPage"];
export type SavedReportInput = Wire["SaveReport"];
export type SavedDays = Wire["SavedDays"];
export type MailInput = Wire["AgreeReportMail"];
export type MailRhythm = Wire["MailRhythm"];
export type MailedFormat = Wire["MailedFormat"];
export type ReportComparison = Wire["ReportComparison"];

export type Webhook = Wire["WebhookEndpointPage"];
/** The same with how it does. */
export type WebhookLine = Wire["WebhookEndpointLine"];
export type WebhookInput = Wire["OpenWebhook"];
export type WebhookTerms = Wire["ArrangeWebhook"];
export type WebhookSecretShown = Wire["WebhookSecretShown"];
export type WebhookDelivery = Wire["WebhookDeliveryLine"];
export type WebhookAttempt = Wire["WebhookAttemptLine"];
/** What this person was told of one event. */
export type NotificationLine = Wire["NotificationLine"];
export type NotificationChoice = Wire["NotificationChoice"];
export type NotificationChannel = Wire["ChannelLine"];
export type ChannelName = NotificationChannel["channel"];
/** How this person wants to be told. */
export type NotificationPreferences = Wire["NotificationPreferencesPage"];
export type NotificationWishes = Wire["AgreePreferences"];
/** What a client asked for, and what it takes. */
export type SupportRequest = Wire["RequestCard"];
export type SupportRequestInput = Wire["WriteRequest"];
export type SupportRequestChange = Wire["AmendRequest"];
export type SupportRequestFilter = NonNullable<operations["getSupportRequests"]["parameters"]["query"]>;
export type SupportStatistics = Wire["RequestStatistics"];
export type SupportCategory = Wire["RequestCategory"];
export type RateCard = Wire["RateCard"];
export type RateCardInput = Wire["AgreeRates"];
export type FreeAllowance = Wire["FreeAllowance"];
export type FreeAllowanceInput = Wire["AgreeAllowance"];
export type FreeHoursOrder = Wire["FreeHoursOrder"];
export type Urgency = Wire["Urgency"];
export type SupportProject = Wire["ProjectCard"];
export type SupportProjectInput = Wire["PlanProject"];
export type SupportProjectChange = Wire["AmendProject"];
export type SupportProjectFilter = NonNullable<operations["getSupportProjects"]["parameters"]["query"]>;
export type HostedSite = Wire["SiteCard"];
export type HostedSiteInput = Wire["TakeOnSite"];
export type HostedSiteChange = Wire["AmendSite"];
export type HostedSiteFilter = NonNullable<operations["getSupportSites"]["parameters"]["query"]>;
export type HostingMonth = Wire["HostingMonth"];
/** A month of a client: hours, projects, hosting, with every line. */
export type SupportMonth = Wire["MonthPage"];
export type SupportMonthLeftOut = Wire["MonthLeftOut"];
export type SupportMonthOfClient = Wire["MonthOfClient"];
export type SupportMonthLine = Wire["LineFigure"];
export type SupportMonthClose = Wire["MonthClose"];
/** A help desk or a CRM that is read. */
export type PortalUser = Wire["PortalUserLine"];
export type PortalUserInput = Wire["InvitePortalUser"];
export type PortalMe = Wire["PortalMe"];
export type PortalTicket = Wire["PortalTicket"];
export type PortalSite = Wire["PortalSite"];
export type PortalProject = Wire["PortalProject"];
export type PortalInvoice = Wire["PortalInvoice"];
export type SupportConnection = Wire["ConnectionPage"];
export type SupportConnectionInput = Wire["ConnectSource"];
export type SupportConnectionTerms = Wire["ArrangeConnection"];
/** One pass over it, and what it did, field by field. */
export type SupportPass = Wire["PassPage"];
export type SupportPassLine = Wire["PassLine"];
export type SupportPassUndone = Wire["PassTakenBack"];
/** What a file of text messages did, or would do; each message with the rule that decided. */
export type MessagesTaken = Wire["MessagesTaken"];
export type RequestsTaken = Wire["RequestsTaken"];
export type MessageLine = Wire["MessageLine"];
export type MessageChoices = Wire["MessageImportChoices"];
export type MessageImportRun = Wire["MessageImportLine"];
/** By which words messages are told apart. */
export type MessageWords = Wire["WrittenLists"];
export type MessageWordsPage = Wire["MessageListsPage"];

export type Activity = Wire["ActivityLine"];
export type Health = Wire["HealthPage"];
export type Projection = Wire["ProjectionLine"];
export type DeadLetter = Wire["DeadLetterLine"];

export type Role = Wire["Role"];
export type OrganisationName = Wire["OrganisationName"];
export type Tokens = Wire["Tokens"];
export type Setup = Wire["Setup"];
export type Me = Wire["MePage"];
export type Membership = Wire["MyOrganisation"];
export type SignInLine = Wire["SessionLine"];
export type InvitationOffer = Wire["InvitationOffer"];
export type Tenant = Wire["TenantPage"];
export type OwnPlan = Wire["OwnPlan"];
export type TakenIn = Wire["ImportedTenant"];
export type Member = Wire["MemberCard"];
export type Invitation = Wire["InvitationCard"];
export type ApiKey = Wire["ApiKeyLine"];
export type AuditLine = Wire["AuditLine"];
export type AuditFilter = NonNullable<operations["getAudit"]["parameters"]["query"]>;
export type AuditReport = Wire["AuditReport"];
export type AuditAnchor = Wire["AuditAnchor"];
export type PermissionCard = Wire["PermissionCard"];

/** A problem of ours has all of it; a proxy's page has none. */
export type ProblemBody = Partial<Wire["Problem"]> & {
  /** 409: the object as it is now. */
  current?: unknown;
  [more: string]: unknown;
};
/** How an organisation's own provider lets its people in. */
export type Clock = Wire["ClockPage"];
export type MailServer = Wire["MailServerPage"];
export type SmtpLine = Wire["SmtpLine"];
export type SingleSignOn = Wire["SingleSignOnPage"];
