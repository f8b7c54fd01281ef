import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRefusals, refusalText } from "./refusals";
import { refusals } from "./refusals.de";
import { refusals as aicosts } from "./refusals.aicosts.de";
import { refusals as identity } from "./refusals.identity.de";
import { refusals as invoicing } from "./refusals.invoicing.de";
import { refusals as notifications } from "./refusals.notifications.de";
import { refusals as reporting } from "./refusals.reporting.de";
import { refusals as subscriptions } from "./refusals.subscriptions.de";
import { refusals as usage } from "./refusals.usage.de";

const german = (code: string, facts: Record<string, unknown>) => refusalText(code, facts, "de");

const roots = ["Modules/Facilities", "SharedKernel/Primitives", "SharedKernel/Documents", "SharedKernel/Web"].map((folder) => join(process.cwd(), "..", folder));

/** The ways in which the server makes a problem: a refusal, a fault of a sheet or of one of its lines, a problem of the edge. */
const makers = [/new Refusal\(\s*"([a-z0-9-]+)"/g, /\bRefusal \w+(?:\([^)]*\))? ?(?:\{ get; \} )?=>? new\(\s*"([a-z0-9-]+)"/g, /new SheetFault\(\s*"([a-z0-9-]+)"/g, /new SheetError\(\s*"([a-z0-9-]+)"/g, /SheetFault \w+\([^)]*\) =>\s*new\(\s*"([a-z0-9-]+)"/g, /SheetError \w+\([^)]*\) =>\s*new\(\s*"([a-z0-9-]+)"/g, /\bRowError(?: \w+\([^)]*\) => new)?\((?:[^;"]|"[^a-z][^"]*")*"([a-z0-9-]+)"/g, /new(?: Problem)?\((?:\d{3}|status), "([a-z0-9-]+)"/g];
const codesIn = (source: string) => makers.flatMap((maker) => [...source.matchAll(maker)].map((one) => one[1]!));

const sourcesOf = (root: string) => readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".cs") && !/(^|\/)(bin|obj)\//.test(name)).map((name) => readFileSync(join(root, name), "utf8"));
const codes = new Set(roots.flatMap(sourcesOf).flatMap(codesIn));
/** Identity's codes all come with their sentence; a code that only compares another is no maker. */
const codesOfIdentity = new Set(sourcesOf(join(process.cwd(), "../Modules/Identity")).flatMap((source) => [...source.matchAll(/(?:new|Refusal|As|Problem)\((?:\d{3}, )?"([a-z]+(?:-[a-z]+)+|busy)", (?:\$?"[A-Z{]|string\.)/g)].map((one) => one[1]!)));
const codesOfInvoicing = new Set(sourcesOf(join(process.cwd(), "../Modules/Invoicing")).flatMap((source) => [...codesIn(source), ...[...source.matchAll(/[?:] new\("([a-z]+(?:-[a-z]+)+)", /g)].map((one) => one[1]!)]));
/** Why an event of many is not taken stands in an answer that programs read: EventReader's and TakeEvents' codes are told in English. */
const codesOfUsage = new Set(readdirSync(join(process.cwd(), "../Modules/Usage"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".cs") && !/(^|\/)(bin|obj)\//.test(name) && !name.endsWith("EventReader.cs")).flatMap((name) => { const source = readFileSync(join(process.cwd(), "../Modules/Usage", name), "utf8"); return [...codesIn(source), ...[...source.matchAll(/new(?:\(".*", new)?\("([a-z]+(?:-[a-z]+)+)", \$?"[A-Z]/g)].map((one) => one[1]!)]; }));
const codesOfSubscriptions = new Set(sourcesOf(join(process.cwd(), "../Modules/Subscriptions")).flatMap((source) => [...codesIn(source), ...[...source.matchAll(/=> new\("([a-z]+(?:-[a-z]+)+)", /g)].map((one) => one[1]!)]));

const codesOfNotifications = new Set(sourcesOf(join(process.cwd(), "../Modules/Notifications")).flatMap((source) => [...codesIn(source), ...[...source.matchAll(/(?:=> |Refused\()new\("([a-z]+(?:-[a-z]+)+)", /g)].map((one) => one[1]!)]));

const codesOfReporting = new Set(sourcesOf(join(process.cwd(), "../Modules/Reporting")).flatMap((source) => [...codesIn(source), ...[...source.matchAll(/static readonly Refusal \w+ = new\("([a-z]+(?:-[a-z]+)+)"/g)].map((one) => one[1]!)]));

/** Prices and figures have texts, and a test, of their own. */
const codesOfAiCosts = new Set(["Accounts", "AlertRules", "Alerts", "Allocating", "Analytics", "Budgets", "Imports", "People", "Pricing", "Providers", "Rebilling", "Records", "Reports", "Seats", "Sync"].flatMap((folder) => sourcesOf(join(process.cwd(), "../Modules/AiCosts", folder))).flatMap((source) => [...codesIn(source), ...[...source.matchAll(/(?:=> new|const string \w+ =)\(? ?"([a-z]+(?:-[a-z]+)+)"/g)].map((one) => one[1]!)]));

describe("What the server refuses", () => {
  beforeAll(() => loadRefusals("de"));

  it("has a German text for each code", () => {
    expect(codes.size).toBeGreaterThan(70);
    expect([...codes].filter((code) => !(code in refusals))).toEqual([]);
  });

  it("has a German text for each code of Notifications, and no other", () => {
    expect([...codesOfNotifications].sort()).toEqual(Object.keys(notifications).sort());
  });

  it("has a German text for each code of Reporting, and no other", () => {
    expect([...codesOfReporting].sort()).toEqual(Object.keys(reporting).sort());
  });

  it("has a German text for each code of Identity", () => {
    expect(codesOfIdentity.size).toBeGreaterThan(40);
    expect([...codesOfIdentity].filter((code) => !(code in identity) && !(code in refusals))).toEqual([]);
  });

  it("has a German text for each code of Invoicing", () => {
    expect(codesOfInvoicing.size).toBeGreaterThan(60);
    expect([...codesOfInvoicing].filter((code) => !(code in invoicing) && !(code in refusals) && !(code in identity))).toEqual([]);
    expect(Object.keys(invoicing).filter((code) => !codesOfInvoicing.has(code))).toEqual([]);
  });

  it("has a German text for each code of Usage", () => {
    expect(codesOfUsage.size).toBeGreaterThan(30);
    expect([...codesOfUsage].filter((code) => !(code in usage) && !(code in invoicing) && !(code in refusals) && !(code in identity))).toEqual([]);
    expect(Object.keys(usage).filter((code) => !codesOfUsage.has(code))).toEqual([]);
  });

  it("has a German text for each code of Subscriptions", () => {
    expect(codesOfSubscriptions.size).toBeGreaterThan(25);
    expect([...codesOfSubscriptions].filter((code) => !(code in subscriptions) && !(code in invoicing) && !(code in refusals))).toEqual([]);
    expect(Object.keys(subscriptions).filter((code) => !codesOfSubscriptions.has(code))).toEqual([]);
  });

  it("has a German text for each code of AiCosts", () => {
    expect(codesOfAiCosts.size).toBeGreaterThan(20);
    expect([...codesOfAiCosts].filter((code) => !(code in aicosts) && !(code in invoicing) && !(code in refusals))).toEqual([]);
    expect(Object.keys(aicosts).filter((code) => !codesOfAiCosts.has(code))).toEqual([]);
  });

  it("has no text for a code that nobody answers", () => expect(Object.keys(refusals).filter((code) => !codes.has(code))).toEqual([]));

  it("is found however it is written down", () =>
    expect(codesIn(`
      return new Refusal("planted-a", "No.");
      public static readonly Refusal Closed = new("planted-b", "No.");
      public static Refusal Stranger(string name) => new(
        "planted-c", $"{name}.");
      public static Problem NotFound { get; } = new(404, "planted-d", "No.");
      throw new SheetFault("planted-e", "No.");`).sort()).toEqual(["planted-a", "planted-b", "planted-c", "planted-d", "planted-e"]));

  it("is told with its facts, in the words and figures of the language", () => {
    expect(german("not-an-amount", { given: "n/a" })).toBe("„n/a“ ist kein Betrag; schreiben Sie ihn wie 4250 oder 4.250,00.");
    expect(german("note-too-long", { longest: 2000 })).toBe("Die Notiz ist zu lang: höchstens 2.000 Zeichen.");
    expect(german("ends-before-it-begins", { from: "2025-10-31", through: "2025-10-01" })).toBe("Der Zeitraum endet am 01.10.2025, bevor er am 31.10.2025 beginnt.");
    expect(german("missing-columns", { missing: ["Von", "Bis"] })).toBe("Der Tabelle fehlt: Von, Bis. Sagen Sie, welche ihrer Spalten gemeint ist.");
  });

  it("is told with amounts of money", () => expect(german("refund-too-much", { most: { amount: "1234.50", currency: "EUR" } })).toBe("Von dieser Zahlung lassen sich höchstens 1.234,50 EUR zurückgeben."));

  it("is told without facts that are not there", () => {
    expect(german("not-an-amount", { given: "" })).toBe("Der Betrag fehlt.");
    expect(german("not-a-date", {})).toBe("Das Datum fehlt.");
    expect(german("ends-before-it-begins", { date: "2025-10-01" })).toMatch(/^01\.10\.2025: /);
  });

  it("is left to the server's sentence where a fact or a text is missing, and in English", () => {
    expect(german("too-many-decimals", { given: "1.005" })).toBeUndefined();
    expect(german("something-new", {})).toBeUndefined();
    expect(refusalText("not-an-amount", { given: "n/a" }, "en")).toBeUndefined();
  });
});
