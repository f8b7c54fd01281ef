using Billing.Stories;
using Billing.Web;
using Microsoft.Extensions.Configuration;
using static Billing.Stories.Story<Billing.AiCosts.AiAccount, Billing.AiCosts.AiAccountEvent>;

namespace Billing.AiCosts.Tests;

public class Accounts_of_providers
{
    private const string Key = "sk-admin-0123456789abcdef";
    private static readonly DateOnly Today = new(2026, 11, 13);
    private static readonly OutgoingRules Rules = new("gateway.inside.test:4000");
    private static readonly AiProviders Providers = new(new ConfigurationBuilder().Build(), new AiCalls(new OutgoingCalls(Rules), TimeProvider.System));
    private static readonly AiProvider Gateway = new("litellm", "LiteLLM proxy", AiReading.Money, "its admin key");
    private static readonly AiProvider Team = new("xai", "xAI", AiReading.Money, "a management key", new Uri("https://management-api.x.ai"), "a team", 60);

    private static AiAccountOpened Opened(string provider = "openai", string address = "", string scope = "") => new(provider, "Research", AiRole.Money, address, scope, new(2026, 10, 1));

    private static readonly AiCredentialKept Kept = new("sk-…cdef");

    private static Func<AiAccount, Decision<AiAccountEvent>> Opening(OpenAccount command, AiProvider? provider = null) => _ => command.Decide(provider ?? Providers.Find(command.Provider), Rules, Today);

    private static Func<AiAccount, Decision<AiAccountEvent>> Arranging(ArrangeAccount command, AiProvider? provider = null) => now => command.Decide(now, provider ?? Providers.Find(now.Provider)!, Rules);

    [Fact]
    public void are_opened_with_what_is_unusual_about_them() => Given().When(Opening(new("openai", " Research ", Key, AiRole.Attribution, MonthlyLimit: new Money(250, Currency.Parse("USD")), EveryMinutes: 240, Tags: ["b", "a", "b"], ReadFrom: new(2026, 11, 1))))
        .Then(new AiAccountOpened("openai", "Research", AiRole.Attribution, "", "", new(2026, 11, 1)), Kept, new AiMonthlyLimitAgreed(new Money(250, Currency.Parse("USD"))), new AiReadingPaced(240), new AiAccountTagged(["a", "b"]));

    [Fact]
    public void are_read_from_the_month_before_unless_said_otherwise() => Given().When(Opening(new("openai", "Research", Key))).Then(Opened(), Kept);

    [Fact]
    public void need_no_credential_where_the_provider_tells_nothing()
    {
        Assert.False(Given().When(Opening(new("own", "Research"))).Then(Opened("own")).IsRead);
        Given().When(Opening(new("own", "Research", Key))).ThenRefused("credential-useless");
    }

    [Theory]
    [InlineData("credential-missing", null)]
    [InlineData("credential-wrong", "")]
    [InlineData("credential-wrong", "sk-admin one")]
    [InlineData("credential-wrong", "sk-admin\n")]
    public void need_a_credential_that_can_be_one(string code, string? credential) => Given().When(Opening(new("openai", "Research", credential))).ThenRefused(code);

    [Fact]
    public void are_at_a_provider_of_the_catalogue() => Given().When(Opening(new("skynet", "Research", Key))).ThenRefused("ai-provider-unknown");

    [Theory]
    [InlineData("ai-address-missing", null)]
    [InlineData("ai-address-wrong", "gateway.example.test")]
    [InlineData("ai-address-wrong", "http://gateway.example.test")]
    [InlineData("ai-address-wrong", "https://127.0.0.1")]
    [InlineData("ai-address-wrong", "https://169.254.169.254/latest/meta-data")]
    [InlineData("ai-address-wrong", "https://[::ffff:10.0.0.1]")]
    [InlineData("ai-address-wrong", "https://100.64.0.1")]
    [InlineData("ai-address-wrong", "https://key:word@gateway.example.test")]
    [InlineData("ai-address-wrong", "https://gateway.example.test/?next=1")]
    public void of_ones_own_say_where_they_are_and_not_inside(string code, string? address) => Given().When(Opening(new("litellm", "Research", Key, BaseUrl: address), Gateway)).ThenRefused(code);

