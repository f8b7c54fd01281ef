using System.Globalization;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Host;

/// <summary>The command line's view of the keys.</summary>
internal static class KeyCommands
{
    public static async Task<int> Run(IModule[] modules, string[] words, CancellationToken stop)
    {
        switch (words is [{ } first, ..] ? first : "")
        {
            case "new":
                Console.Out.WriteLine(MasterKey.New().Reveal());
                return 0;
            case "list":
                return await StoreCommands.With(modules, words, async (store, settings) =>
                {
                    foreach (var key in await new KeyRing(store).List(stop))
                        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key.Tenant,-40} {key.Version,3}  under {key.Master}{(key.Master == settings.Keys!.Current.Id ? "" : " (previous)")}  {key.MadeAt:yyyy-MM-ddTHH:mm:ssZ}"));
                    return 0;
                });
            case "rotate":
                return await StoreCommands.With(modules, words, async (store, settings) =>
                {
                    var done = await new KeyRing(store).Rotate(settings.Keys!, stop);
                    Console.Out.WriteLine($"{done} keys are now under {settings.Keys!.Current.Id}. Secrets__PreviousMasterKey is no longer needed.");
                    return 0;
                });
            case "rotate-signing":
                return await StoreCommands.Within(modules, words, async (services, _) =>
                {
                    var (key, from) = await services.GetRequiredService<ISigningKeys>().Rotate(stop);
                    Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The key {key} is published and signs access tokens from {from:yyyy-MM-ddTHH:mm:ssZ}. The old one verifies its tokens until they have run out."));
                    return 0;
                });
            case "withdraw-signing":
                return await StoreCommands.Within(modules, words, async (services, _) =>
                {
                    Console.Out.WriteLine($"The key {await services.GetRequiredService<ISigningKeys>().Withdraw(stop)} signs access tokens. The others are destroyed; within a minute no node takes their tokens.");
                    return 0;
                });
            default:
                Console.Error.WriteLine("Say new, list, rotate, rotate-signing or withdraw-signing.");
                return 2;
        }
    }
}
