using System.Reflection;
using Billing.Web;

namespace Billing.Architecture.Tests
{
    /// <summary>A module shows its <c>Module</c> class and its contracts; the rest is nobody's business.</summary>
    public class What_a_module_shows
    {
        [Fact]
        public void is_its_entrance_and_its_contracts() => Assert.All(Tree.Modules, module => Assert.Empty(Offences(module.Name, module.Load().GetTypes())));

        [Fact]
        public void has_exactly_one_entrance() => Assert.All(Tree.Modules, module => Assert.Single(module.Load().GetTypes(), type => type is { IsPublic: true, IsAbstract: false } && type.IsAssignableTo(typeof(IModule)) && type.Name == module.Name + "Module"));

        [Fact]
        public void is_seen_to_be_too_much()
        {
            Type[] planted = [typeof(Planted.PlantedModule), typeof(Planted.Contracts.ThingHappened), typeof(Planted.Contracts.Unsealed), typeof(Planted.Inside)];
            Assert.Equal(["Inside is public", "Unsealed is a contract and neither a sealed record nor an interface"], Offences("Planted", planted).Order(StringComparer.Ordinal));
        }

        private static IEnumerable<string> Offences(string module, IEnumerable<Type> types)
        {
            foreach (var type in types.Where(type => type.IsPublic && type.Name != module + "Module"))
            {
                if (type.Namespace?.Split('.').Contains("Contracts") != true) yield return $"{type.Name} is public";
                else if (!type.IsInterface && !type.IsEnum && !(type.IsSealed && type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null)) yield return $"{type.Name} is a contract and neither a sealed record nor an interface";
            }
        }
    }
}

namespace Billing.Architecture.Tests.Planted
{
    public class PlantedModule;

    public class Inside;
}

namespace Billing.Architecture.Tests.Planted.Contracts
{
    public sealed record ThingHappened(Guid Id);

    public class Unsealed;
}
