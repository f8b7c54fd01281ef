using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>What becomes of a subscription whose invoice could not be collected.</summary>
internal enum DunningEnd
{
    /// <summary>It is unpaid: nobody may use it until it is paid for.</summary>
    Unpaid,

    /// <summary>It is canceled; what is unused is not credited.</summary>
    Canceled,

    /// <summary>It stays past due.</summary>
    PastDue,
}

/// <summary>What is done about a payment that failed.</summary>
/// <param name="RetryDays">So many days after the first failure it is tried again; ascending.</param>
/// <param name="Then">What becomes of the subscription behind the last of them.</param>
/// <param name="PastDueHasAccess">Whether a client may use meanwhile what the plan gives.</param>
/// <param name="MailsClients">Whether the client gets a mail at each step.</param>
internal sealed record DunningPlan(ValueList<int> RetryDays, DunningEnd Then, bool PastDueHasAccess, bool MailsClients)
{
    private const int MostRetries = 12;
    private const int LongestDay = 90;

    /// <summary>Nobody's card is charged at night.</summary>
    private const int Morning = 9;

    public static DunningPlan Usual { get; } = new([1, 3, 5, 7], DunningEnd.Unpaid, true, true);

    /// <summary>Why it is no plan, or null.</summary>
    public Refusal? Fault() =>
        RetryDays.Count > MostRetries || RetryDays.Any(day => day is < 1 or > LongestDay) || RetryDays.Zip(RetryDays.Skip(1)).Any(pair => pair.First >= pair.Second)
            ? new Refusal("bad-retry-days", $"Retries are at most {MostRetries} days after the first failure, ascending, 1 to {LongestDay}.") : null;

    /// <summary>When a step comes: so many days after the step before failed as the schedule leaves between them, in the morning. A product that was off does not make up for days in one go.</summary>
    /// <param name="step">From 1, within the schedule.</param>
    /// <param name="failedAt">When the step before failed, UTC.</param>
    /// <param name="zone">The subscription's.</param>
    public DateTimeOffset TimeOf(int step, DateTimeOffset failedAt, TimeZoneInfo zone) =>
        LocalDay.StartOf(LocalDay.Of(failedAt, zone).AddDays(RetryDays[step - 1] - (step == 1 ? 0 : RetryDays[step - 2])), zone).AddHours(Morning);
}
