using Billing.EventStore;
using Billing.Web;

namespace Billing.Host;

/// <summary>Writes down every event that the product stores. It needs no database and opens no port.</summary>
internal static class EventsFile
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
        var store = app.Services.GetRequiredService<EventStore.EventStore>();
        return new EventsPage(store, [.. store.Model.BuildHandlers(app.Services)], new DocComments()).Write();
    }
}
