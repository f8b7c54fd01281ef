using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Everything about clients.</summary>
internal static class ClientEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ListClients.Map(app);
        AddClient.Map(app);
        ShowClient.Map(app);
        ClientStatement.Map(app);
        AmendClient.Map(app);
        ConfirmReader.Map(app);
        ArchiveClient.Map(app);
        RestoreClient.Map(app);
        MergeClient.Map(app);
        ForgetClient.Map(app);
        ImportClients.Map(app);
        UndoClientImport.Map(app);
        ClientImportLine.Map(app);
        ExportClients.Map(app);
    }
}
