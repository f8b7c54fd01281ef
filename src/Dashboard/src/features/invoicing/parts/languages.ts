import { useMemo } from "react";
import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { InvoicingSettings } from "@/api/types";
import { useLanguage } from "@/i18n/messages";

/** What holds for all invoices. */
export const invoicingSettingsQuery = queryOptions({ queryKey: [keys.invoicingSettings], queryFn: ({ signal }) => ask(api.GET("/api/invoicing-settings", { signal })), staleTime: 60_000 });

/** The languages that documents are written in. */
export const languagesQuery = { ...invoicingSettingsQuery, select: (settings: InvoicingSettings) => settings.languages };

/** The name of a language in the person's own. */
export function useLanguageName(): (code: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: "language" });
    return (code) => names.of(code) ?? code;
  }, [language]);
}
