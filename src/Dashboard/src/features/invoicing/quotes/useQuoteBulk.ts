import { useMemo } from "react";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { QuoteFilter, QuoteRow } from "@/api/types";
import { useText } from "@/i18n/messages";
import { useDocumentBulk } from "../parts/useDocumentBulk";
import { messages } from "./messages";
import { issueQuote } from "./queries";

/** What can be done with many quotes of a filter: issue them, send them. */
export function useQuoteBulk(filter: QuoteFilter) {
  const t = useText(messages);
  return useDocumentBulk<QuoteRow>(
    useMemo(
      () => ({
        kind: "quote",
        keyOf: keys.quotes,
        read: (cursor, signal) => ask(api.GET("/api/quotes", { params: { query: { ...filter, limit: 200, ...(cursor ? { cursor } : {}) } }, signal })),
        issue: issueQuote,
        sendable: (row) => row.state === "open",
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
