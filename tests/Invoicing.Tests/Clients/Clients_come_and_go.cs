using Billing.EventStore;
using static Billing.Invoicing.Tests.Some;
using static Billing.Stories.Story<Billing.Invoicing.Client, Billing.Invoicing.ClientEvent>;

namespace Billing.Invoicing.Tests;

public class Archiving_a_client
{
    private static readonly ClientAdded Added = new(Said("Meadow"), Eur);

    [Fact]
    public void keeps_it() => Assert.Equal((ClientStanding.Archived, "Meadow"), Given(Added).When(ArchiveClient.Decide).Then(new ClientArchived()) is var client ? (client.Standing, client.Name) : default);

    [Fact]
    public void twice_changes_nothing() => Given(Added, new ClientArchived()).When(ArchiveClient.Decide).ThenNothing();

    [Fact]
    public void can_be_undone() => Assert.Equal(ClientStanding.Active, Given(Added, new ClientArchived()).When(RestoreClient.Decide).Then(new ClientRestored()).Standing);

    [Fact]
    public void is_undone_once() => Given(Added).When(RestoreClient.Decide).ThenNothing();

    [Fact]
    public void of_a_double_is_not_undone() => Given(Added, new ClientMerged(Other)).When(RestoreClient.Decide).ThenRefused("client-merged");

    [Fact]
    public void of_one_forgotten_is_not_undone() => Given(Added, new ClientArchived(), new ClientForgotten()).When(RestoreClient.Decide).ThenRefused("client-forgotten");
}

public class Merging_a_double
{
    private static readonly ClientAdded Added = new(Said("Meadow"), Eur);
    private static readonly Client Orchard = Fold(Client.Initial, new ClientAdded(new(Other.Value, "Orchard"), Eur), new ClientLinkedOutside(OutsideSystem.Stripe, new(Other.Value, "cus_2")));

    [Fact]
    public void points_to_the_one_that_stays() => Assert.Equal((Other, ClientStanding.Merged), Given(Added).When(Into(Other)).Then(new ClientMerged(Other)) is var client ? (client.MergedInto, client.Standing) : default);

    [Fact]
    public void that_is_archived_is_possible() => Given(Added, new ClientArchived()).When(Into(Other)).Then(new ClientMerged(Other));

    [Fact]
    public void twice_changes_nothing() => Given(Added, new ClientMerged(Other)).When(Into(Other)).ThenNothing();

    [Fact]
    public void elsewhere_is_refused() => Given(Added, new ClientMerged(new(Id(3)))).When(Into(Other)).ThenRefused("client-merged");

    [Fact]
    public void into_itself_is_refused() => Given(Added).When(Into(Meadow)).ThenRefused("same-client");

    [Fact]
    public void into_nobody_is_refused() => Given(Added).When(client => new MergeClient(Other).Decide(client, Meadow, default)).ThenRefused("unknown-client");

    [Fact]
    public void into_one_that_is_archived_is_refused() => Given(Added).When(client => new MergeClient(Other).Decide(client, Meadow, new(Orchard.Apply(new ClientArchived()), 3))).ThenRefused("survivor-not-active");

    [Fact]
    public void that_was_forgotten_is_refused() => Given(Added, new ClientArchived(), new ClientForgotten()).When(Into(Other)).ThenRefused("client-forgotten");

    [Fact]
    public void brings_the_ids_that_the_other_one_lacks()
    {
        var brought = OutsideIds.None with { Stripe = "cus_1", Crm = "C-1" };
        Given(new ClientAdded(new(Other.Value, "Orchard"), Eur), new ClientLinkedOutside(OutsideSystem.Stripe, new(Other.Value, "cus_2")))
            .When(survivor => When_a_client_took_over.Decide(survivor, Other, brought))
            .Then(new ClientLinkedOutside(OutsideSystem.Crm, new PersonalText(Other.Value, "C-1")));
    }

    [Fact]
    public void brings_nothing_to_one_that_went_since() => Given(new ClientAdded(new(Other.Value, "Orchard"), Eur), new ClientMerged(new(Id(3))))
        .When(survivor => When_a_client_took_over.Decide(survivor, Other, OutsideIds.None with { Crm = "C-1" })).ThenNothing();

    private static Func<Client, Decision<ClientEvent>> Into(ClientId into) => client => new MergeClient(into).Decide(client, Meadow, new(Orchard, 2));
}

public class Forgetting_a_client
{
    private static readonly ClientEvent[] Archived = [.. AddClient.Decide(Client.Initial, Meadow, Adding_a_client.Everything, Eur).Events, new ClientArchived()];

    [Fact]
    public void leaves_nothing_that_tells_who_it_was()
    {
        var client = Given(Archived).When(With(0)).Then(new ClientForgotten());
        Assert.Equal(("erased", 0, 0, null, null, null, ClientStanding.Forgotten), (client.Name, client.Emails.Count, client.CcEmails.Count, client.Phone, client.TaxId, client.Note, client.Standing));
        Assert.Equal((new BillingAddress(Country: "DE"), OutsideIds.None), (client.Address, client.OutsideIds));
    }

    [Fact]
    public void twice_changes_nothing() => Given([.. Archived, new ClientForgotten()]).When(With(0)).ThenNothing();

    [Fact]
    public void that_is_active_is_refused() => Given(new ClientAdded(Said("Meadow"), Eur)).When(With(0)).ThenRefused("client-active");

    [Fact]
    public void with_charges_open_is_refused_and_counts_them() => Assert.Equal(3L, Given(Archived).When(With(3)).ThenRefused("charges-open").Details!["charges"]);

    [Fact]
    public void that_was_a_double_keeps_where_it_points() => Assert.Equal((ClientStanding.Merged, Other), Given([.. Archived, new ClientMerged(Other)]).When(With(0)).Then(new ClientForgotten()) is var client ? (client.Standing, client.MergedInto) : default);

    private static Func<Client, Decision<ClientEvent>> With(long openCharges) => client => ForgetClient.Decide(client, ForgetClient.IsForgotten(client), openCharges);
}
