import { describe, expect, it } from "vitest";
import type { MeteredTerms, Offer, OfferComponent, PriceTerms, RevenuePage, Subscription, SubscriptionBill, SubscriptionHistory } from "@/api/types";
import { textNow } from "@/i18n/messages";
import { beginnings, countsQuantity, givenOf, kinds } from "@/ui/price/model";
import { checkoutsFilter, readCheckoutsSearch } from "./checkouts/search";
import { readSubscriptionsSearch } from "./list/search";
import { expiryOf, isExpired, isToken } from "./cards/cards";
import { countsOf } from "./dunning/counts";
import { messages as dunningMessages } from "./dunning/messages";
import { dunningFilter, readDunningSearch } from "./dunning/search";
import { codeText } from "./dunning/words";
import { priceIn, withPrice } from "./plans/meteredModel";
import { codeOf, emptyPlan, formOf, newComponent, newEntitlement, readPlan } from "./plans/model";
import { readPlansSearch } from "./plans/search";
import { endOfDay } from "./revenue/queries";
import { readRevenueSearch } from "./revenue/search";
import { stepsOf } from "./revenue/steps";
import { changesOf, draftOf, readDraft } from "./settings/changes";
import { readDays } from "./settings/days";
import { emptyStart, isPricedIn, readStart } from "./start/draft";
import { readStartSearch } from "./start/search";
import { stripeFilter } from "./stripe/filter";
import { readStripeSearch } from "./stripe/search";
import { messages } from "./subscription/messages";
import { readSubscriptionSearch } from "./subscription/search";
import { parkedOf, timelineOf } from "./subscription/timeline";
import { eventText } from "./subscription/words";

const [today, zone] = ["2025-11-19", "America/Chicago"];
const offer = {
  code: "team", public: true, sortOrder: 3, archived: false, version: 2,
  terms: { name: "Team", interval: { unit: "month", count: 1 }, family: "main", tier: 1, trialDays: 14, components: [{ code: "seats", name: "Seats", kind: "seats", timing: "arrears", prices: [{ amount: "7.50", currency: "EUR" }] }], entitlements: [{ name: "users", limit: 25 }, { name: "api_calls", limit: null }] },
} as unknown as Offer;

describe("A subscription that is begun", () => {
  const draft = { ...emptyStart("c1", "team"), quantity: "3" };

  it("begins now, as the plan has it", () => expect(readStart(draft, offer, "EUR", zone, today).body).toEqual({ clientId: "c1", planCode: "team", quantity: 3 }));

  it("begins with a day where its zone has it, on a day of the month, with its own trial", () =>
    expect(readStart({ ...draft, on: "2025-12-01", trial: "0", anchor: "day", anchorDay: "31", along: true, outsideId: " crm-1 " }, offer, "EUR", zone, today).body).toEqual({
      clientId: "c1", planCode: "team", quantity: 3, startAt: "2025-12-01T06:00:00.000Z", trialDays: 0, anchorDay: 31, alongOthers: true, outsideId: "crm-1",
    }));

  it("takes a coupon, and is backdated only where it began before today", () => {
    const wished = { ...draft, coupon: " TEN ", backdate: true };
    expect(readStart({ ...wished, on: "2024-01-01" }, offer, "EUR", zone, today).body).toMatchObject({ coupon: "TEN", backdate: true });
    expect(readStart({ ...wished, on: "2025-12-01" }, offer, "EUR", zone, today).body).not.toHaveProperty("backdate");
    expect(readStart({ ...draft, on: "2024-01-01" }, offer, "EUR", zone, today).body).not.toHaveProperty("backdate");
  });

  it("says what is missing or wrong", () => {
    expect([...readStart({ ...draft, client: null, quantity: "0", trial: "731", anchor: "day", anchorDay: "32" }, offer, undefined, zone, today).faults]).toEqual(["client", "quantity", "trial", "anchorDay"]);
    expect([...readStart(draft, offer, "CHF", zone, today).faults]).toEqual(["currency"]);
    expect(readStart({ ...draft, plan: null }, undefined, undefined, zone, today).body).toBeNull();
  });
});

