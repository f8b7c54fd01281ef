namespace Billing.Usage.Tests;

/// <summary>One of each event of a back-fill.</summary>
internal static class BackfillSamples
{
    public static readonly object[] All = [new BackfillOpened("March, once more", "From the \"old\" system\nby hand"), new BackfillClosed(), new BackfillUndoAsked("Wrong unit"), new BackfillUndone(12_000)];
}
