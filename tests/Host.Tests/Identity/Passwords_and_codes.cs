using Billing.Host.Tests.Facilities;
using Billing.Identity;

namespace Billing.Host.Tests.Identity;

public class Passwords_and_codes : Town
{
    private const string Another = "four rather unrelated words";

    [Fact]
    public async Task change_with_the_old_one_and_end_other_sessions()
    {
        var (here, there) = (await Owner("acme", "ann@example.test"), Somebody());
        there.Keep((await LogIn(there, "ann@example.test")).Ok());
        (await here.Post("/api/auth/password/change", new { oldPassword = "another one it is", newPassword = Another })).Refused("wrong-password");
        (await here.Post("/api/auth/password/change", new { oldPassword = Password, newPassword = "password" })).Refused("password-common");
        (await here.Post("/api/auth/password/change", new { oldPassword = Password, newPassword = Password })).Refused("same-password");
        Assert.Equal(204, (int)(await here.Post("/api/auth/password/change", new { oldPassword = Password, newPassword = Another })).Status);
        (await here.Get("/api/auth/me")).Ok();
        (await there.Get("/api/auth/me")).Refused("sign-in-first", 401);
        (await there.Post("/api/auth/refresh", new { refreshToken = there.Refresh })).Refused("sign-in-first", 401);
        (await LogIn(Somebody(), "ann@example.test")).Refused("wrong-credentials", 401);
        (await LogIn(Somebody(), "ann@example.test", Another)).Ok();
    }

    [Fact]
    public async Task are_reset_by_a_link_that_is_good_once_and_for_half_an_hour()
    {
        var ann = await Owner("acme", "ann@example.test");
        Assert.Equal(202, (int)(await Somebody().Post("/api/auth/password/forgot", new { email = "nobody@example.test" })).Status);
        Assert.Equal(202, (int)(await Somebody().Post("/api/auth/password/forgot", new { email = "ANN@example.test" })).Status);
        var token = await Secret(ResetMail.Name);
        Assert.DoesNotContain(token, await Ask("select * from messages") + await Ask("select * from identity_links"), StringComparison.Ordinal);

        (await Somebody().Post("/api/auth/password/reset", new { token, password = "password" })).Refused("password-common");
        Assert.Equal(204, (int)(await Somebody().Post("/api/auth/password/reset", new { token, password = Another })).Status);
        (await Somebody().Post("/api/auth/password/reset", new { token, password = Another })).Refused("link-invalid", 410);
        (await ann.Get("/api/auth/me")).Refused("sign-in-first", 401);
        (await LogIn(Somebody(), "ann@example.test", Another)).Ok();

        Product.Clock.Forward(TimeSpan.FromMinutes(6));
        await Somebody().Post("/api/auth/password/forgot", new { email = "ann@example.test" });
        var late = await Secret(ResetMail.Name);
        Product.Clock.Forward(TimeSpan.FromMinutes(31));
        (await Somebody().Post("/api/auth/password/reset", new { token = late, password = Password })).Refused("link-invalid", 410);
    }

    [Fact]
    public async Task of_mail_addresses_are_verified_by_a_link()
    {
        var ann = await Owner("acme", "ann@example.test");
        var token = await Secret(VerificationMail.Name);
        Assert.Equal("False", (await ann.Get("/api/auth/me")).Ok()["person"]!["emailVerified"]!.GetValue<bool>().ToString());
        (await Somebody().Post("/api/auth/password/reset", new { token, password = Another })).Refused("link-invalid", 410); // a link is for one thing
        Assert.Equal(204, (int)(await Somebody().Post("/api/auth/email/verify", new { token })).Status);
        (await Somebody().Post("/api/auth/email/verify", new { token })).Refused("link-invalid", 410);
        Assert.True((await ann.Get("/api/auth/me")).Ok()["person"]!["emailVerified"]!.GetValue<bool>());
    }

    [Fact]
    public async Task of_a_device_are_asked_for_once_enrolled_and_work_once()
    {
        var ann = await Owner("acme", "ann@example.test");
        var offer = (await ann.Post("/api/auth/totp/begin")).Ok();
        Assert.StartsWith("otpauth://totp/Billing:ann%40example.test?secret=", offer.Text("uri"), StringComparison.Ordinal);
        Assert.StartsWith("<svg", offer.Text("qr"), StringComparison.Ordinal);
        (await ann.Post("/api/auth/totp/confirm", new { code = "000000" })).Refused("second-factor-wrong");
        (await LogIn(Somebody(), "ann@example.test")).Ok(); // not yet
        var spent = CodeOf(offer);
        var recovery = (await ann.Post("/api/auth/totp/confirm", new { code = spent })).Ok()["codes"]!.AsArray().Select(code => code!.GetValue<string>()).ToList();
        Assert.Equal(10, recovery.Distinct().Count());
        Assert.DoesNotContain(recovery[0], await Ask("select * from identity_recovery_codes"), StringComparison.Ordinal);
        (await ann.Post("/api/auth/totp/begin")).Refused("second-factor-enrolled");

        (await LogIn(Somebody(), "ann@example.test")).Refused("second-factor-needed", 401);
        (await LogIn(Somebody(), "ann@example.test", code: spent)).Refused("second-factor-wrong", 401); // it confirmed the enrolment
        Product.Clock.Forward(TimeSpan.FromMinutes(1));
        var code = CodeOf(offer);
        (await LogIn(Somebody(), "ann@example.test", "not the password", code: code)).Refused("wrong-credentials", 401);
        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LogIn(Somebody(), "ann@example.test", code: code)));
        Assert.Single(tries, answer => (int)answer.Status == 200);

        (await LogIn(Somebody(), "ann@example.test", code: recovery[0].ToUpperInvariant())).Ok();
        (await LogIn(Somebody(), "ann@example.test", code: recovery[0])).Refused("second-factor-wrong", 401);
        (await ann.Post("/api/auth/totp/remove", new { password = "another one it is" })).Refused("not-proven");
        Assert.Equal(204, (int)(await ann.Post("/api/auth/totp/remove", new { password = Password })).Status);
        (await LogIn(Somebody(), "ann@example.test")).Ok();
    }

    private string CodeOf(System.Text.Json.Nodes.JsonNode offer) => Totp.Code(FromBase32(offer.Text("secret")), Totp.StepOf(Product.Clock.GetUtcNow()));

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(n => Convert.ToByte(bits.Substring(n * 8, 8), 2))];
    }
}
