using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Billing.Host.Tests.Identity;

/// <summary>As much of a browser as a sign-in elsewhere needs: cookies, redirects, the provider's form.</summary>
internal sealed class Browser : IDisposable
{
    private const string TripCookie = "billing-sso";
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly Running _product;

    public Browser(Running product)
    {
        _product = product;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Uri Home => _product.Http.BaseAddress!;

    /// <summary>The cookie of the way that was begun last.</summary>
    public string Trip => _cookies.GetCookies(Home)[TripCookie]!.Value;

    /// <summary>The whole way; tells where it ends on the dashboard.</summary>
    public async Task<string> SignIn(string slug, string login) => await Open(await ToTheCallback(slug, login));

    /// <summary>Begins a way, and leaves it at that; tells its cookie.</summary>
    public async Task<string> Begin(string slug)
    {
        (await Visit(new Uri(Home, $"/api/auth/sso/{slug}"))).Dispose();
        return Trip;
    }

    /// <summary>As far as the provider leads: the address back, not yet opened.</summary>
    public async Task<Uri> ToTheCallback(string slug, string login)
    {
        var at = new Uri(Home, $"/api/auth/sso/{slug}");
        for (var steps = 0; steps < 12; steps++)
        {
            using var answer = await Visit(at);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                using var form = new FormUrlEncodedContent([new("prompt", "login"), new("login", login), new("password", "any")]);
                using var next = await _http.PostAsync(at, form, Stop);
                at = new Uri(at, next.Headers.Location!);
            }
            else
            {
                Assert.True(answer.Headers.Location is not null, $"{at}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}");
                at = new Uri(at, answer.Headers.Location);
            }
            if (at.Authority == Home.Authority) return at;
            if (at.Host == Home.Host && at.AbsolutePath == "/") break;
        }
        throw new InvalidOperationException($"The provider leads nowhere: {at}");
    }

    /// <summary>Opens the address back; tells where on the dashboard it leads.</summary>
    public async Task<string> Open(Uri back, string? planted = null)
    {
        if (planted is not null) _cookies.Add(Home, new System.Net.Cookie(TripCookie, planted, "/"));
        using var answer = await Visit(back);
        return answer.Location();
    }

    public Task<HttpResponseMessage> Visit(Uri address) => _http.GetAsync(address, Stop);

    /// <summary>With the cookie that the way left, as the dashboard does.</summary>
    public async Task<(string Role, string FirstName)> WhoAmI()
    {
        using var refresh = new HttpRequestMessage(HttpMethod.Post, new Uri(Home, "/api/auth/refresh")) { Headers = { { "X-Billing-Client", "browser" } }, Content = JsonContent.Create(new { }) };
        using var tokens = await _http.SendAsync(refresh, Stop);
        Assert.True(tokens.IsSuccessStatusCode, await tokens.Content.ReadAsStringAsync(Stop));
        using var who = new HttpRequestMessage(HttpMethod.Get, new Uri(Home, "/api/auth/me"));
        who.Headers.Authorization = new("Bearer", (await tokens.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("accessToken").GetString());
        using var me = await _http.SendAsync(who, Stop);
        var said = await me.Content.ReadFromJsonAsync<JsonElement>(Stop);
        return (said.GetProperty("role").GetString()!, said.GetProperty("person").GetProperty("firstName").GetString()!);
    }

    public void Dispose() => _http.Dispose();
}

internal static class Locations
{
    /// <summary>Path and query of where an answer leads.</summary>
    public static string Location(this HttpResponseMessage answer) => answer.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString) : $"{(int)answer.StatusCode}";
}
