namespace Billing.Invoicing;

/// <summary>
/// Where clients pay online: an address of the organisation's own, at whoever takes payments for it. What stands in braces is filled in for each invoice:
/// <c>{number}</c>, <c>{amount}</c> (such as 12.50), <c>{currency}</c>, and <c>{reference}</c>, letters and digits that every payment page takes and that stay the same.
/// </summary>
internal static class PaymentAddress
{
    private const int Longest = 500;
    private static readonly string[] Known = ["number", "amount", "currency", "reference"];

    /// <summary>Checks an address as it was typed: https, and its host is the same for every invoice.</summary>
    /// <returns>The address; empty for none.</returns>
    public static Result<string> Read(string typed)
    {
        var address = typed.Trim();
        if (address.Length == 0) return "";
        if (Placeholders.Unknown(address, Known) is { } unknown) return unknown;
        if (address.Length > Longest || address.Any(c => c is <= ' ' or > '~')) return No.NotAnAddress;
        // Whoever's name is decided by a value could be anybody.
        return Host(address, "a") is { } host && host == Host(address, "b") ? address : No.NotAnAddress;
    }

    /// <summary>The address of an invoice.</summary>
    /// <param name="address">As <see cref="Read"/> took it; null is answered to an empty one.</param>
    /// <param name="number">As printed.</param>
    /// <param name="due">What is asked for.</param>
    public static string? Of(string address, InvoiceId id, string number, Money due) =>
        address.Length == 0 ? null : Fill(address, number, due.ToAmountText(), due.Currency.Code, id.Value.ToString("n"));

    private static string? Host(string address, string value) =>
        Uri.TryCreate(Fill(address, value, value, value, value), UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "" } && uri.Host.Contains('.', StringComparison.Ordinal) ? uri.Authority : null;

    private static string Fill(string address, string number, string amount, string currency, string reference) =>
        Placeholders.Fill(address, new Dictionary<string, string> { ["number"] = Uri.EscapeDataString(number), ["amount"] = amount, ["currency"] = currency, ["reference"] = reference });

    private static class No
    {
        public static readonly Refusal NotAnAddress = new("payment-page-wrong", "Write the whole address of your payment page, such as https://pay.example.test/{number}: https, at most 500 characters, without spaces, and no placeholder in the name of its server.");
    }
}
