using Billing.Invoicing.Contracts;
using static Billing.Invoicing.Tests.Some;

namespace Billing.Invoicing.Tests;

public class A_customer_of_stripes
{
    private static readonly OutsideCustomer Told = new("cus_1", "Meadow Health", "bills@meadow.example.test", Eur, null);

    [Fact]
    public void that_nobody_here_knows_becomes_a_client()
    {
        var client = Added(Told);
        Assert.Equal(("Meadow Health", "bills@meadow.example.test", Eur, "cus_1", ClientStanding.Active), (client.Name, Assert.Single(client.Emails), client.Currency, client.OutsideIds.Stripe, client.Standing));
    }

    [Theory, InlineData(null, "bills@meadow.example.test", "bills@meadow.example.test"), InlineData(" ", null, "cus_1"), InlineData("Meadow\r\nBcc: all", null, "Meadow Bcc: all")]
    public void is_called_what_it_is_known_by(string? name, string? email, string called) => Assert.Equal(called, Added(Told with { Name = name, Email = email }).Name);

    [Fact] public void whose_address_is_none_has_no_reader() => Assert.Empty(Added(Told with { Email = "not an address" }).Emails);

    private static Client Added(OutsideCustomer told) => Fold(Client.Initial, [.. OutsideClients.Added(Meadow, told)]);
}
