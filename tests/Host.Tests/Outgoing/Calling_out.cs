using System.Net;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Billing.Host.Tests.Outgoing;

/// <summary>Calls to a server that does what servers should not.</summary>
public sealed class Calling_out : IAsyncLifetime
{
    private readonly TaskCompletionSource _over = new();
    private WebApplication _server = null!;
    private int _called;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.Use((context, next) =>
        {
            Interlocked.Increment(ref _called);
            return next(context);
        });
        _server.MapGet("/short", () => "hello");
        _server.MapGet("/long", () => new string('x', 5000));
        _server.MapGet("/redirect", () => Results.Redirect("/short"));
        _server.MapGet("/cookie", (HttpContext http) =>
        {
            http.Response.Cookies.Append("a", "b");
            return http.Request.Headers.Cookie.ToString();
        });
        _server.MapGet("/slow", () => _over.Task);
        _server.MapGet("/drip", async (HttpContext http) =>
        {
            await http.Response.WriteAsync("begun");
            await http.Response.Body.FlushAsync();
            await _over.Task;
        });
        _server.MapGet("/endless", async (HttpContext http) =>
        {
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.WriteAsync(new string('x', 16 * 1024));
        });
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _over.SetResult();
        await _server.DisposeAsync();
    }

    private int Port => new Uri(_server.Urls.First()).Port;

    [Fact]
    public async Task an_allowed_host_answers() => Assert.Equal("hello", await Client().GetStringAsync(Address("/short"), TestContext.Current.CancellationToken));

    [Fact]
    public async Task a_name_that_leads_inside_is_not_connected_to()
    {
        // The name and its port are fine; where it leads is seen only when the connection is made.
        var rules = new OutgoingRules();
        Assert.Null(rules.Against(new Uri("https://rebind.example.com/")));
        using var client = new OutgoingCalls(rules, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.1")])).Client(OutgoingLimits.Usual, TimeProvider.System);
        Assert.Equal(OutgoingRules.NotPublic, (await Assert.ThrowsAsync<OutgoingRefusedException>(() => client.GetAsync(new Uri("https://rebind.example.com/short"), TestContext.Current.CancellationToken))).Message);
        Assert.Equal(0, _called);
    }

    [Fact]
    public async Task a_name_with_one_bad_address_among_good_ones_is_not_connected_to()
    {
        using var client = new OutgoingCalls(new OutgoingRules(), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34"), IPAddress.Parse("::ffff:127.0.0.1")])).Client(OutgoingLimits.Usual, TimeProvider.System);
        await Assert.ThrowsAsync<OutgoingRefusedException>(() => client.GetAsync(new Uri("https://two.example.com/"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task an_allowed_name_goes_where_its_allowed_port_is()
    {
        using var client = new OutgoingCalls(new OutgoingRules($"idp.example.test:{Port}"), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback])).Client(OutgoingLimits.Usual, TimeProvider.System);
        Assert.Equal("hello", await client.GetStringAsync(new Uri($"http://idp.example.test:{Port}/short"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task loopback_is_not_called_when_nobody_allowed_it()
    {
        using var client = new OutgoingCalls(new OutgoingRules()).Client(OutgoingLimits.Usual, TimeProvider.System);
        await Assert.ThrowsAsync<OutgoingRefusedException>(() => client.GetAsync(Address("/short"), TestContext.Current.CancellationToken));
        Assert.Equal(0, _called);
    }

    [Fact]
    public async Task a_redirect_is_an_answer_and_not_followed()
    {
        using var answer = await Client().GetAsync(Address("/redirect"), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, 1), (answer.StatusCode, _called));
    }

    [Fact]
    public async Task cookies_are_not_kept()
    {
        using var client = Client();
        await client.GetStringAsync(Address("/cookie"), TestContext.Current.CancellationToken);
        Assert.Equal("", await client.GetStringAsync(Address("/cookie"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/long")]
    [InlineData("/endless")]
    public async Task a_long_answer_is_a_failure_or_is_cut(string path)
    {
        Assert.Contains("longer than 100 bytes", (await Assert.ThrowsAsync<OutgoingRefusedException>(() => Client(new(100, TimeSpan.FromSeconds(30))).GetAsync(Address(path), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 100), await Client(new(100, TimeSpan.FromSeconds(30), Cuts: true)).GetStringAsync(Address(path), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/slow")]
    [InlineData("/drip")]
    public async Task a_slow_answer_is_a_failure(string path) =>
        Assert.Contains("within 0.4 seconds", (await Assert.ThrowsAsync<OutgoingRefusedException>(() => Client(new(1000, TimeSpan.FromSeconds(0.4))).GetAsync(Address(path), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task a_line_that_does_not_come_up_is_a_failure()
    {
        using var client = new OutgoingCalls(new OutgoingRules(), async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return [];
        }).Client(new(1000, TimeSpan.FromSeconds(0.4)), new NoTimers());
        Assert.Equal("Nobody answers at this address.", (await Assert.ThrowsAsync<OutgoingRefusedException>(() => client.GetAsync(new Uri("https://silent.example.com/"), TestContext.Current.CancellationToken))).Message);
    }

    /// <summary>The limit of a whole call never comes, so that only that of the line does.</summary>
    private sealed class NoTimers : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public async Task giving_up_oneself_is_no_refusal()
    {
        using var stop = new CancellationTokenSource();
        var call = Client().GetAsync(Address("/slow"), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private Uri Address(string path) => new($"http://127.0.0.1:{Port}{path}");

    private static HttpClient Client(OutgoingLimits? limits = null) => new OutgoingCalls(new OutgoingRules("127.0.0.0/8")).Client(limits ?? OutgoingLimits.Usual, TimeProvider.System);
}
