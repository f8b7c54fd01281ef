using System.Text.Json;
using Billing.Web;

namespace Billing.Identity;

/// <summary>What a provider says of somebody, as far as it concerns us.</summary>
/// <param name="Email">Their address, which the provider has verified.</param>
/// <param name="FirstName">As they write it; never empty.</param>
/// <param name="LastName">As they write it; may be empty.</param>
/// <param name="Role">The role in which they join.</param>
internal sealed record Introduction(string Email, string FirstName, string LastName, Role Role)
{
    public static readonly Refusal NotVerified = new("email-not-verified", "Your identity provider has not verified your mail address.");
    public static readonly Refusal ForeignDomain = new("foreign-domain", "Your identity provider may not vouch for addresses of this domain.");

    /// <summary>Reads it. An address that is not verified, or of a domain that is not the organisation's, is nobody's.</summary>
    public static Result<Introduction> Read(JsonElement said, SingleSignOn terms)
    {
        if (!EmailAddress.Read(Text(said, "email")).TryGet(out var email, out _) || !IsTrue(said, "email_verified")) return NotVerified;
        if (!terms.Domains.Contains(Arrangements.DomainOf(email))) return ForeignDomain;
        var (first, last) = (Name(Text(said, "given_name")), Name(Text(said, "family_name")));
        if (first.Length == 0) first = Name(Text(said, "name"));
        if (first.Length == 0) first = Name(email[..email.IndexOf('@', StringComparison.Ordinal)]);
        return new Introduction(email, first.Length == 0 ? "?" : first, last, terms.Roles.Where(role => Has(said, role)).Select(role => role.Role).Append(Role.Viewer).Where(role => role < Role.Owner).Max());
    }

    private static bool Has(JsonElement said, RoleByClaim wanted) => said.TryGetProperty(wanted.Claim, out var value) && value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() == wanted.Value,
        JsonValueKind.Array => value.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.GetString() == wanted.Value),
        JsonValueKind.True or JsonValueKind.False => value.GetRawText() == wanted.Value,
        _ => false,
    };

    private static string Name(string? text) => PlainText.Line(text, 100);

    private static string? Text(JsonElement said, string name) => said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // Some providers write their booleans as text.
    private static bool IsTrue(JsonElement said, string name) => said.TryGetProperty(name, out var value) && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() == "true"));
}