    [Fact]
    public void of_ones_own_may_be_inside_where_the_operator_says_so() => Given().When(Opening(new("litellm", "Research", Key, BaseUrl: "http://gateway.inside.test:4000/"), Gateway)).Then(Opened("litellm", "http://gateway.inside.test:4000"), Kept);

    [Fact]
    public void at_one_place_for_everybody_say_no_address() => Given().When(Opening(new("openai", "Research", Key, BaseUrl: "https://elsewhere.example.test"))).ThenRefused("ai-address-fixed");

    [Fact]
    public void say_whose_reports_are_meant_where_the_provider_asks()
    {
        Given().When(Opening(new("xai", "Research", Key, EveryMinutes: 60), Team)).ThenRefused("ai-scope-missing");
        Given().When(Opening(new("xai", "Research", Key, Scope: "team/../1"), Team)).ThenRefused("ai-scope-wrong");
        Given().When(Opening(new("xai", "Research", Key, Scope: "team-1"), Team)).Then(Opened("xai", scope: "team-1"), Kept);
        Given().When(Opening(new("xai", "Research", Key, Scope: "team-1", EveryMinutes: 30), Team)).ThenRefused("ai-pace-wrong");
    }

    [Fact]
    public void have_a_limit_a_pace_and_tags_within_reason()
    {
        Given().When(Opening(new("openai", "Research", Key, MonthlyLimit: Money.Zero(Currency.Parse("USD"))))).ThenRefused("ai-limit-not-positive");
        Given().When(Opening(new("openai", "Research", Key, EveryMinutes: 0))).ThenRefused("ai-pace-wrong");
        Given().When(Opening(new("openai", "Research", Key, Tags: [new string('a', 51)]))).ThenRefused("ai-tags-wrong");
        Given().When(Opening(new("openai", "Research", Key, ReadFrom: Today.AddDays(1)))).ThenRefused("ai-read-from-wrong");
    }

    [Fact]
    public void of_another_address_ask_for_the_credential_again()
    {
        Given(Opened("litellm", "https://gateway.example.test"), Kept).When(Arranging(new("Research", BaseUrl: "https://thief.example.test"), Gateway)).ThenRefused("credential-missing");
        Given(Opened("litellm", "https://gateway.example.test"), Kept).When(Arranging(new("Research", Key, BaseUrl: "https://other.example.test"), Gateway)).Then(new AiAccountMoved("https://other.example.test", ""), Kept);
        Given(Opened("xai", scope: "team-1"), Kept).When(Arranging(new("Research", Scope: "team-2"), Team)).ThenRefused("credential-missing");
    }

    [Fact]
    public void that_are_arranged_as_they_are_stay_so() => Given(Opened(), Kept).When(Arranging(new("Research"))).ThenNothing();

    [Fact]
    public void are_paused_and_resumed()
    {
        Assert.False(Given(Opened(), Kept).When(Arranging(new("Research", Active: false))).Then(new AiAccountPaused()).IsRead);
        Assert.True(Given(Opened(), Kept, new AiAccountPaused()).When(Arranging(new("Research"))).Then(new AiAccountResumed()).IsRead);
    }

    [Fact]
    public void whose_credential_was_rejected_are_read_again_with_another()
    {
        var rejected = new AiCredentialRejected("credential-rejected");
        Assert.False(AiAccount.Initial.Apply(Opened()).Apply(Kept).Apply(rejected).IsRead);
        Assert.True(Given(Opened(), Kept, rejected).When(Arranging(new("Research", Key))).Then(Kept).IsRead);
    }

    [Fact]
    public void that_are_archived_stay_so_without_a_credential()
    {
        Assert.Equal((true, AiCredentialState.None, ""), Given(Opened(), Kept).When(ArchiveAccount.Decide).Then(new AiAccountArchived()) is var now ? (now.IsArchived, now.Credential, now.Shown) : default);
        Given(Opened(), Kept, new AiAccountArchived()).When(ArchiveAccount.Decide).ThenNothing();
        Given(Opened(), Kept, new AiAccountArchived()).When(Arranging(new("Research", Key))).ThenRefused("ai-account-archived");
    }

    [Fact]
    public void tell_nobody_their_credential()
    {
        Assert.DoesNotContain(Key, new OpenAccount("openai", "Research", Key).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, new ArrangeAccount("Research", Key).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, new AiConnection(new Uri("https://api.openai.com"), Key).ToString(), StringComparison.Ordinal);
    }
}
