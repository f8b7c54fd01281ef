using System.Text.RegularExpressions;

namespace Billing;

/// <summary>An organisation's key. It stands first in every table, cache key and lock key.</summary>
public readonly partial record struct TenantId
{
    private readonly string? _value;

    /// <param name="value">1 to 100 lower-case letters, digits and hyphens.</param>
    /// <exception cref="ArgumentException">The text is not such a key.</exception>
    public TenantId(string value)
    {
        if (value is null || !Allowed().IsMatch(value)) throw new ArgumentException("A tenant is 1 to 100 lower-case letters, digits and hyphens.", nameof(value));
        _value = value;
    }

    /// <summary>The key as text.</summary>
    /// <exception cref="InvalidOperationException">No tenant was set: nothing may be read or written.</exception>
    public string Value => _value ?? throw new InvalidOperationException("No tenant: nothing may be read or written without one.");

    /// <summary>Whether a tenant is set.</summary>
    public bool IsSet => _value is not null;

    public override string ToString() => _value ?? "(none)";

    [GeneratedRegex("^[a-z0-9-]{1,100}$")]
    private static partial Regex Allowed();
}
