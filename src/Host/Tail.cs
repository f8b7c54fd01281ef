using System.Globalization;
using System.IO.Enumeration;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Host;

/// <summary>Shows the log as it is committed, a line an event; what is personal in it stays sealed.</summary>
internal static class Tail
{
    public static async Task<int> Run(IModule[] modules, string[] said, CancellationToken stop)
    {
        var words = new Words(said, "tenant=", "after=", "type=", "json");
        if (words.Plain.Count > 0) throw new WordsException("Say what to follow with --tenant, --after and --type; there are no other words behind tail.");
        var after = words["after"] is not { } text ? (long?)null : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new WordsException($"--after is '{text}'; write the number of an event, or 0 for all there are.");
        return await StoreCommands.Within(modules, said, async (services, _) =>
        {
            var store = services.GetRequiredService<EventStore.EventStore>();
            var tenant = words["tenant"] is { } name ? await services.GetRequiredService<IOrganisations>().Called(name, stop) ?? throw new WordsException($"There is no organisation {name}; write its name in addresses, or its key.") : (TenantId?)null;
            if (words["type"] is { } type && !store.Registry.Describe().SelectMany(one => one.OldAliases.Prepend(one.Alias)).Any(alias => FileSystemName.MatchesSimpleExpression(type, alias, ignoreCase: false)))
                throw new WordsException($"No event is called {type}; docs/events.md lists them, and * stands for anything, as in invoicing.*.");
            try
            {
                await foreach (var happened in new LogTail(store).Follow(after, tenant, words["type"], stop))
                    if (words.Has("json")) JsonLines.Say(happened);
                    else Console.Out.WriteLine(Line(happened));
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // that is how one ends it
            }
            return 0;
        });
    }

    private static string Line(LoggedEvent happened) => string.Create(
        CultureInfo.InvariantCulture,
        $"{happened.Number,10}  {happened.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}  {happened.Organisation}  {happened.Type}  {happened.StreamType} {happened.Stream} {happened.Version}  {happened.ActorKind} {happened.ActorId}");
}
