namespace Billing.Identity;

/// <summary>What one gets for signing in.</summary>
/// <param name="AccessToken">Goes with every request, as <c>Authorization: Bearer</c>.</param>
/// <param name="RefreshToken">Fetches the next access token, once; null for a browser, which has it in a cookie.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds that the access token is good for.</param>
/// <param name="Organisation">The one that requests with it see.</param>
internal sealed record Tokens(string AccessToken, string? RefreshToken, string TokenType, int ExpiresIn, OrganisationName Organisation);

/// <summary>An organisation in short.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">As shown.</param>
internal sealed record OrganisationName(string Id, string Slug, string Name)
{
    public static OrganisationName Of(Membership of) => new(of.Tenant.Value, of.Slug, of.Name);
}
