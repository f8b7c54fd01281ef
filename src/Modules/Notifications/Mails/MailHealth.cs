using Billing.Web;

namespace Billing.Notifications;

/// <summary>Whether mails leave.</summary>
internal sealed class MailHealth(IPost post, DevelopmentMails mails) : IHealthPart
{
    public string Name => "mail";

    public Task<Health> Check(CancellationToken stop) => Task.FromResult((post, mails.IsAtHome) switch
    {
        (SmtpPost { Trouble: { } trouble }, _) => new Health(HealthStatus.Degraded, trouble),
        (SmtpPost, _) => Health.Ok,
        (_, false) => new(HealthStatus.Degraded, DevelopmentMails.NoServer),
        _ => new(HealthStatus.Ok, "No mail server is set; mails stay on this machine, on the page /dev/mail."),
    });
}
