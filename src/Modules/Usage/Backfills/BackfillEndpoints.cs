using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>Everything about back-fills.</summary>
internal static class BackfillEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        OpenBackfill.Map(app);
        ListBackfills.Map(app);
        SendBackfill.Map(app);
        CloseBackfill.Map(app);
        UndoBackfill.Map(app);
    }
}