describe("A plan in the editor", () => {
  it("comes back as it was", () => {
    const { faults, terms, placing } = readPlan(formOf(offer, "EUR", (amount) => amount), "en-US");
    expect([faults.size, terms, placing]).toEqual([0, offer.terms, { public: true, sortOrder: 3 }]);
  });

  it("reads prices as the person's locale writes them, and names codes after names", () => {
    const form = { ...emptyPlan("EUR"), name: "Große Lösung", code: codeOf("Große Lösung"), components: [{ ...newComponent(), name: "Basis", kind: "once" as const, timing: "arrears" as const, prices: { EUR: "1.234,50" } }] };
    expect(readPlan(form, "de-DE").terms).toMatchObject({ name: "Große Lösung", components: [{ code: "basis", kind: "once", prices: [{ amount: "1234.50", currency: "EUR" }] }] });
    expect(form.code).toBe("grosse-loesung");
  });

  it("says what is missing, by its place", () => {
    const [component, entitlement] = [newComponent(), { ...newEntitlement("Users"), limit: "-1" }];
    expect([...readPlan({ ...emptyPlan("EUR"), currencies: ["EUR", "USD"], count: "25", components: [component], entitlements: [entitlement] }, "en-US").faults]).toEqual([
      "code", "name", "count", `component ${component.id}`, `price ${component.id} EUR`, `price ${component.id} USD`, `limit ${entitlement.id}`, `entitlement ${entitlement.id}`,
    ]);
  });

  const metered = (price: PriceTerms, more: Partial<MeteredTerms> = {}) => ({ code: "calls", name: "Calls", kind: "metered", timing: "arrears", prices: [], metered: { meter: "calls", prices: [{ currency: "EUR", price }, { currency: "USD", price: { ...price } }], by: "client", ...more } }) as OfferComponent;
  const sold = (...components: OfferComponent[]) => ({ ...offer, terms: { ...offer.terms, components } }) as Offer;
  const back = (one: Offer) => readPlan(formOf(one, "EUR", (amount) => amount), "de-DE");

  it.each(kinds)("keeps what is metered by a price that is %s", (kind) => {
    const price = givenOf(beginnings[kind]);
    const component = metered(price, { by: "subscription", ...(countsQuantity(price) ? { included: "1000.50" } : {}) });
    expect(back(sold(component)).terms?.components).toEqual([component]);
    expect(back(sold(metered(beginnings[kind]))).terms?.components).toEqual([metered(price)]);
  });

  it("is priced in the currencies of what is metered, too", () => expect(["EUR", "USD", "CHF"].map((currency) => isPricedIn(sold(metered(beginnings.package)), currency))).toEqual([true, true, false]));

  it("keeps a price that it has no field for, with its currencies", () => {
    const component = metered({ type: "blocks", policy: "all-tiers", units: [{ unit: "GB", tiers: [{ blockSize: "1", pricePerBlock: "2" }] }] });
    expect(back(sold(component)).terms?.components).toEqual([component]);
  });

  it("begins a price in another currency as the first, until it has its own", () => {
    const was = newComponent().metered;
    const euro = withPrice(was, "EUR", { type: "per-unit", unitPrice: "0.02" });
    expect([priceIn(was, "USD").price, priceIn(euro, "USD").price]).toEqual([{ type: "per-unit" }, { type: "per-unit", unitPrice: "0.02" }]);
    const both = withPrice(euro, "USD", { type: "per-unit", unitPrice: "0.03" });
    expect([priceIn(both, "EUR").price.unitPrice, priceIn(both, "USD").price.unitPrice, priceIn(both, "USD").key]).toEqual(["0.02", "0.03", priceIn(euro, "USD").key]);
  });

  it("says what is missing or wrong of what is metered, by its place", () => {
    const component = { ...newComponent(), name: "Calls", kind: "metered" as const };
    const faults = (part: Partial<typeof component.metered>, currencies = ["EUR"]) => [...readPlan({ ...emptyPlan("EUR"), code: "api", name: "Api", currencies, components: [{ ...component, metered: { ...component.metered, ...part } }] }, "en-US").faults].map((fault) => fault.replace(`metered ${component.id} `, ""));
    expect(faults({ included: "many" }, ["EUR", "USD"])).toEqual(["meter", "included", "EUR /unitPrice", "USD /unitPrice"]);
    expect(faults({ meter: "calls", included: "many", prices: { EUR: { price: { type: "graduated-percentage", tiers: [{ upTo: "0", rate: "2" }, { rate: "x" }] }, key: "" } } })).toEqual(["EUR /tiers/0/upTo", "EUR /tiers/1/rate"]);
  });

  it("may cost nothing", () => expect(readPlan({ ...emptyPlan("EUR"), name: "Free", code: "free", components: [] }, "en-US").terms).toMatchObject({ components: [] }));
});

