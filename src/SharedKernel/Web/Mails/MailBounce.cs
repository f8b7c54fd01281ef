namespace Billing.Web;

/// <summary>A mail that a server had taken came back: a reader did not get it.</summary>
/// <param name="Reader">Their address, as who tells of it knows it.</param>
/// <param name="Reason">In the words of the mail server that gave it back; may be empty.</param>
/// <param name="Key">The key under which the mail was wanted; one that is sent again has another.</param>
public sealed record MailBounce(string Reader, string Reason, string? Key)
{
    /// <summary>Nothing of it: it names a person.</summary>
    public override string ToString() => nameof(MailBounce);
}
