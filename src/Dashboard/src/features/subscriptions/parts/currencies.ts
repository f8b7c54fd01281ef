import type { OfferComponent } from "@/api/types";

/** What a component has prices in. */
export const currenciesOf = ({ prices, metered }: OfferComponent) => (metered ? metered.prices : prices).map((price) => price.currency);
