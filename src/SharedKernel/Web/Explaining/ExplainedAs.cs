namespace Billing.Web;

/// <summary>What an explained amount is. The dashboard has a word for each, in every language.</summary>
public enum ExplainedAs
{
    /// <summary>What a document comes to.</summary>
    Total,

    /// <summary>What is still to be paid.</summary>
    Outstanding,

    /// <summary>What came in.</summary>
    Paid,

    /// <summary>All taxes together.</summary>
    Taxes,

    /// <summary>A line.</summary>
    Line,

    /// <summary>A quantity at a price.</summary>
    Price,

    /// <summary>What rounding added or took away.</summary>
    Rounding,

    /// <summary>A discount on a line.</summary>
    LineDiscount,

    /// <summary>A discount on all lines.</summary>
    Discount,

    /// <summary>One tax.</summary>
    Tax,

    /// <summary>A tax on one line.</summary>
    TaxOfLine,

    /// <summary>Something that was charged.</summary>
    Charge,

    /// <summary>What was changed on the invoice.</summary>
    ByHand,

    /// <summary>What a charge is for, as its module knows it.</summary>
    Fact,

    /// <summary>What became different after the amount was fixed.</summary>
    ChangedSince,

    /// <summary>What puts an earlier charge right.</summary>
    Correction,

    /// <summary>A payment.</summary>
    Payment,

    /// <summary>A payment that was taken back.</summary>
    PaymentTakenBack,

    /// <summary>Credit that the client had.</summary>
    CreditUsed,

    /// <summary>Credit that is the client's again.</summary>
    CreditReleased,

    /// <summary>A credit note.</summary>
    CreditNote,

    /// <summary>It counts no more.</summary>
    Voided,

    /// <summary>As another system has it.</summary>
    Elsewhere,

    /// <summary>An invoice.</summary>
    Invoice,

    /// <summary>What a client owes.</summary>
    Balance,

    /// <summary>A client's credit.</summary>
    Credit,

    /// <summary>Credit that was added.</summary>
    CreditAdded,

    /// <summary>Credit that was taken away.</summary>
    CreditWithdrawn,

    /// <summary>Money given back.</summary>
    Refunded,

    /// <summary>What invoices ask for.</summary>
    Receivables,

    /// <summary>Further ones, listed by themselves.</summary>
    More,

    /// <summary>What a period of usage comes to.</summary>
    UsageBill,

    /// <summary>A charge of a usage plan.</summary>
    UsageCharge,

    /// <summary>A part of a price, such as a tier.</summary>
    PricePart,

    /// <summary>What was charged before.</summary>
    BilledBefore,

    /// <summary>A coupon.</summary>
    Coupon,

    /// <summary>What a prepaid wallet holds or paid.</summary>
    Wallet,

    /// <summary>What was put into a wallet.</summary>
    WalletGranted,

    /// <summary>What a wallet paid.</summary>
    WalletUsed,

    /// <summary>What went back into a wallet.</summary>
    WalletReturned,

    /// <summary>What ran out, or was taken out of a wallet.</summary>
    WalletEnded,

    /// <summary>A part of a subscription's price for some days.</summary>
    SubscriptionLine,

    /// <summary>What a subscription brings in a month.</summary>
    RecurringRevenue,

    /// <summary>A subscription.</summary>
    Subscription,

    /// <summary>A month of support.</summary>
    SupportMonth,

    /// <summary>A request.</summary>
    Request,

    /// <summary>Hours that cost nothing.</summary>
    FreeHours,

    /// <summary>A project.</summary>
    Project,

    /// <summary>A project that costs nothing.</summary>
    FreeProject,

    /// <summary>A hosted site.</summary>
    Site,

    /// <summary>A hosted site that costs nothing.</summary>
    FreeSite,

    /// <summary>Days without hosting.</summary>
    Prorated,

    /// <summary>What AI services cost.</summary>
    AiCosts,

    /// <summary>What one account at a provider cost.</summary>
    AiAccount,

    /// <summary>A record of usage.</summary>
    AiUsage,

    /// <summary>What the exchange rate makes of it.</summary>
    Converted,

    /// <summary>A share on top of the cost.</summary>
    Markup,

    /// <summary>A fixed amount on top of the cost.</summary>
    Margin,

    /// <summary>What a facility was billed for a period.</summary>
    BillingRecord,

    /// <summary>What the parts do not explain.</summary>
    NotExplained,
}

/// <summary>How an amount follows. The dashboard has a sentence for each, in every language.</summary>
public enum ExplainedBy
{
    /// <summary>A quantity at a price.</summary>
    Times,

    /// <summary>A share of an amount.</summary>
    Share,

    /// <summary>To the smallest unit of the currency.</summary>
    Rounded,

    /// <summary>As somebody entered it.</summary>
    Entered,

    /// <summary>What it is now, less what it was.</summary>
    Difference,

    /// <summary>The part of a price that falls on some days.</summary>
    Days,

    /// <summary>The units that fall into a tier, at its price.</summary>
    Tier,

    /// <summary>A fixed amount.</summary>
    Flat,

    /// <summary>At an exchange rate.</summary>
    Rate,

    /// <summary>Hours at a rate.</summary>
    Hours,

    /// <summary>The allowance of the month takes it off.</summary>
    Free,

    /// <summary>A year's or week's price, brought to a month.</summary>
    PerMonth,

    /// <summary>As the provider reported it.</summary>
    Reported,

    /// <summary>Units used, at the price book's prices.</summary>
    PriceBook,
}
