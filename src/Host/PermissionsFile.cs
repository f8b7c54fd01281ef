using System.Text;
using Billing.Web;

namespace Billing.Host;

/// <summary>Writes down who may do what: every operation and every role. It needs no database and opens no port.</summary>
internal static class PermissionsFile
{
    public static async Task<int> Write(IModule[] modules, string file, CancellationToken stop)
    {
        await File.WriteAllTextAsync(file, await Render(modules), stop);
        Console.WriteLine($"Wrote {Path.GetFullPath(file)}");
        return 0;
    }

    public static async Task<string> Render(IModule[] modules)
    {
        await using var app = Product.Describe(modules);
        var operations = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => (Path: "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), Methods: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"], Access: endpoint.Metadata.GetMetadata<Access>()!, Summary: endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IEndpointSummaryMetadata>()?.Summary))
            .SelectMany(endpoint => endpoint.Methods.Select(method => (endpoint.Path, Method: method, endpoint.Access, endpoint.Summary))).OrderBy(one => one.Path, StringComparer.Ordinal).ThenBy(one => one.Method, StringComparer.Ordinal).ToList();
        var roles = Enum.GetValues<Role>();
        var page = new StringBuilder("# Who may do what\n\nWritten by `./dev permissions` from the code; do not edit it. A test holds it against the product, and another one calls every operation as everybody.\n\n");
        page.Append("## Permissions\nEach role may everything that the ones before it may. API keys get permissions as *scopes*.\n\n");
        page.Append("| permission | what it lets one do | ").AppendJoin(" | ", roles).Append(" |\n| --- | --- |").Append(string.Concat(roles.Select(_ => " :-: |"))).Append('\n');
        foreach (var permission in Permission.All)
            page.Append("| `").Append(permission.Name).Append("` | ").Append(permission.Meaning).Append(" |").Append(string.Concat(roles.Select(role => role >= permission.Least ? " x |" : "  |"))).Append('\n');
        page.Append("\n## Operations\n*anybody*: without signing in. *signed in*: in whatever role, about oneself or what every page needs. *guest*: somebody of a client's in the portal, and nobody else.\n\n| operation | what it does | needs | least role |\n| --- | --- | --- | --- |\n");
        foreach (var (path, method, access, summary) in operations)
            page.Append("| `").Append(method).Append(' ').Append(path).Append("` | ").Append(summary).Append(" | ").Append(access.Kind switch { AccessKind.Anybody => "*anybody*", AccessKind.SignedIn => "*signed in*", AccessKind.Guest => "*guest*", _ => $"`{access.Permission}`" }).Append(" | ").Append(access.Permission?.Least.ToString() ?? "").Append(" |\n");
        return page.ToString();
    }
}
