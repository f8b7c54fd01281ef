using System.Net.Sockets;
using System.Text;

namespace Billing.Host.Tests;

/// <summary>
/// Bytes that are no request, sent past every HTTP client. What Kestrel cannot parse it answers before there is a request that our edge could see:
/// the right status, no body, none of our headers, and the line is closed. Whatever it could parse leaves as a problem.
/// </summary>
public class What_the_server_answers_itself(RunningProduct product)
{
    private const string Host = "Host: localhost\r\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, int> Unparseable => new()
    {
        { "no request line", "rubbish\r\n\r\n", 400 },
        { "another protocol", "\u0016\u0003\u0001\r\n\r\n", 400 },
        { "an unknown version", "GET /api/health HTTP/3.9\r\n" + Host + "\r\n", 505 },
        { "a path with a null in it", "GET /api/%00 HTTP/1.1\r\n" + Host + "\r\n", 400 },
        { "a header without a colon", "GET /api/health HTTP/1.1\r\n" + Host + "broken\r\n\r\n", 400 },
        { "a header with a null in it", "GET /api/health HTTP/1.1\r\n" + Host + "X-A: a\0b\r\n\r\n", 400 },
        { "no host", "GET /api/health HTTP/1.1\r\n\r\n", 400 },
        { "two hosts", "GET /api/health HTTP/1.1\r\n" + Host + Host + "\r\n", 400 },
        { "a length that is none", "POST /api/anything HTTP/1.1\r\n" + Host + "Content-Length: many\r\n\r\n", 400 },
        { "two lengths", "POST /api/anything HTTP/1.1\r\n" + Host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", 400 },
        { "an unknown transfer encoding", "POST /api/anything HTTP/1.1\r\n" + Host + "Transfer-Encoding: rot13\r\n\r\n", 400 },
        { "a line that is too long", "GET /" + new string('a', 9 * 1024) + " HTTP/1.1\r\n" + Host + "\r\n", 414 },
        { "headers that are too large", "GET /api/health HTTP/1.1\r\n" + Host + "X-A: " + new string('a', 17 * 1024) + "\r\n\r\n", 431 },
        { "too many headers", "GET /api/health HTTP/1.1\r\n" + Host + string.Concat(Enumerable.Range(0, 70).Select(n => $"X-{n}: a\r\n")) + "\r\n", 431 },
    };

    public static TheoryData<string, string, int, string> Parseable => new()
    {
        { "a path that is not UTF-8", "GET /api/%ff%fe HTTP/1.1\r\n" + Host + "\r\n", 404, "not-found" },
        { "a body that says it is too large, before anybody asks what the address takes", "POST /nowhere HTTP/1.1\r\n" + Host + "Content-Length: 2000000000\r\n\r\n", 413, "too-large" },
        { "a body that says it is too large", "POST /api/anything HTTP/1.1\r\n" + Host + "Content-Type: application/json\r\nContent-Length: 2000000000\r\n\r\n", 413, "too-large" },
        { "a chunk that is none", "POST /api/anything HTTP/1.1\r\n" + Host + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", 400, "bad-request" },
        { "a body that grows too large", "POST /api/anything HTTP/1.1\r\n" + Host + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n180000\r\n" + new string(' ', 0x180000), 413, "too-large" },
        { "a method of its own", "BREW /api/health HTTP/1.1\r\n" + Host + "\r\n", 405, "method-not-allowed" },
    };

    [Theory]
    [MemberData(nameof(Unparseable))]
    public async Task without_us(string what, string bytes, int status)
    {
        var answer = await Send(bytes);
        Assert.True(answer.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal), $"{what}: {answer}");
        Assert.True(answer.EndsWith("\r\n\r\n", StringComparison.Ordinal), answer);
        Assert.Contains("Content-Length: 0\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close\r\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Server:", answer, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Parseable))]
    public async Task with_a_problem_once_there_is_a_request(string what, string bytes, int status, string code)
    {
        var answer = await Send(bytes);
        Assert.True(answer.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal), $"{what}: {answer}");
        Assert.Contains("Content-Type: application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", answer, StringComparison.Ordinal);
        Assert.Contains("X-Request-Id: ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task not_for_a_media_type_of_a_body_that_is_not_there() =>
        Assert.StartsWith("HTTP/1.1 200 ", await Send("GET /api/anything?limit=7 HTTP/1.1\r\n" + Host + "Content-Type: application/json\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    /// <summary>The whole answer, or what came of it until the line was closed.</summary>
    private async Task<string> Send(string bytes)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(product.Address.Host, product.Address.Port, Stop);
        var stream = line.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes), Stop);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        var answer = new StringBuilder();
        var some = new byte[4096];
        while (!IsWhole(answer.ToString()) && await stream.ReadAsync(some, patience.Token) is > 0 and var read) answer.Append(Encoding.Latin1.GetString(some, 0, read));
        return answer.ToString();
    }

    private static bool IsWhole(string answer) =>
        answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal) || answer.EndsWith('}') || (answer.EndsWith("\r\n\r\n", StringComparison.Ordinal) && answer.Contains("Content-Length: 0", StringComparison.Ordinal));
}
