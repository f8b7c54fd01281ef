namespace Billing.EventStore.Tests;

/// <summary>Messages that one act sent and that a handler takes together: one work, one commit, and each still by itself where they fail.</summary>
public class Messages_of_one_act : StoreTest
{
    private const int Sent = 60;
    private Guid _fails;

    private protected override StoreModel Model() => Plain().Project(new AccountRows()).Handle(new Paying(async (message, work, stop) =>
    {
        if (message.Body.Account == _fails) throw new InvalidOperationException("This one cannot be paid.");
        await work.Load<Account>(message.Body.Account, stop);
        work.Decide<Account, AccountEvent>(message.Body.Account, account => Account.Deposit(account, message.Body.Amount));
        work.Send("test.paid", message.Body, work.At.AddDays(1)); // nobody takes it
    }));

    [Fact]
    public async Task are_handled_together_and_each_says_what_caused_it()
    {
        var shared = await Opened("Ann");
        var others = await Some(Sent / 2);
        await Accounts(Other).Decide(shared, Account.Opening("Bob"), Stop, opens: true);
        await Send(Acme, [.. others, .. Enumerable.Repeat(shared, Sent / 2)]);
        await Send(Other, [shared]);
        await using var node = await StartNode();
        await Until("all are handled", async () => await Handled() == Sent + 1);

        Assert.Equal(Sent / 2, (await Accounts().Load(shared, Stop)).State.Balance);
        Assert.Equal(1, (await Accounts(Other).Load(shared, Stop)).State.Balance);
        foreach (var other in others) Assert.Equal(1, (await Accounts().Load(other, Stop)).State.Balance);
        Assert.True(await Ask<long>("select count(distinct xmin::text) from mt_events where type = 'test.money_deposited'") < Sent, "Nothing shared a commit.");
        Assert.Equal(Sent + 1, await Ask<long>("select count(distinct m.id) from mt_events e join messages m on e.tenant_id = m.tenant_id and e.causation_id = m.id::text and (m.body ->> 'account')::uuid = e.stream_id and m.type = 'test.pay' and m.correlation_id = e.correlation_id"));
        Assert.Equal(Sent + 1, await Ask<long>("select count(distinct m.id) from messages e join messages m on e.tenant_id = m.tenant_id and e.causation_id = m.id::text where m.type = 'test.pay' and e.type = 'test.paid'"));
    }

    [Fact]
    public async Task are_tried_alone_when_one_of_them_fails()
    {
        var accounts = await Some(Sent);
        _fails = accounts[7];
        await Send(Acme, accounts);
        await using var node = await StartNode();
        await Until("all but one are handled", async () => await Handled() == Sent - 1);
        await Until("that one has failed", async () => await Ask<long>("select count(*) from messages where error like '%cannot be paid%' and handled_at is null and attempts = 1") == 1);
        foreach (var account in accounts) Assert.Equal(account == _fails ? 0 : 1, (await Accounts().Load(account, Stop)).State.Balance);
    }

    [Fact]
    public async Task are_nobody_elses_business()
    {
        var (account, other) = (await Opened("Ann"), await Opened("Bob"));
        for (var act = 0; act < Sent; act++) await Send(Acme, [act % 2 == 0 ? account : other]);
        await using var node = await StartNode();
        await Until("all are handled", async () => await Handled() == Sent);
        Assert.Equal(Sent, await Ask<long>("select count(distinct correlation_id) from mt_events where type = 'test.money_deposited'"));
        Assert.Equal(Sent / 2, (await Accounts().Load(account, Stop)).State.Balance);
    }

    private async Task<List<Guid>> Some(int count)
    {
        var ids = new List<Guid>();
        for (var n = 0; n < count; n++) ids.Add(await Opened($"Client {n}"));
        return ids;
    }

    private async Task Send(TenantId tenant, IReadOnlyList<Guid> accounts)
    {
        var work = Store.Open(tenant, Ann).Begin(Guid.NewGuid().ToString());
        foreach (var account in accounts) work.Send("test.pay", new Pay(account, 1));
        await work.Commit();
    }

    private Task<long> Handled() => Ask<long>("select count(*) from messages where type = 'test.pay' and handled_at is not null and taken_by is null");

    private sealed class Paying(Func<Message<Pay>, Work, CancellationToken, Task> script) : MessageHandler<Pay>("test.pay")
    {
        public override int Together => 20;

        public override TimeSpan PauseAfter(int attempt) => TimeSpan.FromHours(1); // so that what has failed is seen as it was left

        protected override Task Prepare(IReadOnlyList<Pay> bodies, Work work, CancellationToken stop) => work.LoadMany<Account>([.. bodies.Select(pay => pay.Account)], stop);

        public override Task Handle(Message<Pay> message, Work work, CancellationToken stop) => script(message, work, stop);
    }
}
