namespace Billing.EventStore.Tests;

public sealed record Pay(Guid Account, decimal Amount);

/// <summary>A handler that does what the test says.</summary>
public sealed class Scripted(string type, Func<Message<Pay>, Work, CancellationToken, Task> script, int attempts = 10) : MessageHandler<Pay>(type)
{
    public override int Attempts => attempts;

    public override Task Handle(Message<Pay> message, Work work, CancellationToken stop) => script(message, work, stop);
}

/// <summary>A job that does what the test says.</summary>
public sealed class ScriptedJob(string name, Recurrence recurrence, bool perTenant, Func<Message<JobRun>, Work, Task> script) : Job(name, recurrence, perTenant)
{
    protected override Task Run(Message<JobRun> run, Work work, CancellationToken stop) => script(run, work);
}

/// <summary>The clock, put forward by the test.</summary>
public sealed class ShiftedTime : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by) => _ahead += by;
}
