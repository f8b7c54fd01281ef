namespace Billing.Usage;

/// <summary>Why a back-fill does not do what was asked.</summary>
internal static class BackfillNo
{
    public static readonly Refusal Closed = new("backfill-closed", "This back-fill is complete and takes no more events. Open another one.");
    public static readonly Refusal Undone = new("backfill-undone", "This back-fill was taken back and takes no more events. Open another one.");
    public static readonly Refusal ReasonMissing = new("reason-missing", "Say why this back-fill is taken back. The audit log keeps the reason.");

    /// <summary>Why it takes no events; null while it does.</summary>
    public static Refusal? OfSending(BackfillState state) => state switch { BackfillState.Open => null, BackfillState.Closed => Closed, _ => Undone };
}
