using Billing.AiCosts;
using Billing.Facilities;
using Billing.Host;
using Billing.Identity;
using Billing.Invoicing;
using Billing.Notifications;
using Billing.Reporting;
using Billing.Subscriptions;
using Billing.Support;
using Billing.Usage;
using Billing.Web;

return await new CommandLine(Modules).Run(args);

internal sealed partial class Program
{
    /// <summary>The product is this list. Everything else in this project is the frame around it.</summary>
    internal static readonly IModule[] Modules =
    [
        new IdentityModule(),
        new FacilitiesModule(),
        new InvoicingModule(),
        new UsageModule(),
        new SubscriptionsModule(),
        new AiCostsModule(),
        new SupportModule(),
        new NotificationsModule(),
        new ReportingModule(),
    ];
}
