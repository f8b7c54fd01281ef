using Billing.Invoicing.Contracts;
using static Billing.Stories.Story<Billing.Usage.Wallet, Billing.Usage.WalletEvent>;
using static Billing.Usage.Tests.Some;

namespace Billing.Usage.Tests;

public class A_wallet
{
    private static readonly DateOnly Today = Day("2025-11-19");
    private static readonly BilledClient Meadow = new(Id(1), "Meadow Health", Eur, true);
    private static readonly WalletOpened Opened = new(new ClientId(Id(1)), "Prepaid", Eur, 50, null, []);
    private static readonly WalletToppedUp Hundred = new("order-1", Euros(100), true);

    [Fact] public void is_opened_in_the_currency_of_its_client() => Given().When(_ => new OpenWallet(new(Id(1)), " Prepaid ").Decide(Meadow, Today)).Then(Opened);

    [Fact] public void of_nobody_is_refused() => Given().When(_ => new OpenWallet(new(Id(1)), "Prepaid").Decide(null, Today)).ThenRefused("unknown-client");

    [Fact] public void of_a_client_who_is_billed_no_longer_is_refused() => Given().When(_ => new OpenWallet(new(Id(1)), "Prepaid").Decide(Meadow with { IsActive = false }, Today)).ThenRefused("client-not-active");

    [Fact] public void that_has_expired_before_it_begins_is_refused() => Given().When(_ => new OpenWallet(new(Id(1)), "Prepaid", ExpiresOn: Today.AddDays(-1)).Decide(Meadow, Today)).ThenRefused("expiry-past");

    [Fact] public void with_a_scope_that_says_a_kind_twice_is_refused() => Given().When(_ => new OpenWallet(new(Id(1)), "Prepaid", Scope: ["calls", " calls"]).Decide(Meadow, Today)).ThenRefused("bad-scope");

    [Fact] public void is_topped_up() => Assert.Equal(Euros(100), Given(Opened).When(wallet => new TopUpWallet("order-1", Euros(100), true).Decide(wallet, Today)).Then(Hundred).Balance);

    [Fact] public void is_topped_up_once_by_one_source() => Given(Opened, Hundred).When(wallet => new TopUpWallet("order-1", Euros(100), true).Decide(wallet, Today)).ThenNothing();

    [Fact] public void is_not_topped_up_by_one_source_in_two_ways() => Given(Opened, Hundred).When(wallet => new TopUpWallet("order-1", Euros(99), true).Decide(wallet, Today)).ThenRefused("source-taken");

    [Fact] public void takes_no_other_currency() => Given(Opened).When(wallet => new TopUpWallet("a", new Money(1, Usd)).Decide(wallet, Today)).ThenRefused("wrong-currency");

    [Fact] public void takes_nothing_that_is_not_positive() => Given(Opened).When(wallet => new TopUpWallet("a", Euros(0)).Decide(wallet, Today)).ThenRefused("amount-not-positive");

    [Fact] public void pays() => Assert.Equal(Euros(60), Given(Opened, Hundred).When(Paying("line-1", 40)).Then(Used("line-1", 40)).Balance);

    [Fact] public void pays_once_for_one_source() => Given(Opened, Hundred, Used("line-1", 40)).When(Paying("line-1", 40)).ThenNothing();

    [Fact] public void pays_once_for_one_source_when_it_is_empty_by_then_too() => Given(Opened, Hundred, Used("line-1", 100)).When(Paying("line-1", 100)).ThenNothing();

    [Fact] public void pays_everything_that_is_in_it() => Assert.Equal(Euros(0), Given(Opened, Hundred).When(Paying("line-1", 100)).Then(Used("line-1", 100)).Balance);

    [Fact] public void has_what_it_is_given_back() => Assert.Equal(Euros(70), Fold(Wallet.Initial, Opened, Hundred, Used("line-1", 40), new WalletGivenBack("bill/2", Euros(10))).Balance);

    [Fact] public void that_was_voided_has_nothing_even_when_something_comes_back() => Assert.Equal(Euros(0), Fold(Wallet.Initial, Opened, Hundred, Used("line-1", 40), new WalletVoided("Over"), new WalletGivenBack("bill/2", Euros(10))).Balance);

    [Fact] public void never_falls_below_nothing() => Given(Opened, Hundred, Used("line-1", 60)).When(Paying("line-2", 40.01m)).ThenRefused("balance-too-low");

    [Fact] public void pays_on_its_last_day() => Given(Opened with { ExpiresOn = Today }, Hundred).When(Paying("line-1", 1)).Then(Used("line-1", 1));

    [Fact] public void pays_nothing_after_its_last_day() => Given(Opened with { ExpiresOn = Today.AddDays(-1) }, Hundred).When(Paying("line-1", 1)).ThenRefused("wallet-expired");

    [Fact] public void pays_what_falls_into_its_scope() => Given(Opened with { Scope = ["calls"] }, Hundred).When(Paying("line-1", 1, "calls")).Then(Used("line-1", 1, "calls"));

    [Fact] public void pays_nothing_outside_its_scope() => Given(Opened with { Scope = ["calls"] }, Hundred).When(Paying("line-1", 1, "storage")).ThenRefused("out-of-scope");

    [Fact] public void is_topped_up_by_its_rule_when_a_use_leaves_too_little() =>
        Assert.Equal(Euros(105), Given(Opened, Hundred, new TopUpRuleAgreed(Euros(20), Euros(90))).When(Paying("line-1", 85)).Then(Used("line-1", 85), new WalletToppedUpByRule("line-1", Euros(90))).Balance);

    [Fact] public void is_left_alone_by_its_rule_while_there_is_enough() => Given(Opened, Hundred, new TopUpRuleAgreed(Euros(20), Euros(90))).When(Paying("line-1", 80)).Then(Used("line-1", 80));

    [Fact] public void is_left_alone_once_its_rule_is_dropped() => Given(Opened, Hundred, new TopUpRuleAgreed(Euros(20), Euros(90)), new TopUpRuleDropped()).When(Paying("line-1", 95)).Then(Used("line-1", 95));

    [Fact] public void has_one_rule() => Given(Opened, new TopUpRuleAgreed(Euros(20), Euros(90))).When(new ArrangeTopUps(Euros(20), Euros(90)).Decide).ThenNothing();

    [Fact] public void is_voided_with_what_is_in_it() => Assert.Equal(Euros(0), Given(Opened, Hundred).When(new VoidWallet("A mistake").Decide).Then(new WalletVoided("A mistake")).Balance);

    [Fact] public void is_not_voided_without_a_reason() => Given(Opened).When(new VoidWallet(" ").Decide).ThenRefused("reason-missing");

    [Fact] public void that_was_voided_pays_nothing() => Given(Opened, Hundred, new WalletVoided("A mistake")).When(Paying("line-1", 1)).ThenRefused("wallet-voided");

    private static Func<Wallet, Decision<WalletEvent>> Paying(string source, decimal amount, string? kind = null) => wallet => new UseWallet(source, Euros(amount), kind).Decide(wallet, Today);

    private static WalletUsed Used(string source, decimal amount, string? kind = null) => new(source, Euros(amount), kind);
}
