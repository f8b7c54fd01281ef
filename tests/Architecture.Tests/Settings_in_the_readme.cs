using System.Text.RegularExpressions;

namespace Billing.Architecture.Tests;

/// <summary>The table of settings in README.md names what the code asks for, no more and no less. A word in lower case is one of the command line's.</summary>
public partial class Settings_in_the_readme
{
    [Fact]
    public void are_those_of_the_code()
    {
        var asked = Asked(Sources()).ToHashSet();
        var told = Told(File.ReadAllText(Path.Combine(Tree.Root, "README.md"))).ToHashSet();
        Assert.True(asked.Count > 10);
        Assert.Empty(asked.Except(told).Order());
        Assert.Empty(told.Except(asked).Where(name => !name.StartsWith("Kestrel__", StringComparison.Ordinal) && !name.StartsWith("Logging__LogLevel__", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void are_found_wherever_they_are_asked_for() => Assert.Equal(
        ["Tea__Kind", "KETTLE_PORT", "TEA_POT", "ConnectionStrings__Kitchen", "Organisation__Key"],
        Asked(["""configuration["Tea:Kind"] ?? configuration.Whole("KETTLE_PORT", 1, 2, 3)""", """Environment.GetEnvironmentVariable("TEA_POT"); configuration.GetConnectionString("Kitchen"); section["Key"]"""]));

    [Fact]
    public void are_read_from_the_first_column() => Assert.Equal(
        ["Tea__Kind", "TEA_POT"],
        Told("| command | what |\n| --- | --- |\n| `./brew` | `Tea__Water` |\n\n| setting | default | what it is |\n| --- | --- | --- |\n| `Tea__Kind`, else `TEA_POT` | `green` | see `Tea__Leaf` |\n\n| `After` | it |"));

    private static IEnumerable<string> Sources() =>
        Directory.GetFiles(Path.Combine(Tree.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("node_modules", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText);

    private static IEnumerable<string> Asked(IEnumerable<string> sources) =>
        from source in sources
        from Match match in Question().Matches(source)
        let name = match.Groups["connection"].Success ? "ConnectionStrings:" + match.Groups["connection"].Value : match.Groups["section"].Success ? "Organisation:" + match.Groups["section"].Value : match.Groups["name"].Value
        where name != "PATH"
        select name.Replace(":", "__", StringComparison.Ordinal);

    private static IEnumerable<string> Told(string readme) =>
        from line in readme[(readme.IndexOf("| setting |", StringComparison.Ordinal) + 1)..].Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|'))
        from Match name in Quoted().Matches(line.Split('|')[1])
        select name.Groups[1].Value;

    [GeneratedRegex("""onfiguration\["(?<name>[A-Z][\w:]*)"\]|onfiguration\.Whole\("(?<name>[\w:]+)"|GetEnvironmentVariable\("(?<name>\w+)"\)|GetConnectionString\("(?<connection>\w+)"\)|section\["(?<section>\w+)"\]""")]
    private static partial Regex Question();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
