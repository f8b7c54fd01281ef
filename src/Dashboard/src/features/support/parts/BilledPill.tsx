import { Link } from "@tanstack/react-router";
import { Lock } from "lucide-react";
import { useText } from "@/i18n/messages";
import { Pill } from "@/ui";
import { messages } from "./messages";

/** The close that something went into, with the invoice of it where there is one. */
export interface Billed {
  invoiceId: string | null;
  invoiceNumber: string | null;
}

/** What locked a row: its invoice, with the way there. */
export function BilledPill({ billed }: { billed: Billed | null }) {
  const t = useText(messages);
  if (!billed) return null;
  const pill = (
    <Pill tone="good">
      <Lock aria-hidden className="size-3 shrink-0" />
      <span className="truncate">{billed.invoiceNumber ?? t(billed.invoiceId ? "draft" : "inClose")}</span>
    </Pill>
  );
  return billed.invoiceId ? (
    <Link to="/invoices/$id" params={{ id: billed.invoiceId }} className="max-w-full rounded hover:underline">
      {pill}
    </Link>
  ) : (
    pill
  );
}

/** Why a form cannot be changed, and the way to the invoice. */
export function LockedNote({ billed }: { billed: Billed | null }) {
  const t = useText(messages);
  if (!billed) return null;
  return (
    <p role="status" className="rounded-md bg-quiet-soft px-3 py-2 text-table">
      {billed.invoiceNumber ? t("lockedBy", { number: billed.invoiceNumber }) : t("lockedByDraft")}{" "}
      {billed.invoiceId && (
        <Link to="/invoices/$id" params={{ id: billed.invoiceId }} className="rounded font-medium underline underline-offset-4">
          {t("toInvoice")}
        </Link>
      )}
    </p>
  );
}
