using Billing.Host.Tests.Facilities;
using Billing.Identity;
using Billing.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Host.Tests.Identity;

/// <summary>What a library of others makes of our tokens, and what we make of those it forges.</summary>
public class Tokens_and_jose : Town
{
    [Fact]
    public async Task agree_on_ours_and_on_nothing_that_was_forged()
    {
        var ann = await Owner("acme", "ann@example.test");
        var key = await Product.Services.GetRequiredService<SigningKeys>().Current(Stop);
        await using var jose = await Counterpart.Start("jose.mjs", new
        {
            token = ann.Access, keys = new Uri(Product.Http.BaseAddress!, "/.well-known/jwks.json"), issuer = Jwt.Issuer, audience = Jwt.Audience, kid = key.Id,
            privateKey = $"-----BEGIN PRIVATE KEY-----\n{Convert.ToBase64String(key.Private(), Base64FormattingOptions.InsertLineBreaks)}\n-----END PRIVATE KEY-----",
        });
        var verified = await jose.Until("verified", _ => true);
        Assert.Equal((await ann.Get("/api/auth/me")).Ok().Text("person.id"), verified.GetProperty("subject").GetString());
        Assert.Equal(1800, verified.GetProperty("lasts").GetInt32());
        Assert.Equal(["alg", "kid", "typ"], verified.GetProperty("header").EnumerateObject().Select(member => member.Name).Order());

        var made = jose.Said.Where(said => said.GetProperty("event").GetString() == "made").ToList();
        Assert.True(made.Count > 30);
        var wrong = new List<string>();
        foreach (var one in made)
        {
            var who = new Visitor(Product, "203.0.113.99") { Access = one.GetProperty("token").GetString() };
            var (status, name) = ((int)(await who.Get("/api/auth/me")).Status, one.GetProperty("name").GetString()!);
            var right = one.GetProperty("good").GetBoolean() ? status == 200 : status == 401 || (status == 431 && name == "100 kB"); // which the server itself does not listen to
            if (!right) wrong.Add($"{name}: {status}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task agree_while_one_key_follows_another()
    {
        var (ann, other) = (await Owner("acme", "ann@example.test"), await Owner("other"));
        var keys = Product.Services.GetRequiredService<SigningKeys>();
        var before = (await keys.Current(Stop)).Id;
        await keys.Rotate(Stop);
        Product.Clock.Forward(SigningKeys.Lead);
        (await ann.Get("/api/auth/me")).Ok();
        var fresh = Somebody();
        fresh.Keep((await LogIn(fresh, "ann@example.test")).Ok());
        Assert.NotEqual(Header(ann.Access!), Header(fresh.Access!));
        var listed = (await Somebody().Get("/.well-known/jwks.json")).Ok()["keys"]!.AsArray().Select(one => one.Text("kid")).ToList();
        Assert.Equal(2, listed.Count);
        Assert.Contains(before, listed);
        Assert.DoesNotContain("\"d\"", (await Somebody().Get("/.well-known/jwks.json")).Text, StringComparison.Ordinal);
        await using var second = await Start(); // another node knows both
        second.Clock.Forward(SigningKeys.Lead);
        Assert.All(await Task.WhenAll(new[] { ann, fresh, other }.Select(who => new Visitor(second, "203.0.113.98") { Access = who.Access }.Get("/api/auth/me"))), answer => answer.Ok());
    }

    private static string Header(string token) => token.Split('.')[0];
}
