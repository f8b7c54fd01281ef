namespace Billing.Identity.Contracts;

/// <summary>How organisations head their letters: what documents say of who sends them.</summary>
public interface ILetterheads
{
    /// <summary>An organisation's letterhead as it is now; null when there is none (any more).</summary>
    Task<Letterhead?> Of(TenantId organisation, CancellationToken stop);
}

/// <summary>Who sends a document.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Address">Line by line, without the country.</param>
/// <param name="Country">As it is called in its address; null when none was given.</param>
/// <param name="Contact">Mail and phone, line by line.</param>
/// <param name="Logo">The picture's file, PNG or JPEG; null when there is none.</param>
public sealed record Letterhead(string Name, IReadOnlyList<string> Address, string? Country, IReadOnlyList<string> Contact, byte[]? Logo);
