namespace Billing.Documents;

/// <summary>Addresses that a document may lead to.</summary>
internal static class PdfLink
{
    private const int Longest = 2000;

    /// <summary>The address in plain ASCII; null when it is not one of http, https or mailto, or holds a line break or control character.</summary>
    public static string? Safe(string address) =>
        address.Length <= Longest && !address.Any(char.IsControl) && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto)
        && uri.AbsoluteUri.All(c => c is > ' ' and <= '~') ? uri.AbsoluteUri : null;
}
