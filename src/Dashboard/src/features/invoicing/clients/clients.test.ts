import { describe, expect, it } from "vitest";
import type { Client } from "@/api/types";
import { addressLines, addressesIn, changesOf, detailsOf, draftOf, faultField, termsIn } from "./draft";
import { clientFilter } from "./filter";
import { readClientsSearch } from "./search";

const client: Client = {
  id: "c1", name: "Alder & Co", emails: ["bills@alder.example.test"], ccEmails: [], phone: null, address: { line1: "1 Mill Lane", line2: null, city: "Dover", state: null, postalCode: "CT16", country: "GB" }, taxId: null, currency: "GBP",
  language: null, termsDays: 14, taxTreatment: "standard", exemptionReason: null, note: null, stripeId: null, helpDeskId: null, crmId: "77", accountingId: null, standing: "active", mergedInto: null, reminders: true, bounced: [], version: 3,
};

describe("The address of the clients", () => {
  it("keeps what it understands and drops the rest", () => {
    expect(readClientsSearch({ show: "archived", client: "c1", at: 2, q: "alder", nonsense: 1 })).toEqual({ show: "archived", client: "c1", at: 2, q: "alder" });
    expect(readClientsSearch({ show: "active", client: 7, at: 2 })).toEqual({});
  });

  it("becomes the server's filter", () => {
    expect(clientFilter("active", { search: " alder ", conditions: [] }, "-name")).toEqual({ archived: "false", search: "alder", sort: "-name" });
    const conditions = [{ column: "currency", op: "is" as const, values: ["EUR"] }, { column: "taxTreatment", op: "is" as const, values: ["exempt"] }, { column: "country", op: "is" as const, values: [""] }];
    expect(clientFilter("all", { search: "", conditions }, undefined)).toEqual({ archived: "all", currency: "EUR", taxTreatment: "exempt" });
    expect(clientFilter("archived", { search: "", conditions: [{ column: "taxTreatment", op: "is", values: ["never"] }] }, undefined)).toEqual({ archived: "true" });
  });
});

describe("The form of a client", () => {
  it("shows a client and says nothing where nothing was typed", () => expect(changesOf(client, draftOf(client, "EUR"))).toEqual({}));

  it("sends only what became different; emptied fields are taken back", () => {
    const draft = { ...draftOf(client, "EUR"), name: "Alder Ltd", crmId: " ", terms: "", phone: "+44 1304" };
    expect(changesOf(client, draft)).toEqual({ name: "Alder Ltd", crmId: null, termsDays: null, phone: "+44 1304" });
  });

  it("says whether the client is reminded, once that became different", () => {
    expect(draftOf(null, "EUR").reminders).toBe(true);
    expect(changesOf(client, { ...draftOf(client, "EUR"), reminders: false })).toEqual({ reminders: false });
    expect(changesOf({ ...client, reminders: false }, { ...draftOf(client, "EUR"), reminders: true })).toEqual({ reminders: true });
    expect(detailsOf({ ...draftOf(null, "EUR"), name: "Birch", reminders: false })).toMatchObject({ reminders: false });
    expect(detailsOf({ ...draftOf(null, "EUR"), name: "Birch" })).not.toHaveProperty("reminders");
  });

  it("sends an address as a whole", () => {
    const draft = { ...draftOf(client, "EUR"), city: "Deal" };
    expect(changesOf(client, draft)).toEqual({ address: { line1: "1 Mill Lane", line2: null, city: "Deal", state: null, postalCode: "CT16", country: "GB" } });
  });

  it("keeps a reason only for those who are exempt", () => {
    const exempt = { ...client, taxTreatment: "exempt" as const, exemptionReason: "Charity" };
    expect(changesOf(exempt, { ...draftOf(exempt, "EUR"), taxTreatment: "reverseCharge" })).toEqual({ taxTreatment: "reverseCharge", exemptionReason: null });
    expect(changesOf(client, { ...draftOf(client, "EUR"), taxTreatment: "exempt", exemptionReason: "Charity" })).toEqual({ taxTreatment: "exempt", exemptionReason: "Charity" });
  });

  it("begins a new client in the organisation's currency and sends what was filled in", () => {
    const draft = { ...draftOf(null, "EUR"), name: " Birch ", emails: "a@birch.example.test, b@birch.example.test" };
    expect(detailsOf(draft)).toEqual({ name: "Birch", currency: "EUR", emails: ["a@birch.example.test", "b@birch.example.test"], taxTreatment: "standard" });
  });

  it("takes mail addresses however they are set apart", () => expect(addressesIn("a@x.example.test; b@x.example.test\n c@x.example.test,")).toEqual(["a@x.example.test", "b@x.example.test", "c@x.example.test"]));

  it("takes terms of 0 to 365 days, or none", () => {
    expect([termsIn("14"), termsIn(" 0 "), termsIn("")]).toEqual([14, 0, null]);
    expect([termsIn("soon"), termsIn("366"), termsIn("-1")]).toEqual([undefined, undefined, undefined]);
  });

  it("knows the field that a refusal speaks of", () => {
    expect(faultField("bad-email", { ccEmails: ["x"] })).toBe("ccEmails");
    expect(faultField("bad-email", { emails: ["x"], ccEmails: ["y"] })).toBe("emails");
    expect(faultField("exemption-reason-missing", {})).toBe("exemptionReason");
    expect(faultField("outside-id-taken", { crmId: "7" })).toBe("crmId");
    expect(faultField("client-archived", {})).toBeNull();
  });

  it("writes an address as on a letter", () => expect(addressLines(client.address, (code) => (code === "GB" ? "United Kingdom" : code))).toEqual(["1 Mill Lane", "CT16 Dover", "United Kingdom"]));
});
