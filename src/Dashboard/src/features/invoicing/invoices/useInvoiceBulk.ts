import { useMemo } from "react";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { InvoiceFilter, InvoiceRow } from "@/api/types";
import { useText } from "@/i18n/messages";
import { useDocumentBulk } from "../parts/useDocumentBulk";
import { messages } from "./messages";
import { issueInvoice } from "./queries";

/** What can be done with many invoices of a filter: issue them, send them. */
export function useInvoiceBulk(filter: InvoiceFilter) {
  const t = useText(messages);
  return useDocumentBulk<InvoiceRow>(
    useMemo(
      () => ({
        kind: "invoice",
        keyOf: keys.invoices,
        read: (cursor, signal) => ask(api.GET("/api/invoices", { params: { query: { ...filter, limit: 200, ...(cursor ? { cursor } : {}) } }, signal })),
        issue: issueInvoice,
        sendable: (row) => row.number !== null && row.state !== "voided",
        words: {
          issue: t("issue"),
          issueTitle: (count) => t("issueManyTitle", { count }),
          issueHelp: t("issueManyHelp"),
          send: t("sendMany"),
          sendTitle: (count) => t("sendManyTitle", { count }),
          sendHelp: t("sendManyHelp"),
        },
      }),
      [filter, t],
    ),
  );
}
