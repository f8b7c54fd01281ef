using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>Each night: the months ahead have a partition, so that the first event of a month waits for none to be made. Months that have one are left alone.</summary>
internal sealed class MonthsAhead() : Job("usage.months_ahead", Recurrence.DailyAt(new TimeOnly(3, 53), TimeZoneInfo.Utc), perTenant: false)
{
    private const int Ahead = 3;

    protected override Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        for (var month = 0; month <= Ahead; month++)
            work.Also(new Statement(IntakeStatement.Month, new NpgsqlParameter<DateTime> { TypedValue = work.At.UtcDateTime.AddMonths(month), NpgsqlDbType = NpgsqlDbType.TimestampTz }));
        return Task.CompletedTask;
    }
}
