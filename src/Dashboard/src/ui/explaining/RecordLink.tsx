import { Link } from "@tanstack/react-router";
import type { ExplainedRecord } from "@/api/types";
import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** Where each kind of thing is looked at. */
const pages: Readonly<Record<string, (id: string) => { to: string; params?: Record<string, string>; search?: Record<string, string> }>> = {
  invoice: (id) => ({ to: "/invoices/$id", params: { id } }),
  charge: (id) => ({ to: "/charges", search: { charge: id } }),
  payment: (id) => ({ to: "/payments", search: { payment: id } }),
  client: (id) => ({ to: "/clients/$id", params: { id } }),
  "credit-note": (id) => ({ to: "/credit-notes/$id", params: { id } }),
  "usage-bill": (id) => ({ to: "/usage/bills", search: { bill: id } }),
  wallet: (id) => ({ to: "/usage/wallets/$id", params: { id } }),
  subscription: (id) => ({ to: "/subscriptions/$id", params: { id } }),
  "billing-record": (id) => ({ to: "/facilities", search: { view: "all", record: id } }),
  "ai-account": (id) => ({ to: "/ai/accounts/$id", params: { id } }),
};

/** A way to the thing that an amount is about; nothing for what has no page. */
export function RecordLink({ record }: { record: ExplainedRecord }) {
  const t = useText(messages);
  const page = pages[record.kind]?.(record.id);
  return page ? (
    <Link {...(page as { to: "/invoices" })} className="inline-block min-h-6 self-start rounded leading-6 text-accent-ink underline">
      {t("open")}
    </Link>
  ) : null;
}
