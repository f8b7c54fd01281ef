import { describe, expect, it } from "vitest";
import type { SupportProject } from "@/api/types";
import { changeOf, draftOf, inputOf, newDraft } from "./draft";
import { projectsFilter } from "./filter";
import { toldBy } from "./queries";
import { readProjectsSearch } from "./search";

const today = "2025-01-31";
const row: SupportProject = { id: "p1", clientId: "c1", name: "Summer", category: "landing-page", price: { amount: "200.00", currency: "USD" }, completedOn: "2025-01-10", status: "ready", invoiceNumber: null, outsideId: null, archived: false, edited: [], billed: null, version: 2 };

it("keeps what it understands of an address and drops the rest", () => {
  expect(readProjectsSearch({ list: "ready", of: "c1", open: "p1", sort: "name", nonsense: 1 })).toEqual({ list: "ready", of: "c1", open: "p1", sort: "name" });
  expect(readProjectsSearch({ list: "all", open: "" })).toEqual({});
});

it("asks for projects by status, category and day of completion", () => {
  expect(projectsFilter({ list: "archived" }, { search: " sum ", conditions: [] }, undefined, today)).toEqual({ archived: true, search: "sum" });
  expect(projectsFilter({ list: "ready", of: "c1" }, { search: "", conditions: [{ column: "category", op: "is", values: ["website"] }, { column: "completedOn", op: "between", values: ["2025-01-01", "2025-01-31"] }] }, "-price", today)).toEqual({ status: "ready", clientId: "c1", category: "website", from: "2025-01-01", to: "2025-01-31", sort: "-price" });
  expect(projectsFilter({}, { search: "", conditions: [{ column: "completedOn", op: "empty", values: [] }] }, undefined, today)).toEqual({ undated: true });
});

describe("what is typed of a project", () => {
  it("is sent in the client's currency", () => {
    expect(inputOf({ ...newDraft("c1"), name: " Summer ", price: "1.234,50" }, "EUR", "de-DE")).toEqual({ clientId: "c1", name: "Summer", category: "website", price: { amount: "1234.50", currency: "EUR" }, completedOn: null, ready: false });
    for (const wrong of [{ name: " " }, { price: "" }, { price: "much" }, { category: "" }, { client: null }]) expect(inputOf({ ...newDraft("c1"), name: "Summer", price: "1", ...wrong }, "EUR", "de-DE")).toBeNull();
  });

  it("says of a known one only what was touched, and clears a day", () => {
    const draft = draftOf(row, "en-US");
    expect(changeOf(draft, row, "USD", "en-US")).toEqual({});
    expect(changeOf({ ...draft, completedOn: null, price: "250", ready: false }, row, "USD", "en-US")).toEqual({ completedOn: null, price: { amount: "250", currency: "USD" }, ready: false });
  });
});

it("tells the server whether a project may be invoiced, and that a day is cleared", () => {
  expect(toldBy({ status: "ready", completedOn: null, name: "Autumn" })).toEqual({ ready: true, completedOn: null, name: "Autumn" });
  expect(toldBy({ status: "notReady" })).toEqual({ ready: false });
});
