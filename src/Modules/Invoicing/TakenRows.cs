using Billing.Web;

namespace Billing.Invoicing;

/// <summary>What the unique keys of the read models mean to people.</summary>
internal static class TakenRows
{
    private static readonly Refusal OutsideId = new("outside-id-taken", "Another client has this id in that system already. Merge the two clients, or correct the id.");

    public static readonly IReadOnlyList<TakenRow> All =
    [
        new("invoicing_clients_by_stripe_id", OutsideId.With("system", OutsideSystem.Stripe)),
        new("invoicing_clients_by_help_desk_id", OutsideId.With("system", OutsideSystem.HelpDesk)),
        new("invoicing_clients_by_crm_id", OutsideId.With("system", OutsideSystem.Crm)),
        new("invoicing_clients_by_accounting_id", OutsideId.With("system", OutsideSystem.Accounting)),
    ];
}
