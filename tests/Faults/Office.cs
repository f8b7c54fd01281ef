namespace Billing.Faults;

/// <summary>Several clerks who work at once, shift by shift.</summary>
internal sealed class Office(Site site, Trial trial, Random random, int clerks = 6)
{
    private readonly Clerk[] _clerks = [.. Enumerable.Range(0, clerks).Select(n => new Clerk(site, trial, n, random.Next()))];

    /// <summary>They work while something happens, and then finish what they are at.</summary>
    public async Task During(Func<Task> something)
    {
        using var enough = new CancellationTokenSource();
        var working = Task.WhenAll(_clerks.Select(clerk => Task.Run(() => clerk.Work(enough.Token))));
        try
        {
            await something();
        }
        finally
        {
            await enough.CancelAsync();
            await working;
        }
    }
}
