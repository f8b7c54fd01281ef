using System.Text.Json;

namespace Billing.Subscriptions;

/// <summary>What an event, or an answer, says of one of Stripe's objects.</summary>
/// <param name="Id">The object's.</param>
/// <param name="Kind">As Stripe calls it: <c>payment_intent</c>, <c>invoice</c> ….</param>
/// <param name="At">When it was so, UTC, to the second.</param>
/// <param name="Look">How it looked.</param>
internal sealed record StripeTelling(string Id, string Kind, DateTimeOffset At, StripeLook Look)
{
    /// <summary>The kinds that we follow, each with its place in the API and the statuses in which a life ends.</summary>
    private static readonly Dictionary<string, (string Path, string[] Ends)> Kinds = new(StringComparer.Ordinal)
    {
        ["payment_intent"] = ("payment_intents", ["canceled", "succeeded"]),
        ["charge"] = ("charges", ["failed", "succeeded"]),
        ["invoice"] = ("invoices", ["void", "paid"]),
        ["subscription"] = ("subscriptions", ["incomplete_expired", "canceled"]),
        ["checkout.session"] = ("checkout/sessions", ["expired", "complete"]),
        ["payment_method"] = ("payment_methods", []),
        // what succeeded can still fail
        ["refund"] = ("refunds", ["failed", "canceled"]),
        ["dispute"] = ("disputes", ["warning_closed", "lost", "won"]),
    };

    /// <summary>Where it can be asked for, behind <c>/v1/</c>.</summary>
    public string Path => $"{Kinds[Kind].Path}/{Id}";

    /// <summary>Whether a life ends so: it does not go on from there.</summary>
    public static bool IsOver(string kind, string status) => Kinds.TryGetValue(kind, out var known) && known.Ends.Contains(status);

    /// <summary>Reads an object of Stripe's; null for one that we do not follow.</summary>
    public static StripeTelling? Read(JsonElement json, DateTimeOffset at)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "id") is not { } id || Text(json, "object") is not { } kind || !Kinds.ContainsKey(kind)) return null;
        var amount = kind switch { "invoice" => "total", "checkout.session" => "amount_total", _ => "amount" };
        var paid = kind switch { "invoice" => "amount_paid", "payment_intent" => "amount_received", "charge" => "amount_captured", _ => "" };
        var status = kind == "payment_method" ? Text(json, "customer") is null ? "detached" : "attached" : Text(json, "status") ?? "";
        return new StripeTelling(id, kind, at, new StripeLook(status, Text(json, "customer"), Text(json, "currency"), Number(json, amount), Number(json, paid), Number(json, "amount_refunded"), (int)Number(json, "attempt_count")));
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        // asked to be whole, an object stands where its id would
        JsonValueKind.Object => Text(value, "id"),
        _ => null,
    } : null;

    private static long Number(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : 0;
}

/// <summary>How one of Stripe's objects looks. Amounts are in Stripe's unit of its currency.</summary>
/// <param name="Status">As Stripe calls it.</param>
/// <param name="Customer">Whose.</param>
/// <param name="Currency">Lower case.</param>
/// <param name="Amount">What it is about.</param>
/// <param name="Paid">What came in.</param>
/// <param name="Refunded">What went back, in all.</param>
/// <param name="Attempts">How often it was tried to collect it.</param>
internal sealed record StripeLook(string Status, string? Customer, string? Currency, long Amount, long Paid, long Refunded, int Attempts)
{
    /// <summary>What only grows is set to the most that was ever told.</summary>
    public StripeLook AtLeast(StripeLook other) => this with { Paid = Math.Max(Paid, other.Paid), Refunded = Math.Max(Refunded, other.Refunded), Attempts = Math.Max(Attempts, other.Attempts) };
}
