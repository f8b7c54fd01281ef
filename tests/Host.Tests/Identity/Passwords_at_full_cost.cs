using Billing.Host.Tests.Facilities;
using Billing.Identity;
using Npgsql;

namespace Billing.Host.Tests.Identity;

/// <summary>Other stories hash with few rounds, so that they do not take their time from each other; these do as the product does.</summary>
public class Passwords_at_full_cost : Town
{
    private protected override HashingCost? Cost => null;

    [Fact]
    public async Task are_kept_and_let_their_owner_in()
    {
        await Owner("acme", "ann@example.test");
        Assert.StartsWith("(pbkdf2-sha512$210000$", await Ask("select hash from identity_passwords"), StringComparison.Ordinal);
        (await LogIn(Somebody(), "ann@example.test")).Ok();
        (await LogIn(Somebody(), "ann@example.test", Password + " ")).Refused("wrong-credentials", 401);
    }

    [Fact]
    public async Task makes_a_weak_hash_stronger()
    {
        await Owner("acme", "ann@example.test");
        await using (var connection = await Connect())
        await using (var command = new NpgsqlCommand($"update identity_passwords set hash = '{PasswordHash.Make(Password, 1000)}'", connection)) Assert.Equal(1, await command.ExecuteNonQueryAsync(Stop));
        (await LogIn(Somebody(), "ann@example.test")).Ok();
        Assert.Contains("pbkdf2-sha512$210000$", await Ask("select hash from identity_passwords"), StringComparison.Ordinal);
        (await LogIn(Somebody(), "ann@example.test")).Ok();
    }
}
