using System.Reflection;
using System.Xml.Linq;

namespace Billing.Architecture.Tests
{
    /// <summary>A public type of the kernel, and a contract, says what it means.</summary>
    public class Comments
    {
        [Fact]
        public void say_what_every_public_type_of_the_kernel_means() => Assert.All(Tree.Kernel, project => Assert.Empty(Silent(project.Load().GetExportedTypes(), Told(project.Assembly))));

        [Fact]
        public void say_what_every_contract_means() => Assert.All(Tree.Modules, project => Assert.Empty(Silent(project.Load().GetExportedTypes(), Told(project.Assembly))));

        [Fact]
        public void are_seen_to_be_missing() => Assert.Equal(["Billing.Architecture.Tests.Planted.Speechless"], Silent([typeof(Planted.Speechless), typeof(Comments)], ["T:Billing.Architecture.Tests.Comments"]));

        private static IEnumerable<string> Silent(IEnumerable<Type> types, HashSet<string> told) =>
            types.Where(type => !type.Name.StartsWith('<') && type.DeclaringType is null && !told.Contains("T:" + type.FullName)).Select(type => type.FullName!);

        private static HashSet<string> Told(string assembly) =>
            [.. XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly + ".xml")).Descendants("member").Where(member => member.Element("summary") is { } summary && summary.ToString().Length > "<summary></summary>".Length + 5).Select(member => member.Attribute("name")!.Value)];
    }
}

namespace Billing.Architecture.Tests.Planted
{
    public class Speechless;
}
