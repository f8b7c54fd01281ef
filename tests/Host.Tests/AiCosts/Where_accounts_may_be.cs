using Billing.Host.Tests.Facilities;
using Billing.Testing;

namespace Billing.Host.Tests.AiCosts;

/// <summary>What an operator has allowed is called; a credential does not go along to another address.</summary>
public class Where_accounts_may_be : Observatory
{
    [Theory]
    [InlineData("https://[::1]")]
    [InlineData("https://localhost")]
    [InlineData("https://0.0.0.0")]
    [InlineData("https://10.0.0.1")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::ffff:169.254.169.254]")]
    [InlineData("https://[fd00:ec2::254]")]
    [InlineData("https://100.100.100.200")]
    [InlineData("https://metadata.google.internal")]
    public async Task is_nowhere_inside(string address)
    {
        foreach (var desk in new[] { Ours, Theirs }) (await desk.Post("/api/ai/accounts", new { provider = "litellm", name = "Inside", credential = Key, baseUrl = address })).Refused("ai-address-wrong");
        var id = await Proxy();
        (await Ours.Put($"/api/ai/accounts/{id}", new { name = "Proxy", credential = Key, baseUrl = address })).Refused("ai-address-wrong");
        Assert.Equal(Provider.Address, (await Ours.Get($"/api/ai/accounts/{id}")).Ok().Text("baseUrl"));
    }

    [Fact]
    public async Task asks_for_the_credential_again_when_it_is_another_place()
    {
        await using var elsewhere = await PretendedProvider.Start();
        elsewhere.Say(_ => new(200, """{"results":[]}"""));
        var (id, theirs) = (await Proxy(), await Open(Theirs));
        (await Ours.Put($"/api/ai/accounts/{id}", new { name = "Proxy", baseUrl = elsewhere.Address })).Refused("credential-missing");
        (await Ours.Post($"/api/ai/accounts/{id}/test")).Done();
        Assert.Empty(elsewhere.Asked);
        Assert.Equal(Provider.Address, (await Ours.Get($"/api/ai/accounts/{id}")).Ok().Text("baseUrl"));
        (await Ours.Put($"/api/ai/accounts/{id}", new { name = "Proxy", baseUrl = elsewhere.Address, credential = "sk-another-0123456789abcdef" })).Ok();
        (await Ours.Post($"/api/ai/accounts/{id}/test")).Done();
        Assert.Equal(["Bearer sk-another-0123456789abcdef"], elsewhere.Shown.Distinct());
        Assert.Equal(404, (int)(await Theirs.Put($"/api/ai/accounts/{id}", new { name = "Proxy", baseUrl = elsewhere.Address, credential = Key })).Status);
        Assert.Equal("kept", (await Theirs.Get($"/api/ai/accounts/{theirs}")).Ok().Text("credential"));
    }

    private async Task<string> Proxy()
    {
        Provider.Say(request => new(200, request.Path == "/user/daily/activity" ? """{"results":[]}""" : """{"data":[],"has_more":false}"""));
        return (await Ours.Post("/api/ai/accounts", new { provider = "litellm", name = "Proxy", credential = Key, baseUrl = Provider.Address })).Ok(201).Text("id");
    }
}

/// <summary>Where an operator has allowed nothing, this machine itself is not called either, even where a provider is said to be here.</summary>
public class Where_nothing_inside_is_allowed : Observatory
{
    private protected override async Task<IReadOnlyDictionary<string, string?>> Settings() =>
        new Dictionary<string, string?>((await base.Settings()).Where(setting => setting.Key != "Egress:AllowedNetworks"));

    [Fact]
    public async Task this_machine_is_not_called()
    {
        foreach (var desk in new[] { Ours, Theirs })
        {
            (await desk.Post("/api/ai/accounts", new { provider = "litellm", name = "Proxy", credential = Key, baseUrl = Provider.Address })).Refused("ai-address-wrong");
            (await desk.Post("/api/ai/accounts", new { provider = "openai", name = "Research", credential = Key })).Refused("provider-down");
        }
        Assert.Empty(Provider.Asked);
    }
}
