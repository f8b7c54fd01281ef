using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Billing.Testing;

/// <summary>Who founds the organisation of a product that a tool has started, and works as its owner.</summary>
public static class Owner
{
    /// <summary>What they sign in with.</summary>
    public const string Email = "owner@example.test";

    /// <summary>Their password.</summary>
    public const string Password = "quiet harbour lantern";

    /// <summary>Has every further request carry an access token (good for 30 minutes): the owner's who registers now, or signs in again.</summary>
    /// <param name="http">Speaks to the product.</param>
    public static async Task SignIn(HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var setup = await http.GetFromJsonAsync<JsonElement>(new Uri("/api/auth/setup", UriKind.Relative));
        var (address, words) = setup.GetProperty("state").GetString() == "first"
            ? ("/api/auth/register", JsonContent.Create(new { organisation = "Under test", slug = "under-test", email = Email, password = Password, firstName = "Test", lastName = "Owner" }))
            : ("/api/auth/login", JsonContent.Create(new { email = Email, password = Password }));
        using var answer = await http.PostAsync(new Uri(address, UriKind.Relative), words);
        var said = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{address} answered {(int)answer.StatusCode}: {said}");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", JsonElement.Parse(said).GetProperty("accessToken").GetString());
    }
}
