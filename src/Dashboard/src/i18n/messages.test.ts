import { expect, test } from "vitest";
import { defineMessages, languages, textNow, type Text } from "./messages";

const found = import.meta.glob<Record<string, Record<string, Text>>>("../**/messages.ts", { eager: true, import: "messages" });
const catalogues = Object.entries(found).filter(([path]) => path !== "./messages.ts");
const names = (text: Text) => [...new Set([...(typeof text === "string" ? text : `${text.one} ${text.other}`).matchAll(/\{(\w+)\}/g)].map((one) => one[1]!))].sort();

test("there are catalogues to look at", () => {
  expect(catalogues.length).toBeGreaterThan(4);
});

test.each(catalogues)("%s speaks every language completely", (_, catalogue) => {
  expect(Object.keys(catalogue).sort()).toEqual(Object.keys(languages).sort());
  for (const language of Object.keys(languages)) expect(gaps(catalogue as never, language)).toEqual([]);
});

/** Keys that are missing, empty, of another shape or with other placeholders than in English. */
function gaps(catalogue: Record<string, Record<string, Text>>, language: string): string[] {
  const english = catalogue["en"]!;
  const other = catalogue[language] ?? {};
  return [...new Set([...Object.keys(english), ...Object.keys(other)])].filter((key) => {
    const [one, two] = [english[key], other[key]];
    if (one === undefined || two === undefined || typeof one !== typeof two) return true;
    return (typeof two === "string" ? two : two.one && two.other).trim() === "" || names(one).join() !== names(two).join();
  });
}

test("a missing key, an empty text and a lost placeholder are found", () => {
  const broken = { en: { a: "A", b: "{count} b", c: "C", d: "D" }, de: { a: "A", b: "b", c: " " } };
  expect(gaps(broken, "de")).toEqual(["b", "c", "d"]);
});

test("texts take their values, and plurals follow the count", () => {
  const t = textNow(defineMessages({ en: { hello: "Hello {name}", rows: { one: "{count} row", other: "{count} rows" } }, de: { hello: "Hallo {name}", rows: { one: "{count} Zeile", other: "{count} Zeilen" } } }));
  expect(t("hello", { name: "Robin" })).toBe("Hello Robin");
  expect(t("rows", { count: 1 })).toBe("1 row");
  expect(t("rows", { count: 4812 })).toBe("4,812 rows");
});
