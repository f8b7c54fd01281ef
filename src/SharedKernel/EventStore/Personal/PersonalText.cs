namespace Billing.EventStore;

/// <summary>
/// Words about a person in an event: a name, an address, a number. In the log they are sealed with a key of the person's own; once that is destroyed
/// they read as erased, and nothing else changes.
/// </summary>
/// <param name="Subject">Whom they are about; UUID version 7 wherever many are read in the order of the log.</param>
/// <param name="Text">The words; null when erased.</param>
public sealed record PersonalText(Guid Subject, string? Text)
{
    /// <summary>What stands where words were erased.</summary>
    public const string Erased = "erased";

    /// <summary>Whether the subject has been forgotten.</summary>
    public bool IsErased => Text is null;

    /// <summary>The words as rows and pages show them.</summary>
    public string Shown => Text ?? Erased;

    /// <summary>Names the subject and never tells the words: this may end up in a log.</summary>
    public override string ToString() => $"text about {Subject}";
}
