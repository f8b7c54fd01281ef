import { useMemo } from "react";
import type { OfferTerms, PlanInterval } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { messages } from "./messages";

type Entitlement = OfferTerms["entitlements"][number];
const ownWords = ["users", "api_calls", "storage_gb", "invoices_per_month"] as const;

/** How plans speak of their periods and of what they give. */
export function usePlanWords() {
  const t = useText(messages);
  const formats = useFormats();
  return useMemo(
    () => ({
      /** After "per": month, 3 months. */
      period: ({ unit, count = 1 }: PlanInterval) => t(`every_${unit}`, { count }),
      /** Each month, every 3 months. */
      every: ({ unit, count = 1 }: PlanInterval) => t(`a_${unit}`, { count }),
      entitlement: (name: string) => {
        const own = ownWords.find((one) => one === name);
        return own ? t(own) : name;
      },
      limit: ({ limit }: Entitlement) => (limit === null ? t("unlimited") : formats.number(limit)),
    }),
    [t, formats],
  );
}
