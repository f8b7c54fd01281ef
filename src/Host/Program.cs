using Billing.Facilities;
using Billing.Host;
using Billing.Web;

// The product is this list. Everything else in this project is the frame around it.
IModule[] modules =
[
    new FacilitiesModule(),
];

return await new CommandLine(modules).Run(args);