describe("The time line", () => {
  const bill = (number: number, reason: SubscriptionBill["reason"], on: string, state: "made" | "parked" = "made") => ({ number, reason, on, lines: [], amount: { amount: "1", currency: "EUR" }, invoice: { state, invoiceId: null, invoiceNumber: null, code: null, sentence: "Try." } }) as SubscriptionBill;
  const subscription = { timeZone: zone, startAt: "2025-11-01T12:00:00Z", bills: [bill(1, "period", "2025-11-01"), bill(2, "change", "2025-11-10", "parked")] } as Subscription;
  const happened = (version: number, event: string, at: string) => ({ version, event: `subscriptions.${event}`, at, actor: {} }) as SubscriptionHistory["items"][number];

  it("tells what was billed once, newest first, by the days of its zone", () => {
    const items = [happened(1, "subscription_started", "2025-11-09T12:00:00Z"), happened(2, "period_billed", "2025-11-01T12:00:00Z"), happened(3, "subscription_switched", "2025-11-10T12:00:00Z"), happened(4, "subscription_paused", "2025-11-12T03:00:00Z")];
    expect(timelineOf(subscription, items).map((one) => [one.day, "bill" in one ? one.bill.number : one.event])).toEqual([["2025-11-11", "subscriptions.subscription_paused"], ["2025-11-10", 2], ["2025-11-01", 1], ["2025-11-01", "subscriptions.subscription_started"]]);
  });

  it("knows what is parked", () => expect(parkedOf(subscription).map((one) => one.sentence)).toEqual(["Try."]));

  it("has words for what happened, and keeps those of what it does not know", () => {
    const t = textNow(messages);
    expect([eventText(t, "subscriptions.subscription_paused"), eventText(t, "subscriptions.something_new")]).toEqual(["Paused", "something new"]);
  });
});

it("The waterfall goes from what came in to what comes in", () => {
  const revenue = { movements: { new: "50", expansion: "0", contraction: "-20", churn: "-30", reactivation: "0" }, days: [{ day: today, mrr: "100.0000", movements: {} }] } as unknown as RevenuePage;
  expect(stepsOf(revenue, { mrrBefore: { amount: "100.00", currency: "EUR" } }).map(({ name, left, right }) => [name, Math.round(left * 150), Math.round(right * 150)])).toEqual([
    ["before", 0, 100], ["new", 100, 150], ["expansion", 150, 150], ["contraction", 130, 150], ["churn", 100, 130], ["reactivation", 100, 100], ["after", 0, 100],
  ]);
});

it("A day ends where the next one begins", () => expect(endOfDay("2025-11-19", zone)).toBe("2025-11-20T05:59:59.999Z"));

it("Stripe is filtered by a type, an object, or what became of it", () => {
  expect([stripeFilter("waiting", "", [], undefined), stripeFilter("known", "invoice.paid", [], "-createdAt"), stripeFilter(undefined, "in_1", [{ column: "type", op: "is", values: ["invoice.paid"] }], undefined)]).toEqual([
    { waiting: true }, { outcome: "known", type: "invoice.paid", sort: "-createdAt" }, { type: "invoice.paid", objectId: "in_1" },
  ]);
});

it("Settings send only what differs", () => {
  const rules = { unit: "day", changeDay: "new", invoices: "issue", retryDays: [1, 3], afterRetries: "unpaid", pastDueHasAccess: true, mailsClients: true, periodsBack: 1, billingWay: "weBill", portalPlans: ["pro"], portalCancel: "periodEnd" } as const satisfies Record<string, unknown>;
  const settings = { ...rules, retryDays: [...rules.retryDays], portalPlans: [...rules.portalPlans] };
  const changed = (part: Partial<ReturnType<typeof draftOf>>) => changesOf(settings, readDraft({ ...draftOf(settings), ...part }).rules);
  expect([changed({}), changed({ unit: "second", invoices: "send" }), changed({ retryDays: "1 3", periodsBack: "12", mailsClients: false }), changed({ retryDays: "" }), changed({ portalPlans: ["pro", "team"], portalCancel: "no" }), changed({ portalPlans: ["pro"] })]).toEqual([{}, { unit: "second", invoices: "send" }, { mailsClients: false, periodsBack: 12 }, { retryDays: [] }, { portalPlans: ["pro", "team"], portalCancel: "no" }, {}]);
  expect([...readDraft({ ...draftOf(settings), retryDays: "3, 1", periodsBack: "121" }).faults]).toEqual(["retryDays", "periodsBack"]);
});

