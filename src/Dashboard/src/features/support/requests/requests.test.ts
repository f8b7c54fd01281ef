import { describe, expect, it } from "vitest";
import type { SupportRequest } from "@/api/types";
import type { Condition } from "@/ui/table";
import { changeOf, draftOf, inputOf, newDraft } from "./draft";
import { requestsFilter } from "./filter";
import { countOf, isOn, presets, pressed } from "./presets";
import { toldBy } from "./queries";
import { readRequestsSearch } from "./search";

const today = "2025-01-31";
const asked = (...conditions: Condition[]) => ({ search: "", conditions });
const preset = (id: string) => presets.find((one) => one.id === id)!;
const row: SupportRequest = {
  id: "r1", clientId: "c1", resolvedOn: "2025-01-15", resolvedAt: "09:30:12", type: "Form Repair", category: "forms", description: "Mend the form.", urgency: "medium", effort: "small", hours: "0.250",
  source: "ticket", webAddress: null, outsideId: null, open: false, status: "active", charged: true, flag: null, edited: [], billed: null, version: 3,
};

it("keeps what it understands of an address and drops the rest", () => {
  expect(readRequestsSearch({ list: "archived", of: "c1", open: "new", q: "form", nonsense: 1 })).toEqual({ list: "archived", of: "c1", open: "new", q: "form" });
  expect(readRequestsSearch({ list: "active", of: "" })).toEqual({});
});

it("asks for requests by kinds, days, hours and what is billed", () => {
  expect(requestsFilter({ list: "all", of: "c1" }, { search: " form ", conditions: [] }, "-hours", today)).toEqual({ status: "all", clientId: "c1", search: "form", sort: "-hours" });
  expect(requestsFilter({}, asked({ column: "urgency", op: "is", values: ["low", "high"] }, { column: "weekday", op: "is", values: ["1", "2"] }, { column: "charged", op: "is", values: ["yes"] }, { column: "billed", op: "is", values: ["no"] }), undefined, today)).toEqual({ urgency: "high,low", weekday: "1,2", hideNonBillable: true, billed: false });
  expect(requestsFilter({}, asked({ column: "hours", op: "between", values: ["0.5", "2"] }, { column: "resolvedOn", op: "last", values: ["31"] }), undefined, today)).toEqual({ minHours: "0.5", maxHours: "2", from: "2025-01-01", to: "2025-01-31" });
  expect(requestsFilter({}, asked({ column: "hours", op: "atMost", values: [""] }, { column: "charged", op: "is", values: ["no"] }, { column: "client", op: "contains", values: ["x"] }), undefined, today)).toEqual({});
});

describe("a preset", () => {
  const own: Condition = { column: "hours", op: "atLeast", values: ["1"] };

  it("is set beside other filters and taken away again", () => {
    const set = pressed(preset("high"), [own]);
    expect(set).toEqual([own, { column: "urgency", op: "is", values: ["high"] }]);
    expect(isOn(preset("high"), set)).toBe(true);
    expect(pressed(preset("high"), set)).toEqual([own]);
  });

  it("takes the place of one that says another thing of the same field", () => {
    const desk = pressed(preset("helpDesk"), []);
    expect(isOn(preset("helpDesk"), [{ column: "source", op: "is", values: ["fluent", "ticket"] }])).toBe(true);
    expect(pressed(preset("texts"), desk)).toEqual([{ column: "source", op: "is", values: ["sms"] }]);
  });

  it("counts what the list counted", () => {
    expect(countOf(preset("helpDesk"), { "source.ticket": 3, "source.fluent": 4 })).toBe(7);
    expect(countOf(preset("texts"), {})).toBe(0);
    expect([countOf(preset("weekdays"), { all: 9 }), countOf(preset("high"), undefined)]).toEqual([undefined, undefined]);
  });
});

describe("what is typed of a request", () => {
  it("is sent with hours as text, and left to its effort without any", () => {
    const draft = { ...newDraft("c1", today, "14:05"), type: " Backup ", hours: "1,25", description: "Zip it." };
    expect(inputOf(draft, "de-DE")).toEqual({ clientId: "c1", resolvedOn: today, resolvedAt: "14:05:00", type: "Backup", category: "general", description: "Zip it.", urgency: "low", effort: "small", hours: "1.25", source: "ticket", open: false });
    expect(inputOf({ ...draft, hours: "" }, "de-DE")).not.toHaveProperty("hours");
  });

  it("is not sent while a client, a time or a number is missing", () => {
    const draft = newDraft("c1", today, "14:05");
    for (const wrong of [{ client: null }, { on: null }, { at: "" }, { hours: "much" }]) expect(inputOf({ ...draft, ...wrong }, "en-US")).toBeNull();
  });

  it("says of a known one only what was touched", () => {
    const draft = draftOf(row, "en-US");
    expect(changeOf(draft, row, "en-US")).toEqual({});
    expect(changeOf({ ...draft, hours: "0.5", webAddress: "https://acme.example.test" }, row, "en-US")).toEqual({ hours: "0.5", webAddress: "https://acme.example.test" });
    expect(changeOf({ ...draft, at: "10:00", open: true }, row, "en-US")).toEqual({ resolvedAt: "10:00:00", open: true });
    expect(changeOf({ ...draft, hours: "" }, row, "en-US")).toBeNull();
  });
});

it("tells the server hours as text, and apart whether a request counts", () => {
  expect(toldBy({ hours: 0.75, category: "forms" })).toEqual({ change: { hours: "0.75", category: "forms" } });
  expect(toldBy({ status: "archived" })).toEqual({ status: "archived" });
});
