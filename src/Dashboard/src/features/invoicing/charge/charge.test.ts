import { describe, expect, it } from "vitest";
import { emptyCharge, readCharge, trialOf } from "./draft";

const typed = (part: object) => ({ ...emptyCharge("c1", "EUR", "2025-11-19"), description: " A visit ", price: "0,123456789012", ...part });

describe("A charge by hand", () => {
  it("is sent exactly, to twelve decimals, in the server's figures", () =>
    expect(readCharge(typed({ quantity: "1.000,5", period: { from: "2025-10-01", through: "2025-10-31" }, category: "reduced", group: " Support ", reference: "A-1" }), "de-DE")).toEqual({
      body: { clientId: "c1", description: "A visit", quantity: "1000.5", unitPrice: "0.123456789012", currency: "EUR", period: { from: "2025-10-01", through: "2025-10-31" }, availableFrom: "2025-11-19", taxCategory: "reduced", group: "Support", reference: "A-1" },
    }));

  it("may give back, on any day", () => expect(readCharge(typed({ price: "-5", availableFrom: null }), "de-DE")).toEqual({ body: { clientId: "c1", description: "A visit", quantity: "1", unitPrice: "-5", currency: "EUR" } }));

  it("names what cannot be read", () =>
    expect(readCharge({ ...typed({ quantity: "some", price: "0,1234567890123", period: { from: "2025-10-02", through: "2025-10-01" } }), clientId: null, description: " " }, "de-DE")).toEqual({ faults: ["client", "description", "quantity", "fine", "period"] }));

  it("is tried out before it is described, and not before it has a price", () => {
    expect(trialOf(typed({ description: "" }), "de-DE")?.lines?.[0]?.unitPrice).toBe("0.123456789012");
    expect(trialOf(typed({ price: "" }), "de-DE")).toBeNull();
  });
});
