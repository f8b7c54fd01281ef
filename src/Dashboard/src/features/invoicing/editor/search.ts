/** A new invoice may begin with its client. */
export const readNewInvoiceSearch = ({ client }: Record<string, unknown>): { client?: string } => (typeof client === "string" && client !== "" ? { client } : {});
