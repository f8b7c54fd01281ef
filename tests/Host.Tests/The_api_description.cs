using Billing.Testing;

namespace Billing.Host.Tests;

public class The_api_description
{
    [Fact]
    public async Task in_the_repository_is_that_of_the_code()
    {
        var file = Path.Combine(Repository.Root, "openapi.json");
        Assert.True(File.Exists(file), "openapi.json is missing: run ./dev openapi.");
        var code = await OpenApiFile.Render(Program.Modules, TestContext.Current.CancellationToken);
        Assert.True(code == await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "openapi.json is not what the code says: run ./dev openapi and commit it.");
    }

    [Fact]
    public async Task is_version_3_1_and_names_the_problem_for_every_operation()
    {
        using var description = System.Text.Json.JsonDocument.Parse(await OpenApiFile.Render(Program.Modules, TestContext.Current.CancellationToken));
        Assert.StartsWith("3.1", description.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var operations = description.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).ToList();
        Assert.NotEmpty(operations);
        Assert.All(operations, operation => Assert.Equal("#/components/responses/Problem", operation.Value.GetProperty("responses").GetProperty("default").GetProperty("$ref").GetString()));
        var ids = operations.Select(operation => operation.Value.GetProperty("operationId").GetString()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }
}
