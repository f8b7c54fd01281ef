using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>A module told of a fact that costs money.</summary>
internal sealed class When_a_charge_is_wanted() : MessageHandler<PostCharge>(PostCharge.Message)
{
    public override async Task Handle(Message<PostCharge> message, Work work, CancellationToken stop)
    {
        var wanted = message.Body;
        var fact = new ChargeFact(
            new(wanted.ClientId), new(wanted.Module, wanted.Kind, wanted.Fact), new(wanted.Description, wanted.Quantity, wanted.UnitPrice, wanted.Currency, wanted.Period, wanted.TaxCategory, wanted.Group), wanted.AvailableFrom, wanted.Revision);
        if (await work.Post(fact, stop) is { } refused) throw new GivenUpException($"{refused.Code}: {refused.Sentence}");
    }
}

/// <summary>A fact that costs money is a fact no longer.</summary>
internal sealed class When_a_charge_is_unwanted() : MessageHandler<TakeBackCharge>(TakeBackCharge.Message)
{
    public override async Task Handle(Message<TakeBackCharge> message, Work work, CancellationToken stop)
    {
        var fact = new ChargeSource(message.Body.Module, message.Body.Kind, message.Body.Fact);
        // It was posted before it was taken back; the message that did so may still be on its way.
        if (!(await work.Load<Charge>(fact.Id.Value, stop)).Exists) throw new InvalidOperationException($"There is no charge of {fact.Module}/{fact.Kind}/{fact.Fact} yet.");
        if (await work.Withdraw(fact.Id, "", message.Body.Revision, message.Body.On, stop) is { } refused) throw new GivenUpException($"{refused.Code}: {refused.Sentence}");
    }
}
