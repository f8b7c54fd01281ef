using Billing.Host;
using Billing.Web;

// The product is this list. Everything else in this project is the frame around it.
IModule[] modules =
[
];

return await new CommandLine(modules).Run(args);
