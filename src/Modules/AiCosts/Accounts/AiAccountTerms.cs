using System.Text.RegularExpressions;
using Billing.Web;

namespace Billing.AiCosts;

/// <summary>What an account is to be like, as somebody wants it; its credential apart.</summary>
internal sealed record AiAccountTerms(string Name, AiRole Role, string? BaseUrl, string? Scope, Money? MonthlyLimit, int? EveryMinutes, IReadOnlyList<string>? Tags);

/// <summary>The same, checked.</summary>
internal sealed record CheckedAiTerms(string Name, AiRole Role, string Address, string Scope, Money? MonthlyLimit, int EveryMinutes, ValueList<string> Tags);

/// <summary>Reads what an account is to be like.</summary>
internal static partial class AiTerms
{
    private const int LongestPace = 10_080;

    /// <summary>Checks all but the credential.</summary>
    public static Result<CheckedAiTerms> Check(AiAccountTerms wanted, AiProvider provider, OutgoingRules outgoing)
    {
        if (!PlainText.Name(wanted.Name, "An account", 100).TryGet(out var name, out var refused)) return refused;
        if (!AddressOf(wanted.BaseUrl, provider, outgoing).TryGet(out var address, out refused)) return refused;
        var scope = wanted.Scope?.Trim() ?? "";
        if (provider.ScopeKind is not null && scope.Length == 0) return AiAccountNo.ScopeMissing(provider);
        if (provider.ScopeKind is null) scope = "";
        else if (!ScopePattern().IsMatch(scope)) return AiAccountNo.ScopeTooLong;
        if (wanted.MonthlyLimit is { IsPositive: false }) return AiAccountNo.LimitNotPositive;
        var pace = wanted.EveryMinutes ?? Math.Max(AiAccount.UsualMinutes, provider.LeastMinutes);
        if (pace < provider.LeastMinutes || pace > LongestPace) return AiAccountNo.PaceWrong(provider);
        var tags = (wanted.Tags ?? []).Select(tag => PlainText.Line(tag, 51)).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (tags.Count > 20 || tags.Any(tag => tag.Length > 50)) return AiAccountNo.TagsWrong;
        return new CheckedAiTerms(name, wanted.Role, address, scope, wanted.MonthlyLimit, pace, [.. tags]);
    }

    /// <summary>Why a credential is none; null when it may be one.</summary>
    public static Refusal? Against(string credential, AiProvider provider) =>
        provider.KeyKind is null ? AiAccountNo.CredentialUseless : credential.Length is 0 or > 4000 || credential.Any(letter => letter is <= ' ' or > '~') ? AiAccountNo.CredentialWrong : null;

    private static Result<string> AddressOf(string? wanted, AiProvider provider, OutgoingRules outgoing)
    {
        var typed = wanted?.Trim().TrimEnd('/') ?? "";
        if (!provider.IsSelfHosted) return typed.Length == 0 ? "" : AiAccountNo.AddressFixed;
        if (typed.Length == 0) return AiAccountNo.AddressMissing;
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var address)) return AiAccountNo.AddressWrong("The address begins with https://.");
        if (address.Query.Length > 0 || address.Fragment.Length > 0) return AiAccountNo.AddressWrong("Write the address without what follows a ? or a #.");
        return outgoing.Against(address) is { } objection ? AiAccountNo.AddressWrong(objection) : typed;
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\z")]
    private static partial Regex ScopePattern();
}
