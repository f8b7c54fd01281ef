namespace Billing.Host.Tests;

/// <summary>Waits for what comes about behind an answer.</summary>
internal static class Eventually
{
    /// <summary>Waits until a question is answered with yes; fails by name after a minute and a half.</summary>
    public static async Task Until(string what, Func<Task<bool>> question)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        while (!await question())
        {
            if (patience.IsCancellationRequested) Assert.Fail($"It never came about that {what}.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
