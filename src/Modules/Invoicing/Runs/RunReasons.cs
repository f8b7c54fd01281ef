namespace Billing.Invoicing;

/// <summary>Why somebody is not billed, or is billed and should be looked at: codes that stand in the log, with what to do about each.</summary>
internal static class RunReasons
{
    public const string NoOpenCharge = "no-open-charge";
    public const string NotYetAvailable = "not-yet-available";
    public const string ClientArchived = "client-archived";
    public const string ClientForgotten = "client-forgotten";
    public const string AlreadyBilled = "already-billed";
    public const string PlanLimitReached = "plan-limit-reached";
    public const string Unexpected = "unexpected-failure";
    public const string AddressMissing = "address-missing";
    public const string EmailMissing = "email-missing";

    /// <summary>The sentence of a code.</summary>
    public static string Sentence(string code) => code switch
    {
        NoOpenCharge => "There is no open charge. Nothing is to be done.",
        NotYetAvailable => "Its charges become available after the period. The run of a later period takes them.",
        ClientArchived => "The client is archived. Restore the client to bill it.",
        ClientForgotten => "Nobody knows any more who this client was. Withdraw its charges.",
        AlreadyBilled => "The client was billed for this period already. The run of the next period takes what came later; or write an invoice by hand.",
        PlanLimitReached => "Your plan's invoices of this month are issued. Choose a larger plan and try again, or try again next month.",
        Unexpected => "Something went wrong on our side, several times. Try again; if it stays so, tell whoever runs this installation.",
        AddressMissing => "The client has no billing address. Add it before the invoice is issued.",
        EmailMissing => "The client has no mail address. Add one before the invoice is sent.",
        "total-zero" => "The invoice would come to nothing. Withdraw the charges, or allow invoices of nothing in the settings, and try again.",
        "total-negative" => "The charges come to less than nothing. Wait for further charges, or write a credit note.",
        "too-many-lines" => "The client has more open charges than an invoice has lines. Write an invoice of some of them by hand, then try again.",
        "charge-not-open" => "One of the charges is on another invoice, or was withdrawn. Try again.",
        "amount-too-large" => "The amounts are larger than an invoice can bear. Withdraw what is wrong, and try again.",
        "number-taken" => "There is a document of the next number already. Choose another pattern of numbers, and try again.",
        _ => "Look at the client's charges and its draft, put right what is wrong, and try again.",
    };
}
