using static Billing.Invoicing.Tests.Papers;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Client, Billing.Invoicing.ClientEvent>;

namespace Billing.Invoicing.Tests;

public class Mails_from_a_client_that_came_back
{
    private static readonly SendingId Mail = new(Id(95));
    private static readonly Sending Back = Fold(Sending.Initial, new SendingAsked(TheInvoice, [About("bills@meadow.example.test")], [], About("Invoice"), About("Hello"), null), new InvoiceSent([]), new SendingBounced(About("bills@meadow.example.test"), About("550 No such user")));
    private static readonly ClientEvent[] Meadow = [new ClientAdded(Said("Meadow"), Eur), new ClientReadersNamed([Said("Bills@meadow.example.test")], [Said("boss@meadow.example.test")])];
    private static readonly ClientReaderBounced Bounced = new(Said("bills@meadow.example.test"), Said("550 No such user"), Mail, Day("2026-02-01"), TheInvoice, null);

    [Fact]
    public void are_noted_at_the_address() => Given(Meadow).When(Noted("bills@meadow.example.test")).Then(Bounced);

    [Fact]
    public void are_nobody_s_business_once_the_address_was_replaced() => Given(Meadow).When(Noted("old@meadow.example.test")).ThenNothing();

    [Fact]
    public void are_shown_until_the_address_is_replaced_or_said_to_be_right()
    {
        var client = Fold(Client.Initial, [.. Meadow, Bounced]);
        Assert.Equal("bills@meadow.example.test 550 No such user", $"{Assert.Single(client.Bounced).Reader} {client.Bounced[0].Reason}");
        Assert.Single(Fold(client, Bounced with { On = Day("2026-02-05") }).Bounced);
        Assert.Single(Fold(client, new ClientReadersNamed([Said("bills@meadow.example.test"), Said("new@meadow.example.test")], [])).Bounced);
        Assert.Empty(Fold(client, new ClientReadersNamed([Said("new@meadow.example.test")], [])).Bounced);
        Assert.Empty(Fold(client, new ClientReaderConfirmed(Said("BILLS@meadow.example.test"))).Bounced);
        Assert.Empty(Fold(client, new ClientForgotten()).Bounced);
    }

    [Fact]
    public void are_confirmed_once()
    {
        Given([.. Meadow, Bounced]).When(Right("BILLS@meadow.example.test ")).Then(new ClientReaderConfirmed(Said("bills@meadow.example.test")));
        Given(Meadow).When(Right("bills@meadow.example.test")).ThenNothing();
        Given(Meadow).When(Right("old@meadow.example.test")).ThenRefused("no-such-reader");
    }

    private static Func<Client, Decision<ClientEvent>> Noted(string reader) => client => BouncedReader.Note(client, Some.Meadow, Mail, Back, About(reader), Day("2026-02-01"));

    private static Func<Client, Decision<ClientEvent>> Right(string email) => client => new ConfirmReader(email).Decide(client, Some.Meadow);
}