it("Days of retries ascend, at most 12 of them, 1 to 90", () => {
  expect([readDays("1, 3;5 90"), readDays(" "), readDays("3,3"), readDays("0"), readDays("91"), readDays("1,x"), readDays(Array.from({ length: 13 }, (_, at) => at + 1).join())]).toEqual([[1, 3, 5, 90], [], null, null, null, null, null]);
});

describe("The dunning board", () => {
  it("counts what is on one page, and nothing of more", () => {
    const items = [{ state: "retrying" }, { state: "retrying" }, { state: "exhausted" }] as const;
    expect([countsOf({ items, nextCursor: null }), countsOf({ items, nextCursor: "x" }), countsOf(undefined)]).toEqual([{ open: 3, retrying: 2, needsAction: 0, exhausted: 1, underWay: 0 }, {}, {}]);
  });

  it("asks for what its address says", () => {
    expect([readDunningSearch({ list: "exhausted", one: "c1", x: 1 }), readDunningSearch({ list: "open", one: "" })]).toEqual([{ list: "exhausted", one: "c1" }, {}]);
    expect([dunningFilter(undefined, undefined), dunningFilter("disputed", "-last"), dunningFilter("paid", undefined)]).toEqual([{}, { disputed: true, sort: "-last" }, { state: "paid" }]);
  });

  it("says why in words, and keeps a code that it does not know readable", () => {
    const t = textNow(dunningMessages);
    expect([codeText(t, "insufficient_funds"), codeText(t, "pickup_card")]).toEqual(["Not enough money on the card", "pickup card"]);
  });
});

it("A card is good through its month", () => {
  const card = { expiryMonth: 4, expiryYear: 2031 };
  expect([expiryOf(card), isExpired(card, "2031-04-30"), isExpired(card, "2031-05-01")]).toEqual(["04/31", false, true]);
  expect(["pm_card_visa", " pm_1 ", "", "4242 4242"].map(isToken)).toEqual([true, true, false, false]);
});

it("The addresses keep what they understand", () => {
  expect(readSubscriptionsSearch({ list: "trialing", of: "c1", plan: "pro", nonsense: 1 })).toEqual({ list: "trialing", of: "c1", plan: "pro" });
  expect(readSubscriptionsSearch({ list: "all", of: "", plan: 7 })).toEqual({});
  expect([readSubscriptionSearch({ at: 3, open: "change" }), readSubscriptionSearch({ at: 0, open: "other" }), readSubscriptionSearch({ open: "coupon" })]).toEqual([{ at: 3, open: "change" }, {}, { open: "coupon" }]);
  expect([readStartSearch({ client: "c1", plan: "" }), readPlansSearch({ archived: true }), readPlansSearch({ archived: "yes" })]).toEqual([{ client: "c1" }, { archived: true }, {}]);
  expect(readRevenueSearch({ from: "2025-01-01", to: "2025-02-30", in: "EUR", movement: "churn", x: 1 })).toEqual({ from: "2025-01-01", in: "EUR", movement: "churn" });
  expect([readCheckoutsSearch({ list: "open", of: "c1", open: "portal" }), readCheckoutsSearch({ list: "all", of: "", open: "other" })]).toEqual([{ list: "open", of: "c1", open: "portal" }, {}]);
  expect([checkoutsFilter({ list: "expired", of: "c1", open: "new" }, "-opened"), checkoutsFilter({}, undefined)]).toEqual([{ state: "expired", clientId: "c1", sort: "-opened" }, {}]);
  expect(readStripeSearch({ list: "asked", event: "evt_1" })).toEqual({ list: "asked", event: "evt_1" });
});
