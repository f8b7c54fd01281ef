using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Kept papers in a parcel: the same bytes arrive. What is no PDF, or names a client who is not there, does not.</summary>
internal static class PaperBelongings
{
    public static Belonging Papers { get; } = new(
        "invoicing.papers",
        """
        select json_build_object('document', document_id, 'form', form, 'client', client_id, 'name', name, 'printedAt', printed_at, 'hash', hash, 'bytes', translate(encode(bytes, 'base64'), E'\n', ''))::text
        from invoicing_kept_papers where tenant_id = $1 order by document_id, form
        """,
        """
        insert into invoicing_kept_papers (tenant_id, document_id, form, client_id, name, hash, bytes, printed_at)
        select $1, (l ->> 'document')::uuid, l ->> 'form', c.id, l ->> 'name', l ->> 'hash', bytes, (l ->> 'printedAt')::timestamptz
        from unnest($2) l, decode(l ->> 'bytes', 'base64') as bytes, invoicing_clients c
        where c.tenant_id = $1 and c.id = (l ->> 'client')::uuid and l ->> 'form' in ('issued', 'voided') and l ->> 'name' ~ '^[^[:cntrl:]"/\\]+$' and length(l ->> 'name') <= 300
          and substring(bytes for 5) = '%PDF-' and encode(sha256(bytes), 'hex') = l ->> 'hash'
        """)
    {
        LongestLine = 64 << 20,
        Bytes = "bytes",
    };
}
