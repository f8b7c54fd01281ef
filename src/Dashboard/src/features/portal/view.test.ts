import { expect, it } from "vitest";
import { readView } from "./view";

it("shows what the address asks for, and tickets where it asks for nothing that there is", () => {
  expect([readView("?page=sites"), readView("?page=invoices"), readView(""), readView("?page=hours"), readView("?other=1")]).toEqual(["sites", "invoices", "tickets", "tickets", "tickets"]);
});
