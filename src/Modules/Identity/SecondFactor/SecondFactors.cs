using System.Security.Cryptography;
using Billing.EventStore;

namespace Billing.Identity;

/// <summary>The second factors of people: the secret of a device, and recovery codes for when it is lost. A code of either works once.</summary>
internal sealed class SecondFactors(EventStore.EventStore store, TimeProvider time)
{
    private const string Offer = "insert into identity_second_factors (tenant_id, person_id) values ($1, $2) on conflict (tenant_id, person_id) do update set last_step = 0 where identity_second_factors.confirmed_at is null";
    private const string Find = "select confirmed_at is not null from identity_second_factors where tenant_id = $1 and person_id = $2";
    private const string UseStep = "update identity_second_factors set last_step = $3 where tenant_id = $1 and person_id = $2 and last_step < $3 returning true";
    private const string UseCode = "update identity_recovery_codes set used_at = $4 where tenant_id = $1 and person_id = $2 and hash = $3 and used_at is null returning true";
    private const string Confirmed = "update identity_second_factors set confirmed_at = $3 where tenant_id = $1 and person_id = $2";
    private const string DropCodes = "delete from identity_recovery_codes where tenant_id = $1 and person_id = $2";
    private const string Drop = "delete from identity_second_factors where tenant_id = $1 and person_id = $2";
    private const string KeepCode = "insert into identity_recovery_codes (tenant_id, person_id, hash) values ($1, $2, $3)";
    private const string Letters = "23456789abcdefghjkmnpqrstvwxyz";
    private const int Codes = 10;

    private Session Table => store.Open(Tenants.People, Actor.System);

    /// <summary>A new secret that waits to be confirmed; null when there is a confirmed one.</summary>
    public async Task<byte[]?> Begin(PersonId person, CancellationToken stop)
    {
        if (await IsConfirmed(person, stop) is true) return null;
        var secret = Totp.MakeSecret();
        await Table.Write(new Statement(Offer, Value.Id(person.Value)), store.Secrets.Put(Tenants.People, RecordOf(person), "totp", Convert.ToBase64String(secret), time.GetUtcNow()));
        return secret;
    }

    /// <summary>Whether a code fits the secret that waits, and uses it up.</summary>
    public async Task<bool> Fits(PersonId person, string code, bool confirmed, CancellationToken stop) =>
        await Secret(person, confirmed, stop) is { } secret && Totp.Match(secret, Digits(code), time.GetUtcNow()) is { } step
        && await Table.One(UseStep, row => row.GetBoolean(0), CancellationToken.None, Value.Id(person.Value), Value.Number(step));

    /// <summary>Whether somebody showed their second factor by a code of the device or a recovery code, which is used up.</summary>
    public async Task<bool> Accept(PersonId person, string code, CancellationToken stop) =>
        await Fits(person, code, confirmed: true, stop)
        || await Table.One(UseCode, row => row.GetBoolean(0), CancellationToken.None, Value.Id(person.Value), Value.Text(HashOf(person, code)), Value.Moment(time.GetUtcNow()));

    /// <summary>Fresh recovery codes, and what keeps their hashes in place of the old ones'.</summary>
    public static (IReadOnlyList<string> Codes, IReadOnlyList<Statement> Kept) Renew(PersonId person)
    {
        string[] codes = [.. Enumerable.Range(0, Codes).Select(_ => $"{RandomNumberGenerator.GetString(Letters, 5)}-{RandomNumberGenerator.GetString(Letters, 5)}")];
        return (codes, [new(DropCodes, Value.Id(person.Value)), .. codes.Select(code => new Statement(KeepCode, Value.Id(person.Value), Value.Text(HashOf(person, code))))]);
    }

    public static Statement Confirm(PersonId person, DateTimeOffset at) => new(Confirmed, Value.Id(person.Value), Value.Moment(at));

    public static IReadOnlyList<Statement> Remove(PersonId person) => [new(Drop, Value.Id(person.Value)), new(DropCodes, Value.Id(person.Value)), Secrets.Drop(RecordOf(person))];

    private async Task<byte[]?> Secret(PersonId person, bool confirmed, CancellationToken stop) =>
        await IsConfirmed(person, stop) == confirmed && await store.Secrets.Open(Tenants.People, RecordOf(person), "totp", stop) is { } secret ? Convert.FromBase64String(secret) : null;

    /// <summary>Null when there is none.</summary>
    private Task<bool?> IsConfirmed(PersonId person, CancellationToken stop) => Table.One<bool?>(Find, row => row.GetBoolean(0), stop, Value.Id(person.Value));

    private static string RecordOf(PersonId person) => "identity.second_factor/" + person;

    private static string Digits(string code) => code.Length > 20 ? "" : code.Replace(" ", "", StringComparison.Ordinal);

    private static string HashOf(PersonId person, string code) => Identity.Secret.Hash($"{person} {(code.Length > 40 ? "" : code.Trim().ToLowerInvariant().Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal))}");
}
