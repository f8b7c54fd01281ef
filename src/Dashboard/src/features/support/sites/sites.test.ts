import { describe, expect, it, test } from "vitest";
import type { HostedSite } from "@/api/types";
import { changeOf, draftOf, inputOf, newDraft } from "./draft";
import { sitesFilter } from "./filter";
import { toldBy } from "./queries";
import { readSitesSearch } from "./search";
import { stateOf } from "./useColumns";

const today = "2025-01-31";
const usd = (amount: string) => ({ amount, currency: "USD" });
const row: HostedSite = { id: "s1", clientId: "c1", name: "Acme", webAddress: "https://acme.example.test", start: "2024-06-15", end: null, fee: usd("99.00"), fees: [{ from: "2024-06-01", fee: usd("99.00") }], outsideId: null, archived: false, edited: [], version: 1 };

it("keeps what it understands of an address and drops the rest", () => {
  expect(readSitesSearch({ list: "months", until: "2025-01", of: "c1", nonsense: 1 })).toEqual({ list: "months", until: "2025-01", of: "c1" });
  expect(readSitesSearch({ list: "all", until: "soon", open: "s1" })).toEqual({ open: "s1" });
});

it("asks for sites that are hosted, ended or put away", () => {
  expect(sitesFilter({ list: "active", of: "c1" }, " acme ", "-fee")).toEqual({ active: true, clientId: "c1", search: "acme", sort: "-fee" });
  expect([sitesFilter({ list: "ended" }, "", undefined), sitesFilter({ list: "archived" }, "", undefined), sitesFilter({}, "", undefined)]).toEqual([{ active: false }, { archived: true }, {}]);
});

test.each([
  ["2025-01-31", null, "active"],
  ["2025-02-01", null, "planned"],
  ["2024-01-01", "2025-01-31", "active"],
  ["2024-01-01", "2025-01-30", "ended"],
])("a site from %s to %s is %s on 2025-01-31", (start, end, state) => {
  expect(stateOf({ start, end }, today)).toBe(state);
});

describe("what is typed of a site", () => {
  it("leaves the fee to the usual one, and takes zero for zero", () => {
    expect(inputOf({ ...newDraft("c1", today), name: "Acme" }, "USD", "en-US")).toEqual({ clientId: "c1", name: "Acme", start: today });
    expect(inputOf({ ...newDraft("c1", today), name: "Acme", fee: "0" }, "USD", "en-US")?.fee).toEqual(usd("0"));
    for (const wrong of [{ name: "" }, { start: null }, { client: null }, { fee: "much" }]) expect(inputOf({ ...newDraft("c1", today), name: "Acme", ...wrong }, "USD", "en-US")).toBeNull();
  });

  it("says of a known one only what was touched, a fee with the month it begins in", () => {
    const draft = draftOf(row, "en-US", today);
    expect(changeOf(draft, row, "USD", "en-US")).toEqual({});
    expect(changeOf({ ...draft, fee: "120", end: "2025-03-31", webAddress: "" }, row, "USD", "en-US")).toEqual({ fee: usd("120"), feeFrom: "2025-01-01", end: "2025-03-31", webAddress: "" });
    expect(changeOf({ ...draft, fee: "" }, row, "USD", "en-US")).toBeNull();
  });
});

it("tells the server that a last day is cleared, and an address with it", () => {
  expect(toldBy({ end: null })).toEqual({ end: null });
  expect(toldBy({ webAddress: null, name: "Acme" })).toEqual({ webAddress: "", name: "Acme" });
});
