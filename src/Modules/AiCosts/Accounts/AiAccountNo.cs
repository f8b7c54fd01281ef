namespace Billing.AiCosts;

/// <summary>Why something cannot be done with an account.</summary>
internal static class AiAccountNo
{
    public static readonly Refusal NameTaken = new("ai-account-name-taken", "There is an account of this name at this provider already. Choose another name.");
    public static readonly Refusal Archived = new("ai-account-archived", "This account is archived. Open another one.");
    public static readonly Refusal CredentialMissing = new("credential-missing", "Write the credential; for another address or another scope it is asked for again.");
    public static readonly Refusal CredentialWrong = new("credential-wrong", "A credential is one line of at most 4000 characters without spaces.");
    public static readonly Refusal CredentialUseless = new("credential-useless", "This provider tells nothing of what was used, so it needs no credential. Leave it out, and send usage by file, by hand or from your programs.");
    public static readonly Refusal AddressFixed = new("ai-address-fixed", "This provider is at one place for everybody. Leave the address out.");
    public static readonly Refusal AddressMissing = new("ai-address-missing", "Write where your server is, such as https://gateway.example.test.");
    public static readonly Refusal ScopeTooLong = new("ai-scope-wrong", "The name of an organisation or a team has at most 100 letters, digits, hyphens, dots and underscores.");
    public static readonly Refusal LimitNotPositive = new("ai-limit-not-positive", "A monthly limit is more than nothing. Leave it out where there is none.");
    public static readonly Refusal ReadFromWrong = new("ai-read-from-wrong", "Usage is read from a day of the last three years on. Choose another day.");
    public static readonly Refusal TagsWrong = new("ai-tags-wrong", "An account has at most 20 tags of at most 50 characters each.");
    public static readonly Refusal NothingToAsk = new("nothing-to-ask", "This account has no credential that the provider takes, so nobody can ask there. Write one first.");

    public static Refusal ProviderUnknown(string? given) => new Refusal("ai-provider-unknown", $"{PlainText.Quote(given)} is none of the providers. Choose one of the catalogue.").With("given", PlainText.Shown(given));

    public static Refusal AddressWrong(string sentence) => new("ai-address-wrong", sentence);

    public static Refusal ScopeMissing(AiProvider provider) => new Refusal("ai-scope-missing", $"{provider.Name} is asked for the reports of {provider.ScopeKind}. Write it.").With("provider", provider.Name);

    public static Refusal PaceWrong(AiProvider provider) => new Refusal("ai-pace-wrong", $"An account at {provider.Name} is read once in {provider.LeastMinutes} to 10080 minutes.").With("provider", provider.Name).With("least", provider.LeastMinutes);
}
