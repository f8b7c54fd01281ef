using System.Text.RegularExpressions;

namespace Billing.Architecture.Tests;

/// <summary>Names that say nothing, and things that stay in no repository.</summary>
public partial class Words
{
    [Fact]
    public void that_say_nothing_name_no_type() => Assert.All(Tree.Projects, project => Assert.Empty(Empty(project.Load().GetTypes().Select(type => type.Name))));

    [Fact]
    public void that_say_nothing_are_seen() => Assert.Equal(["InvoiceManager", "MoneyHelper", "PaymentServiceImpl"], Empty(["InvoiceManager", "MoneyHelper", "PaymentServiceImpl", "Invoice", "CommandServices", "<Helper>d__1"]));

    [Fact]
    public void of_the_program_stay_short() => Assert.InRange(File.ReadAllLines(Path.Combine(Tree.Root, "src", "Host", "Program.cs")).Length, 1, 80);

    [Fact]
    public void of_one_file_fit_on_a_few_screens() => Assert.Empty(TooLong(Directory.GetFiles(Path.Combine(Tree.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(file => !Generated().IsMatch(file)).Select(file => (Path.GetRelativePath(Tree.Root, file), File.ReadAllLines(file).Length))));

    [Fact]
    public void too_many_in_one_file_are_seen() => Assert.Equal("src/Long.cs has 301 lines", Assert.Single(TooLong([("src/Long.cs", 301), ("src/Short.cs", 300)])));

    private static IEnumerable<string> TooLong(IEnumerable<(string File, int Lines)> files) => files.Where(file => file.Lines > 300).Select(file => $"{file.File} has {file.Lines} lines");

    private static IEnumerable<string> Empty(IEnumerable<string> names) => names.Where(name => !name.StartsWith('<') && Nothing().IsMatch(name));

    [GeneratedRegex("(Manager|Helper|Service|Base|Util|Utils|Impl|Dto)$")]
    private static partial Regex Nothing();

    [GeneratedRegex("[/\\\\](obj|bin|node_modules)[/\\\\]")]
    private static partial Regex Generated();
}
