import { expect, it } from "vitest";
import type { FreeAllowance, RateCard } from "@/api/types";
import { allowanceDraft, allowanceOf, ratesDraft, ratesOf } from "./draft";
import { readSettingsSearch } from "./search";

const card: RateCard = { clientId: null, from: "2025-01-01", currency: "USD", promotion: "125", low: "150", medium: "175", high: "250.5" };
const allowance: FreeAllowance = { clientId: "c1", from: "2025-01-01", hours: "10.000", sitesPer: 20, projects: [{ category: "landing-page", count: 1 }] };

it("opens the forms that there are", () => {
  expect([readSettingsSearch({ open: "rates" }), readSettingsSearch({ open: "portal" })]).toEqual([{ open: "rates" }, {}]);
});

it("agrees rates as text, in the reader's way of writing", () => {
  const draft = ratesDraft(card, "2025-01-31", "de-DE");
  expect(draft.prices.high).toBe("250,50");
  expect(ratesOf(draft, "USD", "de-DE")).toEqual({ from: "2025-01-31", promotion: "125.00", low: "150.00", medium: "175.00", high: "250.50", currency: "USD" });
  expect(ratesOf({ ...draft, client: "c1" }, "USD", "de-DE")).toMatchObject({ clientId: "c1" });
  expect(ratesOf({ ...draft, prices: { ...draft.prices, low: "0" } }, "USD", "de-DE")).toMatchObject({ low: "0" });
  expect(ratesOf({ ...draft, prices: { ...draft.prices, low: "" } }, "USD", "de-DE")).toBeNull();
});

it("agrees an allowance with whole projects and sites", () => {
  const draft = allowanceDraft(allowance, "2025-01-01", "en-US");
  expect(allowanceOf(draft, "en-US")).toEqual({ from: "2025-01-01", hours: "10", sitesPer: 20, projects: [{ category: "landing-page", count: 1 }], clientId: "c1" });
  expect(allowanceOf({ ...draft, projects: [...draft.projects, { category: " ", count: "x" }], sitesPer: "0" }, "en-US")).toMatchObject({ sitesPer: 0, projects: [{ category: "landing-page", count: 1 }] });
  for (const wrong of [{ hours: "" }, { sitesPer: "1.5" }, { projects: [{ category: "website", count: "-1" }] }, { from: null }]) expect(allowanceOf({ ...draft, ...wrong }, "en-US")).toBeNull();
});
