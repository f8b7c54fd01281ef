using Billing.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Billing.Notifications.Tests;

/// <summary>What the tests write and send.</summary>
internal static class Some
{
    public static PublicAddress Address { get; } = new(new Uri("https://billing.example.test"), null);

    public static Mail Mail(string language = "en-US", string name = "Ada Byron", string subject = "Choose a new password", string organisation = "Acme & Söhne", string text = "Hello Ada,\nyou asked for it.") =>
        new("ada@example.test", name, language, subject, [new MailPart.Paragraph(text), new MailPart.Facts([new("Role", "Member")]), new MailPart.Button("Choose a password", "/reset#token-123"), new MailPart.SmallPrint("Good for 30 minutes.")]) { Sender = new MailSender(organisation) };

    public static Letter Letter(Mail? mail = null, string to = "ada@example.test", int id = 1)
    {
        var written = (mail ?? Mail()) with { To = to };
        return SendMail.LetterOf(Id(id), "tests.hello", DateTimeOffset.UnixEpoch, written, Address);
    }

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static IServer ListeningAt(params string[] addresses)
    {
        var heard = new Addresses();
        foreach (var address in addresses) heard.List.Add(address);
        var server = new Server();
        server.Features.Set<IServerAddressesFeature>(heard);
        return server;
    }

    private sealed class Addresses : IServerAddressesFeature
    {
        public List<string> List { get; } = [];

        ICollection<string> IServerAddressesFeature.Addresses => List;

        public bool PreferHostingUrls { get; set; }
    }

    private sealed class Server : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
