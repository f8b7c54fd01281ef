namespace Billing.Architecture.Tests;

/// <summary>Who may refer to whom. The project graph is the wall between modules.</summary>
public class Walls
{
    private static readonly string[] Spokes = ["Subscriptions", "Usage", "AiCosts", "Support", "Facilities"];

    [Fact]
    public void stand_as_drawn() => Assert.Empty(Offences(Tree.Projects));

    [Fact]
    public void have_modules_between_them()
    {
        Assert.NotEmpty(Tree.Modules);
        Assert.Equal(Directory.GetDirectories(Path.Combine(Tree.Root, "src", "Modules")).Length, Tree.Modules.Count);
    }

    [Fact]
    public void enclose_every_module_that_the_solution_lists()
    {
        var solution = File.ReadAllText(Path.Combine(Tree.Root, "Billing.sln"));
        Assert.All(Tree.Projects, project => Assert.Contains($"\\{project.Name}\\", solution, StringComparison.Ordinal));
        Assert.All(Tree.Modules, module => Assert.Contains(module.Name, Tree.Projects.Single(project => project.Kind == Kind.Host).References));
    }

    [Theory]
    [InlineData("Facilities", "Subscriptions")] // a spoke knows no other spoke
    [InlineData("Usage", "Subscriptions")] // and the one door between two opens one way
    [InlineData("Invoicing", "Facilities")] // the hub knows no spoke
    [InlineData("Facilities", "Host")]
    [InlineData("Web", "Facilities")] // the kernel knows no module
    [InlineData("Primitives", "Web")]
    [InlineData("EventStore", "Web")]
    [InlineData("Facilities", "Nowhere")]
    public void are_seen_to_be_broken(string from, string to)
    {
        SourceProject[] planted = to == "Nowhere" ? [Made(from, to)] : [Made(from, to), Made(to)];
        Assert.Equal($"{from} must not refer to {to}", Assert.Single(Offences(planted)));
    }

    [Theory]
    [InlineData("Facilities", "Invoicing")]
    [InlineData("Subscriptions", "Usage")] // sells what Usage measures; see decision 16
    [InlineData("Reporting", "Facilities")]
    [InlineData("Host", "Facilities")]
    [InlineData("Facilities", "Web")]
    public void have_doors(string from, string to) => Assert.Empty(Offences([Made(from, to), Made(to)]));

    [Fact]
    public void are_seen_to_have_a_hole_where_a_module_brings_a_database_driver() =>
        Assert.Equal("Facilities must not bring Npgsql: only the kernel chooses packages", Assert.Single(Offences([Made("Facilities") with { Packages = ["Npgsql"] }])));

    private static List<string> Offences(IReadOnlyList<SourceProject> projects)
    {
        var byName = projects.ToDictionary(project => project.Name);
        return [.. from project in projects
                   from reference in project.References
                   where !byName.TryGetValue(reference, out var other) || !May(project, other)
                   select $"{project.Name} must not refer to {reference}",
            .. from project in projects
               where project.Kind == Kind.Module
               from package in project.Packages
               select $"{project.Name} must not bring {package}: only the kernel chooses packages"];
    }

    private static bool May(SourceProject from, SourceProject to) => (from.Kind, to.Kind) switch
    {
        (Kind.Host, Kind.Host) => false,
        (Kind.Host, _) => true,
        (Kind.Module, Kind.Kernel) => to.Name != "EmbeddedPostgres",
        (Kind.Module, Kind.Module) => (Spokes.Contains(from.Name) && to.Name == "Invoicing") || (from.Name, to.Name) == ("Subscriptions", "Usage") || from.Name is "Reporting" or "Notifications" || (to.Name == "Identity" && from.Name != "Identity"),
        (Kind.Kernel, Kind.Kernel) => from.Name switch
        {
            "Primitives" or "EmbeddedPostgres" => false,
            "EventStore" or "Documents" => to.Name == "Primitives",
            "Web" => to.Name is "Primitives" or "EventStore" or "Documents",
            _ => false,
        },
        _ => false,
    };

    private static SourceProject Made(string name, params string[] references) => new(
        name,
        name switch { "Host" => Kind.Host, "Primitives" or "EventStore" or "Web" or "Documents" => Kind.Kernel, _ => Kind.Module },
        name,
        references,
        []);
}
