import { queryOptions, keepPreviousData } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import type { PriceTerms } from "@/api/types";
import { givenOf, type Kind } from "@/ui/price/model";
import { quantitiesOf } from "./points";

/** What the server is asked: a price, what was used, and the points of the curve. */
export interface Asked {
  currency: string;
  model: PriceTerms;
  quantity: string;
  before: string | undefined;
  events: readonly string[];
}

/** Whether the price looks at a quantity, so that there is a curve. */
export const hasCurve = (kind: Kind) => kind !== "flat" && kind !== "percentage";

export const quoteQuery = ({ currency, model, quantity, before, events }: Asked) => {
  const kind = model.type as Kind;
  const percentage = kind === "percentage";
  const body = {
    currency,
    model: givenOf(model),
    ...(percentage ? { events: [...events] } : { quantity }),
    ...(before && !percentage ? { quantityBefore: before } : {}),
    ...(hasCurve(kind) && !before ? { curve: quantitiesOf(model, quantity) } : {}),
  };
  return queryOptions({ queryKey: ["price-quote", body], queryFn: ({ signal }) => ask(api.POST("/api/pricing/quote", { body, signal })), placeholderData: keepPreviousData, retry: false, staleTime: Infinity });
};
