using Billing.Testing;

namespace Billing.Host.Tests;

public class The_page_of_permissions
{
    [Fact]
    public async Task in_the_repository_is_that_of_the_code()
    {
        var file = Path.Combine(Repository.Root, "docs", "permissions.md");
        Assert.True(File.Exists(file), "docs/permissions.md is missing: run ./dev permissions.");
        Assert.True(await PermissionsFile.Render(Program.Modules) == await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "docs/permissions.md is not what the code says: run ./dev permissions and commit it.");
    }

    [Fact]
    public async Task tells_of_each_operation_and_permission()
    {
        var page = await PermissionsFile.Render(Program.Modules);
        Assert.Contains("| `POST /api/users/invitations` | Ask somebody to join | `people.arrange` | Admin |", page, StringComparison.Ordinal);
        Assert.All(Web.Permission.All, permission => Assert.Contains($"| `{permission.Name}` |", page, StringComparison.Ordinal));
    }
}
