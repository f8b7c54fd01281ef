import { expect, test } from "vitest";

const sources = import.meta.glob<string>("../**/*.{ts,tsx}", { eager: true, query: "?raw", import: "default" });
const importsOf = (text: string) => [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((one) => one[1]!);

/** Imports of a feature that reach into another feature or into the shell. */
function offences(files: Record<string, string>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const feature = /features\/([^/]+)\//.exec(path)?.[1];
    if (!feature) return /\.\.\/(ui|lib|i18n|api)\//.test(path) ? importsOf(text).filter((one) => /^@\/(features|app)\b/.test(one)).map((one) => `${path} → ${one}`) : [];
    return importsOf(text)
      .filter((one) => /^@\/app\b/.test(one) || (/^@\/features\//.test(one) && !one.startsWith(`@/features/${feature}/`)) || one.startsWith("../../"))
      .map((one) => `${path} → ${one}`);
  });
}

test("a feature imports ui, api, i18n and lib, never another feature or the shell", () => {
  expect(Object.keys(sources).filter((path) => path.includes("/features/")).length).toBeGreaterThan(8);
  expect(offences(sources)).toEqual([]);
});

test("a planted offence is found", () => {
  const planted = { "../features/a/Page.tsx": 'import { x } from "@/features/b/y"; const z = () => import("@/app/Shell"); import "../b/w";', "../ui/Bad.tsx": 'import { p } from "@/features/a/Page";' };
  expect(offences(planted)).toHaveLength(3);
});
